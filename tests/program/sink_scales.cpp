// Constant factors of derivatives are multiplied where that is done least often.
#include <ctgrad/program/sink_scales.hpp>

#include <boost/test/unit_test.hpp>

#include <string>
#include <vector>

#include "../support/corpus.hpp"
#include "../support/passes.hpp"

namespace {

using ctgrad::sink_scales;
using support::program_with;
using symbols = std::vector<ctgrad::symbol>;

constexpr auto pass = [](const auto& p, std::size_t values) { return sink_scales(p, values); };

using passed = support::tests_of<pass>;

// -- at compile time -----------------------------------------------------------------------------

static_assert(operations(sink_scales(program_with<4>([](auto v, auto x, auto y, auto z) {
                                       return symbols{2 * (v * x), 2 * (v * y), 2 * (v * z)};
                                     }),
                                     0)) == 4);

}  // namespace

BOOST_AUTO_TEST_SUITE(sink_scales_)

BOOST_AUTO_TEST_CASE(a_factor_of_several_products_is_multiplied_with_what_they_share) {
  BOOST_TEST(passed::listing<4>([](auto v, auto x, auto y, auto z) {
               return symbols{2 * (v * x), 2 * (v * y), 2 * (v * z)};
             }) ==
             "%0 = input 0\n%1 = input 1\n%2 = input 2\n%3 = input 3\n"
             "%4 = 2\n%5 = multiply %4 %0\n"
             "%6 = multiply %5 %1\n%7 = multiply %5 %2\n%8 = multiply %5 %3\nreturn %6 %7 %8\n");
}

BOOST_AUTO_TEST_CASE(factors_of_one_chain_of_products_are_one) {
  BOOST_TEST(passed::listing<4>([](auto x, auto y, auto u, auto w) {
               const auto v = 3 * (x * y);
               return symbols{2 * (v * u), 2 * (v * w)};
             }) ==
             "%0 = input 0\n%1 = input 1\n%2 = input 2\n%3 = input 3\n"
             "%4 = multiply %0 %1\n%5 = 6\n%6 = multiply %5 %4\n"
             "%7 = multiply %6 %2\n%8 = multiply %6 %3\nreturn %7 %8\n");
}

BOOST_AUTO_TEST_CASE(a_factor_does_not_sink_into_a_sum_where_it_would_be_multiplied_twice) {
  BOOST_TEST(passed::listing<4>([](auto v, auto x, auto y, auto z) {
               const auto half = 0.5 * exp(x);
               const auto p = v * x, q = y * z;
               return symbols{half, 2 * half, 3 * (p - q)};
             }) ==
             "%0 = input 0\n%1 = input 1\n%2 = input 2\n%3 = input 3\n"
             "%4 = exp %1\n%5 = 0.5\n%6 = multiply %5 %4\n%7 = multiply %0 %1\n"
             "%8 = multiply %2 %3\n%9 = subtract %7 %8\n%10 = 3\n%11 = multiply %10 %9\n"
             "return %6 %4 %11\n");
}

BOOST_AUTO_TEST_CASE(factors_sink_through_sums) {
  BOOST_TEST(passed::listing<4>([](auto v, auto x, auto y, auto z) {
               const auto p = v * x, q = v * y;
               return symbols{3 * (p - q), 3 * (v * z)};
             }) ==
             "%0 = input 0\n%1 = input 1\n%2 = input 2\n%3 = input 3\n"
             "%4 = 3\n%5 = multiply %4 %0\n%6 = multiply %5 %1\n%7 = multiply %5 %2\n"
             "%8 = subtract %6 %7\n%9 = multiply %5 %3\nreturn %8 %9\n");
}

BOOST_AUTO_TEST_CASE(a_sign_does_not_sink) {
  // 2 v once, and one sign: -2 v would be another product
  BOOST_TEST(passed::listing<4>([](auto v, auto x, auto y, auto z) {
               return symbols{2 * (v * x), -2 * (v * y), 2 * (v * z)};
             }) ==
             "%0 = input 0\n%1 = input 1\n%2 = input 2\n%3 = input 3\n"
             "%4 = 2\n%5 = multiply %4 %0\n%6 = multiply %5 %1\n%7 = multiply %5 %2\n"
             "%8 = negate %7\n%9 = multiply %5 %3\nreturn %6 %8 %9\n");
}

