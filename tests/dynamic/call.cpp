// One call of a function: the point it is differentiated at, and its result at other numbers.
#include <ctgrad/dynamic/call.hpp>

#include <boost/hana/adapt_struct.hpp>
#include <boost/test/unit_test.hpp>

#include <array>
#include <span>
#include <tuple>
#include <type_traits>
#include <vector>

namespace {

template <class T>
struct line {
  T slope, offset;
  friend bool operator==(const line&, const line&) = default;
};

namespace cg = ctgrad;
using cg::wrt;
using cg::detail::dynamic_call;
using numbers = std::vector<double>;

/// Gives back what it is called with.
constexpr auto echo = [](const auto&... x) { return std::tuple{x...}; };

template <class Wrt, class... Args>
auto call_of(const Args&... args) {
  return dynamic_call<decltype(echo), Wrt, Args...>{echo, {args...}};
}

}  // namespace

BOOST_HANA_ADAPT_STRUCT(line<double>, slope, offset);

BOOST_AUTO_TEST_SUITE(dynamic_calls)

BOOST_AUTO_TEST_CASE(the_point_of_numbers_is_an_array_of_their_common_type) {
  const float a = 1.5F;
  const int b = 7;
  const double c = 2;
  const auto call = call_of<wrt<0, 2>>(a, b, c);
  static_assert(std::is_same_v<decltype(call)::point_type, std::array<double, 2>>);
  BOOST_TEST((call.point() == std::array{1.5, 2.0}));
}

BOOST_AUTO_TEST_CASE(the_point_of_one_structured_argument_is_that_argument_itself) {
  const numbers x{1, 2, 3};
  const double other = 5;
  const auto call = call_of<wrt<0>>(x, other);
  BOOST_TEST(&call.point() == &x);  // no copy
}

BOOST_AUTO_TEST_CASE(the_point_of_a_mixture_is_a_tuple) {
  const numbers x{1, 2};
  const line<double> l{3, 4};
  const auto call = call_of<wrt<1, 0>>(x, l);
  static_assert(std::is_same_v<decltype(call)::point_type, std::tuple<line<double>, numbers>>);
  BOOST_TEST((call.point() == std::tuple{l, x}));
}

BOOST_AUTO_TEST_CASE(the_function_is_called_with_other_numbers_in_the_order_of_the_point) {
  const numbers x{1, 2};
  const line<double> l{3, 4};
  const auto call = call_of<wrt<1, 0>>(x, l);
  const auto [y, k] = call(std::vector<float>{30, 40, 10, 20});  // of another type: carriers
  BOOST_TEST((y == std::vector<float>{10, 20}));
  BOOST_TEST((k == line<float>{30, 40}));
}

BOOST_AUTO_TEST_CASE(what_is_not_chosen_becomes_a_constant_unless_it_is_whole_or_no_number) {
  struct data {
    int* p;
  };
  int here = 0;
  const double at = 1;
  const numbers list{5, 6};
  const int three = 3;
  const std::vector indices{2, 1};
  const data pointer{&here};
  const auto call = call_of<wrt<0>>(at, list, three, indices, pointer);
  const auto [x, constants, bound, same, other] = call(std::vector<long double>{9});
  static_assert(std::is_same_v<decltype(constants), const std::vector<long double>>);
  static_assert(std::is_same_v<decltype(bound), const int>);
  BOOST_TEST(x == 9);
  BOOST_TEST((constants == std::vector<long double>{5, 6}));
  BOOST_TEST(bound == 3);
  BOOST_TEST((same == indices));
  BOOST_TEST(other.p == &here);
}

BOOST_AUTO_TEST_CASE(numbers_in_and_out_of_an_arrangement) {
  const std::vector<line<double>> lines{{1, 2}, {3, 4}};
  BOOST_TEST(cg::detail::count_numbers(lines) == 4U);
  BOOST_TEST((cg::detail::numbers_in<float>(lines) == std::vector<float>{1, 2, 3, 4}));
  const auto squares =
      cg::detail::arranged_as<int>(lines, [](std::size_t k) { return static_cast<int>(k * k); });
  BOOST_TEST((squares == std::vector<line<int>>{{0, 1}, {4, 9}}));
  const auto view = std::span(lines).first(1);
  BOOST_TEST((cg::detail::arranged_as<int>(view, [](std::size_t) { return 7; }) ==
              std::vector<line<int>>{{7, 7}}));
}

BOOST_AUTO_TEST_SUITE_END()
