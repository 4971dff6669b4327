// jacobian(f) and value_and_jacobian(f): entries, shapes, the choice of arguments, known zeros.
#include <ctgrad/diff/jacobian.hpp>
#include <ctgrad/op/registry.hpp>

#include <boost/test/unit_test.hpp>

#include <array>
#include <cmath>
#include <concepts>
#include <cstddef>
#include <tuple>
#include <type_traits>
#include <utility>

#include "../support/compare.hpp"
#include "../support/oracle.hpp"
#include "structs.hpp"

namespace {

namespace cg = ctgrad;
using structs::bond, structs::ladder, structs::quote;
using support::is_identical;

template <std::size_t Rows, std::size_t Columns>
using matrix = std::array<std::array<double, Columns>, Rows>;

// -- entries, on every compiler ------------------------------------------------------------------

constexpr auto mixed = [](auto x, auto y, auto z) {
  return std::array{x * y * z, x * x - 3 * z, 1 / y};
};
constexpr matrix<3, 3> expected{{{15, 10, 6}, {4, 0, -3}, {0, -1 / 9.0, 0}}};
static_assert(cg::jacobian(mixed)(2.0, 3.0, 5.0) == expected);

constexpr auto both = cg::value_and_jacobian(mixed)(2.0, 3.0, 5.0);
static_assert(both.value == std::array{30.0, -11.0, 1 / 3.0} && both.jacobian == expected);

// -- the choice of arguments ---------------------------------------------------------------------

static_assert(cg::jacobian<cg::wrt<1>>(mixed)(2.0, 3.0, 5.0) ==
              matrix<3, 1>{{{10}, {0}, {-1 / 9.0}}});
static_assert(cg::jacobian<cg::wrt<2, 0>>(mixed)(2.0, 3.0, 5.0) ==
              matrix<3, 2>{{{6, 15}, {-3, 4}, {0, 0}}});
static_assert(cg::value_and_jacobian<cg::wrt<0>>(mixed)(2.0, 3.0, 5.0).value[0] == 30);
static_assert(cg::value_and_jacobian<cg::wrt<0>>(mixed)(2.0, 3.0, 5.0).jacobian ==
              matrix<3, 1>{{{15}, {4}, {0}}});

// -- arguments with a structure ------------------------------------------------------------------

constexpr auto of_array = [](const auto& x) { return std::array{x[0] * x[1], x[1] * x[2]}; };
static_assert(cg::jacobian(of_array)(std::array{2.0, 3.0, 5.0}) ==
              matrix<2, 3>{{{3, 2, 0}, {0, 5, 3}}});

constexpr auto times = [](const auto& m, const auto& x) {
  return std::array{m[0][0] * x[0] + m[0][1] * x[1], m[1][0] * x[0] + m[1][1] * x[1]};
};
constexpr matrix<2, 2> m{{{1, 2}, {3, 4}}};
static_assert(cg::jacobian<cg::wrt<1>>(times)(m, std::array{5.0, 6.0}) == m);
static_assert(cg::jacobian<cg::wrt<0>>(times)(m, std::array{5.0, 6.0}) ==
              std::array{matrix<2, 2>{{{5, 6}, {0, 0}}}, matrix<2, 2>{{{0, 0}, {5, 6}}}});
static_assert(cg::jacobian(times)(m, std::array{5.0, 6.0})[1] ==
              std::tuple{matrix<2, 2>{{{0, 0}, {5, 6}}}, std::array{3.0, 4.0}});

constexpr auto of_bond = [](const auto& b, auto k) {
  return std::array{k * b.rate, b.rate * b.maturity * b.maturity};
};
constexpr auto rows = cg::jacobian<cg::wrt<0>>(of_bond)(bond<double>{2, 3}, 7.0);
static_assert(rows == std::array{bond<double>{7, 0}, bond<double>{9, 12}});
static_assert(rows[1].maturity == 12);
static_assert(cg::jacobian(of_bond)(bond<double>{2, 3}, 7.0)[0] ==
              std::tuple{bond<double>{7, 0}, 2.0});

constexpr auto of_pair = [](const auto& p) {
  return std::pair{p.first * p.second, p.first - p.second};
};
static_assert(cg::jacobian(of_pair)(std::pair{2.0, 3.0}) ==
              std::pair{std::pair{3.0, 2.0}, std::pair{1.0, -1.0}});

// -- results with a structure --------------------------------------------------------------------

constexpr auto to_number = [](auto x, auto y) { return x * y; };
static_assert(cg::jacobian(to_number)(2.0, 3.0) == std::array{3.0, 2.0});
static_assert(cg::value_and_jacobian(to_number)(2.0, 3.0).value == 6);

constexpr auto to_quote = [](const auto& b) {
  return quote<decltype(b.rate * b.maturity)>{b.rate * b.maturity, b.rate - 2 * b.maturity};
};
constexpr auto greeks = cg::value_and_jacobian(to_quote)(bond<double>{2, 3});
static_assert(greeks.value == quote<double>{6, -4});
static_assert(greeks.jacobian.price == bond<double>{3, 2});
static_assert(greeks.jacobian.yield.maturity == -2);
static_assert(std::same_as<decltype(greeks.jacobian), quote<bond<double>>>);

constexpr auto to_nested = [](auto x, auto y) {
  return std::tuple{x * y, std::array{x, y * y}, std::pair{x * x, 3.0}};
};
constexpr auto nested = cg::value_and_jacobian(to_nested)(2.0, 3.0);
static_assert(nested.value == std::tuple{6.0, std::array{2.0, 9.0}, std::pair{4.0, 3.0}});
static_assert(nested.jacobian == std::tuple{std::array{3.0, 2.0}, matrix<2, 2>{{{1, 0}, {0, 6}}},
                                            std::pair{std::array{4.0, 0.0}, std::array{0.0, 0.0}}});

constexpr auto to_tuple_with_struct = [](const auto& b, auto k) {
  using T = decltype(b.rate * k);
  return std::tuple{b.rate * k, bond<T>{k * k, b.maturity * k}};
};
constexpr auto mixture = cg::jacobian(to_tuple_with_struct)(bond<double>{2, 3}, 5.0);
static_assert(std::get<0>(mixture) == std::tuple{bond<double>{5, 0}, 2.0});
static_assert(std::get<1>(mixture).rate == std::tuple{bond<double>{0, 0}, 10.0});
static_assert(std::get<1>(mixture).maturity == std::tuple{bond<double>{0, 5}, 3.0});

constexpr auto shifted = [](const auto& l) {  // a struct of structs to a struct of structs
  auto moved = l;
  moved.first.rate = l.first.rate + l.spread * l.spread;
  moved.others[1].maturity = l.others[0].rate * l.others[1].maturity;
  return moved;
};
constexpr auto moved = cg::jacobian(shifted)(ladder<double>{{1, 2}, {{{3, 4}, {5, 6}}}, 7});
static_assert(moved.first.rate == ladder<double>{{1, 0}, {}, 14});
static_assert(moved.first.maturity == ladder<double>{{0, 1}, {}, 0});
static_assert(moved.others[0].rate == ladder<double>{{}, {{{1, 0}, {}}}, 0});
static_assert(moved.others[1].maturity == ladder<double>{{}, {{{6, 0}, {0, 3}}}, 0});
static_assert(moved.spread == ladder<double>{{}, {}, 1});

constexpr auto to_array_of_structs = [](auto x, auto y) {
  return std::array{bond<decltype(x)>{x * y, x}, bond<decltype(x)>{y, y * y}};
};
constexpr auto two = cg::jacobian(to_array_of_structs)(2.0, 3.0);
static_assert(two[0].rate == std::array{3.0, 2.0} && two[0].maturity == std::array{1.0, 0.0});
static_assert(two[1].rate == std::array{0.0, 1.0} && two[1].maturity == std::array{0.0, 6.0});

// -- results that are constants, or arguments ----------------------------------------------------

constexpr auto plain = [](auto, auto) { return std::array{1.5, 2.5}; };
static_assert(cg::value_and_jacobian(plain)(2.0, 3.0).value == std::array{1.5, 2.5});
static_assert(cg::jacobian(plain)(2.0, 3.0) == matrix<2, 2>{});
constexpr auto some_constant = [](auto x) { return std::array{x, decltype(x)(4), x * x}; };
static_assert(cg::value_and_jacobian(some_constant)(3.0).value == std::array{3.0, 4.0, 9.0});
static_assert(cg::jacobian(some_constant)(3.0) == matrix<3, 1>{{{1}, {0}, {6}}});
constexpr auto plain_among_others = [](auto x) { return std::tuple{2, x * x, 0.5F}; };
static_assert(cg::value_and_jacobian(plain_among_others)(3.0).value == std::tuple{2.0, 9.0, 0.5});
static_assert(std::get<1>(cg::jacobian(plain_among_others)(3.0))[0] == 6);
constexpr auto same_twice = [](auto x, auto y) { return std::array{x * y, x * y, y}; };
static_assert(cg::jacobian(same_twice)(2.0, 3.0) == matrix<3, 2>{{{3, 2}, {3, 2}, {0, 1}}});
constexpr auto swapped = [](auto x, auto y) { return std::pair{y, x}; };
static_assert(cg::jacobian(swapped)(2.0, 3.0) ==
              std::pair{std::array{0.0, 1.0}, std::array{1.0, 0.0}});

// -- which scalar --------------------------------------------------------------------------------

template <class T>
using square_of = std::array<std::array<T, 2>, 2>;
constexpr auto thirds = [](auto x, auto y) { return std::array{x / 3, x * y * 0.1}; };
static_assert(std::same_as<decltype(cg::jacobian(thirds)(1.0F, 2.0F)), square_of<float>>);
static_assert(std::same_as<decltype(cg::jacobian(thirds)(1.0F, 2.0)), square_of<double>>);
static_assert(std::same_as<decltype(cg::jacobian(thirds)(1, 2)), square_of<double>>);
static_assert(std::same_as<decltype(cg::jacobian(thirds)(1.0L, 2)), square_of<long double>>);
static_assert(cg::jacobian(thirds)(1.0F, 2.0F)[0][0] == 1.0F / 3);
static_assert(cg::jacobian(thirds)(1.0F, 3.0F)[1][0] == 3.0F * 0.1F);
static_assert(cg::jacobian(thirds)(1.0L, 2.0L)[0][0] == 1.0L / 3);

// -- kinks ---------------------------------------------------------------------------------------

constexpr auto rectified = [](auto x, auto y) {
  return std::array{relu(x * y), max(x, y), where(x > 0, x * x, y)};
};
static_assert(cg::jacobian(rectified)(2.0, 3.0) == matrix<3, 2>{{{3, 2}, {0, 1}, {4, 0}}});
static_assert(cg::jacobian(rectified)(-2.0, 3.0) == matrix<3, 2>{{{0, 0}, {0, 1}, {0, 1}}});
static_assert(cg::jacobian(rectified)(0.0, 0.0) == matrix<3, 2>{{{0, 0}, {0.5, 0.5}, {0, 1}}});

}  // namespace

