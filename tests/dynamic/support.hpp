// What the tests of dynamic(f) share.
#pragma once

#include <ctgrad/ctgrad.hpp>

#include <boost/hana/adapt_struct.hpp>
#include <boost/test/unit_test.hpp>

#include <array>
#include <cmath>
#include <concepts>
#include <cstddef>
#include <vector>

#include "../support/compare.hpp"
#include "../tape/support.hpp"

namespace cg = ctgrad;
using ctgrad::dynamic;
using matrix = std::vector<std::vector<double>>;

namespace dynamic_tests {

template <class T>
struct bond {
  T rate, maturity;
  friend constexpr bool operator==(const bond&, const bond&) = default;
};

template <class T>
struct layer {  // its length is known at run time
  std::vector<T> weights;
  T offset;
  friend bool operator==(const layer&, const layer&) = default;
};

/// A vector function of a vector, with branches and a loop.
inline constexpr auto wave = [](const auto& x) {
  auto sum = x[0] * x[0];
  for (std::size_t i = 1; i < x.size(); ++i) {
    if (x[i] > x[i - 1]) {
      sum = sum + sin(x[i] * x[i - 1]) * x[i];
    } else {
      sum = sum * exp(x[i] / 8) - x[i - 1];
    }
  }
  return sum;
};

inline std::vector<double> some_numbers(std::size_t n) {
  std::vector<double> x(n);
  for (std::size_t i = 0; i < n; ++i) x[i] = std::sin(1.0 + 3.0 * static_cast<double>(i));
  return x;
}

/// How many operations and variables stand on the tape that a number of type V is recorded on.
template <class V>
std::size_t recorded_with(const V&) {
  using T = std::remove_cvref_t<decltype(std::declval<V>().data())>;
  return cg::basic_tape<T>::current().size();
}

}  // namespace dynamic_tests

BOOST_HANA_ADAPT_STRUCT(dynamic_tests::bond<double>, rate, maturity);
BOOST_HANA_ADAPT_STRUCT(dynamic_tests::layer<double>, weights, offset);

using dynamic_tests::bond, dynamic_tests::layer, dynamic_tests::wave, dynamic_tests::some_numbers;
