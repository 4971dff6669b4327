// Sums and products of derivatives are put together so that they have parts in common.
#include <ctgrad/program/reassociate.hpp>

#include <boost/test/unit_test.hpp>

#include <string>
#include <vector>

#include "../support/corpus.hpp"
#include "../support/passes.hpp"

namespace {

using ctgrad::reassociate;
using support::program_with;
using symbols = std::vector<ctgrad::symbol>;

constexpr auto pass = [](const auto& p, std::size_t values) { return reassociate(p, values); };

using passed = support::tests_of<pass>;

constexpr std::string_view four_inputs = "%0 = input 0\n%1 = input 1\n%2 = input 2\n%3 = input 3\n";

// -- at compile time -----------------------------------------------------------------------------

static_assert(operations(reassociate(program_with<4>([](auto a, auto b, auto c, auto d) {
                                       return symbols{a * b * c, a * d * b};
                                     }),
                                     0)) == 3);

}  // namespace

BOOST_AUTO_TEST_SUITE(reassociate_)

BOOST_AUTO_TEST_CASE(products_share_a_pair) {
  BOOST_TEST(passed::listing<4>(
                 [](auto a, auto b, auto c, auto d) { return symbols{a * b * c, a * d * b}; }) ==
             std::string(four_inputs) +
                 "%4 = multiply %0 %1\n%5 = multiply %4 %2\n%6 = multiply %4 %3\nreturn %5 %6\n");
}

BOOST_AUTO_TEST_CASE(sums_share_a_pair_or_its_opposite) {
  BOOST_TEST(passed::listing<4>([](auto a, auto b, auto c, auto d) {
               return symbols{a - b + c, d + b - a};
             }) == std::string(four_inputs) +
                       "%4 = subtract %0 %1\n%5 = add %4 %2\n%6 = subtract %3 %4\nreturn %5 %6\n");
  BOOST_TEST(passed::listing<4>([](auto a, auto b, auto c, auto d) {
               return symbols{a + c + b, d - b - a};
             }) == std::string(four_inputs) +
                       "%4 = add %0 %1\n%5 = add %4 %2\n%6 = subtract %3 %4\nreturn %5 %6\n");
}

BOOST_AUTO_TEST_CASE(pairs_are_shared_with_values) {
  BOOST_TEST(
      passed::listing<4>(
          [](auto a, auto b, auto c, auto d) { return symbols{a * b, a * c * b, a * d * b}; }, 1) ==
      std::string(four_inputs) +
          "%4 = multiply %0 %1\n%5 = multiply %4 %2\n%6 = multiply %4 %3\n"
          "return %4 %5 %6\n");
}

BOOST_AUTO_TEST_CASE(pairs_of_pairs_are_shared) {
  const auto p = program_with<5>([](auto a, auto b, auto c, auto d, auto e) {
    return symbols{a * b * c * d, a * c * b * e, d * (c * a) * (b * e)};
  });
  BOOST_TEST(operations(p) >= 9u);
  BOOST_TEST(operations(support::check_pass(p, 0, pass)) == 6u);
  // ab, abc, abcd, abce; and abcde, for which nobody asked how de or be could be shared
}

BOOST_AUTO_TEST_CASE(values_are_left_alone) {
  // both are the function's
  passed::check_unchanged<4>(
      [](auto a, auto b, auto c, auto d) { return symbols{a * b * c, a * d * b}; }, 2);
  // a value is not taken apart for what a derivative could share with it
  passed::check_unchanged<4>(
      [](auto a, auto b, auto c, auto d) { return symbols{exp(a * c * b), a * d * b}; }, 1);
}

BOOST_AUTO_TEST_CASE(what_others_use_is_not_taken_apart) {
  // a b is wanted itself, so nothing is gained by a d first
  passed::check_unchanged<4>(
      [](auto a, auto b, auto c, auto d) { return symbols{a * b, a * b * c, a * b * d}; });
  passed::check_unchanged<4>([](auto a, auto b, auto c, auto d) {
    const auto p = a * b;
    return symbols{exp(p), p * c, a * c * d};
  });
}

