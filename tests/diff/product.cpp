// jvp, vjp, hvp and the value together with them, against J v, wᵀJ and H v.
#include <ctgrad/diff/hessian.hpp>
#include <ctgrad/diff/jacobian.hpp>
#include <ctgrad/diff/product.hpp>
#include <ctgrad/op/registry.hpp>

#include <boost/test/unit_test.hpp>

#include <algorithm>
#include <array>
#include <cmath>
#include <concepts>
#include <cstddef>
#include <limits>
#include <tuple>
#include <utility>

#include "../support/compare.hpp"
#include "structs.hpp"

namespace {

namespace cg = ctgrad;
using structs::bond, structs::quote;
using support::is_identical;
using numbers = std::array<double, 2>;

// -- by hand, on every compiler; J = (y x; 2x -1; 0 2y) at (2, 3): (3 2; 4 -1; 0 6) --------------

constexpr auto curved = [](auto x, auto y) { return std::array{x * y, x * x - y, y * y}; };
static_assert(cg::jvp(curved)(std::tuple{2.0, 3.0}, numbers{1, 10}) ==
              std::array{23.0, -6.0, 60.0});
static_assert(cg::vjp(curved)(std::tuple{2.0, 3.0}, std::array{1.0, 10.0, 100.0}) ==
              numbers{43, 592});

// H = (2y 2x; 2x 6y) at (2, 3): (6 4; 4 18)
constexpr auto cubic = [](auto x, auto y) { return x * x * y + y * y * y; };
static_assert(cg::hvp(cubic)(std::tuple{2.0, 3.0}, numbers{1, 10}) == numbers{46, 184});

// -- together with the value ---------------------------------------------------------------------

constexpr auto with_jvp = cg::value_and_jvp(curved)(std::tuple{2.0, 3.0}, numbers{1, 10});
static_assert(with_jvp.value == std::array{6.0, 1.0, 9.0});
static_assert(with_jvp.product == std::array{23.0, -6.0, 60.0});
constexpr auto with_vjp =
    cg::value_and_vjp(curved)(std::tuple{2.0, 3.0}, std::array{1.0, 10.0, 100.0});
static_assert(with_vjp.value == std::array{6.0, 1.0, 9.0} && with_vjp.product == numbers{43, 592});
constexpr auto with_hvp = cg::value_and_hvp(cubic)(std::tuple{2.0, 3.0}, numbers{1, 10});
static_assert(with_hvp.value == 39 && with_hvp.product == numbers{46, 184});

// -- the point: a tuple or array of the arguments, or the only argument itself -------------------

static_assert(cg::jvp(curved)(numbers{2, 3}, numbers{1, 10}) == std::array{23.0, -6.0, 60.0});
static_assert(cg::hvp(cubic)(numbers{2, 3}, numbers{1, 10}) == numbers{46, 184});
static_assert(cg::hvp(cubic)(std::pair{2.0, 3.0}, std::pair{1.0, 10.0}) == numbers{46, 184});

constexpr auto cube = [](auto x) { return x * x * x; };
static_assert(cg::jvp(cube)(2.0, 5.0) == 60);
static_assert(cg::vjp(cube)(2.0, 5.0) == std::array{60.0});
static_assert(cg::hvp(cube)(2.0, 5.0) == std::array{60.0});
static_assert(cg::value_and_jvp(cube)(2.0, 5.0).value == 8);

constexpr auto of_array = [](const auto& x) { return x[0] * x[1] * x[1]; };
static_assert(cg::jvp(of_array)(numbers{2, 3}, numbers{1, 10}) == 129);
static_assert(cg::vjp(of_array)(numbers{2, 3}, 2.0) == numbers{18, 24});
static_assert(cg::hvp(of_array)(numbers{2, 3}, numbers{1, 10}) == numbers{60, 46});

constexpr auto of_tuple = [](const auto& t) { return std::get<0>(t) * std::get<1>(t)[0]; };
constexpr std::tuple in_tuple{2.0, std::array{3.0}};
static_assert(cg::jvp(of_tuple)(in_tuple, std::tuple{1.0, std::array{10.0}}) == 23);
static_assert(cg::vjp(of_tuple)(in_tuple, 2.0) == std::tuple{6.0, std::array{4.0}});

constexpr auto of_bond = [](const auto& b) { return b.rate * b.rate * b.maturity; };
static_assert(cg::jvp(of_bond)(bond<double>{2, 3}, bond<double>{1, 10}) == 52);
static_assert(cg::vjp(of_bond)(bond<double>{2, 3}, 2.0) == bond<double>{24, 8});
static_assert(cg::hvp(of_bond)(bond<double>{2, 3}, bond<double>{1, 10}) == bond<double>{46, 4});

// -- several arguments, structured ones among them; a result with a structure --------------------

constexpr auto to_quote = [](const auto& b, auto k) {
  return quote<decltype(b.rate * k)>{b.rate * b.maturity * k, k * k};
};
constexpr std::tuple point{bond<double>{2, 3}, 5.0};
constexpr std::tuple along{bond<double>{1, 10}, 100.0};
static_assert(cg::jvp(to_quote)(point, along) == quote<double>{15 + 100 + 600, 1000});
static_assert(cg::vjp(to_quote)(point, quote<double>{1, 10}) ==
              std::tuple{bond<double>{15, 10}, 106.0});
static_assert(cg::value_and_vjp(to_quote)(point, quote<double>{1, 10}).value ==
              quote<double>{30, 25});

// -- the choice of arguments: a direction has the structure of those -----------------------------

static_assert(cg::jvp<cg::wrt<1>>(curved)(std::tuple{2.0, 3.0}, 10.0) ==
              std::array{20.0, -10.0, 60.0});
static_assert(cg::jvp<cg::wrt<1, 0>>(curved)(std::tuple{2.0, 3.0}, numbers{10, 1}) ==
              std::array{23.0, -6.0, 60.0});
static_assert(cg::vjp<cg::wrt<1>>(curved)(std::tuple{2.0, 3.0}, std::array{1.0, 10.0, 100.0}) ==
              std::array{592.0});
static_assert(cg::hvp<cg::wrt<1>>(cubic)(std::tuple{2.0, 3.0}, 10.0) == std::array{180.0});
static_assert(cg::jvp<cg::wrt<0>>(to_quote)(point, bond<double>{1, 10}) == quote<double>{115, 0});
static_assert(cg::hvp<cg::wrt<0>>([](const auto& b, auto k) {
                return b.rate * b.maturity * k;
              })(point, bond<double>{1, 10}) == bond<double>{50, 5});
static_assert(cg::value_and_jvp<cg::wrt<1>>(curved)(numbers{2, 3}, 10.0).value[0] == 6);

// -- constants, and results that are arguments ---------------------------------------------------

constexpr auto some_constant = [](auto x, auto y) { return std::tuple{2.5, y, x * x}; };
static_assert(cg::jvp(some_constant)(numbers{2, 3}, numbers{1, 10}) == std::tuple{0.0, 10.0, 4.0});
static_assert(cg::vjp(some_constant)(numbers{2, 3}, std::tuple{1.0, 10.0, 100.0}) ==
              numbers{400, 10});
static_assert(cg::hvp([](auto x, auto y) { return 2 * x - y; })(numbers{2, 3}, numbers{1, 10}) ==
              numbers{0, 0});
static_assert(cg::jvp([](auto) { return 4.0; })(2.0, 5.0) == 0);

// -- which scalar: the direction counts, too -----------------------------------------------------

constexpr auto third = [](auto x) { return x * x / 3; };
static_assert(std::same_as<decltype(cg::jvp(third)(1.0F, 2.0F)), float>);
static_assert(std::same_as<decltype(cg::jvp(third)(1.0F, 2.0)), double>);
static_assert(std::same_as<decltype(cg::hvp(third)(1.0L, 2)), std::array<long double, 1>>);
static_assert(std::same_as<decltype(cg::vjp(third)(1, 2)), std::array<double, 1>>);
static_assert(cg::jvp(third)(1.0F, 1.0F) == 2.0F / 3);

// -- kinks ---------------------------------------------------------------------------------------

constexpr auto kinks = [](auto x, auto y) { return relu(x) * y + max(x * y, y * y); };
static_assert(cg::jvp(kinks)(numbers{0, 3}, numbers{1, 10}) == 60);  // that of y² alone
static_assert(cg::hvp(kinks)(numbers{2, 1}, numbers{1, 10}) == numbers{20, 2});
static_assert(cg::hvp(kinks)(numbers{0, 3}, numbers{1, 10}) == numbers{0, 20});

// -- against the matrices ------------------------------------------------------------------------

constexpr auto several = [](auto x, auto y, auto z) {
  const auto e = exp(x * y);
  return std::array{e * z, sin(e) + z, log(1 + x * x) / y, tanh(x - z) * e};
};
constexpr auto one = [](auto x, auto y, auto z) {
  return exp(x * y) * sin(z) + log(x * x + y * y) / z + tanh(x * z);
};
constexpr std::array x{0.75, -0.5, 1.25}, v{0.3, -1.7, 0.9};
constexpr std::array w{1.1, -0.4, 0.7, 2.3};

/// A sum of products in steps of its largest term: cancellation is not the product's fault.
struct sum_of_products {
  double sum = 0, largest = 0;
  void add(double a, double b) {
    sum += a * b;
    largest = std::max(largest, std::abs(a * b));
  }
  [[nodiscard]] double distance(double got) const {
    return std::abs(got - sum) / (largest * std::numeric_limits<double>::epsilon());
  }
};

}  // namespace

