// derivative<N>(dynamic(f)) and partial<i, j>(dynamic(f)): any order, in forward mode.
#include <tuple>
#include <type_traits>

#include "support.hpp"

namespace {

constexpr auto fourth_power = [](auto x) { return x * x * x * x; };
constexpr auto mixed = [](auto x, auto y) { return x * x * y * y * y; };

/// The root of y = x exp(-y), by as many steps as it takes.
constexpr auto implicit = [](auto x) {
  auto y = x / 2;
  for (;;) {
    const auto step = (y - x * exp(-y)) / (1 + x * exp(-y));
    y = y - step;
    if (step < 1e-8 && step > -1e-8) return y - (y - x * exp(-y)) / (1 + x * exp(-y));
  }
};

}  // namespace

// In constant expressions: nothing is recorded.
static_assert(cg::derivative(dynamic(fourth_power))(2.0) == 32);
static_assert(cg::derivative<4>(dynamic(fourth_power))(2.0) == 24);
static_assert(cg::derivative<5>(dynamic(fourth_power))(2.0) == 0);
static_assert(cg::partial<0, 1, 1>(dynamic(mixed))(2.0, 3.0) == 72);
static_assert(cg::value_and_derivative<2>(dynamic(fourth_power))(2.0).value == 16);
static_assert(cg::value_and_derivative<2>(dynamic(fourth_power))(2.0).derivative == 48);
static_assert(cg::derivative<2, cg::wrt<1>>(dynamic(mixed))(2.0, 3.0) == 72);
static_assert(cg::derivative(dynamic([](auto x) { return std::array{x, x * x}; }))(3.0) ==
              std::array{1.0, 6.0});

BOOST_AUTO_TEST_SUITE(dynamic_derivative)

BOOST_AUTO_TEST_CASE(of_an_iteration) {
  // y' = 1/(e^y + x) of y e^y = x
  const double x = 1.5, y = implicit(x), slope = 1 / (std::exp(y) + x);
  BOOST_TEST(support::is_within(4, cg::derivative(dynamic(implicit))(x), slope));
  const double second = -slope * slope * (std::exp(y) * slope + 1);
  BOOST_TEST(support::is_within(16, cg::derivative<2>(dynamic(implicit))(x), second));
  BOOST_TEST(support::is_within(16, cg::hessian(dynamic(implicit))(x)[0][0], second));
}

BOOST_AUTO_TEST_CASE(of_a_curve_with_a_length_of_its_own) {
  const auto curve = [](auto t) {
    std::vector<decltype(t)> points;
    for (auto p = t; p < 20; p = p * t) points.push_back(p);
    return points;
  };
  const std::vector<double> d = cg::derivative(dynamic(curve))(2.0);
  BOOST_TEST((d == std::vector{1.0, 4.0, 12.0, 32.0}));
}

BOOST_AUTO_TEST_CASE(by_the_numbers_in_a_vector) {
  const std::vector x{2.0, 3.0, 5.0};
  const auto f = [](const auto& v) { return v[0] * v[1] * v[1] * v[2]; };
  BOOST_TEST(cg::partial<1>(dynamic(f))(x) == 60);
  BOOST_TEST((cg::partial<1, 1>(dynamic(f))(x)) == 20);
  BOOST_TEST((cg::partial<2, 0, 1>(dynamic(f))(x)) == 6);
  BOOST_TEST(tag_of([&] { cg::partial<3>(dynamic(f))(x); }) == "E16");
  BOOST_TEST(tag_of([&] { cg::derivative(dynamic(f))(x); }) == "E19");
  BOOST_TEST(cg::derivative(dynamic([](const auto& v) { return v[0] * v[0]; }))(std::vector{3.0}) ==
             6);
}

BOOST_AUTO_TEST_CASE(in_every_scalar) {
  static_assert(std::same_as<decltype(cg::derivative(dynamic(fourth_power))(2.0F)), float>);
  static_assert(std::same_as<decltype(cg::derivative(dynamic(fourth_power))(2.0L)), long double>);
  const auto third = [](auto x) { return x * x / 3; };
  BOOST_TEST(cg::derivative(dynamic(third))(1.0F) == 2.0F / 3);
  BOOST_TEST(cg::derivative(dynamic(third))(1.0L) == 2.0L / 3);
}

BOOST_AUTO_TEST_SUITE_END()
