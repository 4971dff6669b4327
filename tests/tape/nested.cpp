// Values of duals and Values of Values: second derivatives for loops that are written by hand.
#include <ctgrad/diff/dual.hpp>
#include <ctgrad/diff/hessian.hpp>
#include <ctgrad/diff/product.hpp>

#include <concepts>
#include <type_traits>
#include <vector>

#include "support.hpp"

namespace {

namespace cg = ctgrad;
using dual = cg::dual<double>;
using value_of_dual = cg::basic_value<dual>;
using value_of_value = cg::basic_value<Value>;

constexpr auto f = [](auto x, auto y) {
  return exp(x * y) * sin(y) + pow(x, 3) * relu(y) + pow(y, x) + max(x, y) * abs(x);
};

static_assert(std::same_as<cg::scalar_of<value_of_dual>, double> &&
              std::same_as<cg::scalar_of<cg::basic_value<cg::dual<float, 3>>>, float>);
static_assert(cg::active<value_of_dual> && cg::operands<value_of_dual, int>);

// What meets what: numbers and the numbers of inner levels are constants.
static_assert(std::same_as<decltype(value_of_dual() * 2), value_of_dual> &&
              std::same_as<decltype(dual() * value_of_dual()), value_of_dual> &&
              std::same_as<decltype(value_of_value() - Value()), value_of_value> &&
              std::same_as<decltype(value_of_dual() < dual()), bool>);
static_assert(!std::convertible_to<value_of_dual, dual> &&
              !std::convertible_to<Value, value_of_dual> &&
              std::convertible_to<Value, value_of_value>);
static_assert(!cg::detail::fits<value_of_dual::ctgrad_engine, Value> &&
              !cg::detail::fits<cg::basic_value<cg::dual<double, 2>>::ctgrad_engine, dual>);

}  // namespace

BOOST_AUTO_TEST_SUITE(nested_values)

BOOST_AUTO_TEST_CASE(forward_over_reverse_is_a_hessian_times_a_direction) {
  const cg::basic_scope<dual> s;
  const value_of_dual x{dual::moving(1.5, {1.0})}, y{dual::moving(0.75, {-2.0})};
  const value_of_dual z = f(x, y);
  z.backward();
  const auto expected = cg::value_and_gradient(f)(1.5, 0.75);
  const auto product = cg::hvp(f)(std::array{1.5, 0.75}, std::array{1.0, -2.0});
  BOOST_TEST(is_identical(z.data().primal(), expected.value));
  BOOST_TEST(support::is_within(4, x.grad().primal(), expected.gradient[0]));
  BOOST_TEST(support::is_within(4, y.grad().primal(), expected.gradient[1]));
  BOOST_TEST(support::is_within(16, x.grad().tangent(), product[0]));
  BOOST_TEST(support::is_within(16, y.grad().tangent(), product[1]));
}

BOOST_AUTO_TEST_CASE(a_gradient_of_a_gradient) {
  const scope outer;
  const cg::basic_scope<Value> inner;
  const Value a{1.5}, b{0.75};
  const value_of_value x{a}, y{b};
  f(x, y).backward();
  const Value slope = x.grad();
  slope.backward();
  const auto h = cg::hessian(f)(1.5, 0.75);
  BOOST_TEST(support::is_within(16, a.grad(), h[0][0]));
  BOOST_TEST(support::is_within(16, b.grad(), h[0][1]));
}

BOOST_AUTO_TEST_CASE(variables_add_up_and_intermediates_start_anew) {
  const cg::basic_scope<dual> s;
  const value_of_dual x{dual::variable(3.0)};
  const value_of_dual y = x * x, z = y * x;
  z.backward();
  z.backward();
  BOOST_TEST(x.grad().primal() == 54);
  BOOST_TEST(x.grad().tangent() == 36);
  BOOST_TEST(y.grad().primal() == 3);
  BOOST_TEST(y.grad().tangent() == 1);
  x.zero_grad();
  BOOST_TEST(x.grad().primal() == 0);
  y.backward();
  BOOST_TEST(x.grad().primal() == 6);
}