BOOST_AUTO_TEST_SUITE(function_product)

BOOST_AUTO_TEST_CASE(jvp_is_the_jacobian_times_a_direction) {
  const auto J = cg::jacobian(several)(x[0], x[1], x[2]);
  const auto [value, product] = cg::value_and_jvp(several)(x, v);
  for (std::size_t i = 0; i < 4; ++i) {
    sum_of_products expected;
    for (std::size_t j = 0; j < 3; ++j) expected.add(J[i][j], v[j]);
    BOOST_TEST(expected.distance(product[i]) <= 4);
    BOOST_TEST(is_identical(value[i], several(x[0], x[1], x[2])[i]));
  }
}

BOOST_AUTO_TEST_CASE(vjp_is_weights_times_the_jacobian) {
  const auto J = cg::jacobian(several)(x[0], x[1], x[2]);
  const auto [value, product] = cg::value_and_vjp(several)(x, w);
  for (std::size_t j = 0; j < 3; ++j) {
    sum_of_products expected;
    for (std::size_t i = 0; i < 4; ++i) expected.add(w[i], J[i][j]);
    BOOST_TEST(expected.distance(product[j]) <= 4);
  }
  for (std::size_t i = 0; i < 4; ++i) {
    BOOST_TEST(is_identical(value[i], several(x[0], x[1], x[2])[i]));
  }
}

