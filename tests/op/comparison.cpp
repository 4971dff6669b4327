// Comparisons: truth for Values, conditions for symbols and formulas, slope 0 everywhere.
#include <ctgrad/op/comparison.hpp>

#include <boost/test/unit_test.hpp>

#include <type_traits>

#include "../support/compare.hpp"
#include "../support/engines.hpp"

namespace {

using ctgrad::Value;
using support::nan_of;
namespace ops = ctgrad::ops;

constexpr double nan_ = nan_of<double>;
constexpr auto x = ctgrad::var<"x">;
constexpr auto y = ctgrad::var<"y">;

static_assert(std::is_same_v<decltype(Value() < 1.0), bool> &&
              std::is_same_v<decltype(!Value()), bool> &&
              std::is_same_v<decltype(1 == Value()), bool>);
static_assert(std::is_same_v<ctgrad::applied<ops::less, ctgrad::symbol, int>, ctgrad::symbol>);
static_assert(ctgrad::is_predicate<ops::less> && ctgrad::is_predicate<ops::both> &&
              ctgrad::is_predicate<ops::negation> && !ctgrad::is_predicate<ops::add> &&
              !ctgrad::is_predicate<ops::where>);

constexpr std::array values{-nan_, -2.0, -0.0, 0.0, 1.0, 2.0};

/// Formula, symbol, Value and number agree on f(a, b) for all pairs.
template <class F>
constexpr bool same_truth_in_programs(const F& f) {
  for (const double a : values) {
    for (const double b : values) {
      const bool truth = f(a, b);
      if (F{}(x, y)(x = a, y = b) != (truth ? 1.0 : 0.0)) return false;
      if (ctgrad::value_and_gradient(f)(a, b).value != (truth ? 1.0 : 0.0)) return false;
      if (ctgrad::gradient(f)(a, b) != std::array{0.0, 0.0}) return false;
    }
  }
  return true;
}
static_assert(same_truth_in_programs([](auto a, auto b) { return a < b; }));
static_assert(same_truth_in_programs([](auto a, auto b) { return a <= b; }));
static_assert(same_truth_in_programs([](auto a, auto b) { return a > b; }));
static_assert(same_truth_in_programs([](auto a, auto b) { return a >= b; }));
static_assert(same_truth_in_programs([](auto a, auto b) { return a == b; }));
static_assert(same_truth_in_programs([](auto a, auto b) { return a != b; }));
static_assert(same_truth_in_programs([](auto a, auto b) { return a < b && b < 2; }));
static_assert(same_truth_in_programs([](auto a, auto b) { return a < b || a == 2; }));
static_assert(same_truth_in_programs([](auto a, auto b) { return !(a < b) && !(b > 1); }));
static_assert(same_truth_in_programs([](auto a, auto b) { return 0 < a || 1.0f >= b; }));

template <class F>
void check_values(const F& f) {
  for (const double a : values) {
    for (const double b : values) {
      BOOST_TEST(f(Value{a}, Value{b}) == f(a, b));
      BOOST_TEST(f(Value{a}, b) == f(a, b));
      BOOST_TEST(f(a, Value(b)) == f(a, b));
    }
  }
}

}  // namespace

BOOST_AUTO_TEST_SUITE(comparison)

BOOST_AUTO_TEST_CASE(values_compare_as_numbers_do) {
  const ctgrad::scope s;
  check_values([](auto a, auto b) { return a < b; });
  check_values([](auto a, auto b) { return a <= b; });
  check_values([](auto a, auto b) { return a > b; });
  check_values([](auto a, auto b) { return a >= b; });
  check_values([](auto a, auto b) { return a == b; });
  check_values([](auto a, auto b) { return a != b; });
  check_values([](auto a, auto b) { return a < b && b < 2; });
  check_values([](auto a, auto b) { return a < b || a == 2; });
  check_values([](auto a, auto b) { return !(a < b) && !(b > 1); });
}

BOOST_AUTO_TEST_CASE(a_comparison_records_nothing) {
  const ctgrad::scope s;
  const Value a{1.0}, b{2.0};
  const auto before = ctgrad::basic_tape<double>::current().size();
  BOOST_TEST((a < b && !(a == b) && a != 3));
  BOOST_TEST(ctgrad::basic_tape<double>::current().size() == before);
}

BOOST_AUTO_TEST_CASE(a_condition_is_a_number_in_a_program) {
  constexpr auto f = [](auto a) { return (a > 1) * a * a + 3 * (a < 0); };
  static_assert(ctgrad::value_and_gradient(f)(2.0).value == 4 && ctgrad::gradient(f)(2.0)[0] == 4);
  static_assert(ctgrad::value_and_gradient(f)(-2.0).value == 3 &&
                ctgrad::gradient(f)(-2.0)[0] == 0);
  static_assert(ctgrad::value_and_gradient(f)(0.5).value == 0 && ctgrad::gradient(f)(0.5)[0] == 0);
  BOOST_TEST(f(2.0) == 4);
}

BOOST_AUTO_TEST_SUITE_END()
