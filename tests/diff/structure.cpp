// The shapes that arguments and gradients come in.
#include <ctgrad/diff/gradient.hpp>
#include <ctgrad/op/registry.hpp>

#include <boost/hana/adapt_struct.hpp>
#include <boost/hana/define_struct.hpp>
#include <boost/test/unit_test.hpp>

#include <array>
#include <concepts>
#include <tuple>
#include <type_traits>
#include <utility>

namespace shapes {

template <class T>
struct point {
  T x, y;
  friend constexpr bool operator==(const point&, const point&) = default;
};

template <class T>
struct segment {
  point<T> from, to;
  friend constexpr bool operator==(const segment&, const segment&) = default;
};

template <class T>
struct model {
  std::array<T, 2> weights;
  T bias;
  friend constexpr bool operator==(const model&, const model&) = default;
};

template <class T>
struct alone {
  T only;
};

template <class T>
struct dozen {
  T a, b, c, d, e, f, g, h, i, j, k, l;
};

template <class T>
struct option {
  BOOST_HANA_DEFINE_STRUCT(option, (T, spot), (T, strike));
  friend constexpr bool operator==(const option&, const option&) = default;
};

}  // namespace shapes

BOOST_HANA_ADAPT_STRUCT(shapes::point<double>, x, y);
BOOST_HANA_ADAPT_STRUCT(shapes::segment<double>, from, to);
BOOST_HANA_ADAPT_STRUCT(shapes::model<double>, weights, bias);
BOOST_HANA_ADAPT_STRUCT(shapes::alone<double>, only);
BOOST_HANA_ADAPT_STRUCT(shapes::dozen<double>, a, b, c, d, e, f, g, h, i, j, k, l);

