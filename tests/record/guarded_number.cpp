// record<guarded>: comparisons are recorded with their outcome, and a replay either takes the same
// way or is refused.
#include <ctgrad/record/guarded_number.hpp>

#include <algorithm>
#include <tuple>
#include <utility>

#include "support.hpp"

namespace {

using vector = std::vector<double>;

std::size_t guards_of(const auto& f, const auto&... x) {
  return cg::record<cg::guarded>(f, x...).guards();
}

/// Everything that C++ decides by: written for plain numbers.
const auto decisions = [](const auto& x) {
  using std::isnan, std::max;
  auto y = x[0] > x[1] ? x[0] * x[1] : x[1] - x[0];
  const bool both = x[0] < 1 && x[1] < 1;
  if (both || !(x[2] <= 0.25)) y += x[2];
  for (int i = 0; i < 3 && y < 2; ++i) y = y * y + 0.5;
  std::vector sorted(x.begin(), x.end());
  std::sort(sorted.begin(), sorted.end());
  y -= std::max(sorted[0], x[2]) * std::min(x[0], y);
  if (x[1] == 0 || isnan(y)) y = x[0] + x[1];
  if (static_cast<bool>(x[2])) y = y / x[2];
  return y;
};

}  // namespace

BOOST_AUTO_TEST_CASE(a_replay_has_the_same_bits_or_is_refused) {
  int right = 0, refused = 0;
  for (int point = 0; point < 40; ++point) {
    const auto r = cg::record<cg::guarded>(decisions, some_numbers(3, point * 0.37));
    const auto g = cg::gradient(r);
    for (int replay = 0; replay < 40; ++replay) {
      const auto x = some_numbers(3, replay * 0.37);
      try {
        BOOST_TEST(support::identical(r(x), decisions(x)));
        static_cast<void>(g(x));
        ++right;
      } catch (const cg::error& e) {
        BOOST_REQUIRE(point != replay);
        BOOST_REQUIRE(tagged("E52")(e));
        BOOST_CHECK_EXCEPTION(g(x), cg::error, tagged("E52"));
        ++refused;
      }
    }
  }
  BOOST_TEST(right > 100);
  BOOST_TEST(refused > 100);
}

BOOST_AUTO_TEST_CASE(what_is_a_guard_and_what_is_none) {
  const double x = 2.0, y = 3.0;
  BOOST_TEST(guards_of([](auto a, auto b) { return a < b ? a : b; }, x, y) == 1U);
  BOOST_TEST(guards_of([](auto a, auto b) { return (a < b ? a : b) + (a < b ? b : a); }, x, y) ==
             1U);
  BOOST_TEST(guards_of([](auto a, auto b) { return where(a < b, a, b); }, x, y) == 0U);
  BOOST_TEST(guards_of([](auto a, auto b) { return max(a, b); }, x, y) == 0U);
  BOOST_TEST(guards_of([](auto a, auto b) { return std::max(a, b); }, x, y) == 1U);
  const auto constants = [](auto a, auto b) {
    const decltype(a) c = 1.0;
    return c < 2 && !(c == 3) ? a * b : b;
  };
  BOOST_TEST(guards_of(constants, x, y) == 0U);
  const auto nothing = [](auto a, auto b) {
    static_cast<void>(a < b);
    return a * b;
  };
  BOOST_TEST(guards_of(nothing, x, y) == 0U);
  // The right side is only looked at if the left side does not decide.
  BOOST_TEST(guards_of([](auto a, auto b) { return a > b && b > 1 ? a : b; }, x, y) == 1U);
  BOOST_TEST(guards_of([](auto a, auto b) { return a < b && b > 1 ? a : b; }, x, y) == 2U);
  const auto empty = [](const auto& v, auto b) { return !v.empty() && v[0] > b ? v[0] : b; };
  BOOST_TEST(guards_of(empty, vector{}, y) == 0U);
  // Equal comparisons are one, whichever way the operands were computed.
  const auto again = [](auto a, auto b) {
    int count = 0;
    for (int i = 0; i < 5; ++i) count += a * b < b + a;
    return a * count;
  };
  BOOST_TEST(guards_of(again, x, y) == 1U);
}

