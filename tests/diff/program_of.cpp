// The program behind a derivative.
#include <ctgrad/diff/hessian.hpp>
#include <ctgrad/diff/jacobian.hpp>
#include <ctgrad/diff/product.hpp>
#include <ctgrad/diff/program_of.hpp>
#include <ctgrad/op/registry.hpp>
#include <ctgrad/program/interpret.hpp>

#include <boost/test/unit_test.hpp>

#include <array>
#include <concepts>
#include <cstddef>
#include <vector>

#include "../support/compare.hpp"
#include "structs.hpp"

namespace {

namespace cg = ctgrad;
using structs::bond;

constexpr auto f = [](auto x, auto y) { return (x + y) * exp(x * y); };
constexpr auto several = [](auto x, auto y) { return std::array{x * y, x - y, 3 * x}; };
constexpr auto of_bond = [](const auto& b, auto k) { return b.rate * b.maturity * k; };

// -- inputs and outputs --------------------------------------------------------------------------

constexpr std::size_t inputs(const auto& p) {
  return p.inputs;
}
constexpr std::size_t outputs(const auto& p) {
  return p.outputs.size();
}
static_assert(inputs(cg::program_of(cg::gradient(f))) == 2);
static_assert(outputs(cg::program_of(cg::gradient(f))) == 2);
static_assert(outputs(cg::program_of(cg::value_and_gradient(f))) == 3);
static_assert(outputs(cg::program_of(cg::hessian(f))) == 4);
static_assert(outputs(cg::program_of(cg::value_gradient_hessian(f))) == 7);
static_assert(outputs(cg::program_of(cg::jacobian(several))) == 6);
static_assert(outputs(cg::program_of(cg::jacobian<cg::wrt<1>>(several))) == 3);
static_assert(inputs(cg::program_of<bond<double>, double>(cg::gradient(of_bond))) == 3);
static_assert(outputs(cg::program_of<bond<double>, double>(cg::hessian(of_bond))) == 9);

// The direction comes last.
using numbers = std::array<double, 2>;
static_assert(inputs(cg::program_of<numbers, double, double>(cg::jvp(several))) == 4);
static_assert(outputs(cg::program_of<numbers, double, double>(cg::jvp(several))) == 3);
static_assert(inputs(cg::program_of<std::array<double, 3>, double, double>(cg::vjp(several))) == 5);

// -- which scalar --------------------------------------------------------------------------------

template <class P>
using scalar_of = typename P::scalar;
static_assert(
    std::same_as<scalar_of<decltype(cg::program_of<float, float>(cg::gradient(f)))>, float>);
static_assert(std::same_as<scalar_of<decltype(cg::program_of(cg::gradient(f)))>, double>);

// -- what it costs -------------------------------------------------------------------------------

static_assert(cg::operations(cg::program_of(cg::gradient([](auto x) { return 3 * x; }))) == 0);
static_assert(cg::operations(cg::program_of(cg::gradient([](auto x, auto y) { return x * y; }))) ==
              0);
static_assert(cg::operations(cg::program_of(cg::jacobian(several))) == 0);
static_assert(cg::operations(cg::program_of(cg::gradient([](auto x) { return x * x; }))) == 1);
static_assert(cg::validate(cg::program_of(cg::hessian(f))).empty());

}  // namespace

BOOST_AUTO_TEST_SUITE(program_of)

BOOST_AUTO_TEST_CASE(it_is_what_a_call_runs) {
  const auto p = cg::program_of(cg::value_gradient_hessian(f));
  const std::array at{0.75, -1.25};
  std::array<double, 7> results{};
  std::vector<double> memory;
  cg::interpret(p, at, results, memory);
  const auto r = cg::value_gradient_hessian(f)(at[0], at[1]);
  BOOST_TEST(support::is_identical(results[0], r.value));
  for (std::size_t i = 0; i < 2; ++i) {
    BOOST_TEST(support::is_identical(results[1 + i], r.gradient[i]));
    for (std::size_t j = 0; j < 2; ++j) {
      BOOST_TEST(support::is_identical(results[3 + 2 * i + j], r.hessian[i][j]));
    }
  }
}

BOOST_AUTO_TEST_SUITE_END()
