// jacobian(dynamic(f)): rows by the result, columns by the point.
#include <span>
#include <tuple>
#include <type_traits>
#include <utility>

#include "support.hpp"

namespace {

constexpr auto polar = [](auto r, auto angle) {
  return std::array{r * cos(angle), r * sin(angle)};
};
constexpr auto differences = [](const auto& x) {
  std::vector<std::remove_cvref_t<decltype(x[0] * x[0])>> result;
  for (std::size_t i = 1; i < x.size(); ++i) {
    if (x[i] > x[i - 1]) result.push_back(x[i] * x[i] - x[i - 1]);
  }
  return result;
};

}  // namespace

BOOST_AUTO_TEST_SUITE(dynamic_jacobian)

BOOST_AUTO_TEST_CASE(results_are_arranged_as_those_of_the_static_family) {
  const auto same = [](auto f, auto... x) {
    return std::same_as<decltype(cg::jacobian(dynamic(f))(x...)),
                        decltype(cg::jacobian(f)(x...))> &&
           cg::jacobian(dynamic(f))(x...) == cg::jacobian(f)(x...);
  };
  BOOST_TEST(same(polar, 2.0, 0.5));
  BOOST_TEST(same(polar, 2.0F, 0.5F));
  BOOST_TEST(same([](auto x, auto y) { return x * y; }, 2.0, 3.0));
  BOOST_TEST(same([](auto x) { return std::tuple{x, std::array{x * x, x * x * x}}; }, 2.0));
  BOOST_TEST(same([](const auto& b) { return std::pair{b.rate, b.rate * b.maturity}; },
                  bond<double>{2, 3}));
  BOOST_TEST(same([](auto x, auto y) { return bond<decltype(x)>{x * y, y}; }, 2.0, 3.0));
  BOOST_TEST(same([](auto x) { return std::array{x, decltype(x)(1)}; }, 2.0));
}

BOOST_AUTO_TEST_CASE(the_length_of_the_result_may_depend_on_the_data) {
  const matrix j = cg::jacobian(dynamic(differences))(std::vector{1.0, 3.0, 2.0, 5.0});
  BOOST_TEST((j == matrix{{-1, 6, 0, 0}, {0, 0, -1, 10}}));
  BOOST_TEST(cg::jacobian(dynamic(differences))(std::vector{3.0, 2.0}).empty());
  const auto [value, jacobian] =
      cg::value_and_jacobian(dynamic(differences))(std::vector{1.0, 3.0, 2.0});
  BOOST_TEST((value == std::vector{8.0}));
  BOOST_TEST((jacobian == matrix{{-1, 6, 0}}));
}

BOOST_AUTO_TEST_CASE(numbers_by_a_vector_and_vectors_by_a_number) {
  const std::vector<double> gradient =
      cg::jacobian(dynamic([](const auto& x) { return x[0] * x[1]; }))(std::vector{2.0, 3.0});
  BOOST_TEST((gradient == std::vector{3.0, 2.0}));
  const std::vector<std::array<double, 1>> column =
      cg::jacobian(dynamic([](auto x) { return std::vector{x, x * x, x * x * x}; }))(2.0);
  BOOST_TEST((column == std::vector<std::array<double, 1>>{{1}, {4}, {12}}));
}

BOOST_AUTO_TEST_CASE(only_the_named_arguments_are_differentiated) {
  const auto f = [](const auto& x, auto k) { return std::array{x[0] * k, x[1] * k * k}; };
  BOOST_TEST((cg::jacobian<cg::wrt<1>>(dynamic(f))(std::vector{2.0, 3.0}, 5.0) ==
              std::array{std::array{2.0}, std::array{30.0}}));
}

BOOST_AUTO_TEST_CASE(a_result_that_is_an_argument_or_a_constant) {
  const matrix identity =
      cg::jacobian(dynamic([](const auto& x) { return x; }))(std::vector{2.0, 3.0});
  BOOST_TEST((identity == matrix{{1, 0}, {0, 1}}));
  const matrix zero = cg::jacobian(dynamic([](const auto&) { return std::vector<double>(2); }))(
      std::vector{2.0, 3.0});
  BOOST_TEST((zero == matrix{{0, 0}, {0, 0}}));
}

BOOST_AUTO_TEST_CASE(a_span_of_an_argument_is_read_before_the_argument_ends) {
  const auto tail = [](const auto& x) { return std::span(x).subspan(1); };
  const std::vector x{2.0, 3.0, 4.0};
  const auto [value, jacobian] = cg::value_and_jacobian(dynamic(tail))(x);
  BOOST_TEST((value == std::vector{3.0, 4.0}));
  BOOST_TEST((jacobian == matrix{{0, 1, 0}, {0, 0, 1}}));
  BOOST_TEST((cg::jvp(dynamic(tail))(x, std::vector{5.0, 6.0, 7.0}) == std::vector{6.0, 7.0}));
  const auto pairs = [](const auto& v) { return std::pair{v[0] * v[1], std::span(v).first(1)}; };
  BOOST_TEST((cg::jacobian(dynamic(pairs))(x).second == matrix{{1, 0, 0}}));
}

BOOST_AUTO_TEST_SUITE_END()
