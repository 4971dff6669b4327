// Every rewriting fires where it should, keeps the value to the last bit, and no other is made.
#include <ctgrad/program/simplify.hpp>

#include <boost/test/unit_test.hpp>

#include <cstddef>
#include <limits>
#include <string>
#include <string_view>

#include "../support/compare.hpp"
#include "../support/engines.hpp"
#include "../support/programs.hpp"

namespace {

using ctgrad::pow;  // never std::pow, which some headers declare beside it
using support::listing;
using namespace support::functions;

constexpr double nan_ = support::nan_of<double>;
constexpr double inf = support::inf_of<double>;
constexpr double tiny = std::numeric_limits<double>::denorm_min();
constexpr double largest = std::numeric_limits<double>::max();
constexpr double small = std::numeric_limits<double>::min();

constexpr std::array grid{0.0,  -0.0, 1.0,     -1.0,     tiny, -tiny, small, -small, inf,
                          -inf, nan_, largest, -largest, 0.1,  -3.0,  1e200, 700.0};

/// f's program has the expected number of operations and the value of `truth` on all of the grid.
template <std::size_t N, class F, class Truth>
void check_rule(std::string_view text, std::size_t expected, const F& f, const Truth& truth) {
  BOOST_TEST_CONTEXT(text) {
    constexpr std::size_t count = operations(ctgrad::frozen<support::source<F, N>>::value);
    BOOST_TEST(count == expected);
    std::array<double, N> x{};
    const auto compare = [&] {
      BOOST_TEST(
          support::is_identical(support::run(f, x), static_cast<double>(std::apply(truth, x))));
    };
    for (const double a : grid) {
      x[0] = a;
      if constexpr (N == 1) {
        compare();
      } else {
        for (const double b : grid) {
          x[1] = b;
          compare();
        }
      }
    }
  }
}

template <std::size_t N, class F>
void check_rule(std::string_view text, std::size_t expected, const F& f) {
  check_rule<N>(text, expected, f, f);
}

}  // namespace

BOOST_AUTO_TEST_SUITE(simplify_)

BOOST_AUTO_TEST_CASE(rules_of_sums) {
  check_rule<1>("x + x = 2x", 1, [](auto x) { return x + x; });
  check_rule<2>("x + -y = x - y", 1, [](auto x, auto y) { return x + -y; });
  check_rule<2>("-x + y = y - x", 1, [](auto x, auto y) { return -x + y; });
  check_rule<2>("x - -y = x + y", 1, [](auto x, auto y) { return x - -y; });
  check_rule<1>("x - 0 = x", 0, [](auto x) { return x - 0; });
  check_rule<1>("x + x becomes a product with 2", 1, [](auto x) { return x + x; });
  BOOST_TEST(listing<1>([](auto x) { return x + x; }) ==
             "%0 = input 0\n%1 = 2\n%2 = multiply %1 %0\nreturn %2\n");
  BOOST_TEST(listing<2>([](auto x, auto y) { return -x + y; }) ==
             "%0 = input 0\n%1 = input 1\n%2 = subtract %1 %0\nreturn %2\n");
}

BOOST_AUTO_TEST_CASE(rules_of_products) {
  check_rule<1>("x * 1 = x", 0, [](auto x) { return x * 1; });
  check_rule<1>("1 * x = x", 0, [](auto x) { return 1 * x; });
  check_rule<1>("x * -1 = -x", 1, [](auto x) { return x * -1; });
  check_rule<1>("-1 * x = -x", 1, [](auto x) { return -1 * x; });
  check_rule<2>("-x * -y = x * y", 1, [](auto x, auto y) { return -x * -y; });
  check_rule<1>("x / 1 = x", 0, [](auto x) { return x / 1; });
  check_rule<1>("x / -1 = -x", 1, [](auto x) { return x / -1; });
  check_rule<1>("-(-x) = x", 0, [](auto x) { return -(-x); });
  check_rule<1>("-x * -1 = x", 0, [](auto x) { return -x * -1; });
}

BOOST_AUTO_TEST_CASE(rules_of_powers) {
  check_rule<1>("x^0 = 1", 0, [](auto x) { return pow(x, 0); });
  check_rule<1>("x^1 = x", 0, [](auto x) { return pow(x, 1); });
  check_rule<1>("x^2 = x*x", 1, [](auto x) { return pow(x, 2); });
  check_rule<1>("x^-1 is one operation", 1, [](auto x) { return pow(x, -1); });
  check_rule<1>("x^-2 is one operation", 1, [](auto x) { return pow(x, -2); });
  check_rule<1>("x^3", 2, [](auto x) { return pow(x, 3); });
  check_rule<1>("x^7: x, x², x⁴ and two products", 4, [](auto x) { return pow(x, 7); });
  check_rule<1>("x^64: six squares", 6, [](auto x) { return pow(x, 64); });
  check_rule<1>("x^65 is one operation", 1, [](auto x) { return pow(x, 65); });
  check_rule<1>("x^-65 is one operation", 1, [](auto x) { return pow(x, -65); });
  check_rule<1>("x*x and x^2 share", 2, [](auto x) { return x * x + pow(x, 2); });
}

