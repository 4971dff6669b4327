// One header for derivatives at run time: it stands alone and has the whole family.
#include <ctgrad/dynamic/dynamic.hpp>
#include <ctgrad/op/registry.hpp>

#include <boost/test/unit_test.hpp>

#include <vector>

#include "../support/compare.hpp"

BOOST_AUTO_TEST_SUITE(dynamic_family)

BOOST_AUTO_TEST_CASE(all_of_it_agrees_on_a_cubic) {
  namespace cg = ctgrad;
  using support::is_equal;
  const double factor = 2;  // captured: 2 x^2 y
  const auto f = cg::dynamic([&](const auto& x) { return factor * x[0] * x[0] * x[1]; });
  const auto list = cg::dynamic([&](const auto& x) { return std::vector{factor * x[0] * x[1]}; });
  const auto square = cg::dynamic([&](const auto& x) { return factor * x * x; });
  const std::vector x{3.0, 5.0}, v{1.0, -1.0};
  const auto [value, gradient, hessian] = cg::value_gradient_hessian(f)(x);
  BOOST_TEST(is_equal(value, 90));
  BOOST_TEST((gradient == std::vector{60.0, 18.0}));
  BOOST_TEST((cg::gradient(f)(x) == gradient));
  BOOST_TEST((cg::value_and_gradient(f)(x).gradient == gradient));
  BOOST_TEST((hessian == std::vector{std::vector{20.0, 12.0}, std::vector{12.0, 0.0}}));
  BOOST_TEST((cg::hessian(f)(x) == hessian));
  BOOST_TEST((cg::hvp(f)(x, v) == std::vector{8.0, 12.0}));
  BOOST_TEST(is_equal(cg::jvp(f)(x, v), 42));
  BOOST_TEST((cg::jacobian(list)(x) == std::vector<std::vector<double>>{{10, 6}}));
  BOOST_TEST((cg::vjp(list)(x, std::vector{2.0}) == std::vector{20.0, 12.0}));
  BOOST_TEST(is_equal(cg::derivative<2>(square)(3.0), 4));
  BOOST_TEST(is_equal(cg::partial<0>(square)(3.0), 12));
}

BOOST_AUTO_TEST_SUITE_END()
