// Derivatives of recordings against those of dynamic(f), which share no code with them but the ops,
// and against each other.
#include <ctgrad/dynamic/dynamic.hpp>

#include <tuple>
#include <type_traits>
#include <utility>

#include "support.hpp"

namespace {

using cg::dynamic, cg::where;
using vector = std::vector<double>;

const auto curve = [](const auto& x, const auto& t) {
  using T = std::remove_cvref_t<decltype(x[0] * t)>;
  std::vector<T> y;
  for (std::size_t i = 0; i < x.size(); ++i) y.push_back(tanh(x[i] * t) + x[0] * t * t);
  y.push_back(T(0.25));  // depends on nothing
  return y;
};

}  // namespace

BOOST_AUTO_TEST_CASE(every_derivative_of_one_number_is_that_of_dynamic) {
  const auto r = cg::record(energy, some_numbers(9));
  const auto x = some_numbers(9, 4.0), v = some_numbers(9, 7.0);
  const auto f = dynamic(energy);
  BOOST_TEST(support::identical(r(x), energy(x)));
  check_close(cg::gradient(r)(x), cg::gradient(f)(x));
  check_close(cg::hessian(r)(x), cg::hessian(f)(x));
  check_close(cg::hvp(r)(x, v), cg::hvp(f)(x, v));
  check_close(cg::jvp(r)(x, v), cg::jvp(f)(x, v));
  check_close(cg::vjp(r)(x, 1.5), cg::vjp(f)(x, 1.5));
  check_close(cg::partial<0, 1, 1>(r)(x), cg::partial<0, 1, 1>(f)(x));
  const auto [value, gradient] = cg::value_and_gradient(r)(x);
  BOOST_TEST(support::identical(value, energy(x)));
  BOOST_TEST((gradient == cg::gradient(r)(x)));
  const auto second = cg::value_gradient_hessian(r)(x);
  BOOST_TEST(support::identical(second.value, energy(x)));
  check_close(second.gradient, gradient);
  check_close(second.hessian, cg::hessian(f)(x));
  BOOST_TEST(support::identical(cg::value_and_hessian(r)(x).value, energy(x)));
  const auto product = cg::value_and_hvp(r)(x, v);
  BOOST_TEST(support::identical(product.value, energy(x)));
  check_close(product.product, cg::hvp(f)(x, v));
}

BOOST_AUTO_TEST_CASE(every_derivative_of_several_numbers_is_that_of_dynamic) {
  const auto r = cg::record(curve, some_numbers(5), 0.5);
  const auto x = some_numbers(5, 2.0);
  const double t = 0.75;
  const auto f = dynamic(curve);
  BOOST_TEST((r(x, t) == curve(x, t)));
  check_close(cg::jacobian(r)(x, t), cg::jacobian(f)(x, t));
  check_close(cg::jacobian<cg::wrt<0>>(r)(x, t), cg::jacobian<cg::wrt<0>>(f)(x, t));
  const auto j = cg::value_and_jacobian<cg::wrt<1>>(r)(x, t);
  BOOST_TEST((j.value == curve(x, t)));
  check_close(j.jacobian, cg::jacobian<cg::wrt<1>>(f)(x, t));
  check_close(cg::derivative<2, cg::wrt<1>>(r)(x, t), cg::derivative<2, cg::wrt<1>>(f)(x, t));
  const auto d = cg::value_and_derivative<1, cg::wrt<1>>(r)(x, t);
  BOOST_TEST((d.value == curve(x, t)));
  check_close(d.derivative, cg::derivative<1, cg::wrt<1>>(f)(x, t));
  const auto direction = std::tuple{some_numbers(5, 3.0), 0.5};
  const auto weights = some_numbers(6, 5.0);
  check_close(cg::jvp(r)(x, t, direction), cg::jvp(f)(std::tuple{x, t}, direction));
  check_close(cg::vjp(r)(x, t, weights), cg::vjp(f)(std::tuple{x, t}, weights));
  const auto jvp = cg::value_and_jvp<cg::wrt<0>>(r)(x, t, some_numbers(5, 3.0));
  BOOST_TEST((jvp.value == curve(x, t)));
  const auto vjp = cg::value_and_vjp<cg::wrt<0>>(r)(x, t, weights);
  BOOST_TEST((vjp.value == curve(x, t)));
  check_close(vjp.product, std::get<0>(cg::vjp(r)(x, t, weights)));
}

BOOST_AUTO_TEST_CASE(results_are_arranged_as_those_of_dynamic) {
  const auto of_numbers = cg::record([](auto x, auto y) { return x * y; }, 2.0, 3.0);
  BOOST_TEST((cg::gradient(of_numbers)(2.0, 3.0) == std::array{3.0, 2.0}));
  BOOST_TEST((cg::gradient<cg::wrt<1>>(of_numbers)(2.0, 3.0) == std::array{2.0}));
  BOOST_TEST((cg::gradient<cg::wrt<1, 0>>(of_numbers)(2.0, 3.0) == std::array{2.0, 3.0}));
  const layer<double> w{{1.0, 2.0}, 3.0};
  const auto of_struct = cg::record([](const auto& l) { return l.weights[0] * l.offset; }, w);
  BOOST_TEST((cg::gradient(of_struct)(w) == layer<double>{{3.0, 0.0}, 1.0}));
  const auto mixed =
      cg::record([](const auto& x, auto s, const auto& p) { return x[1] * s * p.first; },
                 std::vector{1.0, 2.0}, 4.0f, std::pair{5.0, std::array{6.0}});
  const auto g = cg::gradient(mixed)(std::vector{1.0, 2.0}, 4.0, std::pair{5.0, std::array{6.0}});
  using result = std::tuple<vector, double, std::pair<double, std::array<double, 1>>>;
  static_assert(std::is_same_v<std::remove_const_t<decltype(g)>, result>);
  BOOST_TEST((g == result{{0.0, 20.0}, 10.0, {8.0, {0.0}}}));
  const auto pairs =
      cg::record([](auto x, auto y) { return std::tuple{x + y, std::vector{x * y}}; }, 2.0, 3.0);
  const auto j = cg::jacobian(pairs)(2.0, 3.0);
  BOOST_TEST((std::get<0>(j) == std::array{1.0, 1.0}));
  BOOST_TEST((std::get<1>(j)[0] == std::array{3.0, 2.0}));
}
