// Nothing allocates: the derivative of a function is straight-line code.
#include <ctgrad/diff/derivative.hpp>
#include <ctgrad/diff/dual.hpp>
#include <ctgrad/diff/formula.hpp>
#include <ctgrad/diff/gradient.hpp>
#include <ctgrad/diff/hessian.hpp>
#include <ctgrad/diff/jacobian.hpp>
#include <ctgrad/diff/product.hpp>
#include <ctgrad/diff/sparsity.hpp>
#include <ctgrad/op/registry.hpp>

#include <boost/test/unit_test.hpp>

#include <array>
#include <cstddef>
#include <memory>
#include <new>

#include "../support/counted_allocation.hpp"

namespace {

namespace cg = ctgrad;

/// How often call() allocates. Its result goes through a volatile, so that it is really computed.
std::size_t allocations_of(const auto& call) {
  const std::size_t before = support::allocations;
  [[maybe_unused]] const volatile double result = call();
  return support::allocations - before;
}

constexpr auto f = [](auto x, auto y) { return (x + y) * exp(x * y) - relu(x) / pow(y, 3); };

}  // namespace

BOOST_AUTO_TEST_SUITE(allocation)

BOOST_AUTO_TEST_CASE(the_counter_counts) {
  BOOST_TEST(allocations_of([] {
               const std::unique_ptr<double> p(
                   static_cast<double*>(::operator new(sizeof(double))));
               return *p = 2;
             }) == 1);
}

BOOST_AUTO_TEST_CASE(functions) {
  volatile double x = 1, y = 2;
  BOOST_TEST(allocations_of([&] { return cg::gradient(f)(+x, +y)[1]; }) == 0);
  BOOST_TEST(allocations_of([&] { return cg::value_and_gradient(f)(+x, +y).value; }) == 0);
  BOOST_TEST(allocations_of([&] { return cg::gradient<cg::wrt<1>>(f)(+x, +y)[0]; }) == 0);
  BOOST_TEST(allocations_of(
                 [&] { return cg::derivative<3>([](auto t) { return sin(t) / t; })(+x); }) == 0);
}

BOOST_AUTO_TEST_CASE(the_whole_family) {
  constexpr auto several = [](auto a, auto b) { return std::array{f(a, b), sin(a * b), a / b}; };
  volatile double x = 1, y = 2;
  const auto point = [&] { return std::array{+x, +y}; };
  BOOST_TEST(allocations_of([&] { return cg::jacobian(several)(+x, +y)[2][1]; }) == 0);
  BOOST_TEST(allocations_of([&] { return cg::value_and_jacobian(several)(+x, +y).value[0]; }) == 0);
  BOOST_TEST(allocations_of([&] { return cg::hessian(f)(+x, +y)[0][1]; }) == 0);
  BOOST_TEST(allocations_of([&] { return cg::value_gradient_hessian(f)(+x, +y).value; }) == 0);
  BOOST_TEST(allocations_of([&] { return cg::jvp(several)(point(), point())[2]; }) == 0);
  BOOST_TEST(allocations_of([&] { return cg::vjp(several)(point(), std::array{+x, +y, +x})[1]; }) ==
             0);
  BOOST_TEST(allocations_of([&] { return cg::value_and_hvp(f)(point(), point()).product[1]; }) ==
             0);
  BOOST_TEST(allocations_of([&] { return cg::partial<0, 1, 1>(f)(+x, +y); }) == 0);
  BOOST_TEST(allocations_of([&] {
               return double(cg::sparsity(cg::jacobian(several))(+x, +y).nonzeros);
             }) == 0);
}

BOOST_AUTO_TEST_CASE(duals) {
  using dual = cg::dual<double, 2>;
  using nested = cg::dual<dual, 100>;
  volatile double x = 1, y = 2;
  BOOST_TEST(allocations_of(
                 [&] { return f(dual::variable(+x, 0), dual::variable(+y, 1)).tangent(1); }) == 0);
  BOOST_TEST(allocations_of([&] {
               const auto z = f(nested::variable(dual::variable(+x, 0), 99), dual(+y));
               return z.tangent(99).tangent(0);
             }) == 0);
}

BOOST_AUTO_TEST_CASE(structures) {
  constexpr auto sum_of_squares = [](const auto& list) {
    auto sum = list[0] * list[0];
    for (std::size_t i = 1; i < list.size(); ++i) sum += list[i] * list[i];
    return sum;
  };
  volatile double x = 3;
  BOOST_TEST(allocations_of([&] {
               std::array<double, 20> list{};
               list[7] = x;
               return cg::gradient(sum_of_squares)(list)[7];
             }) == 0);
}

BOOST_AUTO_TEST_CASE(formulas) {
  constexpr auto a = cg::var<"a">;
  constexpr auto b = cg::var<"b">;
  volatile double x = 1, y = 2;
  BOOST_TEST(allocations_of([&] { return f(a, b)(a = +x, b = +y); }) == 0);
  BOOST_TEST(allocations_of([&] { return cg::gradient(f(a, b * 2.0))(a = +x, b = +y)[b]; }) == 0);
  BOOST_TEST(allocations_of([&] { return cg::derivative<2>(f(a, b), a)(a = +x, b = +y); }) == 0);
}

BOOST_AUTO_TEST_SUITE_END()
