// One const object differentiated from many threads: compile-time gradients have no state.
#include <ctgrad/ctgrad.hpp>

#include <boost/test/unit_test.hpp>

#include <array>
#include <cstddef>

#include "together.hpp"

namespace {

constexpr auto f = [](auto x, auto y) { return sin(x * y) + exp(x - y) * x; };
constexpr auto slope = ctgrad::gradient(f);
const auto interpreted = ctgrad::gradient<ctgrad::interpreted>(f);

/// Sums of the gradients at a thousand points.
std::array<double, 2> sums(const auto& gradient, std::size_t thread) {
  std::array<double, 2> result{};
  for (int i = 0; i < 1000; ++i) {
    const double x = 0.001 * i, y = 0.1 * static_cast<double>(thread);
    const auto [dx, dy] = gradient(x, y);
    result[0] += dx;
    result[1] += dy;
  }
  return result;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(gradients)

BOOST_AUTO_TEST_CASE(of_a_function) {
  const auto found = together([](std::size_t thread) { return sums(slope, thread); });
  for (std::size_t i = 0; i < found.size(); ++i) BOOST_TEST((found[i] == sums(slope, i)));
}

BOOST_AUTO_TEST_CASE(interpreted_ones) {
  const auto found = together([](std::size_t thread) { return sums(interpreted, thread); });
  for (std::size_t i = 0; i < found.size(); ++i) BOOST_TEST((found[i] == sums(interpreted, i)));
}

BOOST_AUTO_TEST_SUITE_END()
