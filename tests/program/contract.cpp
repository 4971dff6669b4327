// Products inside of sums become one expression; without contraction by the compiler nothing
// changes.
#include <ctgrad/program/contract.hpp>
#include <ctgrad/program/optimize.hpp>

#include <boost/test/unit_test.hpp>

#include <array>
#include <string>
#include <vector>

#include "../support/corpus.hpp"
#include "../support/passes.hpp"

namespace {

using ctgrad::detail::contracted;
using symbols = std::vector<ctgrad::symbol>;

template <class F, std::size_t N>
struct outputs_source {
  static constexpr ctgrad::program<double> build() { return support::program_with<N>(F{}); }
};
template <std::size_t N, class F>
constexpr auto& frozen_of(const F&) {
  return ctgrad::frozen<outputs_source<F, N>>::value;
}

/// The listing after the pass.
template <std::size_t N>
std::string listing(auto f) {
  return to_string(contracted(frozen_of<N>(f)));
}
template <std::size_t N>
void check_unchanged(auto f) {
  BOOST_TEST(listing<N>(f) == to_string(frozen_of<N>(f)));
}

/// Valid, of the same extents, with fewer operations or the same, and the same bits.
void check_contracted(const auto& before, const auto& points) {
  const auto after = contracted(before);
  BOOST_TEST(validate(after) == "");
  BOOST_TEST(operations(after) <= operations(before));
  BOOST_TEST(after.outputs == before.outputs, boost::test_tools::per_element());
  BOOST_TEST((to_string(contracted(after)) == to_string(after)), "a second time does nothing");
  std::vector<double> was(before.outputs.size()), is(was.size()), memory;
  for (const auto& x : points) {
    interpret(before, x, was, memory);
    interpret(after, x, is, memory);
    for (std::size_t k = 0; k < is.size(); ++k) BOOST_TEST(support::is_identical(is[k], was[k]));
  }
}

constexpr std::string_view inputs = "%0 = input 0\n%1 = input 1\n%2 = input 2\n";

constexpr auto product_in_sum = [](auto x, auto y, auto z) { return symbols{x * y + z}; };
static_assert(operations(contracted(frozen_of<3>(product_in_sum))) == 1);
static_assert(ctgrad::detail::uses_in(frozen_of<3>(product_in_sum)) ==
              std::array<std::size_t, 5>{1, 1, 1, 1, 1});

}  // namespace

BOOST_AUTO_TEST_SUITE(contract)

BOOST_AUTO_TEST_CASE(a_product_is_taken_into_its_sum) {
  BOOST_TEST(listing<3>(product_in_sum) ==
             std::string(inputs) + "%3 = 0\n%4 = multiply_add %0 %1 %2\nreturn %4\n");
  BOOST_TEST(listing<3>([](auto x, auto y, auto z) { return symbols{x * y - z}; }) ==
             std::string(inputs) + "%3 = 0\n%4 = multiply_subtract %0 %1 %2\nreturn %4\n");
  BOOST_TEST(listing<3>([](auto x, auto y, auto z) { return symbols{z - x * y}; }) ==
             std::string(inputs) + "%3 = 0\n%4 = subtract_product %0 %1 %2\nreturn %4\n");
}

BOOST_AUTO_TEST_CASE(of_two_products_one_is_taken) {
  const auto f = [](auto x, auto y, auto z) {
    const auto p = x * y, q = y * z;
    return symbols{p - q};
  };
  BOOST_TEST(listing<3>(f) == std::string(inputs) +
                                  "%3 = 0\n%4 = multiply %1 %2\n%5 = multiply_subtract %0 %1 %4\n"
                                  "return %5\n");
}

BOOST_AUTO_TEST_CASE(a_product_that_others_use_stays) {
  check_unchanged<3>([](auto x, auto y, auto z) {
    const auto p = x * y;
    return symbols{p + z, p};
  });
  check_unchanged<3>([](auto x, auto y, auto z) {
    const auto p = x * y;
    return symbols{p + z, sin(p)};
  });
  check_unchanged<3>([](auto x, auto y, auto z) { return symbols{x * y * z, x + y, x / y - z}; });
}

BOOST_AUTO_TEST_CASE(bits_of_the_corpus_are_kept) {
  support::for_each_function([]<class F, std::size_t N>(const support::corpus_function<F, N>& e) {
    struct source {
      static constexpr ctgrad::program<double> build() {
        return ctgrad::optimized(support::differentiated<N>(F{}), 1);
      }
    };
    BOOST_TEST_CONTEXT(e.name) {
      check_contracted(ctgrad::frozen<source>::value, e.points(20));
      support::arguments some;
      std::vector<std::vector<double>> points;
      for (int i = 0; i < 20; ++i) points.push_back(some.next(N, true));
      check_contracted(ctgrad::frozen<source>::value, points);
    }
  });
}

BOOST_AUTO_TEST_CASE(the_ops_have_the_partials_they_say) {
  ctgrad::builder<double> home;
  const auto [a, b, c] = support::inputs_of<3>(home);
  const auto partials = [&, a = a, b = b, c = c]<class Op>(Op) {
    const auto y = ctgrad::record_op<Op>(a, b, c);
    return adjoints(home, y, {a, b, c});
  };
  const auto plus = partials(ctgrad::ops::multiply_add{});
  BOOST_TEST((plus[0].same_as(b) && plus[1].same_as(a) && plus[2].is_literal(1)));
  const auto minus = partials(ctgrad::ops::multiply_subtract{});
  BOOST_TEST((minus[0].same_as(b) && minus[1].same_as(a) && minus[2].is_literal(-1)));
  const auto from = partials(ctgrad::ops::subtract_product{});
  BOOST_TEST((from[0].same_as(-b) && from[1].same_as(-a) && from[2].is_literal(1)));
}

BOOST_AUTO_TEST_SUITE_END()
