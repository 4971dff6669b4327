// What is printed in place of an op is the same function.
#include <ctgrad/ctgrad.hpp>
#include <ctgrad/program/meaning.hpp>

#include <boost/test/unit_test.hpp>

#include "../support/compare.hpp"
#include "../support/programs.hpp"

namespace {

using support::differentiated;

template <class F, std::size_t N>
struct spelled_source {
  static constexpr ctgrad::program<double> build() {
    return ctgrad::spelled_out(differentiated<N>(F{}));
  }
};

/// Value and partials of f, as computed and as spelled out, differ by rounding only.
template <std::size_t N, class F>
void means_the_same(const F& f, const std::array<double, N>& x) {
  const auto computed = support::run_gradient(f, x);
  const auto spelled =
      ctgrad::unroll<ctgrad::frozen<spelled_source<F, N>>::value, double>(x.data());
  for (std::size_t k = 0; k <= N; ++k) {
    BOOST_TEST(support::is_within(8, spelled[k], computed[k]));
  }
}

}  // namespace

BOOST_AUTO_TEST_SUITE(meaning)

BOOST_AUTO_TEST_CASE(slopes_mean_the_formula_of_the_textbook) {
  for (const double x : {-0.75, 0.25, 0.5}) {
    means_the_same<1>([](auto t) { return tanh(t); }, {x});
    means_the_same<1>([](auto t) { return sigmoid(t); }, {x});
    means_the_same<1>([](auto t) { return erf(t); }, {x});
    means_the_same<1>([](auto t) { return square(t); }, {x});
    means_the_same<1>([](auto t) { return inv(t); }, {x});
    means_the_same<1>([](auto t) { return rsqrt(t); }, {x + 1});
    means_the_same<2>([](auto t, auto p) { return pow(t, p); }, {x + 1, 2.5});
  }
}

BOOST_AUTO_TEST_CASE(what_is_spelled_out_has_no_further_meaning) {
  const auto p = ctgrad::spelled_out(
      differentiated<2>([](auto x, auto y) { return tanh(x * y) + square(rsqrt(x)) + pow(x, y); }));
  BOOST_TEST(ctgrad::validate(p).empty());
  for (const auto& step : p.code) BOOST_TEST((step.op == nullptr || step.op->meaning == nullptr));
}

BOOST_AUTO_TEST_CASE(a_program_without_such_ops_stays_as_it_is) {
  const auto p = differentiated<2>([](auto x, auto y) { return exp(x) * y - 3 / y; });
  BOOST_TEST(to_string(ctgrad::spelled_out(p)) == to_string(p));
}

BOOST_AUTO_TEST_SUITE_END()
