// Members of structs that are adapted, or have the shape of one that is.
#include <ctgrad/diff/members.hpp>

#include <boost/hana/define_struct.hpp>
#include <boost/test/unit_test.hpp>

#include <array>
#include <concepts>
#include <tuple>

#include "structs.hpp"

namespace {

using ctgrad::detail::members_of, ctgrad::detail::with_members;
using structs::bond, structs::ladder;

template <class T>
struct defined {
  BOOST_HANA_DEFINE_STRUCT(defined, (T, first), (int, second));
};

static_assert(std::same_as<members_of<bond<double>>, std::tuple<double, double>>);
static_assert(std::same_as<members_of<ladder<double>>,
                           std::tuple<bond<double>, std::array<bond<double>, 2>, double>>);
static_assert(std::same_as<members_of<defined<float>>, std::tuple<float, int>>);

template <class T>
struct five {
  T a, b, c, d, e;
};

constexpr auto weighted = [](const auto&... member) {
  int weight = 1, sum = 0;
  ((sum += weight * static_cast<int>(member), weight *= 10), ...);
  return sum;
};
constexpr bond<double> adapted{2, 3};
static_assert(with_members<2>(adapted, weighted) == 32);
constexpr bond<int> not_adapted{2, 3};
static_assert(with_members<2>(not_adapted, weighted) == 32);
constexpr five<int> longer{1, 2, 3, 4, 5};
static_assert(with_members<5>(longer, weighted) == 54321);

}  // namespace

BOOST_AUTO_TEST_SUITE(members)

BOOST_AUTO_TEST_CASE(members_can_be_written_to) {
  const auto set = [](auto& first, auto& second) { first = 7, second = 8; };
  bond<double> known{};
  with_members<2>(known, set);
  BOOST_TEST((known == bond<double>{7, 8}));
  bond<float> unknown{};
  with_members<2>(unknown, set);
  BOOST_TEST((unknown == bond<float>{7, 8}));
}

BOOST_AUTO_TEST_CASE(a_reference_to_a_member_is_handed_on) {
  bond<float> b{1, 2};
  with_members<2>(b, [](auto&, auto& second) -> auto& { return second; }) = 5;
  BOOST_TEST(b.maturity == 5);
}

BOOST_AUTO_TEST_SUITE_END()
