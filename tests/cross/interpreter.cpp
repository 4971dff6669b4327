// Programs interpreted at run time against the straight-line code of the same function.
#include <ctgrad/program/interpret.hpp>

#include <boost/test/unit_test.hpp>

#include <array>
#include <vector>

#include "../support/compare.hpp"
#include "../support/corpus.hpp"
#include "../support/programs.hpp"

namespace {

constexpr std::size_t points = 60;

}  // namespace

BOOST_AUTO_TEST_SUITE(interpreter)

// Recorded at run time, where a compiler evaluates the operands of `+` in an order of its choice.
BOOST_AUTO_TEST_CASE(a_program_recorded_at_run_time_agrees_with_the_function) {
  support::for_each_function([]<class Entry>(const Entry& entry) {
    BOOST_TEST_CONTEXT(entry.name) {
      for (const auto& x : entry.points(points)) {
        const auto got = support::by_interpreter(entry.f, x);
        const auto function = support::by_function(entry.f, x);
        BOOST_TEST(support::is_identical(got.value, function.value));
        for (std::size_t k = 0; k < x.size(); ++k) {
          BOOST_TEST(support::is_within(entry.engines, got.gradient[k], function.gradient[k]));
        }
      }
    }
  });
}

BOOST_AUTO_TEST_CASE(one_program_gives_the_same_bits_interpreted_and_unrolled) {
  support::for_each_function([]<class F, std::size_t N>(const support::corpus_function<F, N>& e) {
    BOOST_TEST_CONTEXT(e.name) {
      std::vector<double> memory;
      for (const auto& x : e.points(points)) {
        const auto unrolled = support::run_gradient(e.f, x);
        std::array<double, N + 1> got;
        interpret(ctgrad::frozen<support::gradient_source<F, N>>::value, x, got, memory);
        for (std::size_t k = 0; k <= N; ++k) BOOST_TEST(support::is_identical(got[k], unrolled[k]));
      }
    }
  });
}

BOOST_AUTO_TEST_SUITE_END()