BOOST_AUTO_TEST_CASE(nothing_is_done_where_it_saves_nothing) {
  passed::check_unchanged<4>([](auto a, auto b, auto c, auto d) { return symbols{a * b * c * d}; });
  passed::check_unchanged<4>(
      [](auto a, auto b, auto c, auto d) { return symbols{a * b, c * d, a + b}; });
  passed::check_unchanged<3>([](auto a, auto b, auto c) { return symbols{-a - b - c}; });
}

BOOST_AUTO_TEST_CASE(sums_are_not_products_and_guards_are_neither) {
  passed::check_unchanged<4>(
      [](auto a, auto b, auto c, auto d) { return symbols{a + b + c, a * d * b}; });
  passed::check_unchanged<4>([](auto a, auto b, auto c, auto d) {
    const auto active = a > 0;
    return symbols{where(active, b, 0) * c * d, where(active, c, 0) * b * d};
  });
}

BOOST_AUTO_TEST_CASE(equal_terms_stand_in_one_list) {
  const auto p = program_with<3>(
      [](auto a, auto b, auto c) { return symbols{a * b * a, a * c * a, b - c - b, a - b + b}; });
  BOOST_TEST(operations(support::check_pass(p, 0, pass)) < operations(p));  // a a is shared
}

BOOST_AUTO_TEST_CASE(long_sums_are_taken_in_parts) {
  const auto p = program_with<2>([](auto x, auto y) {
    symbols terms{x, y};
    for (int i = 0; i < 40; ++i) terms.push_back(sin(terms.back() + i));
    ctgrad::symbol up = 1.5 * x, down = 2.5 * x;
    for (std::size_t i = 0; i < terms.size(); ++i) {
      up = up + terms[i], down = down - terms[terms.size() - 1 - i];
    }
    return symbols{up, down};
  });
  BOOST_TEST(operations(support::check_pass(p, 0, pass)) <= operations(p));
}

// A number times something is taken apart in every list it stands in. The list of the longer
// product is full before it comes to a * b, which the other one takes apart.
BOOST_AUTO_TEST_CASE(what_is_inside_of_one_list_may_be_a_term_of_a_full_one) {
  const auto p =
      program_with<8>([](auto a, auto b, auto c, auto d, auto e, auto f, auto g, auto h) {
        const auto half = 0.5 * (a * b * sin(c) * sin(d) * sin(e) * sin(f) * sin(g) * sin(h));
        return symbols{half * a,  exp(a) * exp(b) * exp(c) * exp(d) * exp(e) * exp(f) * half,
                       g * b * h, g * c * h,
                       g * d * h, g * e * h,
                       g * f * h, g * half * h};
      });
  BOOST_TEST(operations(support::check_pass(p, 0, pass)) <= operations(p));
}

BOOST_AUTO_TEST_CASE(a_number_class_keeps_its_literals) {
  using ctgrad::detail::unfolded;
  const auto p = program_with<3, unfolded>([](auto x, auto y, auto z) {
    return std::vector{0.1 * (x * y), 0.1 * (x * z), (0.3 + x) + 0.1, (0.1 + y) + 0.3};
  });
  const auto after = reassociate(p, 0);
  BOOST_TEST(validate(after) == "");
  BOOST_TEST(operations(after) < operations(p));
  for (const auto& step : after.code) {
    if (step.what != ctgrad::role::literal) continue;
    BOOST_TEST((step.literal.value == 0.1 || step.literal.value == 0.3), step.literal.value);
  }
}

BOOST_AUTO_TEST_CASE(promises_hold_for_derivatives_of_the_corpus) {
  support::for_each_function([]<class F, std::size_t N>(const support::corpus_function<F, N>& e) {
    BOOST_TEST_CONTEXT(e.name) {
      support::check_pass(support::differentiated<N>(e.f), 1, pass);
    }
  });
}

BOOST_AUTO_TEST_SUITE_END()
