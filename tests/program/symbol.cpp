// Symbols: constants without a home, recording, folding, compound assignment.
#include <ctgrad/program/symbol.hpp>

#include <boost/test/unit_test.hpp>

#include <type_traits>

#include "../support/compare.hpp"
#include "../support/programs.hpp"

namespace {

using ctgrad::builder;
using ctgrad::symbol;
using support::listing;

// -- constants that belong to no builder ---------------------------------------------------------

constexpr bool constants_need_no_builder() {
  const symbol zero, two = 2, half = 0.5f;
  const symbol sum = two + half * 4 - zero;
  return zero.home() == nullptr && zero.is_literal(0) && two.is_literal(2) &&
         sum.home() == nullptr && sum.is_literal(4) && !sum.is_literal(5) && sum.literal() == 4;
}
static_assert(constants_need_no_builder());

constexpr bool zeros_keep_their_sign() {
  const symbol zero = 0, minus_zero = -0.0;
  return zero.is_literal(0.0) && !zero.is_literal(-0.0) && minus_zero.is_literal(-0.0) &&
         !minus_zero.is_literal(0) && !zero.same_as(minus_zero) && (-zero).is_literal(-0.0) &&
         (minus_zero + zero).is_literal(0.0);
}
static_assert(zeros_keep_their_sign());

constexpr bool a_constant_is_recorded_when_it_meets_a_symbol() {
  builder<double> home;
  const symbol x{home, home.input()};
  const symbol two = 2;
  const symbol y = x * two;
  return y.home() == &home && y.operand(1).is_literal(2) && y.operand(1).same_as(two) &&
         two.same_as(y.operand(1)) && y.operand(0).same_as(x) && !x.is_literal() &&
         two.at(home) == 1 && two.at(home) == 1;
}
static_assert(a_constant_is_recorded_when_it_meets_a_symbol());

constexpr bool equal_calls_are_the_same_symbol() {
  builder<double> home;
  const symbol x{home, home.input()}, y{home, home.input()};
  return (x * y).same_as(y * x) && (x - y).same_as(x - y) && !(x - y).same_as(y - x) &&
         exp(x + y).same_as(exp(y + x)) && !x.same_as(y) && !x.same_as(0) && home.size() == 7;
}
static_assert(equal_calls_are_the_same_symbol());

constexpr bool symbols_know_what_they_are() {
  builder<double> home;
  const symbol x{home, home.input()};
  return exp(x).is<ctgrad::ops::exp>() && !exp(x).is<ctgrad::ops::log>() &&
         !x.is<ctgrad::ops::exp>() && !symbol(3).is<ctgrad::ops::exp>() && (x < 1).is_condition() &&
         !(x + 1).is_condition() && !x.is_condition() && !symbol(1).is_condition();
}
static_assert(symbols_know_what_they_are());

// -- folding -------------------------------------------------------------------------------------

constexpr bool constants_fold() {
  builder<double> home;
  const symbol three{home, home.literal(3)}, half{home, home.literal(0.5)};
  return (three * half).is_literal(1.5) && (three - half).is_literal(2.5) &&
         (-three).is_literal(-3) && pow(three, 2).is_literal(9) &&
         where(three < half, three, half).is_literal(0.5) && abs(-three).is_literal(3) &&
         max(three, half).is_literal(3) && (three / half).is_literal(6);
}
static_assert(constants_fold());

// Functions of the mathematics library are not folded inside a program: the compiler's exp and the
// machine's need not agree to the last bit.
constexpr bool functions_of_constants_are_left_to_the_machine() {
  builder<double> home;
  const symbol three{home, home.literal(3)};
  return !exp(three).is_literal() && !sqrt(three).is_literal();
}
static_assert(functions_of_constants_are_left_to_the_machine());

// -- as a number ---------------------------------------------------------------------------------

static_assert(std::is_trivially_copyable_v<symbol> && std::is_default_constructible_v<symbol>);
static_assert(std::is_convertible_v<int, symbol> && std::is_convertible_v<float, symbol> &&
              !std::is_convertible_v<symbol, double> && !std::is_constructible_v<double, symbol>);

}  // namespace

BOOST_AUTO_TEST_SUITE(symbol_)

BOOST_AUTO_TEST_CASE(compound_assignment_of_itself) {
  BOOST_TEST(listing<1>([](auto x) { return x *= x; }) ==
             "%0 = input 0\n%1 = multiply %0 %0\nreturn %1\n");
  BOOST_TEST(listing<1>([](auto x) { return x += x; }) ==
             "%0 = input 0\n%1 = 2\n%2 = multiply %1 %0\nreturn %2\n");
  BOOST_TEST(listing<1>([](auto x) { return x -= x; }) ==
             "%0 = input 0\n%1 = subtract %0 %0\nreturn %1\n");
  BOOST_TEST(listing<1>([](auto x) { return x /= x; }) ==
             "%0 = input 0\n%1 = divide %0 %0\nreturn %1\n");
}

BOOST_AUTO_TEST_CASE(compound_assignment_to_a_constant_starts_a_recording) {
  const auto sum_of_squares = [](auto x, auto y) {
    decltype(x) s = 0;
    s += x * x;
    s += y * y;
    return s;
  };
  // 0 + x² stays: it is +0 for x = -0 whatever the sign of x², and only then x² itself
  BOOST_TEST(listing<2>(sum_of_squares) ==
             "%0 = input 0\n%1 = input 1\n%2 = multiply %0 %0\n%3 = 0\n%4 = add %3 %2\n"
             "%5 = multiply %1 %1\n%6 = add %4 %5\nreturn %6\n");
}

BOOST_AUTO_TEST_CASE(a_constant_result_is_a_program_of_one_literal) {
  BOOST_TEST(listing<1>([](auto) { return 3; }) == "%0 = input 0\n%1 = 3\nreturn %1\n");
  BOOST_TEST(listing<1>([](auto x) { return decltype(x)(2.5) * 2; }) ==
             "%0 = input 0\n%1 = 5\nreturn %1\n");
}

BOOST_AUTO_TEST_CASE(float_and_long_double_symbols_keep_their_precision) {
  ctgrad::basic_symbol<float> third_f = 1;
  third_f /= 3;
  BOOST_TEST(support::is_identical(third_f.literal(), 1.0f / 3));
  ctgrad::basic_symbol<long double> third_l = 1;
  third_l /= 3;
  BOOST_TEST(support::is_identical(third_l.literal(), 1.0L / 3));
}

BOOST_AUTO_TEST_CASE(functions_of_lone_constants_are_numbers) {
  BOOST_TEST(exp(symbol(1)).is_literal(std::exp(1.0)));
  BOOST_TEST((sin(symbol(2)) * 2).is_literal(std::sin(2.0) * 2));
}

BOOST_AUTO_TEST_SUITE_END()
