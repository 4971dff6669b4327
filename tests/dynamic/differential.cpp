// What derivatives at run time have in common: a kind says what is computed, a part what is given
// back, and mistakes are found before f is called.
#include <ctgrad/dynamic/differential.hpp>

#include <boost/test/unit_test.hpp>

#include <array>
#include <tuple>
#include <type_traits>
#include <vector>

namespace {

namespace cg = ctgrad;
using namespace cg::detail;

/// Not a derivative at all: f at twice the point, and at three times.
struct multiples {
  static constexpr bool scalar_result = false;
  template <class T, class Call>
  using carrier = T;

  template <class T, class Call>
  static constexpr auto run(const Call& call) {
    const auto at = [&](float factor) {
      return call(carriers<T>(numbers_of_point<T>(call),
                              [&](const T& x_, std::size_t) { return factor * x_; }));
    };
    auto twice = at(2), thrice = at(3);
    return cg::value_with_derivative<decltype(twice), decltype(thrice)>{twice, thrice};
  }
};

constexpr auto product = [](const auto& x, auto y) { return x * y; };
template <class F, class Part, class... Options>
using taken = dynamic_differential<multiples, Part, F, Options...>;

constexpr taken<decltype(product), all_parts> both{product};
constexpr taken<decltype(product), derivative_part, cg::wrt<0>> by_first{product};

static_assert(both(2.0, 5.0).value == 40 && both(2.0, 5.0).derivative == 90);
static_assert(by_first(2.0, 5.0) == 30);  // the second argument is a constant
static_assert(std::is_same_v<decltype(by_first(2.0F, 5.0F)), float>);
static_assert(std::is_same_v<decltype(by_first(2, 5)), double>);

}  // namespace

BOOST_AUTO_TEST_SUITE(dynamic_differentials)

BOOST_AUTO_TEST_CASE(the_function_may_have_a_state_and_take_what_has_no_numbers) {
  int calls = 0;
  const auto f = [&calls](const std::vector<double>& x, const char* unit) {
    ++calls;
    return unit == nullptr ? x[0] : x[0] + x[1];
  };
  const taken<decltype(f), all_parts, cg::wrt<0>> d{f};
  const char* const unit = "m";
  const auto [twice, thrice] = d(std::vector{1.0, 2.0}, unit);
  BOOST_TEST(twice == 6);
  BOOST_TEST(thrice == 9);
  BOOST_TEST(calls == 2);
}

BOOST_AUTO_TEST_CASE(results_are_arranged_as_f_gives_them) {
  const std::vector<std::array<double, 2>> y{{1, 2}, {3, 4}};
  const auto halves =
      from_result<float, double>(y, [](const double& y_) { return static_cast<float>(y_ / 2); });
  static_assert(std::is_same_v<decltype(halves), const std::vector<std::array<float, 2>>>);
  BOOST_TEST(halves[1][1] == 2);
}

BOOST_AUTO_TEST_CASE(parts) {
  const cg::value_with_derivative<int, std::tuple<double>> result{3, {0.5}};
  BOOST_TEST(all_parts::of(result).value == 3);
  BOOST_TEST((derivative_part::of(result) == std::tuple{0.5}));
}

BOOST_AUTO_TEST_SUITE_END()