BOOST_AUTO_TEST_CASE(nothing_is_done_where_it_saves_nothing) {
  passed::check_unchanged<2>([](auto x, auto y) { return symbols{2 * (x * y)}; });
  passed::check_unchanged<4>(
      [](auto v, auto w, auto x, auto y) { return symbols{2 * (v * x), 2 * (w * y)}; });
  // the products are wanted without the factor as well
  passed::check_unchanged<3>(
      [](auto v, auto x, auto y) { return symbols{2 * (v * x), 2 * (v * y), v * x, v * y}; });
  passed::check_unchanged<3>([](auto v, auto x, auto y) {
    return symbols{2 * (v * x), 2 * (v * y), exp(v * x), exp(v * y)};
  });
}

BOOST_AUTO_TEST_CASE(values_are_left_alone) {
  // the first three outputs are the function's
  passed::check_unchanged<4>(
      [](auto v, auto x, auto y, auto z) { return symbols{3 * (v * x), 3 * (v * y), 3 * (v * z)}; },
      3);
  // and what they are computed from
  passed::check_unchanged<4>(
      [](auto v, auto x, auto y, auto z) {
        return symbols{exp(3 * (v * x)) + 3 * (v * y) + 3 * (v * z), 3 * (v * x)};
      },
      1);
}

BOOST_AUTO_TEST_CASE(numbers_that_may_not_wait_stay_where_they_are) {
  passed::check_unchanged<3>(
      [](auto v, auto x, auto y) { return symbols{0 * (v * x), 0 * (v * y)}; });
  passed::check_unchanged<3>(
      [](auto v, auto x, auto y) { return symbols{1e200 * (v * x), 1e200 * (v * y)}; });
}

BOOST_AUTO_TEST_CASE(a_where_is_no_product) {
  passed::check_unchanged<3>([](auto c, auto x, auto y) {
    const auto a = where(c > 0, x, 0);
    return symbols{2 * a, 2 * where(c > 0, y, 0)};
  });
}

BOOST_AUTO_TEST_CASE(inexact_numbers_of_a_number_class_stay_where_they_are) {
  using ctgrad::detail::unfolded;
  const auto thrice = [](auto l) {
    return program_with<4, unfolded>([=](auto v, auto x, auto y, auto z) {
      return std::vector{l * (v * x), l * (v * y), l * (v * z)};
    });
  };
  BOOST_TEST(operations(thrice(0.1)) == 6u);
  BOOST_TEST(operations(sink_scales(thrice(0.1), 0)) == 6u);
  BOOST_TEST(operations(sink_scales(thrice(3), 0)) == 4u);
}

// Sums that share sums: each is scaled once, not once for every way that leads to it.
BOOST_AUTO_TEST_CASE(a_butterfly_is_scaled_in_linear_time) {
  const auto p = program_with<2>([](auto x, auto y) {
    auto a = x * y, b = sin(x) * y;
    for (int i = 0; i < 24; ++i) {
      const auto sum = a + b, difference = a - b;
      a = sum, b = difference;
    }
    return symbols{3 * a, 3 * b};
  });
  BOOST_TEST(operations(support::check_pass(p, 0, pass)) <= operations(p));
}

BOOST_AUTO_TEST_CASE(promises_hold_for_derivatives_of_the_corpus) {
  support::for_each_function([]<class F, std::size_t N>(const support::corpus_function<F, N>& e) {
    BOOST_TEST_CONTEXT(e.name) {
      const auto once = support::check_pass(support::differentiated<N>(e.f), 1, pass);
      BOOST_TEST(to_string(sink_scales(once, 1)) == to_string(once), "a second time does nothing");
    }
  });
}

BOOST_AUTO_TEST_SUITE_END()
