// gradient(f) and value_and_gradient(f): values, the choice of arguments, shapes and special cases.
#include <ctgrad/diff/gradient.hpp>
#include <ctgrad/op/registry.hpp>

#include <boost/test/unit_test.hpp>

#include <array>
#include <cmath>
#include <concepts>
#include <tuple>
#include <type_traits>

#include "../support/compare.hpp"
#include "../support/oracle.hpp"

namespace {

namespace cg = ctgrad;
using cg::relu, cg::pow;  // for plain numbers
using support::is_identical;

// -- at compile time, on every compiler ----------------------------------------------------------

constexpr auto hinge = [](auto a, auto b, auto c) { return relu(a + b * c); };
constexpr auto on = cg::value_and_gradient(hinge)(2.0, 3.0, 10.0);
static_assert(on.value == 32 && on.gradient == std::array{1.0, 10.0, 3.0});
constexpr auto off = cg::value_and_gradient(hinge)(2.0, -3.0, 10.0);
static_assert(off.value == 0 && off.gradient == std::array{0.0, 0.0, 0.0});

constexpr auto chain = [](auto x1, auto x2, auto x4, auto x6) { return (x4 + x1 * x2) * x6; };
static_assert(cg::value_and_gradient(chain)(3.0, 4.0, 5.0, 2.0).value == 34);
static_assert(cg::gradient(chain)(3.0, 4.0, 5.0, 2.0) == std::array{8.0, 6.0, 2.0, 17.0});

constexpr auto sanity = [](auto x) {
  auto z = 2 * x + 2 + x;
  auto q = relu(z) + z * x;
  auto h = relu(z * z);
  return h + q + q * x;
};
static_assert(cg::value_and_gradient(sanity)(-4.0).value == -20);
static_assert(cg::gradient(sanity)(-4.0) == std::array{46.0});

constexpr auto more = [](auto a, auto b) {
  auto c = a + b;
  auto d = a * b + pow(b, 3);
  c += c + 1;
  c += 1 + c + (-a);
  d += d * 2 + relu(b + a);
  d += 3 * d + relu(b - a);
  auto f = pow(c - d, 2);
  auto g = f / 2;
  return g += 10.0 / f;
};
constexpr auto m = cg::value_and_gradient(more)(-4.0, 2.0);
// f = 49; dg/df = 1/2 - 10/f², df/da = -14 * -20, df/db = -14 * -93
static_assert(m.value == 24.5 + 10 / 49.0);
static_assert(support::ulps(m.gradient[0], 280 * (0.5 - 10 / 2401.0)) <= 4);
static_assert(support::ulps(m.gradient[1], 1302 * (0.5 - 10 / 2401.0)) <= 4);

constexpr auto rosenbrock = [](auto x, auto y) { return pow(1 - x, 2) + 100 * pow(y - x * x, 2); };
static_assert(cg::gradient(rosenbrock)(1.0, 1.0) == std::array{0.0, 0.0});
static_assert(cg::gradient(rosenbrock)(2.0, 3.0) == std::array{802.0, -200.0});

// -- where the compiler knows exp and its like ---------------------------------------------------

constexpr auto smooth = [](auto x, auto y) { return (x + y) * exp(x * y); };
#if defined(__GNUC__) && !defined(__clang__)
static_assert(cg::value_and_gradient(smooth)(0.0, 3.0).value == 3);
static_assert(cg::gradient(smooth)(0.0, 3.0) == std::array{10.0, 1.0});
static_assert(cg::gradient([](auto x) { return log(x); })(4.0)[0] == 0.25);
static_assert(cg::gradient([](auto x) { return sin(x) * cos(x); })(0.0)[0] == 1);
static_assert(cg::gradient([](auto x) { return sqrt(x); })(4.0)[0] == 0.25);
static_assert(cg::gradient([](auto x) { return tanh(x) + sigmoid(x); })(0.0)[0] == 1.25);
#endif

// -- the choice of arguments ---------------------------------------------------------------------

constexpr auto three = [](auto x, auto y, auto z) { return x * y * y * z; };
static_assert(cg::gradient<cg::wrt<0>>(three)(2.0, 3.0, 5.0) == std::array{45.0});
static_assert(cg::gradient<cg::wrt<1>>(three)(2.0, 3.0, 5.0) == std::array{60.0});
static_assert(cg::gradient<cg::wrt<0, 2>>(three)(2.0, 3.0, 5.0) == std::array{45.0, 18.0});
static_assert(cg::gradient<cg::wrt<2, 0>>(three)(2.0, 3.0, 5.0) == std::array{18.0, 45.0});
static_assert(cg::gradient<cg::wrt<2, 1, 0>>(three)(2.0, 3.0, 5.0) == std::array{18.0, 60.0, 45.0});
static_assert(cg::value_and_gradient<cg::wrt<1>>(three)(2.0, 3.0, 5.0).value == 90);
static_assert(cg::value_and_gradient<cg::wrt<1>>(three)(2.0, 3.0, 5.0).gradient[0] == 60);

constexpr auto dot = [](const auto& u, const auto& v, auto k) {
  return k * (u[0] * v[0] + u[1] * v[1]);
};
constexpr std::array u{1.0, 2.0}, v{3.0, 5.0};
static_assert(cg::gradient<cg::wrt<0>>(dot)(u, v, 2.0) == std::array{6.0, 10.0});
static_assert(cg::gradient<cg::wrt<2>>(dot)(u, v, 2.0) == std::array{13.0});
static_assert(cg::gradient<cg::wrt<2, 0>>(dot)(u, v, 2.0) ==
              std::tuple{13.0, std::array{6.0, 10.0}});

// -- shapes --------------------------------------------------------------------------------------

template <class Option, class... X>
using shape =
    decltype(cg::gradient<Option>([](const auto&...) { return 1.0; })(std::declval<X>()...));
using pair_of_numbers = std::array<double, 2>;
static_assert(std::same_as<shape<ctgrad::unrolled, double>, std::array<double, 1>>);
static_assert(std::same_as<shape<ctgrad::unrolled, double, double, double>, std::array<double, 3>>);
static_assert(std::same_as<shape<ctgrad::unrolled, pair_of_numbers>, pair_of_numbers>);
static_assert(std::same_as<shape<ctgrad::unrolled, pair_of_numbers, double>,
                           std::tuple<pair_of_numbers, double>>);
static_assert(std::same_as<shape<ctgrad::unrolled, pair_of_numbers, pair_of_numbers>,
                           std::tuple<pair_of_numbers, pair_of_numbers>>);
static_assert(std::same_as<shape<cg::wrt<1>, pair_of_numbers, double>, std::array<double, 1>>);
static_assert(std::same_as<shape<cg::wrt<0>, pair_of_numbers, double>, pair_of_numbers>);
static_assert(std::same_as<shape<ctgrad::unrolled, const double&, double&>, std::array<double, 2>>);

// -- what has no slope ---------------------------------------------------------------------------

constexpr auto constant = [](auto) { return 3.0; };
static_assert(cg::value_and_gradient(constant)(7.0).value == 3);
static_assert(cg::gradient(constant)(7.0) == std::array{0.0});
static_assert(cg::value_and_gradient([](auto) { return 3; })(7.0).value == 3);
static_assert(cg::value_and_gradient([](auto x) { return decltype(x)(0.5); })(7.0).value == 0.5);
static_assert(cg::value_and_gradient([] { return 2.5; })().value == 2.5);
static_assert(cg::gradient([](auto x) { return x; })(7.0) == std::array{1.0});
static_assert(cg::gradient([](auto x) { return x < 3; })(7.0) == std::array{0.0});

}  // namespace