BOOST_AUTO_TEST_CASE(hvp_is_the_hessian_times_a_direction) {
  const auto H = cg::hessian(one)(x[0], x[1], x[2]);
  const auto [value, product] = cg::value_and_hvp(one)(x, v);
  for (std::size_t i = 0; i < 3; ++i) {
    sum_of_products expected;
    for (std::size_t j = 0; j < 3; ++j) expected.add(H[i][j], v[j]);
    BOOST_TEST(expected.distance(product[i]) <= 8);
  }
  BOOST_TEST(is_identical(value, one(x[0], x[1], x[2])));
}

BOOST_AUTO_TEST_CASE(a_unit_direction_is_a_column) {
  const auto J = cg::jacobian(several)(x[0], x[1], x[2]);
  for (std::size_t j = 0; j < 3; ++j) {
    std::array<double, 3> unit{};
    unit[j] = 1;
    const auto column = cg::jvp(several)(x, unit);
    for (std::size_t i = 0; i < 4; ++i) BOOST_TEST(support::is_within(4, column[i], J[i][j]));
  }
}

BOOST_AUTO_TEST_CASE(a_branch_that_is_not_taken_contributes_exactly_zero) {
  const auto root = [](auto a, auto b) { return where(a > 0, sqrt(a), 0.0) * b + b * b; };
  BOOST_TEST(is_identical(cg::jvp(root)(numbers{0, 3}, numbers{1, 2}), 12.0));
  const auto by_weight = cg::vjp(root)(numbers{0, 3}, 2.0);
  BOOST_TEST(is_identical(by_weight[0], 0.0));
  BOOST_TEST(is_identical(by_weight[1], 12.0));
  const auto second = cg::hvp(root)(numbers{0, 3}, numbers{1, 2});
  BOOST_TEST(is_identical(second[0], 0.0));
  BOOST_TEST(is_identical(second[1], 4.0));
}

BOOST_AUTO_TEST_CASE(a_direction_into_an_unused_argument_changes_nothing) {
  const auto first = [](auto a, auto) { return std::array{a * a, 1 / a}; };
  const auto d = cg::jvp(first)(numbers{2, 3}, numbers{0, support::inf_of<double>});
  BOOST_TEST(d[0] == 0);
  BOOST_TEST(d[1] == 0);
}

BOOST_AUTO_TEST_SUITE_END()
