// One text, every engine: values to the last bit, gradients within a few ulps.
#include <boost/test/unit_test.hpp>

#include "../support/compare.hpp"
#include "../support/corpus.hpp"

namespace {

using support::by_formula;
using support::by_function;
using support::by_tape;
using support::is_identical;

template <std::size_t N>
void check_gradients(std::uint64_t bound, const std::array<double, N>& got,
                     const std::array<double, N>& expected) {
  for (std::size_t k = 0; k < N; ++k) {
    BOOST_TEST_CONTEXT("partial " << k) {
      BOOST_TEST(support::is_within(bound, got[k], expected[k]));
    }
  }
}

constexpr std::size_t points = 60;

}  // namespace

BOOST_AUTO_TEST_SUITE(engines)

BOOST_AUTO_TEST_CASE(functions_values_and_plain_numbers_agree) {
  support::for_each_function([]<class Entry>(const Entry& entry) {
    BOOST_TEST_CONTEXT(entry.name) {
      for (const auto& x : entry.points(points)) {
        const double plain = std::apply(entry.f, x);
        const auto function = by_function(entry.f, x), tape = by_tape(entry.f, x);
        BOOST_TEST(is_identical(function.value, plain));
        BOOST_TEST(is_identical(tape.value, plain));
        check_gradients(entry.engines, tape.gradient, function.gradient);
      }
    }
  });
}

// A formula of the corpus is lowered to the very program that tracing the function records.
BOOST_AUTO_TEST_CASE(formulas_are_functions) {
  support::for_each_formula([]<class Entry>(const Entry& entry) {
    BOOST_TEST_CONTEXT(entry.name) {
      for (const auto& x : entry.points(points)) {
        const auto function = by_function(entry.f, x), formula = by_formula(entry.f, x);
        BOOST_TEST(is_identical(formula.value, function.value));
        check_gradients(entry.engines, formula.gradient, function.gradient);
      }
    }
  });
}

BOOST_AUTO_TEST_CASE(gradients_do_not_depend_on_what_was_recorded_before) {
  constexpr auto f = support::corpus_functions::black_scholes;
  const std::array x{100.0, 95.0, 0.05, 0.2, 1.0};
  const auto first = by_tape(f, x);
  const ctgrad::Value noise{3.0};
  for (int i = 0; i < 100; ++i) static_cast<void>(sin(noise));
  const auto second = by_tape(f, x);
  BOOST_TEST(is_identical(second.value, first.value));
  for (std::size_t k = 0; k < 5; ++k)
    BOOST_TEST(is_identical(second.gradient[k], first.gradient[k]));
}

// Algebraic functions of the corpus at compile time, on both compilers.
constexpr auto himmelblau =
    by_function(support::corpus_functions::himmelblau, std::array{3.0, 2.0});
static_assert(himmelblau.value == 0 && himmelblau.gradient == std::array{0.0, 0.0}, "a minimum");
constexpr auto slope = by_function(support::corpus_functions::rosenbrock, std::array{2.0, 1.0});
static_assert(slope.value == 901 && slope.gradient == std::array{2402.0, -600.0});
static_assert(by_formula(support::corpus_functions::rosenbrock, std::array{2.0, 1.0}).gradient ==
              slope.gradient);
static_assert(by_function(support::corpus_functions::huber, std::array{3.0, 1.0}).gradient ==
              std::array{1.0, -1.0});
static_assert(by_function(support::corpus_functions::newton_root, std::array{4.0}).value == 2);

BOOST_AUTO_TEST_SUITE_END()