BOOST_AUTO_TEST_CASE(an_active_power_of_a_literal_exponent_is_a_constant_power) {
  const auto f = [](auto x) { return pow(x, decltype(x)(2.5)); };
  BOOST_TEST(listing<1>(f) == "%0 = input 0\n%1 = 2.5\n%2 = constant_power %0 %1\nreturn %2\n");
}

BOOST_AUTO_TEST_CASE(rules_of_branches) {
  check_rule<2>("where(true, x, y)", 0,
                [](auto x, auto y) { return where(decltype(x)(1) > 0, x, y); });
  check_rule<2>("where(false, x, y)", 0,
                [](auto x, auto y) { return where(decltype(x)(1) < 0, x, y); });
  check_rule<2>("where(c, x, x) = x", 0, [](auto x, auto y) { return where(y > 0, x, x); });
  check_rule<2>("where(!c, x, y)", 2, [](auto x, auto y) { return where(!(x < y), x, y); });
  BOOST_TEST(listing<2>([](auto x, auto y) { return where(!x, y, 1); }) ==
             "%0 = input 0\n%1 = input 1\n%2 = 1\n%3 = where %0 %2 %1\nreturn %3\n");
}

BOOST_AUTO_TEST_CASE(rules_of_conditions) {
  check_rule<2>("c && c = c", 1, [](auto x, auto y) { return (x < y) && (x < y); });
  check_rule<2>("c || c = c", 1, [](auto x, auto y) { return (x < y) || (x < y); });
  check_rule<2>("!!c = c", 1, [](auto x, auto y) { return !!(x < y); });
  check_rule<2>("c != 0 is c", 1, [](auto x, auto y) { return (x < y) != 0; });
  check_rule<2>("c && true = c", 1, [](auto x, auto y) { return (x < y) && decltype(x)(1) > 0; });
  check_rule<2>("c || false = c", 1, [](auto x, auto y) { return (x < y) || decltype(x)(1) < 0; });
  check_rule<2>("c && false = false", 0,
                [](auto x, auto y) { return (x < y) && decltype(x)(1) < 0; });
  check_rule<2>("c || true = true", 0,
                [](auto x, auto y) { return (x < y) || decltype(x)(1) > 0; });
}

BOOST_AUTO_TEST_CASE(numbers_are_not_conditions) {
  // 3 && 3 is 1 and 3 != 0 is 1: none of these is the number itself
  constexpr auto truth = [](double x) { return x != 0 ? 1.0 : 0.0; };
  check_rule<1>("x && x", 1, [](auto x) { return x && x; }, truth);
  check_rule<1>("x || x", 1, [](auto x) { return x || x; }, truth);
  check_rule<1>("!!x", 2, [](auto x) { return !!x; }, truth);
  check_rule<1>("x != 0", 1, [](auto x) { return x != 0; }, truth);
  check_rule<1>("x && true", 1, [](auto x) { return x && decltype(x)(1) > 0; }, truth);
  check_rule<1>("x || false", 1, [](auto x) { return x || decltype(x)(1) < 0; }, truth);
  check_rule<1>("where(x, 1, 0)", 1, [](auto x) { return where(x, 1, 0); }, truth);
}

BOOST_AUTO_TEST_CASE(what_would_change_a_value_is_not_done) {
  check_rule<1>("x + 0.0 is +0 for -0", 1, [](auto x) { return x + 0.0; });
  check_rule<1>("0.0 + x", 1, [](auto x) { return 0.0 + x; });
  check_rule<1>("0 - x is +0 for +0, -x is -0", 1, [](auto x) { return 0 - x; });
  check_rule<1>("0 * x is NaN for inf", 1, [](auto x) { return 0 * x; });
  check_rule<1>("x * 0.0", 1, [](auto x) { return x * 0.0; });
  check_rule<1>("x - x is NaN for inf", 1, [](auto x) { return x - x; });
  check_rule<1>("x / x is NaN for 0", 1, [](auto x) { return x / x; });
  check_rule<1>("0 / x is NaN for 0", 1, [](auto x) { return 0 / x; });
  check_rule<1>("x / 3 is not x * (1/3)", 1, [](auto x) { return x / 3; });
  check_rule<2>("(x + y) - y", 2, [](auto x, auto y) { return (x + y) - y; });
  check_rule<2>("x * y / y", 2, [](auto x, auto y) { return x * y / y; });
  check_rule<1>("(x + 1) + 2", 2, [](auto x) { return (x + 1) + 2; });
  check_rule<1>("(x * 3) * 5", 2, [](auto x) { return (x * 3) * 5; });
  check_rule<1>("sqrt(x * x)", 2, [](auto x) { return sqrt(x * x); });
  check_rule<1>("log(exp(x))", 2, [](auto x) { return log(exp(x)); });
  check_rule<1>("abs(abs(x))", 2, [](auto x) { return abs(abs(x)); });
  check_rule<2>("-(x - y) is -0 where y - x is +0", 2, [](auto x, auto y) { return -(x - y); });
  check_rule<1>("x == x is false for NaN", 1, [](auto x) { return x == x; });
}

BOOST_AUTO_TEST_CASE(a_difference_from_minus_0_is_left_alone) {
  check_rule<1>("x - -0.0 is +0 for -0", 1, [](auto x) { return x - -0.0; });
}

BOOST_AUTO_TEST_SUITE_END()
