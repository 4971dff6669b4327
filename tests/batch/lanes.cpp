// lanes<T>: loads, masks, choices, ops on registers and lane by lane, programs unrolled on lanes.
#include <ctgrad/batch/lanes.hpp>
#include <ctgrad/ctgrad.hpp>

#include <boost/test/unit_test.hpp>

#include <array>
#include <cmath>
#include <concepts>
#include <cstddef>

#include "../support/compare.hpp"

namespace cg = ctgrad;

namespace {

using pack = cg::lanes<double>;
using support::is_identical;

/// first, first + step, ...
template <class T = double>
cg::lanes<T> ramp(double first, double step = 1) {
  std::array<T, cg::lanes<T>::size> x{};
  for (std::size_t i = 0; i < x.size(); ++i) {
    x[i] = static_cast<T>(first + step * static_cast<double>(i));
  }
  return cg::lanes<T>::load(x.data());
}

/// Every lane is f of the lanes of x, to the last bit.
template <class T>
void check_each(const cg::lanes<T>& y, const auto& f, const auto&... x) {
  for (std::size_t i = 0; i < cg::lanes<T>::size; ++i) {
    BOOST_TEST(is_identical(y[i], static_cast<T>(f(x[i]...))));
  }
}

/// An op of a user, which asks a number.
struct cube_op : cg::op<"cube", 1> {
  static constexpr auto value(const auto& x) {
    if (x < 0) return -(x * x * -x);
    return x * x * x;
  }
  static constexpr auto partials(const auto& x, const auto&) { return std::tuple{3 * x * x}; }
};
CTGRAD_FUNCTION_1(cube, cube_op)

struct odd_op : cg::ops::predicate<"odd", 1> {
  static auto value(const auto& x) { return std::fmod(x, 2) != 0; }
};
CTGRAD_FUNCTION_1(odd, odd_op)

/// One that works on lanes and says so.
struct above_op : cg::op<"above", 2> {
  static constexpr bool lanewise = true;
  static constexpr auto value(const auto& x, const auto& y) { return cg::where(x > y, x - y, 0); }
  static constexpr auto partials(const auto& x, const auto& y, const auto&) {
    return std::tuple{cg::where(x > y, 1, 0), cg::where(x > y, -1, 0)};
  }
};
CTGRAD_FUNCTION_2(above, above_op)

constexpr auto price = [](const auto& spot, const auto& strike, const auto& rate,
                          const auto& volatility, const auto& expiry) {
  const auto deviation = volatility * cg::sqrt(expiry);
  const auto drift = (rate + 0.5 * volatility * volatility) * expiry;
  const auto d1 = (cg::log(spot / strike) + drift) / deviation;
  return spot * cg::normal_cdf(d1) -
         strike * cg::exp(-rate * expiry) * cg::normal_cdf(d1 - deviation);
};
constexpr auto greeks = cg::value_and_gradient(price);

}  // namespace

BOOST_AUTO_TEST_SUITE(lanes)

BOOST_AUTO_TEST_CASE(numbers_come_and_go) {
  static_assert(std::same_as<decltype(pack(1) + 2), pack>);
  const pack x = ramp(1);
  std::array<double, pack::size + 1> memory{};
  x.store(&memory[1]);  // no alignment is asked for
  for (std::size_t i = 0; i < pack::size; ++i) BOOST_TEST(memory[i + 1] == 1.0 + double(i));
  check_each(pack::load(&memory[1]), [](double v) { return v; }, x);
  check_each(pack(7), [](double) { return 7; }, x);
  const double n = double(pack::size);
  BOOST_TEST(sum(x) == n * (n + 1) / 2);
  BOOST_TEST(sum(pack{}) == 0);
}

BOOST_AUTO_TEST_CASE(numbers_mix_with_lanes) {
  const pack x = ramp(0.1, 0.7);
  check_each(2 * x + 1, [](double v) { return 2 * v + 1; }, x);
  check_each(1.5f / x - x * 3, [](double v) { return 1.5 / v - v * 3; }, x);
  check_each(-x * x / (x - 7), [](double v) { return -v * v / (v - 7); }, x);
  pack y = x;
  y += 1;
  y *= y;
  y -= x;
  y /= 3;
  check_each(y, [](double v) { return ((v + 1) * (v + 1) - v) / 3; }, x);
}

BOOST_AUTO_TEST_CASE(comparisons_give_masks) {
  const pack x = ramp(-1);
  static_assert(std::same_as<decltype(x < 0), cg::lane_mask<double>>);
  static_assert(std::same_as<decltype(0.5 < x), cg::lane_mask<double>>);
  check_each(pack(x < 0 || x >= 1), [](double v) { return v < 0 || v >= 1; }, x);
  check_each(pack(!(x > 0) && x != -1), [](double v) { return !(v > 0) && v != -1; }, x);
  check_each(pack(x == 0 || x <= -1), [](double v) { return v == 0 || v <= -1; }, x);
  BOOST_TEST(any(x < 0));
  BOOST_TEST(!all(x < 0));
  BOOST_TEST(all(x == x));
  BOOST_TEST(!any(x != x));
  BOOST_TEST((x < 0)[0]);
  BOOST_TEST(!(x < 0)[1]);
  check_each(pack(cg::lane_mask<double>(x)), [](double v) { return v != 0; }, x);
}