BOOST_AUTO_TEST_SUITE(function_jacobian)

BOOST_AUTO_TEST_CASE(polar_coordinates) {
  const auto polar = [](auto r, auto angle) { return std::array{r * cos(angle), r * sin(angle)}; };
  for (const double angle : {0.0, 0.5, -2.0}) {
    const auto [value, J] = cg::value_and_jacobian(polar)(2.0, angle);
    BOOST_TEST(is_identical(value[0], 2 * std::cos(angle)));
    BOOST_TEST(is_identical(value[1], 2 * std::sin(angle)));
    BOOST_TEST(is_identical(J[0][0], std::cos(angle)));
    BOOST_TEST(support::is_equal(J[0][1], -2 * std::sin(angle)));
    BOOST_TEST(is_identical(J[1][0], std::sin(angle)));
    BOOST_TEST(is_identical(J[1][1], 2 * std::cos(angle)));
  }
}

// Every order of elimination has to be right: tall, wide and square with shared results between.
constexpr auto waist = [](const auto&... x) {  // many to one to many
  const auto sum = (... + (x * x));
  return std::array{exp(-sum), sin(sum), sum * sum, 1 / sum};
};
constexpr auto tall = [](auto x, auto y) {
  const auto e = exp(x / 2);
  return std::array{e * y, e / y, sin(e), y * y * e, x * e, log(y) + e, tanh(x * y), sqrt(e + y)};
};
constexpr auto wide = [](auto a, auto b, auto c, auto d, auto e, auto f, auto g) {
  const auto s = sin(a * b) + c * d, t = exp(-e * f) * g;
  return std::array{s * t, s / (2 + t)};
};

