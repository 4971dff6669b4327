// Derivatives that are formulas: derivative(e, x), to any order, combined and differentiated again.
#include <ctgrad/diff/formula.hpp>
#include <ctgrad/expr/literals.hpp>

#include <boost/test/unit_test.hpp>

#include <cmath>

#include "../support/compare.hpp"
#include "../support/oracle.hpp"

namespace {

namespace cg = ctgrad;
using namespace cg::literals;
using cg::derivative;
using support::is_identical;

constexpr auto x = cg::var<"x">;
constexpr auto y = cg::var<"y">;

// -- orders
// ----------------------------------------------------------------------------------------

constexpr auto fifth = pow(x, 5_c);
static_assert(derivative(fifth, x)(x = 2.0) == 80);
static_assert(derivative<1>(fifth, x)(x = 2.0) == 80);
static_assert(derivative<2>(fifth, x)(x = 2.0) == 160);
static_assert(derivative<3>(fifth, x)(x = 2.0) == 240);
static_assert(derivative<4>(fifth, x)(x = 2.0) == 240);
static_assert(derivative<5>(fifth, x)(x = 2.0) == 120);
static_assert(derivative<6>(fifth, x)(x = 2.0) == 0);

static_assert(derivative(1 / x, x)(x = 2.0) == -0.25);
static_assert(derivative<2>(1 / x, x)(x = 2.0) == 0.25);
static_assert(derivative<3>(1 / x, x)(x = 2.0) == -0.375);
static_assert(derivative(derivative(1 / x, x), x)(x = -1.0) == -2);

// -- mixed partials: f = x² y³
// ----------------------------------------------------------------------

constexpr auto f = x * x * pow(y, 3);
static_assert(derivative(f, x)(x = 2.0, y = 3.0) == 108);
static_assert(derivative(f, y)(x = 2.0, y = 3.0) == 108);
static_assert(derivative<2>(f, x)(x = 2.0, y = 3.0) == 54);
static_assert(derivative<2>(f, y)(x = 2.0, y = 3.0) == 72);
static_assert(derivative(derivative(f, x), y)(x = 2.0, y = 3.0) == 108);
static_assert(derivative(derivative(f, y), x)(x = 2.0, y = 3.0) == 108);
static_assert(derivative(derivative<2>(f, x), y)(x = 2.0, y = 3.0) == 54);
static_assert(derivative<2>(derivative<2>(f, y), x)(x = 2.0, y = 3.0) == 36);
static_assert(derivative<3>(f, x)(x = 2.0, y = 3.0) == 0);

// -- combined with formulas, and differentiated again
// -------------------------------------------------

constexpr auto mixed = derivative(x * x * x, x) + y * x;  // 3x² + xy
static_assert(mixed(x = 2.0, y = 5.0) == 22);
static_assert(derivative(mixed, x)(x = 2.0, y = 5.0) == 17);
static_assert(derivative(mixed, y)(x = 2.0, y = 5.0) == 2);
constexpr auto g = cg::value_and_gradient(mixed * derivative(mixed, y))(y = 5.0, x = 2.0);
static_assert(g.value == 44);        // 3x³ + x²y
static_assert(g.gradient[x] == 56);  // 9x² + 2xy
static_assert(g.gradient[y] == 4);   // x²

constexpr auto newton = x - (x * x - 2) / derivative(x * x - 2, x);
static_assert(newton(x = 1.0) == 1.5);
static_assert(newton(x = 1.5) == 1.5 - 0.25 / 3);

// -- with respect to what is not there, or all there is
// ------------------------------------------------

static_assert(derivative(x, x)(x = 3.0) == 1);
static_assert(derivative(3 * x, x)(x = 3.0) == 3);
static_assert(derivative(x * x, y)(x = 3.0) == 0);
static_assert(derivative(2_c, x)() == 0);
static_assert(cg::gradient(derivative(3 * x, x))(x = 3.0)[x] == 0);
static_assert(derivative(derivative(x * x, y) + x * y, y)(x = 3.0, y = 7.0) == 3);

// -- kinks
// ---------------------------------------------------------------------------------------------

static_assert(derivative(relu(x), x)(x = 2.0) == 1 && derivative(relu(x), x)(x = -2.0) == 0);
static_assert(derivative<2>(relu(x), x)(x = 2.0) == 0);
static_assert(derivative<2>(relu(x) * x, x)(x = 2.0) == 2);
static_assert(derivative<2>(relu(x) * x, x)(x = -2.0) == 0);
static_assert(derivative(abs(x), x)(x = -3.0) == -1 && derivative(abs(x), x)(x = 0.0) == 0);
static_assert(derivative(max(x, y), x)(x = 1.0, y = 1.0) == 0.5);

// -- run-time constants
// ----------------------------------------------------------------------------------

static_assert(derivative(x * 2.0 + x * 3.0, x)(x = 1.0) == 5);
static_assert(derivative<2>(x * 2.0 * x - 7.0, x)(x = 1.0) == 4);
static_assert(derivative((x * 2.0 - 1.0) * (x * 3.0 - 4.0), x)(x = 1.0) == 1);       // 12x - 11
static_assert(derivative(derivative(x * x * 2.0, x) * x * 5.0, x)(x = 3.0) == 120);  // 20x² -> 40x
static_assert(derivative(pow(x, 4), x)(x = -2.0) == -32);
static_assert(derivative<3>(pow(x, 4), x)(x = -2.0) == -48);
static_assert(derivative<2>(pow(x, -1), x)(x = 2.0) == 0.25);

}  // namespace