namespace {

namespace cg = ctgrad;
using shapes::point;

/// The gradient of f at x, which has to have the type of x.
constexpr auto same_shape(auto f, const auto& x) {
  const auto d = cg::gradient(f)(x);
  static_assert(std::same_as<decltype(d), decltype(x)> ||
                std::same_as<std::remove_cvref_t<decltype(d)>, std::remove_cvref_t<decltype(x)>>);
  return d;
}

// -- arrays --------------------------------------------------------------------------------------

constexpr auto product = [](const auto& a) { return a[0] * a[1] * a[2]; };
static_assert(same_shape(product, std::array{2.0, 3.0, 5.0}) == std::array{15.0, 10.0, 6.0});

using matrix = std::array<std::array<double, 2>, 2>;
constexpr auto determinant = [](const auto& m) { return m[0][0] * m[1][1] - m[0][1] * m[1][0]; };
constexpr matrix minors{{{4, -3}, {-2, 1}}};
static_assert(same_shape(determinant, matrix{{{1, 2}, {3, 4}}}) == minors);

// -- tuples and pairs ----------------------------------------------------------------------------

constexpr auto of_tuple = [](const auto& t) {
  const auto& [x, list, last] = t;
  return x * list[0] - list[1] / last;
};
static_assert(same_shape(of_tuple, std::tuple{2.0, std::array{3.0, 8.0}, 4.0}) ==
              std::tuple{3.0, std::array{2.0, -0.25}, 0.5});

constexpr auto of_pair = [](const auto& p) { return p.first * p.second; };
static_assert(same_shape(of_pair, std::pair{2.0, 3.0}) == std::pair{3.0, 2.0});

constexpr auto of_nested = [](const auto& p) {
  return p.first[0].first * std::get<0>(p.second) + p.first[1].second;
};
using nested = std::pair<std::array<std::pair<double, double>, 2>, std::tuple<double>>;
static_assert(same_shape(of_nested, nested{{{{2, 3}, {5, 7}}}, {11}}) ==
              nested{{{{11, 0}, {0, 1}}}, {2}});

// -- structs -------------------------------------------------------------------------------------

constexpr auto area = [](const auto& p) { return p.x * p.y; };
static_assert(same_shape(area, point<double>{2, 3}) == point<double>{3, 2});

constexpr auto length_squared = [](const auto& s) {
  const auto dx = s.to.x - s.from.x, dy = s.to.y - s.from.y;
  return dx * dx + dy * dy;
};
using shapes::segment;
static_assert(same_shape(length_squared, segment<double>{{1, 2}, {4, 6}}) ==
              segment<double>{{-6, -8}, {6, 8}});

using shapes::model;
constexpr auto linear = [](const auto& m) { return 3 * m.weights[0] - 4 * m.weights[1] + m.bias; };
static_assert(same_shape(linear, model<double>{{1, 2}, 5}) == model<double>{{3, -4}, 1});

constexpr auto doubled = [](const auto& s) { return 2 * s.only; };
static_assert(same_shape(doubled, shapes::alone<double>{5}).only == 2);

constexpr auto weighted = [](const auto& s) {
  return s.a + 2 * s.b + 3 * s.c + 4 * s.d + 5 * s.e + 6 * s.f + 7 * s.g + 8 * s.h + 9 * s.i +
         10 * s.j + 11 * s.k + 12 * s.l;
};
constexpr auto twelve = same_shape(weighted, shapes::dozen<double>{});
static_assert(twelve.a == 1 && twelve.b == 2 && twelve.c == 3 && twelve.d == 4);
static_assert(twelve.e == 5 && twelve.f == 6 && twelve.g == 7 && twelve.h == 8);
static_assert(twelve.i == 9 && twelve.j == 10 && twelve.k == 11 && twelve.l == 12);

using shapes::option;
constexpr auto payoff = [](const auto& o) { return relu(o.spot - 2 * o.strike); };
constexpr auto option_of(auto spot, auto strike) {
  option<decltype(spot)> o;
  o.spot = spot;
  o.strike = strike;
  return o;
}
static_assert(same_shape(payoff, option_of(5.0, 2.0)) == option_of(1.0, -2.0));
static_assert(same_shape(payoff, option_of(5.0F, 2.0F)) == option_of(1.0F, -2.0F));

// -- structures of structs -----------------------------------------------------------------------

constexpr auto both_areas = [](const auto& p) { return p[0].x * p[0].y - p[1].x * p[1].y; };
constexpr std::array two{point<double>{2, 3}, point<double>{5, 7}};
static_assert(same_shape(both_areas, two) ==
              std::array{point<double>{3, 2}, point<double>{-7, -5}});
constexpr auto tuple_of_structs = [](const auto& t) {
  return std::get<0>(t).x * std::get<1>(t).spot;
};
static_assert(same_shape(tuple_of_structs, std::tuple{point<double>{2, 3}, option_of(5.0, 7.0)}) ==
              std::tuple{point<double>{5, 0}, option_of(2.0, 0.0)});

// -- mixed arguments -----------------------------------------------------------------------------

constexpr auto scaled_area = [](const auto& p, auto k, const auto& a) {
  return k * p.x * p.y + a[0] * a[1];
};
constexpr auto mixed =
    cg::value_and_gradient(scaled_area)(point<double>{2, 3}, 5.0, std::array{7.0, 11.0});
static_assert(mixed.value == 107);
static_assert(mixed.gradient == std::tuple{point<double>{15, 10}, 6.0, std::array{11.0, 7.0}});
static_assert(cg::gradient<cg::wrt<2, 0>>(scaled_area)(point<double>{2, 3}, 5.0,
                                                       std::array{7.0, 11.0}) ==
              std::tuple{std::array{11.0, 7.0}, point<double>{15, 10}});

// Whole numbers and floats inside of a structure are rebound to what the call is computed in.
using of_ints = decltype(cg::gradient(product)(std::array{2, 3, 5}));
static_assert(std::same_as<of_ints, std::array<double, 3>>);
static_assert(cg::gradient(product)(std::array{2, 3, 5}) == std::array{15.0, 10.0, 6.0});
using of_mixture = decltype(cg::gradient(of_pair)(std::pair{2.0F, 3}));
static_assert(std::same_as<of_mixture, std::pair<float, float>>);

constexpr auto scaled = [](const auto& a, auto k) { return k * a[0]; };
using of_float_and_double = decltype(cg::gradient(scaled)(std::array{2.0F}, 0.1));
static_assert(std::same_as<of_float_and_double, std::tuple<std::array<double, 1>, double>>);
static_assert(cg::gradient(scaled)(std::array{2.0F}, 0.1) == std::tuple{std::array{0.1}, 2.0});

// -- what holds no number ------------------------------------------------------------------------

constexpr auto raised = [](auto x, auto n) {
  auto result = x;
  for (int k = 1; k < n(); ++k) result *= x;
  return result;
};
using three = std::integral_constant<int, 3>;
static_assert(cg::gradient<cg::wrt<0>>(raised)(2.0, three{}) == std::array{12.0});
static_assert(
    std::same_as<decltype(cg::gradient(raised)(2.0, three{})), std::tuple<double, three>>);
static_assert(std::get<0>(cg::gradient(raised)(2.0, three{})) == 12);

constexpr auto with_empty = [](auto x, const auto& list) {
  for (const auto& y : list) x *= y;
  return x * x;
};
static_assert(cg::gradient<cg::wrt<0>>(with_empty)(3.0, std::array<double, 0>{}) ==
              std::array{6.0});
static_assert(std::get<0>(cg::gradient(with_empty)(3.0, std::array<double, 0>{})) == 6);

}  // namespace

BOOST_AUTO_TEST_SUITE(structure)

BOOST_AUTO_TEST_CASE(values_known_at_run_time_only) {
  for (const double k : {1.0, -2.0, 0.5}) {
    const auto d = cg::gradient(length_squared)(segment<double>{{0, k}, {3 * k, 5 * k}});
    BOOST_TEST((d == segment<double>{{-6 * k, -8 * k}, {6 * k, 8 * k}}));
  }
}

BOOST_AUTO_TEST_CASE(a_structure_can_be_taken_apart) {
  const auto [value, gradient] =
      cg::value_and_gradient(scaled_area)(point<double>{2, 3}, 5.0, std::array{7.0, 11.0});
  const auto& [by_point, by_number, by_array] = gradient;
  BOOST_TEST(value == 107);
  BOOST_TEST(by_point.x == 15);
  BOOST_TEST(by_number == 6);
  BOOST_TEST(by_array[1] == 7);
}

BOOST_AUTO_TEST_CASE(a_step_of_descent) {
  model<double> m{{1, 2}, 3};
  const auto loss = [](const auto& w) { return pow(w.weights[0], 2) + pow(w.bias - 1, 2); };
  const auto d = cg::gradient(loss)(m);
  m.weights[0] -= 0.5 * d.weights[0];
  m.bias -= 0.5 * d.bias;
  BOOST_TEST((m == model<double>{{0, 2}, 1}));
}

BOOST_AUTO_TEST_SUITE_END()