template <std::size_t Row, class F, std::size_t... I>
void check_row(const F& f, const auto& J, const auto& x, double bound, std::index_sequence<I...>) {
  const auto component = [&f](const auto&... y) { return f(y...)[Row]; };
  for (const std::size_t k : {I...}) {
    BOOST_TEST_CONTEXT("row " << Row << ", column " << k) {
      BOOST_TEST(support::error_in_ulps(J[Row][k], support::partial(component, x, k)) <= bound);
    }
  }
}

template <class F, std::size_t N>
void check_truth(const F& f, const std::array<double, N>& x, double bound) {
  const auto J = std::apply([](const auto&... y) { return cg::jacobian(F{})(y...); }, x);
  [&]<std::size_t... Row>(std::index_sequence<Row...>) {
    (check_row<Row>(f, J, x, bound, std::make_index_sequence<N>{}), ...);
  }(std::make_index_sequence<std::tuple_size_v<decltype(J)>>{});
}

BOOST_AUTO_TEST_CASE(agrees_with_the_truth) {
  check_truth(waist, std::array{0.25, -0.5, 0.75, 0.1, 0.3}, 8);
  check_truth(tall, std::array{0.7, 1.3}, 8);
  check_truth(tall, std::array{-1.1, 0.4}, 8);
  check_truth(wide, std::array{0.3, 0.9, -1.2, 0.5, 0.8, 0.25, 1.5}, 8);
}

