// layout<X> and matrix_layout<Y, X>: how points and results are rebuilt with other numbers, and how
// another library's containers are added.
#include <algorithm>
#include <deque>
#include <span>
#include <string>
#include <tuple>
#include <type_traits>
#include <utility>

#include "support.hpp"

namespace {

/// A container of somebody else, and its matrices.
template <class T>
struct series {
  std::deque<T> terms;
  friend bool operator==(const series&, const series&) = default;
};
template <class T>
struct grid {
  std::size_t rows, columns;
  std::vector<T> entries;
  friend bool operator==(const grid&, const grid&) = default;
};

/// A sum that is computed when somebody looks at it, and refers to what it is a sum of.
template <class T>
struct lazy_sum {
  const series<T>* of;
};

}  // namespace

template <class T>
struct ctgrad::layout<series<T>> {
  static constexpr bool supported = true;
  using number = T;
  template <class Y>
  using rebind = series<Y>;
  template <class Y>
  static series<Y> like(const auto& x) {
    return {std::deque<Y>(x.terms.size())};
  }
  static void visit(auto& x, auto&& f) {
    for (auto& term : x.terms) f(term);
  }
};

template <class A, class B>
struct ctgrad::matrix_layout<series<A>, series<B>> {
  template <class T>
  using type = grid<T>;
  template <class T>
  static grid<T> like(const series<A>& y, const series<B>& x) {
    const std::size_t rows = y.terms.size(), columns = x.terms.size();
    return {rows, columns, std::vector<T>(rows * columns)};
  }
  static void visit(auto& g, auto&& f) {
    for (auto& entry : g.entries) f(entry);
  }
};

template <class T>
struct ctgrad::evaluated<lazy_sum<T>> {
  static T of(const lazy_sum<T>& sum) {
    T total = 0;
    for (const T& term : sum.of->terms) total += term;
    return total;
  }
};

BOOST_AUTO_TEST_SUITE(layouts)

template <class X, class Y, class Expected>
constexpr bool rebinds =
    std::same_as<typename cg::layout<X>::template rebind<Y>, Expected> && cg::arranged<X>;

static_assert(
    rebinds<double, float, float> && rebinds<Value, double, double> &&
    rebinds<std::vector<double>, Value, std::vector<Value>> &&
    rebinds<std::array<std::vector<float>, 2>, Value, std::array<std::vector<Value>, 2>> &&
    rebinds<std::span<const double>, Value, std::vector<Value>> &&
    rebinds<std::span<double, 3>, Value, std::array<Value, 3>> &&
    rebinds<std::tuple<int, std::vector<double>>, Value, std::tuple<Value, std::vector<Value>>> &&
    rebinds<std::pair<float, double>, Value, std::pair<Value, Value>> &&
    rebinds<bond<double>, std::vector<double>, bond<std::vector<double>>> &&
    rebinds<layer<float>, Value, layer<Value>> &&
    rebinds<std::vector<bond<double>>, Value, std::vector<bond<Value>>>);
static_assert(!cg::arranged<std::string> && !cg::arranged<std::vector<std::string>> &&
              !cg::arranged<std::vector<bool>> && !cg::arranged<const char*>);

BOOST_AUTO_TEST_CASE(like_keeps_the_lengths_and_visit_the_order) {
  const std::tuple x{1.0, std::vector<std::vector<double>>{{2, 3}, {}, {4}}, bond<double>{5, 6}};
  using layout = cg::layout<std::remove_const_t<decltype(x)>>;
  auto copy = layout::like<float>(x);
  static_assert(std::same_as<decltype(copy),
                             std::tuple<float, std::vector<std::vector<float>>, bond<float>>>);
  BOOST_TEST(std::get<1>(copy).size() == 3U);
  BOOST_TEST(std::get<1>(copy)[0].size() == 2U);
  std::vector<double> seen;
  layout::visit(x, [&](double number) { seen.push_back(number); });
  BOOST_TEST((seen == std::vector{1.0, 2.0, 3.0, 4.0, 5.0, 6.0}));
  int count = 0;
  layout::visit(copy, [&](float& number) { number = static_cast<float>(++count); });
  BOOST_TEST((std::get<1>(copy)[2] == std::vector{4.0F}));
  BOOST_TEST((std::get<2>(copy) == bond<float>{5, 6}));
}

BOOST_AUTO_TEST_CASE(a_container_of_somebody_else) {
  const auto f = [](const auto& s) {
    auto product = s.terms[0];
    for (std::size_t i = 1; i < s.terms.size(); ++i) product *= s.terms[i];
    return product;
  };
  const series<double> x{{2, 3, 4}}, v{{1, 0, 0}};
  BOOST_TEST((cg::gradient(dynamic(f))(x) == series<double>{{12, 8, 6}}));
  BOOST_TEST((cg::hvp(dynamic(f))(x, v) == series<double>{{0, 4, 3}}));
  BOOST_TEST((cg::hessian(dynamic(f))(x) == grid<double>{3, 3, {0, 4, 3, 4, 0, 2, 3, 2, 0}}));
  const auto squares = [](const auto& s) {
    auto result = s;
    for (auto& term : result.terms) term *= term;
    result.terms.push_back(s.terms[0]);
    return result;
  };
  BOOST_TEST((cg::jacobian(dynamic(squares))(series<double>{{2, 3}}) ==
              grid<double>{3, 2, {4, 0, 0, 6, 1, 0}}));
  const auto mixed =
      cg::gradient(dynamic([](const auto& s, auto k) { return k * s.terms[0]; }))(x, 5.0);
  BOOST_TEST((std::get<0>(mixed) == series<double>{{5, 0, 0}}));
  BOOST_TEST(std::get<1>(mixed) == 2);
}

BOOST_AUTO_TEST_CASE(a_result_that_refers_to_the_arguments_is_evaluated_in_time) {
  const auto f = [](const auto& s) {
    using T = std::remove_cvref_t<decltype(s.terms[0])>;
    return lazy_sum<T>{&s};
  };
  BOOST_TEST((cg::gradient(dynamic(f))(series<double>{{2, 3}}) == series<double>{{1, 1}}));
}

BOOST_AUTO_TEST_SUITE_END()
