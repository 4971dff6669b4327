// Derivatives divide by the same number as seldom as possible.
#include <ctgrad/program/share_quotients.hpp>

#include <boost/test/unit_test.hpp>

#include <array>
#include <cmath>
#include <limits>
#include <string>
#include <vector>

#include "../support/corpus.hpp"
#include "../support/passes.hpp"

namespace {

using ctgrad::share_quotients;
using support::program_with;
using symbols = std::vector<ctgrad::symbol>;

constexpr auto pass = [](const auto& p, std::size_t values) { return share_quotients(p, values); };

using passed = support::tests_of<pass>;

std::size_t divisions(const ctgrad::program<double>& p) {
  std::size_t count = 0;
  for (const auto& step : p.code) {
    count += step.op == &ctgrad::info_of<ctgrad::ops::divide, double> ? 1 : 0;
  }
  return count;
}

// -- at compile time -----------------------------------------------------------------------------

static_assert(operations(share_quotients(program_with<3>([](auto a, auto b, auto d) {
                                           return symbols{a / d + b / d};
                                         }),
                                         0)) == 2);

}  // namespace

BOOST_AUTO_TEST_SUITE(share_quotients_)

BOOST_AUTO_TEST_CASE(a_product_takes_the_quotient_that_is_computed_anyway) {
  BOOST_TEST(passed::listing<3>([](auto x, auto a, auto d) {
               const auto late = x * (a / d);
               return symbols{late, x / d};
             }) ==
             "%0 = input 0\n%1 = input 1\n%2 = input 2\n"
             "%3 = divide %0 %2\n%4 = multiply %3 %1\nreturn %4 %3\n");
}

BOOST_AUTO_TEST_CASE(a_quotient_that_something_else_needs_stays) {
  passed::check_unchanged<3>([](auto x, auto a, auto d) {
    const auto q = a / d;
    return symbols{x * q, exp(q), x / d};
  });
  passed::check_unchanged<4>([](auto x, auto a, auto d, auto e) {  // another divisor
    return symbols{x * (a / d), x / e};
  });
  passed::check_unchanged<3>(
      [](auto x, auto a, auto d) {  // either way, two quotients and two products
        return symbols{x * (a / d), a * (x / d)};
      });
}

BOOST_AUTO_TEST_CASE(every_product_of_a_quotient_has_to_do_without_it) {
  const auto p = program_with<4>([](auto x, auto y, auto a, auto d) {
    const auto q = a / d;
    return symbols{x * q, y * q, x / d, y / d};
  });
  BOOST_TEST(divisions(support::check_pass(p, 0, pass)) == 2U);
  passed::check_unchanged<4>([](auto x, auto y, auto a, auto d) {
    const auto q = a / d;
    return symbols{x * q, y * q, x / d};
  });
}

// c/a would be a number where b is 0 and the function is not one.
BOOST_AUTO_TEST_CASE(the_slope_of_the_logarithm_of_a_quotient_is_nan_where_the_quotient_is_none) {
  passed::check_unchanged<3>([](auto a, auto b, auto c) { return symbols{c / (a / b) / b}; });
}

BOOST_AUTO_TEST_CASE(a_sum_of_quotients_divides_once) {
  BOOST_TEST(passed::listing<3>([](auto a, auto b, auto d) { return symbols{a / d + b / d}; }) ==
             "%0 = input 0\n%1 = input 1\n%2 = input 2\n"
             "%3 = add %0 %1\n%4 = divide %3 %2\nreturn %4\n");
  BOOST_TEST(passed::listing<3>([](auto a, auto b, auto d) { return symbols{a / d - b / d}; }) ==
             "%0 = input 0\n%1 = input 1\n%2 = input 2\n"
             "%3 = subtract %0 %1\n%4 = divide %3 %2\nreturn %4\n");
  passed::check_unchanged<3>([](auto a, auto b, auto d) {
    const auto q = a / d;
    return symbols{q + b / d, q};
  });
}

BOOST_AUTO_TEST_CASE(a_sum_uses_a_product_that_is_known) {
  const auto with_product = [](auto x, auto a, auto d) {
    const auto value = x * a;
    const auto q = a / d;
    const auto product = q * x;
    return symbols{value, q, product - 1 / d};
  };
  BOOST_TEST(passed::listing<3>(with_product, 1) ==
             "%0 = input 0\n%1 = input 1\n%2 = input 2\n%3 = multiply %0 %1\n"
             "%4 = divide %1 %2\n%5 = 1\n%6 = subtract %3 %5\n%7 = divide %6 %2\n"
             "return %3 %4 %7\n");
  passed::check_unchanged<3>([](auto x, auto a, auto d) {  // x a could leave the range
    const auto q = a / d;
    const auto product = q * x;
    return symbols{q, product - 1 / d};
  });
}

BOOST_AUTO_TEST_CASE(values_keep_their_quotients) {
  passed::check_unchanged<3>([](auto a, auto b, auto d) { return symbols{a / d + b / d}; }, 1);
  passed::check_unchanged<3>([](auto x, auto a, auto d) { return symbols{x * (a / d), x / d}; }, 2);
}

// What is divided by a subnormal number may be finite where its reciprocal is not.
BOOST_AUTO_TEST_CASE(nothing_is_multiplied_by_a_reciprocal) {
  const auto p = program_with<3>([](auto a, auto b, auto d) {
    return symbols{a / d, b / d, (a + b) * (1 / d), a / d + b / d};
  });
  const double tiny = std::numeric_limits<double>::denorm_min();
  const std::array<double, 3> x{3 * tiny, 5 * tiny, tiny};
  std::array<double, 4> y{};
  std::vector<double> memory;
  interpret(share_quotients(p, 0), x, y, memory);
  BOOST_TEST(y[0] == 3);
  BOOST_TEST(y[1] == 5);
  BOOST_TEST(y[3] == 8);
}

BOOST_AUTO_TEST_CASE(promises_hold_for_the_corpus) {
  support::for_each_function([]<class F, std::size_t N>(const support::corpus_function<F, N>& e) {
    BOOST_TEST_CONTEXT(e.name) {
      const auto before = support::differentiated<N>(e.f);
      const auto after = support::check_pass(before, 1, pass);
      BOOST_TEST(divisions(after) <= divisions(before));
    }
  });
}

BOOST_AUTO_TEST_SUITE_END()
