// What the tests of recordings share.
#pragma once

#include <ctgrad/record/record.hpp>

#include <boost/hana/adapt_struct.hpp>
#include <boost/test/unit_test.hpp>

#include <array>
#include <cmath>
#include <cstddef>
#include <string>
#include <vector>

#include "../support/compare.hpp"

namespace cg = ctgrad;

namespace record_tests {

template <class T>
struct layer {  // its length is known at run time
  std::vector<T> weights;
  T offset;
  friend bool operator==(const layer&, const layer&) = default;
};

inline std::vector<double> some_numbers(std::size_t n, double seed = 1.0) {
  std::vector<double> x(n);
  for (std::size_t i = 0; i < n; ++i) x[i] = std::sin(seed + 3.0 * static_cast<double>(i));
  return x;
}

/// A number of a vector, with a branch.
inline constexpr auto energy = [](const auto& x) {
  auto sum = 0 * x[0];
  for (std::size_t i = 0; i + 1 < x.size(); ++i) {
    const auto d = x[i + 1] - x[i] * x[i];
    sum = sum + d * d * exp(x[i] / 4) + cg::where(x[i] < 0, sin(x[i + 1]), 1 / (2 + x[i]));
  }
  return sum;
};

/// Are these of one type and, up to roundings, the same numbers?
template <class X>
void check_close(const X& a, const X& b) {
  const auto p = cg::detail::numbers_in<double>(a), q = cg::detail::numbers_in<double>(b);
  BOOST_REQUIRE(p.size() == q.size());
  for (std::size_t i = 0; i < p.size(); ++i) {
    BOOST_TEST(std::abs(p[i] - q[i]) <= 4e-15 * (1 + std::abs(q[i])), p[i] << " is not " << q[i]);
  }
}

/// Does an error carry this tag (and say this)?
inline auto tagged(const std::string& tag, const std::string& words = "") {
  return [=](const cg::error& e) {
    const std::string message = e.what();
    const bool right =
        message.find("[ctgrad-" + tag + "]") != message.npos && message.find(words) != message.npos;
    BOOST_TEST(right, message);
    return right;
  };
}

}  // namespace record_tests

BOOST_HANA_ADAPT_STRUCT(record_tests::layer<double>, weights, offset);

using record_tests::energy, record_tests::check_close, record_tests::layer,
    record_tests::some_numbers, record_tests::tagged;
