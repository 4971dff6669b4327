// dual: forward mode in N directions.
#include <ctgrad/diff/dual.hpp>

#include <boost/test/unit_test.hpp>

#include <array>
#include <cmath>
#include <concepts>
#include <limits>
#include <sstream>
#include <string>

#include "../support/compare.hpp"

namespace {

namespace cg = ctgrad;
using dual = cg::dual<double, 2>;
using support::is_equal;
using support::is_identical;

constexpr double inf = support::inf_of<double>;
constexpr double not_a_number = support::nan_of<double>;

constexpr dual x_at(double x) {
  return dual::variable(x, 0);
}
constexpr dual y_at(double y) {
  return dual::variable(y, 1);
}
constexpr dual constant_at(double c) {
  return dual(c);
}

// -- in constant expressions -------------------------------------------------------------------

constexpr auto rational = [](auto x, auto y) { return x * x * y - y / x + 3; };
constexpr dual r = rational(x_at(2), y_at(3));
static_assert(r.primal() == 13.5 && r.tangent(0) == 12.75 && r.tangent(1) == 3.5);
static_assert(r.tangents() == std::array{12.75, 3.5});
static_assert(dual().primal() == 0 && dual(7).tangents() == std::array{0.0, 0.0});
static_assert(dual().is_passive() && dual(7).is_passive() && !x_at(7).is_passive() &&
              !r.is_passive());
static_assert(rational(dual(2), 3).is_passive() && rational(dual(2), 3).primal() == 13.5);

constexpr dual along = rational(dual::moving(2, {1, 0}), dual::moving(3, {-1, 2}));
static_assert(along.tangents() == std::array{12.75 - 3.5, 7.0}, "derivatives along a vector");

// -- a number among numbers --------------------------------------------------------------------

static_assert(cg::active<dual> && cg::operands<dual, int> && !cg::number<dual>);
static_assert(std::same_as<cg::scalar_of<cg::dual<cg::dual<float, 1>, 3>>, float>);
static_assert(std::same_as<decltype(x_at(1) * 2), dual> &&
              std::same_as<decltype(1.0L / x_at(1)), dual> &&
              std::same_as<decltype(x_at(1) < 2), bool> && std::same_as<decltype(!x_at(1)), bool>);
static_assert(sizeof(cg::dual<double, 3>) == 5 * sizeof(double));
static_assert(!std::convertible_to<dual, double> && !std::convertible_to<dual, bool>);

// Only the primal is compared.
static_assert(x_at(2) == y_at(2) && x_at(2) <= dual(2) && !(x_at(2) < y_at(2)) && x_at(2) != 3 &&
              2 < x_at(3) && x_at(2) >= y_at(1) && (x_at(2) > 3 || y_at(1) < 2));

template <class T>
constexpr bool branches(T x) {
  if (x > 0 && !(x < 1)) return true;
  return false;
}
static_assert(branches(x_at(1)) && !branches(x_at(0.5)));

constexpr dual assigned() {
  dual x = x_at(2);
  x += 1;
  x *= x;
  x -= y_at(1);
  x /= 2;
  return -(+x);
}
static_assert(assigned().primal() == -4 && assigned().tangents() == std::array{-3.0, 0.5});

// -- kinks and branches ------------------------------------------------------------------------

static_assert(relu(x_at(0)).tangent(0) == 0 && relu(x_at(2)).tangent(0) == 1 &&
                  relu(x_at(-2)).is_passive(),
              "an inactive operand is none");
static_assert(abs(x_at(0)).tangent(0) == 0 && abs(x_at(-3)).tangent(0) == -1);
static_assert(max(x_at(1), y_at(1)).tangents() == std::array{0.5, 0.5} &&
              max(x_at(1), y_at(2)).tangents() == std::array{0.0, 1.0} &&
              min(x_at(1), y_at(2)).tangents() == std::array{1.0, 0.0} &&
              max(x_at(1), 1).tangents() == std::array{0.5, 0.0});
static_assert(where(x_at(1) > 0, x_at(1), y_at(2)).tangents() == std::array{1.0, 0.0} &&
              where(x_at(1) < 0, x_at(1), y_at(2)).tangents() == std::array{0.0, 1.0} &&
              where(true, 3, y_at(2)).is_passive() && where(x_at(2), 1, 0).primal() == 1);
static_assert(where(x_at(0), x_at(1), y_at(2)).tangents() == std::array{0.0, 1.0},
              "a number is a condition too");

/// `using std::max` is how generic code is written.
constexpr dual larger(const dual& a, const dual& b) {
  using std::max;
  return max(a, b);
}
static_assert(larger(x_at(1), y_at(1)).tangents() == std::array{0.5, 0.5});

}  // namespace

BOOST_AUTO_TEST_SUITE(duals)

BOOST_AUTO_TEST_CASE(values_are_those_of_the_standard_library) {
  volatile double at_run_time = 0.7;  // constants are computed by the compiler
  const double x = at_run_time, y = x + 1.2;
  BOOST_TEST(is_identical(exp(x_at(x)).primal(), std::exp(x)));
  BOOST_TEST(is_identical(tanh(x_at(x)).primal(), std::tanh(x)));
  BOOST_TEST(is_identical(pow(x_at(x), y_at(y)).primal(), std::pow(x, y)));
  BOOST_TEST(is_identical((x_at(x) / y_at(y)).primal(), x / y));
}

