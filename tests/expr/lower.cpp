// From a formula's type to a program: what is shared, and in which order inputs are read.
#include <ctgrad/diff/formula.hpp>
#include <ctgrad/expr/literals.hpp>
#include <ctgrad/program/print.hpp>

#include <boost/test/unit_test.hpp>

#include <string>
#include <type_traits>

#include "../support/compare.hpp"

namespace {

namespace cg = ctgrad;
using namespace cg::literals;

constexpr auto x = cg::var<"x">;
constexpr auto y = cg::var<"y">;
constexpr auto z = cg::var<"z">;

template <class Derive, class E>
constexpr const auto& program_of(const E&) {
  return cg::frozen<cg::detail::formula_program<E, double, Derive>>::value;
}
using value = cg::detail::value_of_formula;
using gradient = cg::detail::of_formula<cg::detail::value_and_gradient_kind>;

constexpr std::size_t cost(const auto& e) {
  return operations(program_of<value>(e));
}
constexpr std::size_t cost_with_gradient(const auto& e) {
  return operations(program_of<gradient>(e));
}

// -- shared parts are computed once
// ----------------------------------------------------------------

constexpr auto s = sin(x * y);
static_assert(cost(x) == 0);
static_assert(cost(s) == 2);
static_assert(cost(s + s) == 3);           // 2 * s
static_assert(cost(s * s + s) == 4);       // one sine
static_assert(cost(sin(x * y) - s) == 3);  // written twice
static_assert(cost(x * y - y * x) == 2);   // either way round
static_assert(cost(x / y - y / x) == 3);

constexpr auto doubled = [](auto e) { return e * e; };
static_assert(cost(doubled(doubled(doubled(doubled(x + y))))) == 5);  // 31 operations by type

// s² + s: 4 operations. ds = 1 + s + s, dp = ds * cos p, dx = dp * y, dy = dp * x: 6 more.
static_assert(cost_with_gradient(s * s + s) == 10);

// exp is its own derivative, and so is its derivative's.
static_assert(cost(exp(x) + cg::derivative(exp(x), x)) == 2);
static_assert(cost(cg::derivative<3>(exp(x), x)) == 1);
static_assert(cost_with_gradient(exp(x)) == 1);

// -- what is known while compiling is computed there
// -------------------------------------------------

static_assert(cost(2_c * 3_c - 1_c / 4_c) == 0);
static_assert(cost(x * 1_c) == 0);
static_assert(cost(pow(x, 3_c)) == 2);
static_assert(cost(pow(x, 8_c)) == 3);
static_assert(cost(cg::derivative(3_c * x, x)) == 0);
static_assert(cost(cg::derivative(x * y, x)) == 0);
static_assert(cost(where(1_c < 2_c, x, exp(x))) == 0);

// A derivative computes nothing of the function that it does not need.
static_assert(cost(cg::derivative(exp(y) + x * x, x)) == 1);

// -- run-time constants are inputs
// -------------------------------------------------------------------

static_assert(program_of<value>(x + y).inputs == 2);
static_assert(program_of<value>(x * 2.0 + y * 3.0).inputs == 4);
static_assert(program_of<value>(x * 2_c + y * 3_c).inputs == 2);

// Equal types need not be equal numbers: nothing with a constant of its own is shared.
static_assert(cost((x * 2.0) + (x * 2.0)) == 3);
static_assert(cost((x * 2_c) + (x * 2_c)) == 2);

// A part with constants and one without: x*y is still one multiplication.
static_assert(cost((x * y) * 2.0 + (x * y) * 3.0) == 4);

// -- programs are well formed
// ------------------------------------------------------------------------

static_assert(validate(program_of<gradient>(relu(x - 2.0) / (y * 3_c))).empty());
static_assert(validate(program_of<gradient>(cg::derivative<2>(pow(x, y), x))).empty());
static_assert(validate(program_of<gradient>(2_c)).empty());

}  // namespace

BOOST_AUTO_TEST_SUITE(lower)

BOOST_AUTO_TEST_CASE(variables_in_order_of_appearance_then_constants_as_read) {
  BOOST_TEST(to_string(program_of<value>((z - 2.0) * x / (z + 3_c) - 5.0)) ==
             "%0 = input 0\n"
             "%1 = input 1\n"
             "%2 = input 2\n"
             "%3 = input 3\n"
             "%4 = subtract %0 %2\n"
             "%5 = multiply %4 %1\n"
             "%6 = 3\n"
             "%7 = add %0 %6\n"
             "%8 = divide %5 %7\n"
             "%9 = subtract %8 %3\n"
             "return %9\n");
}

BOOST_AUTO_TEST_CASE(a_gradient_is_more_outputs_of_the_same_program) {
  BOOST_TEST(to_string(program_of<gradient>(exp(y) * x)) ==
             "%0 = input 0\n"
             "%1 = input 1\n"
             "%2 = exp %0\n"
             "%3 = multiply %2 %1\n"
             "return %3 %3 %2\n");  // d/dy = x exp(y) is the value itself
}

BOOST_AUTO_TEST_CASE(eight_squarings_are_eight_multiplications) {
  constexpr auto e = doubled(doubled(doubled(doubled(doubled(doubled(doubled(doubled(x))))))));
  const auto r = cg::value_and_gradient(e)(x = 2.0);
  BOOST_TEST(cost(e) == 8);
  BOOST_TEST(r.value == 0x1p256);
  BOOST_TEST(r.gradient[x] == 0x1p263);  // 256 x^255
}

BOOST_AUTO_TEST_SUITE_END()
