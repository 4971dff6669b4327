// What a seed case expects, and comparing with it.
#pragma once

#include <boost/test/unit_test.hpp>

#include <array>
#include <cstddef>
#include <cstdint>

#include "../support/compare.hpp"

namespace acceptance {

/// A value with its partials, and how far off (in steps of the last place) a result may be.
template <std::size_t N>
struct outcome {
  double value;
  std::array<double, N> gradient;
  std::uint64_t steps = 0;
};

/// Reads the result of a formula's gradient by its variables.
constexpr auto read(const auto& result, const auto&... x) {
  return outcome<sizeof...(x)>{result.value, {result.gradient[x]...}};
}

template <std::size_t N>
constexpr bool holds(const auto& got, const outcome<N>& expected) {
  bool good = support::ulps(got.value, expected.value) <= expected.steps;
  for (std::size_t i = 0; i < N; ++i) {
    good = good && support::ulps(got.gradient[i], expected.gradient[i]) <= expected.steps;
  }
  return good;
}

template <std::size_t N>
void check(const auto& got, const outcome<N>& expected) {
  BOOST_TEST(support::is_within(expected.steps, got.value, expected.value));
  for (std::size_t i = 0; i < N; ++i) {
    BOOST_TEST_CONTEXT("partial " << i) {
      BOOST_TEST(support::is_within(expected.steps, got.gradient[i], expected.gradient[i]));
    }
  }
}

}  // namespace acceptance
