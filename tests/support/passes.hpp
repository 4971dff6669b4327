// What every pass promises, checked on one program: it stays valid and does not grow, values keep
// every bit, derivatives differ by what another order of rounding explains.
#pragma once

#include <ctgrad/program/interpret.hpp>
#include <ctgrad/program/print.hpp>
#include <ctgrad/program/program.hpp>

#include <boost/test/unit_test.hpp>

#include <cmath>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <string>
#include <utility>
#include <vector>

#include "compare.hpp"
#include "programs.hpp"
#include "rounding.hpp"

namespace support {

/// The program whose outputs f(x0, x1, ...), a vector of symbols, returns.
template <std::size_t N, class T = double>
constexpr ctgrad::program<T> program_with(auto f) {
  ctgrad::builder<T> home;
  const std::vector<ctgrad::basic_symbol<T>> ys = std::apply(f, inputs_of<N, T>(home));
  std::vector<ctgrad::slot> outputs;
  for (const auto& y : ys) outputs.push_back(y.at(home));
  return home.finish(outputs);
}

/// Numbers of all sizes, and now and then a special one; the same ones in every run.
class arguments {
 public:
  std::vector<double> next(std::size_t count, bool special) {
    std::vector<double> x(count);
    for (double& each : x) each = special && draw() % 3 == 0 ? special_number() : ordinary();
    return x;
  }

 private:
  std::uint64_t draw() {  // splitmix64
    std::uint64_t z = (state_ += 0x9E3779B97F4A7C15u);
    z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9u;
    z = (z ^ (z >> 27)) * 0x94D049BB133111EBu;
    return z ^ (z >> 31);
  }
  double ordinary() {
    const double share = static_cast<double>(draw() >> 11) * 0x1p-52 - 1;
    return std::ldexp(share, static_cast<int>(draw() % 8) - 3);
  }
  double special_number() {
    using limits = std::numeric_limits<double>;
    constexpr double numbers[]{
        0.0,  -0.0,  1.0,    -1.0, limits::denorm_min(), limits::infinity(),
        1e20, 1e200, -1e200, 2.0,  -limits::infinity(),  limits::quiet_NaN()};
    return numbers[draw() % std::size(numbers)];
  }
  std::uint64_t state_ = 20261122;
};

/// The same derivative in two programs.
inline void check_derivative(const bounded& before, const bounded& after) {
  constexpr double largest = 1e300;
  if (equal(before.value, after.value)) return;
  // Where a part overflows, one order may have an infinity, or the difference of two, and another
  // one a number.
  const double allowed = before.error + after.error;
  if (!(before.magnitude <= largest && after.magnitude <= largest && allowed <= largest)) return;
  BOOST_TEST(std::abs(before.value - after.value) <= allowed,
             after.value << " was " << before.value << ", allowed difference " << allowed);
}

/// Checks the promises of `pass` for a program whose first `values` outputs are values.
inline ctgrad::program<double> check_pass(const ctgrad::program<double>& before, std::size_t values,
                                          auto pass, int points = 40) {
  BOOST_TEST(validate(before) == "");
  const auto after = pass(before, values);
  BOOST_TEST(validate(after) == "");
  BOOST_TEST(operations(after) <= operations(before));
  BOOST_TEST_REQUIRE(after.inputs == before.inputs);
  BOOST_TEST_REQUIRE(after.outputs.size() == before.outputs.size());
  arguments some;
  for (int i = 0; i < points; ++i) {
    const auto x = some.next(before.inputs, i % 2 == 1);
    const auto was = bounds_of(before, x), is = bounds_of(after, x);
    for (std::size_t k = 0; k < is.size(); ++k) {
      if (k < values) {
        BOOST_TEST(is_identical(is[k].value, was[k].value));
      } else {
        check_derivative(was[k], is[k]);
      }
    }
  }
  return after;
}

/// The checks of one pass, a function of a program and the number of its values.
template <auto Pass>
struct tests_of {
  /// The listing after the pass, whose promises are checked.
  template <std::size_t N>
  static std::string listing(auto f, std::size_t values = 0) {
    return to_string(check_pass(program_with<N>(f), values, Pass));
  }

  /// The pass leaves this as it is.
  template <std::size_t N>
  static void check_unchanged(auto f, std::size_t values = 0) {
    BOOST_TEST(listing<N>(f, values) == to_string(program_with<N>(f)));
  }
};

}  // namespace support