BOOST_AUTO_TEST_CASE(values_are_those_of_the_function) {
  for (const double x : {-1.25, 0.3, 2.0}) {
    const auto value = cg::value_and_jacobian(tall)(x, 0.7).value;
    const auto plainly = tall(x, 0.7);
    for (std::size_t i = 0; i < 8; ++i) BOOST_TEST(is_identical(value[i], plainly[i]));
  }
}

BOOST_AUTO_TEST_CASE(an_entry_that_is_always_zero_is_exactly_zero) {
  const auto separate = [](auto x, auto y) { return std::array{1 / x, log(y)}; };
  const auto J = cg::jacobian(separate)(0.0, 0.0);  // although the others are infinite
  BOOST_TEST(is_identical(J[0][0], -support::inf_of<double>));
  BOOST_TEST(is_identical(J[0][1], 0.0));
  BOOST_TEST(is_identical(J[1][0], 0.0));
  BOOST_TEST(is_identical(J[1][1], support::inf_of<double>));
}

BOOST_AUTO_TEST_CASE(a_branch_that_is_not_taken_contributes_exactly_zero) {
  const auto guarded = [](auto x, auto y) {
    const auto root = where(x > 0, sqrt(x), 0.0);
    return std::array{root * y, max(y, log(x)), relu(x) * 3 + y};
  };
  const auto J = cg::jacobian(guarded)(0.0, 2.0);  // sqrt'(0) and log'(0) are infinite
  BOOST_TEST(is_identical(J[0][0], 0.0));
  BOOST_TEST(is_identical(J[0][1], 0.0));
  BOOST_TEST(is_identical(J[1][0], 0.0));
  BOOST_TEST(is_identical(J[1][1], 1.0));
  BOOST_TEST(is_identical(J[2][0], 0.0));
  BOOST_TEST(is_identical(J[2][1], 1.0));
}

BOOST_AUTO_TEST_CASE(rows_of_a_struct_at_run_time) {
  for (const double k : {1.0, -2.5}) {
    const auto J = cg::jacobian<cg::wrt<0>>(of_bond)(bond<double>{k, 3}, 7.0);
    BOOST_TEST(J[0].rate == 7);
    BOOST_TEST(J[1].maturity == 6 * k);
  }
}

BOOST_AUTO_TEST_SUITE_END()