BOOST_AUTO_TEST_CASE(partials_are_those_of_the_op) {
  volatile double at_run_time = 0.7;
  const double x = at_run_time;
  BOOST_TEST(is_identical(sin(x_at(x)).tangent(0), std::cos(x)));
  BOOST_TEST(is_identical(log(x_at(3)).tangent(0), 1 / 3.0));
  const dual quotient = x_at(2) / y_at(3);
  BOOST_TEST(is_identical(quotient.tangent(0), 1 / 3.0));
  BOOST_TEST(is_identical(quotient.tangent(1), -(2 / 3.0 / 3.0)));
}

BOOST_AUTO_TEST_CASE(a_hundred_directions) {
  using wide = cg::dual<double, 100>;
  wide sum = 0;
  for (std::size_t k = 0; k < 100; ++k) {
    const auto x = wide::variable(static_cast<double>(k), k);
    sum += x * x;
  }
  for (std::size_t k = 0; k < 100; ++k) BOOST_TEST(sum.tangent(k) == 2 * static_cast<double>(k));
}

BOOST_AUTO_TEST_CASE(a_direction_that_does_not_exist_is_refused) {
  BOOST_CHECK_THROW(static_cast<void>(dual::variable(1, 2)), std::out_of_range);
}

// -- 0 * inf -----------------------------------------------------------------------------------

BOOST_AUTO_TEST_CASE(a_direction_without_dependence_meets_an_infinite_slope) {
  const dual root = sqrt(x_at(0));
  BOOST_TEST(root.tangent(0) == inf);
  BOOST_TEST(is_identical(root.tangent(1), 0.0));
  const dual undefined = log(x_at(-1));
  BOOST_TEST(is_identical(undefined.tangent(1), 0.0));
  const dual product = sqrt(x_at(0)) * y_at(2);
  BOOST_TEST(product.tangent(0) == inf);
  BOOST_TEST(is_identical(product.tangent(1), 0.0));
  BOOST_TEST(is_identical((x_at(1) * constant_at(inf)).tangent(1), 0.0));
}

BOOST_AUTO_TEST_CASE(a_zero_that_was_contributed_is_a_number) {
  const dual zero_slope = 0 * x_at(0);
  BOOST_TEST(zero_slope.tangent(0) == 0);
  BOOST_TEST(is_identical(sqrt(zero_slope).tangent(0), not_a_number));  // inf * 0, as IEEE says
  BOOST_TEST(is_identical(sqrt(zero_slope).tangent(1), 0.0));
}

BOOST_AUTO_TEST_CASE(an_inactive_operand_contributes_nothing) {
  BOOST_TEST(is_identical(relu(-1 - sqrt(x_at(0))).tangent(0), 0.0));
  BOOST_TEST(is_identical(sqrt(relu(x_at(-1))).tangent(0), 0.0));  // inf of a constant
  BOOST_TEST(is_identical(max(log(x_at(0)), y_at(1)).tangent(0), 0.0));
  BOOST_TEST(is_identical(where(x_at(0) > 0, log(x_at(0)), y_at(1)).tangent(0), 0.0));
  BOOST_TEST(is_identical(where(y_at(0) > 0, sqrt(x_at(-1)), 5).tangent(0), 0.0));
  BOOST_TEST(is_identical(pow(sqrt(x_at(0)), 0).tangent(0), 0.0));
}

BOOST_AUTO_TEST_CASE(nan_goes_through) {
  BOOST_TEST(is_identical((x_at(not_a_number) * y_at(2)).tangent(1), not_a_number));
  BOOST_TEST(is_identical((x_at(not_a_number) * y_at(2)).tangent(0), 2.0));
  BOOST_TEST(is_identical((x_at(0) * y_at(inf)).tangent(0), inf));
}

// -- exponents ---------------------------------------------------------------------------------

BOOST_AUTO_TEST_CASE(a_passive_exponent_never_evaluates_a_logarithm) {
  for (const dual& y : {pow(x_at(-2), 3), pow(x_at(-2), 3.0), pow(x_at(-2), constant_at(3))}) {
    BOOST_TEST(y.primal() == -8);
    BOOST_TEST(is_identical(y.tangent(0), 12.0));
    BOOST_TEST(is_identical(y.tangent(1), 0.0));
  }
  BOOST_TEST(is_identical(pow(x_at(0), constant_at(0)).tangent(0), 0.0));
}

BOOST_AUTO_TEST_CASE(an_active_exponent_is_differentiated_by) {
  const dual both = pow(x_at(2), y_at(3));
  BOOST_TEST(both.tangent(0) == 12);
  BOOST_TEST(is_identical(both.tangent(1), 8 * std::log(2.0)));
  BOOST_TEST(is_identical(pow(x_at(-2), y_at(3)).tangent(1), not_a_number));
  BOOST_TEST(is_identical(pow(x_at(-2), y_at(3)).tangent(0), 12.0));
  BOOST_TEST(is_identical(pow(2, y_at(3)).tangent(1), 8 * std::log(2.0)));
}

// -- texts -------------------------------------------------------------------------------------

BOOST_AUTO_TEST_CASE(a_dual_is_printed_with_its_tangents) {
  const auto text = [](const auto& x) {
    std::ostringstream out;
    out << x;
    return out.str();
  };
  BOOST_TEST(text(x_at(2) * y_at(3)) == "dual(primal=6, tangents=[3 2])");
  BOOST_TEST(text(cg::dual<dual, 1>(x_at(2))) ==
             "dual(primal=dual(primal=2, tangents=[1 0]), "
             "tangents=[dual(primal=0, tangents=[0 0])])");
}

BOOST_AUTO_TEST_SUITE_END()
