// What record(f, arguments...) takes, what it keeps, and what is wrong at run time.
#include <ctgrad/record/recorder.hpp>

#include <optional>
#include <span>
#include <tuple>
#include <utility>

#include "support.hpp"

namespace {

using vector = std::vector<double>;

}  // namespace

BOOST_AUTO_TEST_CASE(a_function_is_called_once_and_run_with_other_numbers) {
  int calls = 0;
  const double captured = 3.0;
  const auto f = [&](const auto& x, auto scale) {
    ++calls;
    auto sum = scale * captured;
    for (const auto& each : x) sum += each * each;
    return sum;
  };
  const auto r = cg::record(f, some_numbers(5), 2.0);
  BOOST_TEST(calls == 1);
  const vector other = some_numbers(5, 9.0);
  BOOST_TEST(support::identical(r(other, 0.1), f(other, 0.1)));
  BOOST_TEST(calls == 2);
  BOOST_TEST((std::get<0>(r.arguments()) == some_numbers(5)));
  BOOST_TEST(r.code().inputs == 6U);
  BOOST_TEST(r.guards() == 0U);
}

BOOST_AUTO_TEST_CASE(arguments_of_all_kinds_are_handed_on_as_they_are_arranged) {
  const auto f = [](const auto& v, const auto& s, const auto& a, auto x, const auto& l,
                    const auto& deep, auto n, auto fixed, const auto& i) {
    auto sum = v[2] * s[1] - a[0] + x * l.offset * l.weights[1];
    for (std::size_t k = 0; k < n; ++k) sum = sum * deep[1][i[k]] + fixed();
    return std::pair{sum, std::tuple{v, layer<decltype(x)>{{sum}, x}}};
  };
  const vector numbers{1.0, 2.0, 3.0};
  const std::span<const double> span(numbers);
  const layer<double> l{{4.0, 5.0}, 6.0};
  const std::vector<vector> deep{{}, {7.0, 8.0}};
  const std::vector<unsigned> i{1, 0};
  const std::integral_constant<int, 9> fixed;
  const std::array a{10.0f};
  const auto call = [&](const auto& g) { return g(numbers, span, a, 11.0, l, deep, 2, fixed, i); };
  const auto r = cg::record(f, numbers, span, a, 11.0, l, deep, std::size_t{2}, fixed, i);
  using R = std::remove_const_t<decltype(r)>;
  static_assert(
      std::is_same_v<R::result_type, std::pair<double, std::tuple<vector, layer<double>>>>);
  const auto y = call(r);
  const auto expected = f(numbers, span, a, 11.0, l, deep, std::size_t{2}, fixed, i);
  BOOST_TEST(support::identical(y.first, expected.first));
  BOOST_TEST((std::get<0>(y.second) == numbers));
  BOOST_TEST((std::get<1>(y.second) == std::get<1>(expected.second)));
  BOOST_TEST((std::get<8>(r.arguments()) == i));
}

BOOST_AUTO_TEST_CASE(a_replay_takes_other_containers_of_the_same_lengths) {
  const auto r = cg::record([](const auto& x) { return x[0] - x[1]; }, vector{1.0, 2.0});
  BOOST_TEST(r(std::array{5.0, 3.0}) == 2.0);
  BOOST_TEST(r(std::pair{5.0f, 3.0f}) == 2.0);
  const double numbers[]{5.0, 3.0};
  BOOST_TEST(r(std::span<const double>(numbers)) == 2.0);
  double result = 0;
  r.evaluate(numbers, {&result, 1});
  BOOST_TEST(result == 2.0);
  BOOST_CHECK_EXCEPTION(r.evaluate({numbers, 1}, {&result, 1}), cg::error, tagged("E28"));
  BOOST_CHECK_EXCEPTION(r.evaluate(numbers, {}), cg::error, tagged("E28"));
}

