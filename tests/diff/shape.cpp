// How the numbers of a result are arranged: sizes, types, and the order in which they are counted.
#include <ctgrad/diff/shape.hpp>
#include <ctgrad/program/value_with.hpp>

#include <boost/test/unit_test.hpp>

#include <array>
#include <concepts>
#include <cstddef>
#include <tuple>
#include <utility>

#include "structs.hpp"

namespace {

using namespace ctgrad::detail;
using ctgrad::wrt;
using structs::bond, structs::ladder;
using pair_of_numbers = std::array<double, 2>;

// -- sizes and types -----------------------------------------------------------------------------

using vector = shaped_as<std::array<double, 3>>;
static_assert(vector::size == 3);
static_assert(std::same_as<vector::type<float>, std::array<float, 3>>);

using matrix = nested<pair_of_numbers, vector>;
static_assert(matrix::size == 6);
static_assert(std::same_as<matrix::type<bool>, std::array<std::array<bool, 3>, 2>>);

using of_struct = nested<bond<double>, shaped_as<bond<double>>>;
static_assert(of_struct::size == 4);
static_assert(std::same_as<of_struct::type<float>, bond<bond<float>>>);

using with_gradient = together<ctgrad::value_with_gradient, shaped_as<double>, vector>;
static_assert(with_gradient::size == 4);
static_assert(std::same_as<with_gradient::type<double>,
                           ctgrad::value_with_gradient<double, std::array<double, 3>>>);

// -- the structure of a gradient -----------------------------------------------------------------

template <class Wrt, class... Args>
using chosen = typename chosen_structure<Wrt, Args...>::type;
static_assert(std::same_as<chosen<wrt<0, 1>, double, double>, pair_of_numbers>);
static_assert(std::same_as<chosen<wrt<1>, bond<double>, double>, std::array<double, 1>>);
static_assert(std::same_as<chosen<wrt<0>, bond<double>, double>, bond<double>>);
static_assert(
    std::same_as<chosen<wrt<1, 0>, bond<double>, double>, std::tuple<double, bond<double>>>);

/// The numbers of a shape as `at` finds them, one after the other, are those of `visit`.
template <class Shape>
bool counted_alike() {
  typename Shape::template type<int> x{};
  int next = 0;
  Shape::visit(x, [&](int& number) { number = next++; });
  const bool same = [&]<std::size_t... I>(std::index_sequence<I...>) {
    return ((Shape::template at<I>(x) == static_cast<int>(I)) && ...);
  }(std::make_index_sequence<Shape::size>{});
  return same && next == static_cast<int>(Shape::size);
}

}  // namespace

BOOST_AUTO_TEST_SUITE(shape)

BOOST_AUTO_TEST_CASE(numbers_are_counted_in_the_order_of_declaration) {
  using mixture = std::tuple<double, std::pair<double, bond<double>>, std::array<double, 2>>;
  BOOST_TEST(counted_alike<vector>());
  BOOST_TEST(counted_alike<matrix>());
  BOOST_TEST(counted_alike<of_struct>());
  BOOST_TEST(counted_alike<with_gradient>());
  BOOST_TEST(counted_alike<shaped_as<ladder<double>>>());
  BOOST_TEST((counted_alike<nested<mixture, shaped_as<ladder<double>>>>()));
}

BOOST_AUTO_TEST_CASE(rows_come_before_columns) {
  matrix::type<int> m{};
  int next = 0;
  matrix::visit(m, [&](int& number) { number = next++; });
  BOOST_TEST(m[0][2] == 2);
  BOOST_TEST(m[1][0] == 3);
  of_struct::type<int> s{};
  of_struct::at<1>(s) = 7;
  of_struct::at<2>(s) = 8;
  BOOST_TEST(s.rate.maturity == 7);
  BOOST_TEST(s.maturity.rate == 8);
}

BOOST_AUTO_TEST_CASE(the_value_comes_first) {
  with_gradient::type<int> r{};
  with_gradient::at<0>(r) = 5;
  with_gradient::at<3>(r) = 6;
  BOOST_TEST(r.value == 5);
  BOOST_TEST(r.gradient[2] == 6);
}

BOOST_AUTO_TEST_SUITE_END()
