// Numbers as part of a formula's type.
#include <ctgrad/diff/formula.hpp>
#include <ctgrad/expr/literals.hpp>

#include <boost/test/unit_test.hpp>

#include <concepts>
#include <type_traits>

#include "../support/compare.hpp"

namespace {

namespace cg = ctgrad;
using namespace cg::literals;

constexpr auto x = cg::var<"x">;

// -- the number that is meant --------------------------------------------------------------------

static_assert((0_c)() == 0);
static_assert((2_c)() == 2);
static_assert((0.5_c)() == 0.5);
static_assert((1'000_c)() == 1000);
static_assert((1'000.5_c)() == 1000.5);
static_assert((.25_c)() == 0.25);
static_assert((3._c)() == 3);
static_assert((007_c)() == 7);

// Not exact in binary: the nearest double, as the compiler reads it.
static_assert((0.1_c)() == 0.1);
static_assert((0.3_c)() == 0.3);
static_assert((3.14159265358979_c)() == 3.14159265358979);
static_assert((123456789.012345_c)() == 123456789.012345);
static_assert((0.0000000000000000000123_c)() == 0.0000000000000000000123);
static_assert((999999999999999_c)() == 999999999999999.0);

// -- as part of formulas -------------------------------------------------------------------------

static_assert((2_c * x)(x = 3.0) == 6);
static_assert((x - 0.5_c)(x = 3.0) == 2.5);
static_assert((-2_c)() == -2);
static_assert((1_c / 4_c)() == 0.25);
static_assert(cg::gradient(3_c * x * x)(x = 2.0)[x] == 12);

template <class E>
constexpr bool empty = std::is_empty_v<E> && sizeof(E) == 1;
static_assert(empty<decltype(2_c)>);
static_assert(empty<decltype(2_c * x + 0.5_c / x)>);

// -- whole or not decides what pow means ---------------------------------------------------------

template <class P>
using op_of_power = cg::ops::power_for<P>;
static_assert(std::same_as<op_of_power<decltype(3_c)>, cg::ops::integer_power>);
static_assert(std::same_as<op_of_power<decltype(0_c)>, cg::ops::integer_power>);
static_assert(std::same_as<op_of_power<decltype(2.5_c)>, cg::ops::power>);

static_assert(pow(x, 3_c)(x = -2.0) == -8);
static_assert(pow(x, 2.0_c)(x = -3.0) == 9);
static_assert(cg::gradient(pow(x, 3_c))(x = -2.0)[x] == 12);
static_assert(cg::gradient(pow(x, 0_c))(x = 0.0)[x] == 0);

}  // namespace

BOOST_AUTO_TEST_SUITE(literals)

BOOST_AUTO_TEST_CASE(equal_numbers_are_one_type) {
  BOOST_TEST((2_c)() == (2.0_c)());
  static_assert(std::same_as<decltype(2_c), decltype(2_c)>);
  static_assert(!std::same_as<decltype(2_c), decltype(3_c)>);
}

BOOST_AUTO_TEST_CASE(an_exponent_that_is_not_whole) {
  const auto r = cg::value_and_gradient(pow(x, 2.5_c))(x = 4.0);
  BOOST_TEST(r.value == 32);
  BOOST_TEST(r.gradient[x] == 20);  // 2.5 * 4^1.5
}

BOOST_AUTO_TEST_CASE(a_function_of_a_literal) {
  const auto r = cg::value_and_gradient(x * sqrt(4_c))(x = 3.0);
  BOOST_TEST(r.value == 6);
  BOOST_TEST(r.gradient[x] == 2);
}

BOOST_AUTO_TEST_SUITE_END()
