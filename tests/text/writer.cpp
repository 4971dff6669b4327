// Programs as the text of a formula. That it parses to the same program is tested in
// tests/text/round_trip.cpp.
#include <ctgrad/ctgrad.hpp>
#include <ctgrad/text/writer.hpp>

#include <boost/test/unit_test.hpp>

#include <chrono>
#include <cstddef>
#include <limits>
#include <string>
#include <vector>

namespace {

using ctgrad::builder, ctgrad::symbol;
using ctgrad::detail::exact_text;

constexpr double inf = std::numeric_limits<double>::infinity();

/// The text of f(x, y).
template <class F>
std::string written(F f, const std::vector<std::string>& names = {"x", "y"}) {
  builder<double> home;
  const symbol x{home, home.input()}, y{home, home.input()};
  const symbol result = f(x, y);
  return exact_text(home.finish({result.at(home)}), names);
}

void check(auto f, const std::string& wanted) {
  BOOST_TEST(written(f) == wanted);
}

/// An op that is unknown to the library, and is written like one that is not.
struct joined_op : ctgrad::op<"joined", 2> {
  static constexpr ctgrad::notation written{"+", 10};
  static constexpr auto value(const auto& x, const auto& y) { return x - y; }
  static constexpr auto partials(const auto&, const auto&, const auto&) {
    return std::tuple{1, -1};
  }
};

}  // namespace

BOOST_AUTO_TEST_SUITE(writer)

BOOST_AUTO_TEST_CASE(parentheses_stand_where_the_parser_would_group_otherwise) {
  check([](auto x, auto y) { return x - (y - x); }, "x - (y - x)");
  check([](auto x, auto y) { return x - y - x; }, "x - y - x");
  check([](auto x, auto y) { return x + (y + x * 2); }, "x + (y + x*2)");
  check([](auto x, auto y) { return x * (y * x); }, "x*(y*x)");
  check([](auto x, auto y) { return x / (y / x) / y; }, "x/(y/x)/y");
  check([](auto x, auto y) { return -(x * y); }, "-(x*y)");
  check([](auto x, auto y) { return -x * y; }, "-x*y");
  check([](auto x, auto y) { return x * -y - 2; }, "x*(-y) - 2");
}

BOOST_AUTO_TEST_CASE(negative_numbers) {
  check([](auto x, auto y) { return x + -2 * y; }, "x + -2*y");
  check([](auto x, auto y) { return x * -2 + y; }, "x*(-2) + y");
  check([](auto x, auto y) { return max(-2, x) + y; }, "max(-2, x) + y");
  check([](auto x, auto y) { return (x - -0.0) / -1e-5 + y; }, "(x - (-0))/(-1e-05) + y");
  check([](auto x, auto y) { return pow(-2, x) + pow(y, -2); }, "(-2)^x + y^-2");
}

BOOST_AUTO_TEST_CASE(numbers) {
  check([](auto x, auto y) { return x + y * 0.1; }, "x + y*0.1");
  check([](auto x, auto y) { return max(x, inf) * min(y, -inf); }, "max(x, inf)*min(y, -inf)");
  check([](auto x, auto y) { return where(x < y, std::numeric_limits<double>::quiet_NaN(), 0); },
        "where(x < y, nan, 0)");
  check([](auto x, auto y) { return x * std::numeric_limits<double>::denorm_min() / y; },
        "x*5e-324/y");
}

BOOST_AUTO_TEST_CASE(powers_are_told_apart_by_the_exponent) {
  check([](auto x, auto y) { return pow(x, y); }, "x^y");
  check([](auto x, auto y) { return pow(x, 2.5) + y; }, "x^2.5 + y");
  check([](auto x, auto y) { return pow(x, -3) + y; }, "x^-3 + y");
  check([](auto x, auto y) { return ctgrad::apply<ctgrad::ops::constant_power>(x, 2) + y; },
        "constant_power(x, 2) + y");
  check([](auto x, auto y) { return ctgrad::apply<ctgrad::ops::constant_power>(x, y); },
        "constant_power(x, y)");
  check([](auto x, auto y) { return ctgrad::apply<ctgrad::ops::integer_power>(x, y); },
        "integer_power(x, y)");
  check([](auto x, auto y) { return pow(pow(x, y), x); }, "(x^y)^x");
  check([](auto x, auto y) { return pow(x, pow(y, x)); }, "x^y^x");
  check([](auto x, auto y) { return pow(-x, -y) - pow(x + y, x * y); }, "(-x)^-y - (x + y)^(x*y)");
  check([](auto x, auto y) { return -pow(x, y); }, "-x^y");
}

