// hessian(dynamic(f)) and its relatives: arranged like the static ones, symmetric, and as cheap as
// promised.
#include <cstdint>
#include <tuple>
#include <type_traits>

#include "support.hpp"

namespace {

constexpr auto cubic = [](auto x, auto y) { return x * x * y + y * y * y - 4 * x; };
constexpr auto of_array = [](const auto& x) { return x[0] * x[1] * x[1] + x[2]; };
constexpr auto volume = [](const auto& b) { return b.rate * b.rate * b.maturity; };

/// How often f is called.
template <class F>
struct counted {
  F f;
  int* calls;
  auto operator()(const auto& x) const { return ++*calls, f(x); }
};

}  // namespace

BOOST_AUTO_TEST_SUITE(dynamic_hessian)

BOOST_AUTO_TEST_CASE(results_are_arranged_as_those_of_the_static_family) {
  const auto same = [](auto f, auto... x) {
    return std::same_as<decltype(cg::hessian(dynamic(f))(x...)), decltype(cg::hessian(f)(x...))> &&
           cg::hessian(dynamic(f))(x...) == cg::hessian(f)(x...);
  };
  BOOST_TEST(same(cubic, 2.0, 3.0));
  BOOST_TEST(same(cubic, 2.0F, 3.0F));
  BOOST_TEST(same(cubic, 2.0L, 3.0L));
  BOOST_TEST(same(of_array, std::array{2.0, 3.0, 5.0}));
  BOOST_TEST(same(volume, bond<double>{2, 3}));
  BOOST_TEST(same([](const auto& b, auto k) { return k * k * b.rate + b.rate * b.maturity; },
                  bond<double>{2, 3}, 5.0));
  BOOST_TEST(same([](const auto& p) { return p.first * p.first * p.second; }, std::pair{2.0, 3.0}));
  BOOST_TEST(same([](auto) { return 4.0; }, 2.0));
}

BOOST_AUTO_TEST_CASE(value_and_gradient_come_along) {
  const auto [value, gradient, hessian] = cg::value_gradient_hessian(dynamic(cubic))(2.0, 3.0);
  BOOST_TEST(value == 31);
  BOOST_TEST((gradient == std::array{8.0, 31.0}));
  BOOST_TEST((hessian == cg::hessian(cubic)(2.0, 3.0)));
  const auto two = cg::value_and_hessian(dynamic(cubic))(2.0, 3.0);
  BOOST_TEST(two.value == 31);
  BOOST_TEST((two.hessian == hessian));
}

BOOST_AUTO_TEST_CASE(only_the_named_arguments_are_differentiated) {
  const auto f = [](auto x, auto y, auto z) { return x * x * y * z * z * z; };
  BOOST_TEST((cg::hessian<cg::wrt<2, 0>>(dynamic(f))(2.0, 3.0, 1.0) ==
              cg::hessian<cg::wrt<2, 0>>(f)(2.0, 3.0, 1.0)));
}

BOOST_AUTO_TEST_CASE(by_a_vector_it_is_a_vector_of_rows) {
  const matrix h = cg::hessian(dynamic(of_array))(std::vector{2.0, 3.0, 5.0});
  BOOST_TEST((h == matrix{{0, 6, 0}, {6, 4, 0}, {0, 0, 0}}));
  const auto of_layer = cg::hessian(dynamic([](const auto& l) {
    return l.weights[0] * l.weights[1] * l.offset;
  }))(layer<double>{{2, 3}, 5});
  static_assert(std::same_as<decltype(of_layer), const layer<layer<double>>>);
  BOOST_TEST((of_layer.weights[1] == layer<double>{{5, 0}, 2}));
  BOOST_TEST((of_layer.offset == layer<double>{{3, 2}, 0}));
  BOOST_TEST(cg::hessian(dynamic([](const auto&) { return 1.0; }))(std::vector<double>{}).empty());
}

BOOST_AUTO_TEST_CASE(symmetric_to_the_last_bit_at_every_length) {
  for (const std::size_t n : {1U, 2U, 7U, 8U, 9U, 17U, 40U}) {
    const auto x = some_numbers(n);
    const matrix h = cg::hessian(dynamic(wave))(x);
    for (std::size_t i = 0; i < n; ++i) {
      for (std::size_t j = 0; j < i; ++j) BOOST_TEST(is_identical(h[i][j], h[j][i]));
    }
  }
}

BOOST_AUTO_TEST_CASE(columns_are_those_of_hvp) {
  const std::size_t n = 21;
  const auto x = some_numbers(n);
  const matrix h = cg::hessian(dynamic(wave))(x);
  for (std::size_t j = 0; j < n; ++j) {
    std::vector<double> unit(n);
    unit[j] = 1;
    const std::vector<double> column = cg::hvp(dynamic(wave))(x, unit);
    for (std::size_t i = 0; i < n; ++i) {
      BOOST_TEST(std::abs(column[i] - h[i][j]) <= 1e-13 * (1 + std::abs(h[i][j])));
    }
  }
}

BOOST_AUTO_TEST_CASE(the_value_and_the_gradient_are_those_of_a_gradient) {
  const auto x = some_numbers(20);
  const auto all = cg::value_gradient_hessian(dynamic(wave))(x);
  const auto first = cg::value_and_gradient(dynamic(wave))(x);
  BOOST_TEST(is_identical(all.value, first.value));
  for (std::size_t i = 0; i < x.size(); ++i) {
    BOOST_TEST(support::is_within(2, all.gradient[i], first.gradient[i]));
  }
}

BOOST_AUTO_TEST_CASE(eight_columns_take_one_call) {
  for (const std::size_t n : {1U, 8U, 9U, 16U, 25U}) {
    int calls = 0;
    static_cast<void>(cg::hessian(dynamic(counted<decltype(wave)>{wave, &calls}))(some_numbers(n)));
    BOOST_TEST(calls == static_cast<int>((n + 7) / 8));
  }
  int calls = 0;
  static_cast<void>(cg::hessian(dynamic(counted<decltype(wave)>{wave, &calls}))(
      std::array{0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1.0}));
  BOOST_TEST(calls == 2, "five columns each");
}

BOOST_AUTO_TEST_SUITE_END()
