// Every op at its edges: what forward mode says is what the reverse sweep says, NaN by NaN.
#include <boost/test/unit_test.hpp>

#include <array>
#include <cmath>
#include <cstddef>
#include <type_traits>

#include "../support/compare.hpp"
#include "../support/engines.hpp"

namespace {

namespace ops = ctgrad::ops;

constexpr double inf = support::inf_of<double>;
constexpr std::array grid{-inf, -800.0, -1.5, -1.0, -0.0, 0.0,
                          0.5,  1.0,    2.0,  1e9,  inf,  support::nan_of<double>};

/// Calls check with all points of the grid.
template <std::size_t N>
void at_points(const auto& check, std::array<double, N> x = {}, std::size_t k = 0) {
  if (k == N) return check(x);
  for (const double value : grid) {
    x[k] = value;
    at_points(check, x, k + 1);
  }
}

/// Can x be the last operand of Op? The exponent of some is a whole number that fits into an int.
template <class Op>
bool allowed(double x) {
  if (!std::is_same_v<Op, ops::integer_power> && !std::is_same_v<Op, ops::ldexp>) return true;
  return std::abs(x) <= 1e9 && x == std::trunc(x);
}

template <class Op>
void check_op() {
  const auto f = [](const auto&... x) { return ctgrad::apply<Op>(x...); };
  at_points<std::size_t(Op::arity)>([&]<std::size_t N>(const std::array<double, N>& x) {
    if (!allowed<Op>(x[N - 1])) return;
    const auto dual = support::by_dual(f, x), reverse = support::by_interpreter(f, x);
    BOOST_TEST_CONTEXT("at " << x[0] << ", " << x[N / 2] << ", " << x[N - 1]) {
      BOOST_TEST(support::is_identical(dual.value, reverse.value));
      for (std::size_t k = 0; k < N; ++k) {
        BOOST_TEST(support::is_equal(dual.gradient[k], reverse.gradient[k]));
      }
    }
  });
}

}  // namespace

BOOST_AUTO_TEST_SUITE(every_op)

BOOST_AUTO_TEST_CASE(forward_is_reverse_at_the_edges) {
  ctgrad::for_each_op(ctgrad::all_ops{}, []<class Op>() {
    if constexpr (!ctgrad::is_predicate<Op>) {
      BOOST_TEST_CONTEXT(Op::name) {
        check_op<Op>();
      }
    }
  });
}

BOOST_AUTO_TEST_SUITE_END()
