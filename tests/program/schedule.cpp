// The order of instructions: library calls first, then output by output, if less has to wait then.
#include <ctgrad/program/optimize.hpp>
#include <ctgrad/program/schedule.hpp>

#include <boost/test/unit_test.hpp>

#include <algorithm>
#include <array>
#include <string>
#include <vector>

#include "../support/corpus.hpp"
#include "../support/passes.hpp"

namespace {

using ctgrad::schedule;
using ctgrad::detail::traffic_of;
using support::program_with;
using symbols = std::vector<ctgrad::symbol>;
namespace ops = ctgrad::ops;

constexpr auto pass = [](const auto& p, std::size_t) { return schedule(p); };

/// What an instruction is, whatever its place: literals as they are written.
std::string text_of(const ctgrad::program<double>& p, ctgrad::slot i) {
  const auto& step = p.code[i];
  if (step.what == ctgrad::role::input) return "x" + std::to_string(step.operands[0]);
  if (step.what == ctgrad::role::literal) return std::to_string(step.literal);
  std::string text(step.op->name);
  for (int k = 0; k < step.arity(); ++k) text += ' ' + text_of(p, step.operands[std::size_t(k)]);
  return '(' + text + ')';
}

std::vector<std::string> instructions(const ctgrad::program<double>& p) {
  std::vector<std::string> all;
  for (ctgrad::slot i = 0; i < p.code.size(); ++i) all.push_back(text_of(p, i));
  std::sort(all.begin(), all.end());
  return all;
}

/// The promises of the pass: it moves instructions, and only where that is better.
void check(const ctgrad::program<double>& before) {
  const auto after = support::check_pass(before, before.outputs.size(), pass);
  BOOST_TEST(instructions(after) == instructions(before), boost::test_tools::per_element());
  for (std::size_t k = 0; k < before.outputs.size(); ++k) {
    BOOST_TEST(text_of(after, after.outputs[k]) == text_of(before, before.outputs[k]));
  }
  if (to_string(after) != to_string(before)) BOOST_TEST((traffic_of(after) < traffic_of(before)));
}

template <std::size_t N>
std::string listing(auto f) {
  const auto before = program_with<N>(f);
  check(before);
  return to_string(schedule(before));
}

/// n products that all wait for the end, and behind them their sum from the last to the first.
template <std::size_t N>
symbols products(const auto& x) {
  symbols all;
  for (std::size_t k = 0; k < N; ++k) all.push_back(x[0] * (x[0] + double(k)));
  ctgrad::symbol sum = all.back();
  for (std::size_t k = N - 1; k-- > 0;) sum = sum + all[k];
  return {sum};
}

// -- at compile time -----------------------------------------------------------------------------

constexpr auto two_calls = [](auto x, auto y) {
  const auto u = x * y, v = x + y, w = u * v;
  return symbols{u * exp(w), v * exp(x)};
};
static_assert(schedule(program_with<2>(two_calls)).code.size() ==
              program_with<2>(two_calls).code.size());

// Ops say themselves whether they call a library.
template <class Op>
constexpr bool calls = ctgrad::info_of<Op, double>.library_call;
static_assert(calls<ops::exp> && calls<ops::power> && calls<ops::gaussian> && calls<ops::hypot>);
static_assert(!calls<ops::add> && !calls<ops::negate> && !calls<ops::where> && !calls<ops::less>);
static_assert(!calls<ops::sqrt> && !calls<ops::abs> && !calls<ops::relu> && !calls<ops::max>);
static_assert(!calls<ops::integer_power> && !calls<ops::inv> && !calls<ops::hypot_slope>);

}  // namespace

BOOST_AUTO_TEST_SUITE(schedule_)

BOOST_AUTO_TEST_CASE(calls_come_first_with_what_they_need) {
  BOOST_TEST(listing<2>([](auto x, auto y) {
               const auto sum = x + y, difference = x - y, quotient = difference / sum;
               const auto e = exp(x * y);
               return symbols{sum * quotient, difference * quotient, e};
             }) ==
             "%0 = input 0\n%1 = input 1\n%2 = multiply %0 %1\n%3 = exp %2\n"
             "%4 = add %0 %1\n%5 = subtract %0 %1\n%6 = divide %5 %4\n%7 = multiply %4 %6\n"
             "%8 = multiply %5 %6\nreturn %7 %8 %3\n");
}

BOOST_AUTO_TEST_CASE(a_program_stays_as_it_is_where_more_would_wait_for_a_call) {
  const auto late = [](auto x) {  // x would wait for the end of exp
    const auto y = x * x;
    return symbols{exp(y) * y, y / x};
  };
  const auto p = program_with<1>(late);
  BOOST_TEST(listing<1>(late) == to_string(p));
}

BOOST_AUTO_TEST_CASE(a_program_stays_as_it_is_where_the_other_order_is_no_better) {
  const auto cheap = [](auto x, auto y) {
    const auto u = x * y, v = x + y;
    return symbols{v - x, u - y};  // output by output, u would come behind v - x
  };
  const auto p = program_with<2>(cheap);
  BOOST_TEST(to_string(ctgrad::detail::calls_first(p)) != to_string(p));
  BOOST_TEST(listing<2>(cheap) == to_string(p));
}

BOOST_AUTO_TEST_CASE(results_are_computed_when_they_are_needed_where_registers_are_short) {
  const auto few = program_with<1>([](auto x) { return products<8>(std::array{x}); });
  const auto many = program_with<1>([](auto x) { return products<40>(std::array{x}); });
  BOOST_TEST(traffic_of(few).for_registers == 0U);
  BOOST_TEST(to_string(schedule(few)) == to_string(few));
  BOOST_TEST(traffic_of(many).for_registers > 300U);
  BOOST_TEST(traffic_of(schedule(many)).for_registers == 0U);
  check(few);
  check(many);
}

BOOST_AUTO_TEST_CASE(arguments_and_results_wait_for_calls_and_literals_do_not) {
  const auto p = program_with<2>([](auto x, auto y) {
    const auto u = x * y;
    const auto e = exp(x);                     // u and y wait, x does not
    return symbols{u + y, 3 * e, exp(e) + e};  // u, y and e wait for the second; 3 e does not
  });
  BOOST_TEST(traffic_of(p).for_calls == 3U);
}

BOOST_AUTO_TEST_CASE(promises_hold_for_the_corpus) {
  int changed = 0;
  support::for_each_function([&]<class F, std::size_t N>(const support::corpus_function<F, N>& e) {
    BOOST_TEST_CONTEXT(e.name) {
      const auto p = optimized(support::differentiated<N>(e.f), 1);
      check(p);
      changed += to_string(schedule(p)) != to_string(p) ? 1 : 0;
    }
  });
  BOOST_TEST(changed > 0);
}

BOOST_AUTO_TEST_CASE(programs_without_instructions_or_outputs_are_programs) {
  check({});
  check(program_with<1>([](auto x) { return symbols{x, x}; }));
  check(program_with<1>([](auto) { return symbols{}; }));
}

BOOST_AUTO_TEST_SUITE_END()
