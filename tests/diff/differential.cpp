// What all kinds of derivatives have in common: which functions and arguments they take.
#include <ctgrad/diff/derivative.hpp>
#include <ctgrad/diff/gradient.hpp>
#include <ctgrad/diff/hessian.hpp>
#include <ctgrad/diff/jacobian.hpp>
#include <ctgrad/diff/product.hpp>
#include <ctgrad/op/registry.hpp>

#include <boost/test/unit_test.hpp>

#include <array>
#include <concepts>
#include <cstddef>
#include <tuple>
#include <type_traits>

#include "../support/compare.hpp"
#include "structs.hpp"

namespace {

namespace cg = ctgrad;
using structs::bond;

// -- functions: lambdas, function objects, what they call ----------------------------------------

struct discount {
  constexpr auto operator()(const auto& b, auto x) const { return b.rate * x * x + b.maturity; }
};
template <class T>
constexpr T cube(T x) {
  return x * x * x;
}
constexpr bond<double> params{2, 3};
static_assert(cg::gradient<cg::wrt<0>>(discount{})(params, 5.0).rate == 25);
constexpr auto H = cg::hessian(discount{})(params, 5.0);
static_assert(std::get<0>(H).rate == std::tuple{bond<double>{0, 0}, 10.0});
static_assert(std::get<1>(H) == std::tuple{bond<double>{10, 0}, 4.0});
static_assert(cg::derivative<2>([](auto x) { return cube(x) + cube(2 * x); })(1.0) == 54);

// -- the derivative is an object without state ---------------------------------------------------

constexpr auto f = [](auto x, auto y) { return x * x * y; };
static_assert(std::is_empty_v<decltype(cg::gradient(f))>);
static_assert(std::is_empty_v<decltype(cg::jvp(f))>);
static_assert(std::is_trivially_copyable_v<decltype(cg::hessian(f))>);
constexpr auto slope = cg::gradient(f);  // one object for all types of arguments
static_assert(std::same_as<decltype(slope(1.0, 1.0)), std::array<double, 2>>);
static_assert(std::same_as<decltype(slope(1.0F, 1.0F)), std::array<float, 2>>);
static_assert(slope(2.0F, 3.0F) == std::array{12.0F, 4.0F});
static_assert(slope(2, 3) == std::array{12.0, 4.0});
static_assert(slope(2, 3.0F) == std::array{12.0F, 4.0F});

// -- literals are of the arguments' type, to the last bit ----------------------------------------

constexpr auto tenth = [](auto x) { return 0.1 * x * x + x / 3; };
static_assert(cg::gradient(tenth)(1.0F)[0] == 2.0F * 0.1F + 1.0F / 3);
static_assert(cg::gradient(tenth)(1.0)[0] == 2 * 0.1 + 1.0 / 3);
static_assert(cg::hessian(tenth)(1.0F)[0][0] == 2 * 0.1F);
static_assert(cg::value_and_jacobian(tenth)(1.0F).value == 0.1F + 1.0F / 3);
static_assert(cg::hvp(tenth)(1.0F, 1.0F)[0] == 2 * 0.1F);

}  // namespace

BOOST_AUTO_TEST_SUITE(differential)

BOOST_AUTO_TEST_CASE(arguments_may_be_anything_that_holds_a_number) {
  const double constant = 2;
  double variable = 3;
  const double& reference = variable;
  BOOST_TEST((slope(constant, variable) == std::array{12.0, 4.0}));
  BOOST_TEST((slope(reference, +variable) == std::array{18.0, 9.0}));
  variable = 5;
  BOOST_TEST((slope(constant, reference) == std::array{20.0, 4.0}));
}

BOOST_AUTO_TEST_CASE(an_argument_may_be_given_twice) {
  const std::array u{2.0, 3.0};
  const auto dot = [](const auto& a, const auto& b) { return a[0] * b[0] + a[1] * b[1]; };
  BOOST_TEST((cg::gradient<cg::wrt<0>>(dot)(u, u) == u));
  BOOST_TEST((cg::gradient(dot)(u, u) == std::tuple{u, u}));
}

BOOST_AUTO_TEST_CASE(a_result_may_replace_its_argument) {
  std::array x{2.0, 3.0};
  x = cg::gradient([](const auto& a) { return a[0] * a[1]; })(x);
  BOOST_TEST((x == std::array{3.0, 2.0}));
}

BOOST_AUTO_TEST_CASE(kinds_agree_where_they_meet) {
  const auto g = [](auto x, auto y) { return exp(x * y) / (1 + x * x); };
  const auto by_gradient = cg::gradient(g)(0.7, -1.1);
  const auto by_jacobian = cg::jacobian(g)(0.7, -1.1);
  const auto by_vjp = cg::vjp(g)(std::array{0.7, -1.1}, 1.0);
  for (std::size_t i = 0; i < 2; ++i) {
    BOOST_TEST(support::is_identical(by_jacobian[i], by_gradient[i]));
    BOOST_TEST(support::is_within(2, by_vjp[i], by_gradient[i]));
  }
  const double by_jvp = cg::jvp(g)(std::array{0.7, -1.1}, std::array{1.0, 0.0});
  BOOST_TEST(support::is_within(4, by_jvp, by_gradient[0]));
}

BOOST_AUTO_TEST_SUITE_END()
