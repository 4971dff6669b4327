// A recording that is called in a function that is recorded becomes a part of it.
#include <ctgrad/record/splice.hpp>

#include <tuple>

#include "support.hpp"

namespace {

using vector = std::vector<double>;

const auto inner = [](const auto& x, auto s, int n) {
  auto sum = s;
  for (int i = 0; i < n; ++i) sum = sum * x[0] + sin(x[1] * s);
  return std::tuple{sum, std::vector{sum * s, s}};
};

const auto smaller = [](auto a, auto b) { return a < b ? a * a : b; };

}  // namespace

BOOST_AUTO_TEST_CASE(a_recording_is_called_in_a_recorded_function) {
  const vector x{0.5, 2.0};
  const auto r = cg::record(inner, x, 1.5, 2);
  const auto outer_with = [](const auto& called) {
    return [&](const auto& v, auto t) {
      const auto y = called(v, t * v[1], 2);
      return std::get<0>(y) * std::get<1>(y)[0] + std::get<1>(y)[1] + t;
    };
  };
  const auto direct = cg::record(outer_with(inner), x, 3.0);
  const auto composed = cg::record(outer_with(r), x, 3.0);
  const vector other{1.25, -0.5};
  BOOST_TEST(support::identical(composed(other, 0.25), direct(other, 0.25)));
  BOOST_TEST((cg::gradient(composed)(other, 0.25) == cg::gradient(direct)(other, 0.25)));
  const auto mixed =
      cg::record([&](auto t) { return std::get<0>(r(vector{0.5, 2.0}, t, 2)); }, 1.0);
  BOOST_TEST(mixed(1.5) == std::get<0>(inner(x, 1.5, 2)));
  const auto slope = cg::record(
      [g = cg::gradient<cg::wrt<0>>(cg::record([](auto a) { return a * a * a; }, 1.0))](auto a) {
        return g(a)[0] * a;  // 3 a³
      },
      1.0);
  BOOST_TEST(cg::derivative(slope)(2.0) == 36.0);
  const auto constant =
      cg::record([&](auto t) { return t * std::get<0>(r(x, decltype(t)(1.5), 2)); }, 1.0);
  BOOST_TEST(constant(2.0) == 2 * std::get<0>(inner(x, 1.5, 2)));
}

BOOST_AUTO_TEST_CASE(lengths_and_whole_numbers_are_looked_at) {
  const auto r = cg::record(inner, vector{0.5, 2.0}, 1.5, 2);
  const auto other_bound = [&](const auto& v) { return std::get<0>(r(v, v[0], 3)); };
  BOOST_CHECK_EXCEPTION(cg::record(other_bound, vector{0.5, 2.0}), cg::error, tagged("E51"));
  const auto other_length = [&](const auto& v) { return std::get<0>(r(v, v[0], 2)); };
  BOOST_CHECK_EXCEPTION(cg::record(other_length, vector{0.5}), cg::error, tagged("E51"));
}

BOOST_AUTO_TEST_CASE(guards_are_taken_over) {
  const auto r = cg::record<cg::guarded>(smaller, 1.0, 2.0);
  const auto outer = [&](auto a, auto b) { return r(a + b, b * b) * a; };
  BOOST_CHECK_EXCEPTION(cg::record(outer, 1.0, 3.0), cg::error, tagged("E52", "record<guarded>"));
  const auto g = cg::record<cg::guarded>(outer, 1.0, 3.0);
  BOOST_TEST(g.guards() == 1U);
  BOOST_TEST(g(2.0, 3.0) == 50.0);
  BOOST_CHECK_EXCEPTION(g(2.0, 1.0), cg::error, tagged("E52", "x0 + x1 < x1^2"));
  BOOST_CHECK_EXCEPTION(cg::record<cg::guarded>(outer, 3.0, 1.0), cg::error, tagged("E52"));
}

BOOST_AUTO_TEST_CASE(symbols_of_two_recordings_do_not_meet_in_one) {
  const auto r = cg::record([](auto a, auto b) { return a * b; }, 1.0, 2.0);
  const auto f = [&](auto a) { return cg::record([&](auto b) { return r(a, b); }, 1.0)(2.0) * a; };
  BOOST_CHECK_EXCEPTION(cg::record(f, 1.0), cg::error, tagged("E50"));
}
