// The recordings that are frozen.
#pragma once

#include <ctgrad/record/record.hpp>

#include <cmath>
#include <cstddef>
#include <span>
#include <string>
#include <tuple>
#include <vector>

namespace frozen {

namespace cg = ctgrad;
using vector = std::vector<double>;

inline vector some_numbers(std::size_t n, double seed) {
  vector x(n);
  for (std::size_t i = 0; i < n; ++i) x[i] = std::sin(seed + 3.0 * static_cast<double>(i));
  return x;
}

inline constexpr auto price = [](auto spot, auto rate) {
  return spot * exp(-rate) * cg::normal_cdf(spot - rate);
};

inline constexpr auto model = [](const auto& x, const auto& w, int times, auto scale) {
  auto sum = 0 * x[0];
  for (int t = 0; t < times; ++t) {
    for (std::size_t i = 0; i < x.size(); ++i) sum = sum + tanh(x[i] * w[i]) * w[0] / scale;
  }
  return cg::where(sum > 0, sum, sigmoid(sum) * 3);
};

inline constexpr auto swapped = [](const auto& x) {  // its results are its arguments
  return std::tuple{x[1], std::vector{x[0], x[1] * x[0]}, 0.5, x[1]};
};

inline constexpr auto branching = [](const auto& x, auto limit) {
  auto sum = x[0];
  for (std::size_t i = 1; i < x.size(); ++i) {
    if (x[i] > sum && !(x[i] == limit)) sum = sum + sin(x[i]);
    if (sum != sum || sum <= limit) sum = sum * x[i];
  }
  return sum;
};

/// Calls visit(name, recording) for all of them.
void for_each_subject(auto&& visit) {
  const vector x = some_numbers(4, 1.0), w = some_numbers(4, 2.0);
  const auto of_numbers = cg::record(price, 1.5, 0.25);
  visit("price", of_numbers);
  visit("greeks", cg::value_and_gradient(of_numbers));
  const auto of_vectors = cg::record(model, x, w, 2, 1.25);
  visit("model", of_vectors);
  visit("model by w", cg::value_and_gradient<cg::wrt<1>>(of_vectors));
  visit("hessian", cg::hessian<cg::wrt<1>>(of_vectors));
  visit("product", cg::hvp<cg::wrt<0, 3>>(of_vectors));
  visit("swapped", cg::record(swapped, some_numbers(2, 3.0)));
  const auto guarded = cg::record<cg::guarded>(branching, x, -0.5);
  visit("branching", guarded);
  visit("new", cg::value_and_gradient<cg::wrt<0>>(guarded));
}

}  // namespace frozen