BOOST_AUTO_TEST_CASE(a_refusal_names_the_comparison) {
  const auto f = [](const auto& v, auto s) {
    if (v[0] * v[1] < 2 * s) return v[0];
    return s > 0 ? v[1] : s;
  };
  const auto r = cg::record<cg::guarded>(f, vector{2.0, 3.0}, 1.0);
  BOOST_TEST(r.guards() == 2U);
  BOOST_TEST((r.outcomes() == std::vector<char>{0, 1}));
  BOOST_TEST(r(vector{2.0, 4.0}, 1.5) == 4.0);
  BOOST_CHECK_EXCEPTION(
      r(vector{2.0, 3.0}, 4.0), cg::error,
      tagged("E52",
             "comparison 1 of 2, x0[0]*x0[1] < 2*x1, was false when it was recorded and is "
             "true now"));
  BOOST_CHECK_EXCEPTION(r(vector{2.0, 3.0}, -1.0), cg::error,
                        tagged("E52", "comparison 2 of 2, x1 > 0, was true"));
  const vector numbers{2.0, 3.0, -1.0};
  double result = 7.0;
  BOOST_CHECK_EXCEPTION(r.evaluate(numbers, {&result, 1}), cg::error, tagged("E52"));
  BOOST_TEST(result == 7.0);
  const auto nan = support::nan_of<double>;
  BOOST_CHECK_EXCEPTION(r(vector{2.0, 3.0}, nan), cg::error, tagged("E52", "comparison 2"));
}

BOOST_AUTO_TEST_CASE(all_derivatives_have_the_guards) {
  const auto f = [](const auto& x) { return x[0] < x[1] ? x[0] * x[0] * x[1] : x[1]; };
  const vector x{1.0, 2.0}, other{2.0, 1.0};
  const auto r = cg::record<cg::guarded>(f, x);
  const auto refuses = [&](const auto& d, const auto&... more) {
    BOOST_TEST(d.guards() == 1U);
    static_cast<void>(d(x, more...));
    BOOST_CHECK_EXCEPTION(d(other, more...), cg::error, tagged("E52", "x0[0] < x0[1]"));
  };
  refuses(cg::gradient(r));
  refuses(cg::value_and_gradient(r));
  refuses(cg::hessian(r));
  refuses(cg::jacobian(cg::gradient(r)));
  refuses(cg::partial<0, 0, 1>(r));
  refuses(cg::hvp(r), x);
  refuses(cg::value_and_jvp(r), x);
  refuses(cg::vjp(r), 2.0);
  BOOST_TEST((cg::gradient(r)(x) == vector{4.0, 1.0}));
}

BOOST_AUTO_TEST_CASE(conditions_are_numbers_where_numbers_are_asked_for) {
  const auto f = [](auto a, auto b) {
    const auto above = a > b;
    return where(above, a, b) + above * b + where(above == 1, a, 0 * a);
  };
  const auto r = cg::record<cg::guarded>(f, 2.0, 3.0);
  BOOST_TEST(r.guards() == 0U);
  BOOST_TEST(r(2.0, 3.0) == 3.0);
  BOOST_TEST(r(5.0, 3.0) == 13.0);
}

BOOST_AUTO_TEST_CASE(numbers_that_escaped_are_refused) {
  std::vector<cg::guarded_number<double>> kept;
  cg::record<cg::guarded>(
      [&](auto x) {
        if constexpr (!std::is_same_v<decltype(x), double>) kept.push_back(x);
        return x;
      },
      1.0);
  const auto late = [&](auto x) { return kept[0] < 2 ? x : -x; };
  BOOST_CHECK_EXCEPTION(cg::record<cg::guarded>(late, 1.0), cg::error, tagged("E50"));
  BOOST_CHECK_EXCEPTION(static_cast<void>(static_cast<bool>(kept[0])), cg::error, tagged("E50"));
}