BOOST_AUTO_TEST_CASE(other_lengths_and_other_whole_numbers_are_refused) {
  const auto f = [](const auto& x, const auto& deep, int n, const std::vector<int>& k) {
    auto sum = x[0];
    for (int i = 0; i < n; ++i) sum = sum * deep[0][0] + k[0];
    return sum;
  };
  const std::vector<vector> deep{{1.0}, {2.0, 3.0}};
  const auto r = cg::record(f, some_numbers(3), deep, 2, std::vector{1});
  const auto refused = [&](const std::string& words, const auto&... arguments) {
    BOOST_CHECK_EXCEPTION(r(arguments...), cg::error, tagged("E51", words));
  };
  const vector x = some_numbers(3);
  BOOST_TEST(std::isfinite(r(x, deep, 2, std::vector{1})));
  refused("argument 0 (counted from 0) of a recording has 2 numbers and had 3 numbers",
          some_numbers(2), deep, 2, std::vector{1});
  refused("argument 1", x, std::vector<vector>{{1.0, 2.0}, {3.0}}, 2, std::vector{1});
  refused("argument 1", x, std::vector<vector>{{1.0, 2.0, 3.0}}, 2, std::vector{1});
  refused("argument 2 (counted from 0) of a recording is a whole number", x, deep, 3,
          std::vector{1});
  refused("argument 3", x, deep, 2, std::vector{2});
  refused("argument 3", x, deep, 2, std::vector{1, 1});
}

BOOST_AUTO_TEST_CASE(a_function_without_results_is_refused) {
  const auto none = [](auto x) { return std::vector<decltype(x)>(); };
  BOOST_CHECK_EXCEPTION(cg::record(none, 1.0), cg::error, tagged("E55", "returns no number"));
}

BOOST_AUTO_TEST_CASE(constants_and_arguments_themselves_are_results) {
  const auto r = cg::record([](auto x) { return std::tuple{x, 2.5, x}; }, 1.0);
  BOOST_TEST((r(7.0) == std::tuple{7.0, 2.5, 7.0}));
  const auto constant = cg::record([](auto) { return 2.5; }, 1.0);
  BOOST_TEST(constant(7.0) == 2.5);
  const auto empty = cg::record([](const auto&, auto y) { return y * y; }, vector{}, 3.0);
  BOOST_TEST(empty(vector{}, 4.0) == 16.0);
}

BOOST_AUTO_TEST_CASE(a_symbol_of_another_recording_is_never_a_wrong_number) {
  std::optional<cg::symbol> escaped;
  const auto keep = [&](auto x) {
    if constexpr (std::is_same_v<decltype(x), cg::symbol>) escaped = x;
    return x;
  };
  cg::record(keep, 2.0);
  const auto refused = [](const auto& f) {
    BOOST_CHECK_EXCEPTION(cg::record(f, 1.0), cg::error, tagged("E50", "another recording"));
  };
  refused([&](auto x) { return x * *escaped; });
  refused([&](auto x) { return x - *escaped; });  // the same place, and nothing but that
  refused([&](auto) { return *escaped; });
  refused([&](auto x) { return x + *escaped * *escaped; });
  const auto around = [&](auto outer) {
    return cg::record([&](auto inner) { return inner - outer; }, 1.0)(2.0) * outer;
  };
  refused(around);
  refused([&](auto outer) { return cg::record([&](auto) { return outer; }, 1.0)(2.0) * outer; });
  const auto apart = [](auto outer) {
    const auto square = cg::record([](auto inner) { return inner * inner; }, 1.0);
    return outer * square(3.0);
  };
  BOOST_TEST(cg::record(apart, 1.0)(2.0) == 18.0);
}

BOOST_AUTO_TEST_CASE(a_recording_ends_when_the_function_throws) {
  const auto throws = [](auto x) -> decltype(x) { throw std::runtime_error("no"); };
  BOOST_CHECK_THROW(cg::record(throws, 1.0), std::runtime_error);
  BOOST_TEST(cg::record([](auto x) { return x + x; }, 1.0)(2.0) == 4.0);
}

BOOST_AUTO_TEST_CASE(equal_operations_are_recorded_once) {
  const auto f = [](auto x, auto y) { return sin(x * y) + sin(y * x) * sin(x * y); };
  BOOST_TEST(operations(cg::record(f, 1.0, 2.0).code()) == 4U);
  const auto unused = [](auto x) { return exp(x), x * x; };
  BOOST_TEST(operations(cg::record(unused, 1.0).code()) == 1U);
}
