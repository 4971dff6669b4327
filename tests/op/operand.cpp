// What ops are applied to: numbers, and what takes part in differentiation.
#include <ctgrad/op/operand.hpp>

#include <boost/multiprecision/cpp_bin_float.hpp>
#include <boost/test/unit_test.hpp>

#include <complex>
#include <string>
#include <type_traits>

namespace {

namespace cg = ctgrad;
namespace mp = boost::multiprecision;
using plain_fifty = mp::number<mp::cpp_bin_float<50>, mp::et_off>;
using lazy_fifty = mp::number<mp::cpp_bin_float<50>, mp::et_on>;

struct engine {
  using scalar = float;
};
struct engine_with_operators : engine {
  using own_operators = int;
};
template <class Engine>
struct of {
  using ctgrad_engine = Engine;
};

static_assert(cg::number<int> && cg::number<bool> && cg::number<long double>);
static_assert(!cg::number<std::string> && !cg::number<std::complex<double>>);
static_assert(cg::number<plain_fifty> && cg::number_class<plain_fifty>);
static_assert(!cg::number<lazy_fifty>);  // x * x would refer to x
static_assert(!cg::number<of<engine>> && cg::active<of<engine>>);

// At least one of two operands is ours, and none is anything else.
static_assert(cg::operands<of<engine>, double> && cg::operands<int, of<engine>>);
static_assert(!cg::operands<double, double> && !cg::operands<of<engine>, std::string>);
static_assert(cg::recorded_operands<of<engine>, double>);
static_assert(!cg::recorded_operands<of<engine_with_operators>, double>);

static_assert(std::is_same_v<cg::scalar_of<double>, double>);
static_assert(std::is_same_v<cg::scalar_of<const of<engine>&>, float>);

/// One of the user's is preferred to one that yields.
template <class X>
constexpr int chosen(const X&) {
  return 1;
}
template <class X, cg::nothing... Yield>
constexpr int chosen(const X&, Yield...) {
  return 2;
}
static_assert(chosen(0.5) == 1);

}  // namespace

BOOST_AUTO_TEST_SUITE(operand_kinds)
BOOST_AUTO_TEST_CASE(everything_is_known_to_the_compiler) {}
BOOST_AUTO_TEST_SUITE_END()
