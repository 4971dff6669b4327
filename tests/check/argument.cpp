// The numbers of arguments and their names, and the same arguments with other numbers.
#include <ctgrad/check/argument.hpp>

#include <boost/hana/adapt_struct.hpp>
#include <boost/test/unit_test.hpp>

#include <array>
#include <string>
#include <tuple>
#include <vector>

namespace {

template <class T>
struct line {
  T slope, offset;
};

using ctgrad::detail::call_at;
using ctgrad::detail::names_of_numbers;
using ctgrad::detail::numbers_of;
using strings = std::vector<std::string>;

}  // namespace

BOOST_HANA_ADAPT_STRUCT(line<double>, slope, offset);

BOOST_AUTO_TEST_SUITE(arguments)

BOOST_AUTO_TEST_CASE(numbers_and_names_come_in_the_same_order) {
  const std::array lines{line<double>{1, 2}, line<double>{3, 4}};
  const std::tuple both{5, std::pair{6.0F, std::array{7.0}}};
  BOOST_TEST((numbers_of(lines, both, 8.0) == std::vector<double>{1, 2, 3, 4, 5, 6, 7, 8}));
  BOOST_TEST((names_of_numbers(lines, both, 8.0) ==
              strings{"x0[0].slope", "x0[0].offset", "x0[1].slope", "x0[1].offset", "get<0>(x1)",
                      "get<0>(get<1>(x1))", "get<1>(get<1>(x1))[0]", "x2"}));
}

BOOST_AUTO_TEST_CASE(vectors_keep_their_sizes) {
  const std::vector<std::vector<double>> rows{{1, 2}, {}, {3}};
  BOOST_TEST((names_of_numbers(rows) == strings{"x0[0][0]", "x0[0][1]", "x0[2][0]"}));
  const auto sizes = [](const std::vector<std::vector<float>>& r) {
    return std::tuple{r.size(), r[0].size(), r[1].size(), r[2].size(), r[2][0]};
  };
  BOOST_TEST(
      (call_at(sizes, std::vector{4.0F, 5.0F, 6.0F}, rows) == std::tuple{3U, 2U, 0U, 1U, 6.0F}));
}

BOOST_AUTO_TEST_CASE(a_call_with_other_numbers) {
  const auto f = [](const line<double>& l, double x) { return l.slope * x + l.offset; };
  BOOST_TEST(call_at(f, std::vector{2.0, 3.0, 4.0}, line<double>{0, 0}, 0) == 11);
}

BOOST_AUTO_TEST_SUITE_END()
