// Derivatives of formulas, called with named arguments and read by variable.
#include <ctgrad/diff/dual.hpp>
#include <ctgrad/diff/formula.hpp>
#include <ctgrad/op/registry.hpp>

#include <boost/test/unit_test.hpp>

#include <array>
#include <cmath>
#include <concepts>
#include <cstddef>
#include <type_traits>

#include "../support/compare.hpp"
#include "../support/oracle.hpp"

namespace {

namespace cg = ctgrad;
using support::is_identical;

constexpr auto x = cg::var<"x">;
constexpr auto y = cg::var<"y">;
constexpr auto z = cg::var<"z">;

// -- second partials, on every compiler ----------------------------------------------------------

constexpr auto cubic = x * x * y + y * y * y;
constexpr auto H = cg::hessian(cubic)(x = 2.0, y = 3.0);
static_assert(H[x][x] == 6 && H[x][y] == 4 && H[y][x] == 4 && H[y][y] == 18);
constexpr auto turned = cg::hessian(cubic)(y = 3.0, x = 2.0);  // the names decide, not their order
static_assert(turned[x][x] == 6 && turned[y][y] == 18);

constexpr auto separate = x * x + 3 * y - 1 / z;
constexpr auto S = cg::hessian(separate)(x = 2.0, y = 3.0, z = 1.0);
static_assert(S[x][x] == 2 && S[y][y] == 0 && S[z][z] == -2 && S[x][y] == 0 && S[z][x] == 0);

// -- with the value, and with the gradient -------------------------------------------------------

constexpr auto both = cg::value_and_hessian(cubic)(x = 2.0, y = 3.0);
static_assert(both.value == 39 && both.hessian[x][y] == 4);
constexpr auto all = cg::value_gradient_hessian(cubic)(x = 2.0, y = 3.0);
static_assert(all.value == 39 && all.gradient[x] == 12 && all.gradient[y] == 31);
static_assert(all.hessian[y][x] == 4 && all.hessian[y][y] == 18);

// -- derivatives that are formulas again ---------------------------------------------------------

static_assert(cg::derivative(cubic, x, y)(x = 2.0, y = 3.0) == 4);
static_assert(cg::derivative(cubic, y, x)(x = 2.0, y = 3.0) == 4);
static_assert(cg::derivative(cubic * x, x, x, y)(x = 2.0, y = 3.0) == 12);  // of x³y + x y³
static_assert(cg::derivative<2>(cubic, y)(x = 2.0, y = 3.0) == 18);
constexpr auto slope = cg::derivative(cubic, x);  // 2 x y
static_assert(cg::gradient(slope)(x = 2.0, y = 3.0)[y] == 4);

// -- run-time constants, kinks, scalars ----------------------------------------------------------

static_assert(cg::hessian(x * x * 2.5)(x = 1.0)[x][x] == 5);
constexpr auto rectified = relu(x) * y + max(x * x, y);
static_assert(cg::hessian(rectified)(x = 0.0, y = 3.0)[x][y] == 0);
static_assert(cg::hessian(rectified)(x = 2.0, y = 3.0)[x][y] == 1);
static_assert(cg::hessian(rectified)(x = 2.0, y = 3.0)[x][x] == 2);
static_assert(std::same_as<decltype(cg::hessian(cubic)(x = 2.0F, y = 3.0F)[x][y]), const float&>);
static_assert(cg::hessian(x * x * y / 3)(x = 1.0F, y = 2.0F)[x][y] == 2.0F / 3);

// The Hessian of so many factors is interpreted, as that of a function is.
template <int Levels, int Place = 0>
constexpr auto factors(const auto& u, const auto& v) {
  if constexpr (Levels == 0) {
    return (Place % 3 == 0 ? 1.5 : 0.25) * u + 0.01 * Place * v;
  } else {
    return sin(factors<Levels - 1, 2 * Place>(u, v)) * factors<Levels - 1, 2 * Place + 1>(v, u);
  }
}

}  // namespace

BOOST_AUTO_TEST_SUITE(formula_derivatives)

BOOST_AUTO_TEST_CASE(agrees_with_the_truth) {
  const auto f = [](auto u, auto v) { return exp(u * v) * sin(v) + log(u + v * v); };
  const std::array at{0.75, 1.25};
  const auto got = cg::hessian(f(x, y))(x = at[0], y = at[1]);
  const auto check = [&](double d, std::size_t i, std::size_t j) {
    BOOST_TEST(support::error_in_ulps(d, support::second_partial(f, at, i, j)) <= 16);
  };
  check(got[x][x], 0, 0);
  check(got[x][y], 0, 1);
  check(got[y][y], 1, 1);
  BOOST_TEST(is_identical(got[x][y], got[y][x]));
  check(cg::derivative(f(x, y), x, y)(x = at[0], y = at[1]), 0, 1);
}

BOOST_AUTO_TEST_CASE(the_value_is_that_of_the_formula) {
  const auto e = exp(x * y) + sin(x) / y;
  for (const double k : {0.3, -1.2}) {
    const double value = std::exp(k * 0.7) + std::sin(k) / 0.7;
    BOOST_TEST(is_identical(cg::value_and_hessian(e)(x = k, y = 0.7).value, value));
    BOOST_TEST(is_identical(cg::value_gradient_hessian(e)(x = k, y = 0.7).value, value));
  }
}

BOOST_AUTO_TEST_CASE(long_formulas_are_interpreted) {
  constexpr auto e = factors<6>(x, y);
  using source = cg::detail::formula_derivative<std::remove_cvref_t<decltype(e)>, double,
                                                cg::detail::gradient_and_hessian_kind>;
  static_assert(cg::detail::way_to_run<source, double>() == cg::detail::way::interpreted);
  const auto [value, gradient, H_of_e] = cg::value_gradient_hessian(e)(x = 1.5, y = 0.75);
  using inner = cg::dual<double, 1>;
  using outer = cg::dual<inner, 1>;
  const auto truth = factors<6>(outer::variable(inner(1.5)), outer(inner::variable(0.75)));
  BOOST_TEST(is_identical(value, e(x = 1.5, y = 0.75)));
  BOOST_TEST(support::is_within(64, gradient[x], truth.tangent().primal()));
  BOOST_TEST(support::is_within(64, gradient[y], truth.primal().tangent()));
  BOOST_TEST(support::is_within(256, H_of_e[x][y], truth.tangent().tangent()));
}

BOOST_AUTO_TEST_CASE(constants_known_at_run_time_only) {
  for (const double k : {0.5, 3.0}) {
    BOOST_TEST(cg::hessian(k * x * x * y)(x = 2.0, y = 1.0)[x][y] == 4 * k);
  }
}

BOOST_AUTO_TEST_CASE(a_branch_that_is_not_taken_contributes_exactly_zero) {
  const auto got = cg::hessian(where(x > 0, sqrt(x), 0.0 * x) * y + y * y)(x = 0.0, y = 3.0);
  BOOST_TEST(is_identical(got[x][x], 0.0));
  BOOST_TEST(is_identical(got[x][y], 0.0));
  BOOST_TEST(is_identical(got[y][y], 2.0));
}

BOOST_AUTO_TEST_SUITE_END()
