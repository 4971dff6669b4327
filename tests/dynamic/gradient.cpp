// gradient(dynamic(f)): what it takes, how its result is arranged, and what f may do.
#include <algorithm>
#include <span>
#include <string>
#include <tuple>
#include <type_traits>
#include <utility>

#include "support.hpp"

namespace {

constexpr auto product = [](auto x, auto y) { return x * x * y; };

class counting {
 public:
  explicit counting(int& calls) : calls_(&calls) {}
  counting(counting&&) = default;
  auto operator()(const auto& x) const { return ++*calls_, x[0] * x[1]; }

 private:
  int* calls_;
};

}  // namespace

BOOST_AUTO_TEST_SUITE(dynamic_gradient)

BOOST_AUTO_TEST_CASE(of_numbers_it_is_an_array_of_partials) {
  const auto g = cg::gradient(dynamic(product))(2.0, 3.0);
  static_assert(std::same_as<decltype(g), const std::array<double, 2>>);
  BOOST_TEST((g == std::array{12.0, 4.0}));
  const auto [value, gradient] = cg::value_and_gradient(dynamic(product))(2.0, 3.0);
  BOOST_TEST(value == 12);
  BOOST_TEST((gradient == g));
  BOOST_TEST((cg::gradient(dynamic(product))(2, 3) == g), "whole numbers are computed as double");
}

BOOST_AUTO_TEST_CASE(results_are_arranged_as_those_of_the_static_family) {
  const auto same = [](auto f, auto... x) {
    return std::same_as<decltype(cg::gradient(dynamic(f))(x...)),
                        decltype(cg::gradient(f)(x...))> &&
           cg::gradient(dynamic(f))(x...) == cg::gradient(f)(x...);
  };
  BOOST_TEST(same(product, 2.0F, 3.0F));
  BOOST_TEST(same(product, 2.0L, 3.0L));
  BOOST_TEST(same(product, 2, 3.0F));
  BOOST_TEST(same([](const auto& x) { return x[0] * x[1]; }, std::array{2.0, 3.0}));
  BOOST_TEST(same([](const auto& x) { return x[0][1] * x[1][0]; },
                  std::array{std::array{2.0, 3.0}, std::array{4.0, 5.0}}));
  BOOST_TEST(same([](const auto& b) { return b.rate * b.rate * b.maturity; }, bond<double>{2, 3}));
  BOOST_TEST(same([](const auto& p) { return p.first * p.second; }, std::pair{2.0, 3.0}));
  BOOST_TEST(same([](const auto& t) { return get<0>(t) * get<1>(t).rate; },
                  std::tuple{2.0, bond<double>{3, 4}}));
  BOOST_TEST(same([](const auto& b, auto k) { return k * b.rate; }, bond<double>{2, 3}, 4.0));
  BOOST_TEST(same([](auto) { return 4.0; }, 2.0));
  BOOST_TEST(same([](auto x, auto n) { return x * n(); }, 2.0, std::integral_constant<int, 3>{}));
}

BOOST_AUTO_TEST_CASE(by_a_vector_it_is_a_vector) {
  const auto sum_of_squares = [](const auto& x) {
    auto sum = 0 * x[0];
    for (const auto& element : x) sum += element * element;
    return sum;
  };
  const std::vector<double> g = cg::gradient(dynamic(sum_of_squares))(std::vector{1.0, 2.0, 3.0});
  BOOST_TEST((g == std::vector{2.0, 4.0, 6.0}));
  const std::vector<float> single = cg::gradient(dynamic(sum_of_squares))(std::vector{1.0F, 2.0F});
  BOOST_TEST((single == std::vector{2.0F, 4.0F}));
  const std::vector<double> of_ints = cg::gradient(dynamic(sum_of_squares))(std::vector{1, 2});
  BOOST_TEST((of_ints == std::vector{2.0, 4.0}));
}

BOOST_AUTO_TEST_CASE(by_what_contains_vectors) {
  const auto determinant = [](const auto& m) { return m[0][0] * m[1][1] - m[0][1] * m[1][0]; };
  const matrix of_rows = cg::gradient(dynamic(determinant))(matrix{{1, 2}, {3, 4}});
  BOOST_TEST((of_rows == matrix{{4, -3}, {-2, 1}}));
  const std::vector<std::array<double, 2>> of_pairs =
      cg::gradient(dynamic(determinant))(std::vector<std::array<double, 2>>{{1, 2}, {3, 4}});
  BOOST_TEST((of_pairs == std::vector<std::array<double, 2>>{{4, -3}, {-2, 1}}));
  const std::array<std::vector<double>, 2> of_columns =
      cg::gradient(dynamic(determinant))(std::array<std::vector<double>, 2>{{{1, 2}, {3, 4}}});
  BOOST_TEST((of_columns[1] == std::vector{-2.0, 1.0}));

  const auto output = [](const auto& l, auto x) { return l.weights[1] * x + l.offset * x * x; };
  const auto [by_layer, by_x] = cg::gradient(dynamic(output))(layer<double>{{1, 2, 3}, 4}, 5.0);
  BOOST_TEST((by_layer == layer<double>{{0, 5, 0}, 25}));
  BOOST_TEST(by_x == 42);
}