BOOST_AUTO_TEST_SUITE(formula_derivative)

BOOST_AUTO_TEST_CASE(sine_comes_back_after_four) {
  BOOST_TEST(is_identical(derivative(sin(x), x)(x = 0.7), std::cos(0.7)));
  BOOST_TEST(is_identical(derivative<2>(sin(x), x)(x = 0.7), -std::sin(0.7)));
  BOOST_TEST(is_identical(derivative<3>(sin(x), x)(x = 0.7), -std::cos(0.7)));
  BOOST_TEST(is_identical(derivative<4>(sin(x), x)(x = 0.7), std::sin(0.7)));
}

BOOST_AUTO_TEST_CASE(logarithm) {
  BOOST_TEST(derivative(log(x), x)(x = 4.0) == 0.25);
  BOOST_TEST(derivative<2>(log(x), x)(x = 4.0) == -0.0625);
  BOOST_TEST(derivative<3>(log(x), x)(x = 4.0) == 0.03125);
}

BOOST_AUTO_TEST_CASE(powers_at_zero) {
  BOOST_TEST(derivative<2>(pow(x, 2), x)(x = 0.0) == 2);
  BOOST_TEST(derivative<2>(pow(x, 2.0), x)(x = 0.0) == 2);
  BOOST_TEST(derivative<3>(pow(x, 2), x)(x = 0.0) == 0);
  BOOST_TEST(derivative<3>(pow(x, 2.0), x)(x = 0.0) == 0);
}

BOOST_AUTO_TEST_CASE(second_partials_agree_with_the_truth) {
  const auto text = [](auto u, auto v) { return exp(u * v) * sin(u) / v; };
  const auto e = text(x, y);
  const std::array at{0.5, 1.5};
  const auto error = [&](double got, std::size_t k, std::size_t l) {
    return support::error_in_ulps(got, support::second_partial(text, at, k, l));
  };
  BOOST_TEST(error(derivative<2>(e, x)(x = 0.5, y = 1.5), 0, 0) <= 8);
  BOOST_TEST(error(derivative<2>(e, y)(x = 0.5, y = 1.5), 1, 1) <= 16);
  BOOST_TEST(error(derivative(derivative(e, x), y)(x = 0.5, y = 1.5), 0, 1) <= 8);
  BOOST_TEST(error(derivative(derivative(e, y), x)(x = 0.5, y = 1.5), 1, 0) <= 8);
}

BOOST_AUTO_TEST_CASE(a_derivative_is_an_entry_of_the_gradient) {
  const auto e = tanh(x * y) - x / (1 + y * y);
  // Unknown to the compiler: what it computes itself can differ from libm in the last digit.
  const volatile double u = 0.4, v = -1.2;
  const auto g = cg::gradient(e)(x = double(u), y = double(v));
  BOOST_TEST(is_identical(derivative(e, x)(x = double(u), y = double(v)), g[x]));
  BOOST_TEST(is_identical(derivative(e, y)(x = double(u), y = double(v)), g[y]));
}

BOOST_AUTO_TEST_CASE(scalar_types_pass_through) {
  static_assert(std::is_same_v<decltype(derivative<2>(x * x, x)(x = 2.0F)), float>);
  static_assert(std::is_same_v<decltype(derivative<2>(x * x, x)(x = 2)), double>);
  BOOST_TEST(derivative(x / 3, x)(x = 2.0L) == 1 / 3.0L);
}

BOOST_AUTO_TEST_SUITE_END()