BOOST_AUTO_TEST_SUITE(function_gradient)

BOOST_AUTO_TEST_CASE(an_unused_argument_gives_exactly_zero) {
  const auto d = cg::gradient([](auto x, auto, auto z) { return exp(x) / z; })(800.0, 2.0, 0.0);
  BOOST_TEST(is_identical(d[1], 0.0));  // although everything else is infinite or undefined
  BOOST_TEST(is_identical(d[0], support::inf_of<double>));
}

BOOST_AUTO_TEST_CASE(arguments_that_are_not_chosen_are_passive) {
  const auto power = [](auto x, auto p) { return pow(x, p); };
  BOOST_TEST(is_identical(cg::gradient<cg::wrt<0>>(power)(-2.0, 3.0)[0], 12.0));
  const auto roots = [](auto x, auto y) { return x * sqrt(y); };
  BOOST_TEST(is_identical(cg::gradient<cg::wrt<0>>(roots)(5.0, 0.0)[0], 0.0));
}

BOOST_AUTO_TEST_CASE(negative_powers_of_zero_and_of_tiny_numbers) {  // n x^(n-1)
  const auto d = cg::gradient([](auto x) { return pow(x, -2); });
  BOOST_TEST(is_identical(d(0.0)[0], -support::inf_of<double>));
  BOOST_TEST(support::is_within(4, d(0x1p-340)[0], -0x1p1021));
}

BOOST_AUTO_TEST_CASE(neuron) {
  const auto o = [](auto x1, auto x2, auto w1, auto w2, auto b) {
    return tanh(x1 * w1 + x2 * w2 + b);
  };
  const auto [value, d] = cg::value_and_gradient(o)(2.0, 0.0, -3.0, 1.0, 6.8813735870195432);
  BOOST_TEST(support::is_within(2, value, std::sqrt(0.5)));  // the bias was made for it
  const std::array expected{-1.5, 0.5, 1.0, 0.0, 0.5};       // x1 x2 w1 w2 b; 1 - o² = 1/2
  for (std::size_t k = 0; k < 5; ++k) BOOST_TEST(support::is_within(8, d[k], expected[k]));
}

BOOST_AUTO_TEST_CASE(agrees_with_the_truth) {
  for (const auto& [x, y] : {std::pair{1.0, 2.0}, {-0.5, 0.25}, {3.0, -1.5}}) {
    const auto [value, d] = cg::value_and_gradient(smooth)(x, y);
    BOOST_TEST(support::error_in_ulps(value, smooth(support::real(x), support::real(y))) <= 3);
    BOOST_TEST(support::error_in_ulps(d[0], support::partial(smooth, std::array{x, y}, 0)) <= 8);
    BOOST_TEST(support::error_in_ulps(d[1], support::partial(smooth, std::array{x, y}, 1)) <= 8);
  }
}

BOOST_AUTO_TEST_CASE(the_value_is_that_of_the_function) {
  for (const double x : {-1.25, 0.0, 0.3, 17.0}) {
    BOOST_TEST(is_identical(cg::value_and_gradient(sanity)(x).value, sanity(x)));
    BOOST_TEST(is_identical(cg::value_and_gradient(rosenbrock)(x, 0.1).value, rosenbrock(x, 0.1)));
  }
}

BOOST_AUTO_TEST_CASE(twenty_arguments) {
  const auto weighted = [](auto sum, const auto&... x) {
    int k = 1;
    sum *= sum;
    ((sum += ++k * x * x), ...);
    return sum;
  };
  const auto d = cg::gradient(weighted)(1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 3);
  static_assert(d.size() == 20);
  for (std::size_t k = 0; k < 19; ++k) BOOST_TEST(d[k] == 2 * static_cast<double>(k + 1));
  BOOST_TEST(d[19] == 120);
}

BOOST_AUTO_TEST_SUITE_END()
