// Which operands an op makes inactive: read off its partials, for the library's ops and the user's.
#include <ctgrad/program/guards.hpp>

#include <boost/test/unit_test.hpp>

#include <array>

namespace {

using ctgrad::detail::active_operands;
using ctgrad::detail::has_guards;
namespace ops = ctgrad::ops;

static_assert(!has_guards<ops::add, double> && !has_guards<ops::multiply, double> &&
              !has_guards<ops::divide, double> && !has_guards<ops::sqrt, double> &&
              !has_guards<ops::tanh, double>);
static_assert(has_guards<ops::relu, double> && has_guards<ops::abs, double> &&
              has_guards<ops::max, double> && has_guards<ops::min, float> &&
              has_guards<ops::integer_power, double>);

static_assert(active_operands<ops::relu>(2.0, 2.0) == std::array{true});
static_assert(active_operands<ops::relu>(0.0, 0.0) == std::array{false});
static_assert(active_operands<ops::abs>(0.0, 0.0) == std::array{false});
static_assert(active_operands<ops::max>(3.0, 1.0, 3.0) == std::array{false, true});
static_assert(active_operands<ops::max>(3.0, 3.0, 3.0) == std::array{true, true});
static_assert(active_operands<ops::min>(1.0, 1.0, 3.0) == std::array{true, false});
static_assert(active_operands<ops::multiply>(0.0, 0.0, 3.0) == std::array{true, true},
              "a partial that happens to be 0 is no guard");

/// The first operand counts above the second only.
struct above_op : ctgrad::op<"above", 2> {
  static constexpr auto value(const auto& x, const auto& y) { return x > y ? 2 * x : y; }
  static constexpr auto partials(const auto& x, const auto& y, const auto&) {
    return std::tuple{ctgrad::where(x > y, 2, 0), ctgrad::where(x > y, 0, 1)};
  }
};
static_assert(active_operands<above_op>(4.0, 2.0, 1.0) == std::array{true, false});
static_assert(active_operands<above_op>(3.0, 2.0, 3.0) == std::array{false, true});

}  // namespace

BOOST_AUTO_TEST_SUITE(guards)

BOOST_AUTO_TEST_CASE(at_run_time_as_well) {
  for (const double x : {-1.0, -0.0, 0.0, 1.0}) {
    BOOST_TEST(active_operands<ops::relu>(x < 0 ? 0 : x, x)[0] == (x > 0));
  }
}

BOOST_AUTO_TEST_SUITE_END()
