// Signs and constant terms of derivatives settle where they cost nothing.
#include <ctgrad/program/settle_signs.hpp>

#include <boost/test/unit_test.hpp>

#include <array>
#include <cmath>
#include <string>
#include <vector>

#include "../support/corpus.hpp"
#include "../support/passes.hpp"

namespace {

using ctgrad::settle_signs;
using support::program_with;
using symbols = std::vector<ctgrad::symbol>;

constexpr auto pass = [](const auto& p, std::size_t values) { return settle_signs(p, values); };

using passed = support::tests_of<pass>;

/// After the pass there are so many operations, and no change of sign.
template <std::size_t N>
void check_settled(std::size_t expected, auto f) {
  const auto p = support::check_pass(program_with<N>(f), 0, pass);
  BOOST_TEST(operations(p) == expected, to_string(p));
  BOOST_TEST(to_string(p).find("negate") == std::string::npos, to_string(p));
}

// -- at compile time -----------------------------------------------------------------------------

static_assert(operations(settle_signs(
                  program_with<1>([](auto x) { return symbols{2 * (x - 1) + 3}; }), 0)) == 2);

}  // namespace

BOOST_AUTO_TEST_SUITE(settle_signs_)

BOOST_AUTO_TEST_CASE(constants_of_a_sum_are_one) {
  BOOST_TEST(passed::listing<1>([](auto x) { return symbols{-2 * (x - 1) + 200}; }) ==
             "%0 = input 0\n%1 = -2\n%2 = multiply %1 %0\n%3 = 202\n%4 = add %2 %3\nreturn %4\n");
  BOOST_TEST(passed::listing<1>([](auto x) { return symbols{3 * (x + 5) - 1}; }) ==
             "%0 = input 0\n%1 = 3\n%2 = multiply %1 %0\n%3 = 14\n%4 = add %2 %3\nreturn %4\n");
  BOOST_TEST(passed::listing<1>([](auto x) { return symbols{3 * (5 - x) + 1}; }) ==
             "%0 = input 0\n%1 = 3\n%2 = multiply %1 %0\n%3 = 16\n%4 = subtract %3 %2\n"
             "return %4\n");
  BOOST_TEST(passed::listing<1>([](auto x) { return symbols{7 + 3 * (5 + x)}; }) ==
             "%0 = input 0\n%1 = 3\n%2 = multiply %1 %0\n%3 = 22\n%4 = add %2 %3\nreturn %4\n");
}

BOOST_AUTO_TEST_CASE(constants_stay_apart_where_that_is_no_loss_or_may_leave_the_range) {
  passed::check_unchanged<1>([](auto x) {
    const auto s = x - 1;
    return symbols{2 * s + 3, s};
  });
  passed::check_unchanged<1>([](auto x) {
    const auto s = 2 * (x - 1);
    return symbols{s + 3, s};
  });
  passed::check_unchanged<1>([](auto x) { return symbols{1e200 * (x - 1e200) + 3}; });
  passed::check_unchanged<1>([](auto x) { return symbols{7 - 2 * (x - 1)}; });
}

BOOST_AUTO_TEST_CASE(a_sign_goes_into_the_literal_where_the_other_users_do_not_mind) {
  BOOST_TEST(passed::listing<2>([](auto x, auto y) {
               const auto m = 400 * x;
               const auto product = x * m;
               return symbols{-m, y - product};
             }) ==
             "%0 = input 0\n%1 = input 1\n%2 = -400\n%3 = multiply %2 %0\n"
             "%4 = multiply %0 %3\n%5 = add %1 %4\nreturn %3 %5\n");
}

BOOST_AUTO_TEST_CASE(every_place_in_a_sum_keeps_its_value) {
  check_settled<2>(2, [](auto x, auto y) {
    const auto m = 3 * x;
    return symbols{-m, y - m};
  });
  check_settled<2>(2, [](auto x, auto y) {
    const auto m = 3 * x;
    return symbols{-m, y + m};
  });
  check_settled<2>(2, [](auto x, auto y) {
    const auto m = 3 * x;
    return symbols{-m, m + y};
  });
  check_settled<3>(4, [](auto x, auto y, auto z) {
    const auto m = 3 * x;
    const auto product = m * z;
    return symbols{-m, product + y, y - m};
  });
  check_settled<1>(2, [](auto x) {  // the other term is a constant
    const auto m = 3 * x;
    return symbols{-m, m + 5};
  });
  check_settled<1>(4, [](auto x) {  // and in a sum with a factor in front
    const auto m = 3 * x;
    return symbols{-m, 2 * (m + 5) + 1};
  });
}

BOOST_AUTO_TEST_CASE(a_sign_stays_where_somebody_else_needs_it) {
  passed::check_unchanged<2>([](auto x, auto y) {
    const auto m = 3 * x;
    return symbols{-m, y - m, m};  // an output
  });
  passed::check_unchanged<2>([](auto x, auto y) {
    const auto m = 3 * x;
    return symbols{-m, y - m, exp(m)};
  });
  passed::check_unchanged<2>([](auto x, auto y) {
    const auto m = 3 * x;
    return symbols{-m, m - y};  // -(m' + y) would cost as much
  });
  passed::check_unchanged<2>([](auto x, auto y) {
    const auto m = 3 * x;
    const auto product = m * y;
    return symbols{-m, y - product, product};
  });
  passed::check_unchanged<2>([](auto x, auto y) {
    const auto m = 3 * x;
    const auto square = m * m;
    return symbols{-m, y - square};
  });
  passed::check_unchanged<2>([](auto x, auto y) {
    const auto m = 3 * x;
    const auto product = m * y;
    return symbols{-m, product + m};
  });
}

BOOST_AUTO_TEST_CASE(two_signs_do_not_disturb_each_other) {
  check_settled<2>(4, [](auto x, auto y) {
    const auto m = 3 * x, n = 5 * y;
    return symbols{-m, x - m, -n, y + n};
  });
  const auto p = program_with<2>([](auto x, auto y) {
    const auto m = 3 * x, n = 5 * y;
    return symbols{-m, -n, m + n};
  });
  BOOST_TEST(operations(support::check_pass(p, 0, pass)) == 4U);
}

BOOST_AUTO_TEST_CASE(values_keep_their_signs) {
  passed::check_unchanged<1>([](auto x) { return symbols{-2 * (x - 1) + 200}; }, 1);
  passed::check_unchanged<2>(
      [](auto x, auto y) {
        const auto m = 3 * x;
        return symbols{-m, y - m};
      },
      2);
  passed::check_unchanged<2>(
      [](auto x, auto y) {
        const auto m = 3 * x;
        return symbols{y - m, -m};
      },
      1);
}

// A number class is more exact than the double that a constant would be computed in.
BOOST_AUTO_TEST_CASE(constants_of_number_classes_are_left_to_them) {
  const auto after = [](auto literal) {
    using T = decltype(literal);
    return operations(
        settle_signs(program_with<1, T>([](auto x) { return std::vector{2 * (x - 0.1) + 3}; }), 0));
  };
  BOOST_TEST(after(1.0) == 2U);
  BOOST_TEST(after(1.0F) == 2U);
  BOOST_TEST(after(ctgrad::detail::unfolded(1)) == 3U);
}

BOOST_AUTO_TEST_CASE(promises_hold_for_the_corpus) {
  support::for_each_function([]<class F, std::size_t N>(const support::corpus_function<F, N>& e) {
    BOOST_TEST_CONTEXT(e.name) {
      support::check_pass(support::differentiated<N>(e.f), 1, pass);
    }
  });
}

BOOST_AUTO_TEST_SUITE_END()