BOOST_AUTO_TEST_CASE(a_span_comes_back_as_a_vector_or_an_array) {
  const auto f = [](const auto& x) { return x[0] * x[1]; };
  const std::vector numbers{2.0, 3.0, 4.0};
  const std::span<const double> all(numbers);
  const std::vector<double> g = cg::gradient(dynamic(f))(all.subspan(1));
  BOOST_TEST((g == std::vector{4.0, 3.0}));
  const std::array<double, 2> two = cg::gradient(dynamic(f))(all.first<2>());
  BOOST_TEST((two == std::array{3.0, 2.0}));
}

BOOST_AUTO_TEST_CASE(an_empty_point_has_an_empty_gradient) {
  const auto f = [](const auto& x) {
    using T = std::remove_cvref_t<decltype(x[0])>;
    T sum = 1;
    for (const auto& element : x) sum *= element;
    return sum;
  };
  const auto [value, gradient] = cg::value_and_gradient(dynamic(f))(std::vector<double>{});
  BOOST_TEST(value == 1);
  BOOST_TEST(gradient.empty());
}

BOOST_AUTO_TEST_CASE(only_the_named_arguments_are_differentiated) {
  const auto f = [](auto x, auto y, auto z) { return x * y * y * z; };
  BOOST_TEST((cg::gradient<cg::wrt<1>>(dynamic(f))(2.0, 3.0, 5.0) == std::array{60.0}));
  BOOST_TEST((cg::gradient<cg::wrt<2, 0>>(dynamic(f))(2.0, 3.0, 5.0) == std::array{18.0, 45.0}));
  const auto g = [](const auto& x, const auto& y) { return x[0] * y[0] + y[1]; };
  BOOST_TEST((cg::gradient<cg::wrt<1>>(dynamic(g))(std::vector{2.0}, std::vector{3.0, 4.0}) ==
              std::vector{2.0, 1.0}));
}

BOOST_AUTO_TEST_CASE(other_arguments_are_constants_or_stay_what_they_are) {
  const auto f = [](auto x, auto scale, int times, const std::string& text,
                    const std::vector<int>& indices) {
    static_assert(std::same_as<decltype(scale), decltype(x)>);
    BOOST_TEST(scale.is_passive());
    auto result = x;
    for (int i = 0; i < times; ++i) result = result * x;
    return result * scale * static_cast<double>(text.size() + indices.size());
  };
  const auto g =
      cg::gradient<cg::wrt<0>>(dynamic(f))(2.0, 0.5, 2, std::string("abc"), std::vector{1, 2});
  BOOST_TEST(g[0] == 30);
}

BOOST_AUTO_TEST_CASE(f_may_capture_branch_loop_and_recurse) {
  const std::vector data{1.0, 2.0, 4.0};
  const auto fit = [&data](auto slope) {
    auto sum = 0 * slope;
    for (const double d : data) sum += (slope * d - 1) * (slope * d - 1);
    return sum;
  };
  BOOST_TEST(cg::gradient(dynamic(fit))(1.0)[0] == 2 * (0 + 2 + 12));

  const auto root = [](auto a) {
    auto y = a;
    while (abs(y * y - a) > 1e-14) y = (y + a / y) / 2;
    return y;
  };
  BOOST_TEST(support::is_within(2, cg::gradient(dynamic(root))(2.0)[0], 0.5 / std::sqrt(2.0)));

  const auto sorted = [](auto x) {
    std::sort(x.begin(), x.end());
    return x[0] + 2 * x[1] + 3 * x[2];
  };
  BOOST_TEST(
      (cg::gradient(dynamic(sorted))(std::vector{5.0, -1.0, 3.0}) == std::vector{3.0, 1.0, 2.0}));
}

BOOST_AUTO_TEST_CASE(f_may_be_written_for_Value) {
  using ctgrad::Value;
  const auto f = [](const std::vector<Value>& x) {
    Value product = 1.0;
    for (const Value& v : x) product *= v;
    return product;
  };
  BOOST_TEST((cg::gradient(dynamic(f))(std::vector{2.0, 3.0, 4.0}) == std::vector{12.0, 8.0, 6.0}));
  const auto g = [](std::span<const Value> x) { return x[0] * x[1]; };
  BOOST_TEST((cg::gradient(dynamic(g))(std::vector{2.0, 3.0}) == std::vector{3.0, 2.0}));
  Value (*const h)(Value) = [](Value x) { return x * x; };
  BOOST_TEST(cg::gradient(dynamic(h))(3.0)[0] == 6);
}

BOOST_AUTO_TEST_CASE(f_is_called_once_and_may_be_moved_only) {
  int calls = 0;
  const auto gradient = cg::gradient(dynamic(counting(calls)));
  BOOST_TEST((gradient(std::vector{2.0, 3.0}) == std::vector{3.0, 2.0}));
  BOOST_TEST(calls == 1);
}

BOOST_AUTO_TEST_CASE(an_argument_that_does_not_matter_has_slope_0) {
  const auto f = [](auto x, auto y) { return y * y + 0 * y + x.data(); };
  BOOST_TEST((cg::gradient(dynamic(f))(2.0, 3.0) == std::array{0.0, 6.0}));
  const auto passive = [](auto x) { return x.detach(); };
  BOOST_TEST(cg::gradient(dynamic(passive))(2.0)[0] == 0);
}

BOOST_AUTO_TEST_SUITE_END()