BOOST_AUTO_TEST_CASE(where_chooses_by_lane) {
  const pack x = ramp(-1), y = ramp(5, -1);
  check_each(where(x > 0, x, y), [](double a, double b) { return a > 0 ? a : b; }, x, y);
  check_each(cg::where(x, 1, -1.5), [](double a) { return a != 0 ? 1 : -1.5; }, x);
  check_each(cg::where(true, x, y), [](double a, double) { return a; }, x, y);
  check_each(cg::where(x < 0, 0, sqrt(x)), [](double a) { return a < 0 ? 0 : std::sqrt(a); }, x);
}

BOOST_AUTO_TEST_CASE(ops_on_registers) {
  const pack x = ramp(-1.5), y = ramp(2, -1);
  check_each(cg::max(x, y), [](double a, double b) { return cg::max(a, b); }, x, y);
  check_each(cg::min(x, 0.25), [](double a) { return cg::min(a, 0.25); }, x);
  check_each(cg::clamp(x, -1, 1), [](double a) { return cg::clamp(a, -1, 1); }, x);
  check_each(
      cg::abs(x) + cg::relu(y) * cg::sign(x),
      [](double a, double b) { return cg::abs(a) + cg::relu(b) * cg::sign(a); }, x, y);
  check_each(cg::fma(x, y, 0.1), [](double a, double b) { return std::fma(a, b, 0.1); }, x, y);
  check_each(cg::lerp(x, y, 0.1), [](double a, double b) { return cg::lerp(a, b, 0.1); }, x, y);
  check_each(multiply_add(x, y, pack(1)), [](double a, double b) { return a * b + 1; }, x, y);
}

BOOST_AUTO_TEST_CASE(powers) {
  const pack x = ramp(0.3, 0.9), n = ramp(-2);
  check_each(cg::pow(x, 5), [](double a) { return cg::pow(a, 5); }, x);
  check_each(cg::pow<-3>(x), [](double a) { return cg::pow(a, -3); }, x);
  check_each(cg::pow(x, 100), [](double a) { return cg::pow(a, 100); }, x);
  const auto of = [](const auto& a, const auto& b) {
    return cg::apply<cg::ops::integer_power>(a, b);
  };
  check_each(of(x, n), of, x, n);
  check_each(of(x, pack(7)), [&](double a) { return of(a, 7.0); }, x);
  check_each(of(x, pack(70)), [&](double a) { return of(a, 70.0); }, x);
}

BOOST_AUTO_TEST_CASE(any_other_op_runs_lane_by_lane) {
  const pack x = ramp(-1.3, 0.7);
  check_each(cube(x), [](double a) { return cube(a); }, x);
  check_each(above(x, 0.2), [](double a) { return a > 0.2 ? a - 0.2 : 0; }, x);
  check_each(
      where(odd(ramp(0)), x, 0), [](double a, double k) { return odd(k) ? a : 0; }, x, ramp(0));
  check_each(cg::fmod(x, 0.25), [](double a) { return std::fmod(a, 0.25); }, x);
  check_each(cg::ldexp(x, 3), [](double a) { return a * 8; }, x);
}

BOOST_AUTO_TEST_CASE(lanes_of_floats) {
  using floats = cg::lanes<float>;
  const floats x = ramp<float>(0.5, 0.25);
  check_each(2 * x + 0.1f, [](float v) { return 2 * v + 0.1f; }, x);
  check_each(where(x < 1, x, sqrt(x)), [](float v) { return v < 1 ? v : std::sqrt(v); }, x);
  check_each(cube(x), [](float v) { return cube(v); }, x);
  const auto f = [](auto a, auto b) { return cg::exp(-a * b) / (1 + a); };
  for (std::size_t i = 0; i < floats::size; ++i) {
    BOOST_TEST(support::ulps(f(x, x)[i], f(x[i], x[i])) <= 4u);
  }
}

BOOST_AUTO_TEST_CASE(a_program_unrolled_on_lanes_agrees_with_numbers) {
  using call = decltype(greeks)::call<double, double, double, double, double>;
  std::array<pack, 5> x{ramp(95, 2), pack(100), ramp(0.01, 0.005), ramp(0.4, -0.03),
                        ramp(0.25, 0.25)};
  const auto y = cg::unroll<cg::frozen<call::source>::value, pack>(x.data());
  for (std::size_t i = 0; i < pack::size; ++i) {
    const auto [value, gradient] = greeks(x[0][i], x[1][i], x[2][i], x[3][i], x[4][i]);
    BOOST_TEST(y[0][i] == value, boost::test_tools::tolerance(1e-13));
    for (std::size_t k = 0; k < 5; ++k) {
      BOOST_TEST(y[k + 1][i] == gradient[k], boost::test_tools::tolerance(1e-13));
    }
  }
}

BOOST_AUTO_TEST_CASE(conditions_of_a_program_are_lanes) {
  constexpr auto f = [](auto a, auto b) {
    return where(a > b && !(a == 1), a * b, max(a, b)) + relu(b);
  };
  using call = decltype(cg::value_and_gradient(f))::call<double, double>;
  const std::array<pack, 2> x{ramp(-1), ramp(2, -1)};
  const auto y = cg::unroll<cg::frozen<call::source>::value, pack>(x.data());
  for (std::size_t i = 0; i < pack::size; ++i) {
    const auto [value, gradient] = cg::value_and_gradient(f)(x[0][i], x[1][i]);
    BOOST_TEST(is_identical(y[0][i], value));
    BOOST_TEST(is_identical(y[1][i], gradient[0]));
    BOOST_TEST(is_identical(y[2][i], gradient[1]));
  }
}

BOOST_AUTO_TEST_SUITE_END()