BOOST_AUTO_TEST_CASE(a_tape_for_every_scalar) {
  const scope doubles;
  const cg::basic_scope<dual> duals;
  const auto before = recorded();
  const value_of_dual x{dual::variable(3.0)};
  static_cast<void>(x * x + x);
  BOOST_TEST(recorded() == before);
}

BOOST_AUTO_TEST_CASE(what_is_inactive_is_inactive_at_second_order) {
  const cg::basic_scope<dual> s;
  const value_of_dual x{dual::variable(0.0)}, y{dual(2.0)};
  const value_of_dual z =
      where(x > 0, sqrt(x), 0.0) * y + relu(-1 - x) + max(log(x) / x, y * y) + detach(x) * x;
  z.backward();
  BOOST_TEST(is_equal(x.grad().primal(), 0));
  BOOST_TEST(is_equal(x.grad().tangent(), 0));
}

BOOST_AUTO_TEST_CASE(a_contributed_zero_is_a_number) {
  const cg::basic_scope<dual> s;
  const value_of_dual x{dual::variable(0.0)};
  const value_of_dual root = sqrt(0 * x);
  root.backward();
  BOOST_TEST(is_identical(x.grad().primal(), support::nan_of<double>));  // inf * 0
}

BOOST_AUTO_TEST_CASE(an_exponent_that_only_the_inner_level_knows) {
  const cg::basic_scope<dual> s;
  const value_of_dual x{dual(2.0)};
  const value_of_dual p = dual::variable(3.0);  // passive on the tape
  BOOST_TEST(p.is_passive());
  const value_of_dual z = pow(x, p);
  z.backward();
  BOOST_TEST(x.grad().primal() == 12);
  BOOST_TEST(support::is_within(2, x.grad().tangent(), 4 * (1 + 3 * std::log(2.0))), "d2/dxdp");
  BOOST_TEST(support::is_within(2, z.data().tangent(), 8 * std::log(2.0)));
}

BOOST_AUTO_TEST_CASE(no_grad_of_the_number_pauses_all_levels) {
  const cg::basic_scope<dual> s;
  const value_of_dual x{dual::variable(3.0)};
  {
    const cg::no_grad guard;
    const value_of_dual y = x * x;
    BOOST_TEST(y.is_passive());
    BOOST_TEST(y.data().is_passive(), "a constant of all levels");
    const cg::basic_no_grad<float> other;
  }
  BOOST_TEST(!(x * x).is_passive());
  const cg::basic_no_grad<float> of_floats;
  BOOST_TEST(!(x * x).is_passive());
}

BOOST_AUTO_TEST_CASE(detach_is_a_constant_of_all_levels) {
  const value_of_dual x{dual::variable(3.0)};
  BOOST_TEST(x.detach().is_passive());
  BOOST_TEST(x.detach().data().is_passive());
  BOOST_TEST(detach(x).data().is_passive());
}

/// What the documentation says a training loop may do: the loss's Hessian times a direction.
BOOST_AUTO_TEST_CASE(the_curvature_of_a_loss_along_a_direction) {
  const std::vector inputs{0.0, 1.0, 2.0, 3.0}, targets{1.0, 3.0, 5.0, 7.0};
  const auto curvature = [&](double slope, double offset, std::array<double, 2> v) {
    const cg::basic_scope<dual> s;
    const value_of_dual a{dual::moving(slope, {v[0]})}, b{dual::moving(offset, {v[1]})};
    value_of_dual loss = 0.0;
    for (std::size_t i = 0; i < inputs.size(); ++i) loss += pow(a * inputs[i] + b - targets[i], 2);
    loss.backward();
    return std::array{a.grad().tangent(), b.grad().tangent()};
  };
  // H = 2 (sum x^2, sum x; sum x, n)
  BOOST_TEST((curvature(0.5, 0.1, {1, 0}) == std::array{28.0, 12.0}));
  BOOST_TEST((curvature(0.5, 0.1, {0, 1}) == std::array{12.0, 8.0}));
}

BOOST_AUTO_TEST_SUITE_END()