BOOST_AUTO_TEST_CASE(comparisons_are_not_chained) {
  check([](auto x, auto y) { return (x < y) < (y >= x); }, "(x < y) < (y >= x)");
  check([](auto x, auto y) { return (x < y) == x; }, "(x < y) == x");
  check([](auto x, auto y) { return (x == y) == (x != y); }, "(x == y) == (x != y)");
  check([](auto x, auto y) { return (x < y && y < 2) || (!(x == y) && x > -1); },
        "x < y && y < 2 || !(x == y) && x > -1");
  check([](auto x, auto y) { return x + (y < 2); }, "x + (y < 2)");
}

BOOST_AUTO_TEST_CASE(other_ops_are_called_by_their_name) {
  check([](auto x, auto y) { return hypot(x, fma(x, y, 2)); }, "hypot(x, fma(x, y, 2))");
  check([](auto x, auto y) { return ctgrad::apply<joined_op>(x + 1, y); }, "joined(x + 1, y)");
}

BOOST_AUTO_TEST_CASE(the_arguments_are_listed_where_the_text_would_give_others) {
  check([](auto, auto y) { return sin(y); }, "f(x, y) = sin(y)");
  check([](auto x, auto y) { return y - x; }, "f(x, y) = y - x");
  check([](auto x, auto) { return x; }, "f(x, y) = x");
  BOOST_TEST(written([](auto x, auto f) { return f - x; }, {"x", "f"}) == "f_(x, f) = f - x");
  builder<double> home;
  BOOST_TEST(exact_text(home.finish({home.literal(2)}), {}) == "2");
}

BOOST_AUTO_TEST_CASE(long_parts_that_are_used_twice_are_definitions) {
  const auto f = [](auto x, auto y) {
    const auto part = exp(x * x + y * y + 1) * sin(x * y + x + y) + cos(x - y) + 1;
    return part * tanh(part);
  };
  check(f, "t1 = exp(x*x + y*y + 1)*sin(x*y + x + y) + cos(x - y) + 1;\nt1*tanh(t1)");
  BOOST_TEST(written(f, {"t1", "y"}).starts_with("t2 = exp(t1*t1 + y*y + 1)*"));
}

BOOST_AUTO_TEST_CASE(definitions_may_change_the_order_of_appearance) {
  const auto f = [](auto x, auto y) {
    const auto part = exp(y * y + y * 2 + 1) * sin(y * 3 + y) + cos(y - 4) + 1;
    return x + part * tanh(part);
  };
  BOOST_TEST(written(f).find(";\nf(x, y) = x + t1*tanh(t1)") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(a_deeply_shared_program_is_a_short_text) {
  const auto f = [](auto x, auto y) {
    for (int i = 0; i < 1000; ++i) x = sin(x) * y + x;  // the written-out tree has 2^1000 leaves
    return x;
  };
  BOOST_TEST(written(f).size() < 100'000U);
}

/// A chain of n operations, all on the left, all on the right, or functions of functions.
template <class Step>
std::string chain(std::size_t n, Step step) {
  builder<double> home;
  const symbol x{home, home.input()};
  symbol y{home, home.input()};
  for (std::size_t i = 0; i < n; ++i) y = step(x, y);
  return exact_text(home.finish({y.at(home)}), {"x", "y"});
}

BOOST_AUTO_TEST_CASE(long_chains_are_written_in_linear_time_and_without_recursion) {
  constexpr std::size_t n = 200'000;
  const auto begin = std::chrono::steady_clock::now();
  BOOST_TEST(chain(n, [](auto x, auto y) { return y - x; }).size() > 4 * n);
  BOOST_TEST(chain(n, [](auto x, auto y) { return x - y; }).size() > 4 * n);
  BOOST_TEST(chain(n, [](auto, auto y) { return sin(y); }).size() > 5 * n);
  const std::chrono::duration<double> seconds = std::chrono::steady_clock::now() - begin;
  BOOST_TEST(seconds.count() < 20);  // a quadratic one needs minutes
}

BOOST_AUTO_TEST_SUITE_END()
