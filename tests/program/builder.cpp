// Hash-consing: what is the same has one slot, what arithmetic can tell apart has two.
#include <ctgrad/program/builder.hpp>
#include <ctgrad/program/symbol.hpp>

#include <boost/test/unit_test.hpp>

#include <limits>
#include <vector>

#include "../support/compare.hpp"

namespace {

using ctgrad::builder;
using ctgrad::info_of;
using ctgrad::slot;
namespace ops = ctgrad::ops;

constexpr const auto& plus = info_of<ops::add, double>;
constexpr const auto& minus = info_of<ops::subtract, double>;
constexpr const auto& exponential = info_of<ops::exp, double>;
constexpr const auto& choice = info_of<ops::where, double>;

template <class T>
constexpr bool literals_are_shared_rightly() {
  builder<T> b;
  const T nan_ = support::nan_of<T>, inf = support::inf_of<T>;
  const slot one = b.literal(1), zero = b.literal(0), minus_zero = b.literal(-T(0));
  const slot not_a_number = b.literal(nan_), infinite = b.literal(inf);
  const slot tiny = b.literal(std::numeric_limits<T>::denorm_min());
  const slot next = b.literal(1 + std::numeric_limits<T>::epsilon());
  return b.literal(1) == one && b.literal(0) == zero && b.literal(-T(0)) == minus_zero &&
         b.literal(nan_) == not_a_number && b.literal(inf) == infinite &&
         b.literal(-inf) != infinite && zero != minus_zero && one != next && tiny != zero &&
         b.literal(std::numeric_limits<T>::denorm_min()) == tiny &&
         b.size() == 8;  // 1, 0, -0, NaN, inf, -inf, tiny, next
}
static_assert(literals_are_shared_rightly<float>() && literals_are_shared_rightly<double>());

constexpr bool calls_are_shared() {
  builder<double> b;
  const slot x = b.input(), y = b.input();
  const slot sum = b.call(plus, {x, y}), difference = b.call(minus, {x, y});
  return b.call(plus, {x, y}) == sum && b.call(plus, {y, x}) == sum &&  // commutative
         b.call(minus, {x, y}) == difference && b.call(minus, {y, x}) != difference &&
         b.call(exponential, {sum}) == b.call(exponential, {sum}) &&
         b.call(exponential, {sum}) != b.call(exponential, {difference}) &&
         b.call(choice, {x, y, sum}) != b.call(choice, {x, sum, y}) &&
         b.call(choice, {x, y, sum}) == b.call(choice, {x, y, sum}) && b.size() == 9;
}
static_assert(calls_are_shared());

}  // namespace

BOOST_AUTO_TEST_SUITE(builder_)

BOOST_AUTO_TEST_CASE(literals) {
  BOOST_TEST(literals_are_shared_rightly<double>());
  BOOST_TEST(literals_are_shared_rightly<long double>());
}

BOOST_AUTO_TEST_CASE(all_nans_are_one_literal) {
  builder<double> b;
  const double nan_ = support::nan_of<double>;
  BOOST_TEST(b.literal(nan_) == b.literal(-nan_));
  BOOST_TEST(b.literal(nan_) == b.literal(std::numeric_limits<double>::signaling_NaN()));
}

BOOST_AUTO_TEST_CASE(long_double_literals_are_told_apart_beyond_double) {
  builder<long double> b;
  const long double third = 1.0L / 3;
  BOOST_TEST(b.literal(third) != b.literal(static_cast<double>(third)));
  BOOST_TEST(b.literal(third) == b.literal(third));
  BOOST_TEST(b.literal(1e4000L) != b.literal(1e4001L));
  BOOST_TEST(b.literal(1e4000L) != b.literal(support::inf_of<long double>));
}

BOOST_AUTO_TEST_CASE(inputs_are_numbered_in_order_and_never_shared) {
  builder<double> b;
  const slot x = b.input(), y = b.input();
  BOOST_TEST(x == 0u);
  BOOST_TEST(y == 1u);
  BOOST_TEST((b[y].what == ctgrad::role::input && b[y].operands[0] == 1));
}

BOOST_AUTO_TEST_CASE(sharing_survives_growth) {
  // far beyond the 64 places of the first table: every literal and every call is found again
  builder<double> b;
  const slot x = b.input();
  constexpr int count = 20'000;
  std::vector<slot> literals, sums;
  for (int i = 0; i < count; ++i) {
    literals.push_back(b.literal(i));
    sums.push_back(b.call(plus, {x, literals.back()}));
  }
  BOOST_TEST(b.size() == 2u * count + 1);
  for (int i = 0; i < count; ++i) {
    const auto k = static_cast<std::size_t>(i);
    BOOST_REQUIRE(b.literal(i) == literals[k]);
    BOOST_REQUIRE(b.call(plus, {literals[k], x}) == sums[k]);
    BOOST_REQUIRE(b[sums[k]].operands[1] == literals[k]);
  }
  BOOST_TEST(b.size() == 2u * count + 1);
}

BOOST_AUTO_TEST_CASE(many_inputs_come_before_the_first_table) {
  builder<double> b;
  for (int i = 0; i < 1000; ++i) b.input();
  for (slot i = 1; i < 1000; ++i) b.call(plus, {i - 1, i});
  const slot before = b.size();
  BOOST_TEST(before == 1999u);
  for (slot i = 1; i < 1000; ++i) BOOST_REQUIRE(b.call(plus, {i - 1, i}) == 999 + i);
  BOOST_TEST(b.size() == before);
}

constexpr bool grows_inside_the_compiler() {
  builder<double> b;
  const slot x = b.input();
  for (int i = 0; i < 200; ++i) b.call(plus, {x, b.literal(i)});
  for (int i = 0; i < 200; ++i) b.call(plus, {b.literal(i), x});
  return b.size() == 401;
}
static_assert(grows_inside_the_compiler());

BOOST_AUTO_TEST_CASE(the_same_op_over_another_literal_type_is_another_op) {
  BOOST_TEST((static_cast<const void*>(&info_of<ops::add, float>) !=
              static_cast<const void*>(&info_of<ops::add, double>)));
}

BOOST_AUTO_TEST_SUITE_END()
