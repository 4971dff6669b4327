// Comparisons, where, and the min and max of generic code.
#include <algorithm>
#include <concepts>
#include <vector>

#include "support.hpp"

namespace {

template <class T>
T larger_of(T a, T b) {
  using std::max;
  return max(a, b);
}

template <class T>
T smaller_of(const T& a, const T& b) {
  using std::min;
  return min(a, b);
}

}  // namespace

BOOST_AUTO_TEST_SUITE(branch)

BOOST_AUTO_TEST_CASE(comparisons_are_bools) {
  const scope s;
  const Value x{1.0}, y{2.0};
  static_assert(std::same_as<decltype(x < y), bool> && std::same_as<decltype(x == 1), bool>);
  static_assert(std::same_as<decltype(!x), bool> && std::same_as<decltype(x && y), bool>);
  BOOST_TEST((x < y && x <= y && x <= 1 && x == 1.0 && x != y && 2 > x && y >= 2 && y > x));
  BOOST_TEST(!(x > y || x >= y || x == y || x != 1 || y < x || y <= 1.5));
}

BOOST_AUTO_TEST_CASE(comparisons_record_nothing_and_need_no_recording) {
  const auto released = [] {
    const scope s;
    return Value{1.0};
  }();
  const auto before = recorded();
  BOOST_TEST((released < 2 && released == Value(1.0)));
  BOOST_TEST(recorded() == before);
}

BOOST_AUTO_TEST_CASE(a_nan_is_unordered) {
  const scope s;
  const Value x{support::nan_of<double>};
  BOOST_TEST(!(x == x || x < x || x >= x || x < 1 || x > 1));
  BOOST_TEST((x != x));
}

BOOST_AUTO_TEST_CASE(values_are_conditions) {
  const scope s;
  const Value zero{0.0}, minus_zero{-0.0}, one{1.0};
  BOOST_TEST((!zero && !minus_zero && !!one));
  BOOST_TEST(((zero || one) && !(zero && one)));
}

BOOST_AUTO_TEST_CASE(where_is_the_chosen_branch_itself) {
  const scope s;
  const Value x{2.0}, y{3.0};
  const auto before = recorded();
  const auto chosen = where(x > 1, x, y), other = where(x > 5, x, y);
  BOOST_TEST(chosen.at() == x.at());
  BOOST_TEST(other.at() == y.at());
  BOOST_TEST(recorded() == before);
}

BOOST_AUTO_TEST_CASE(where_takes_values_and_numbers_for_each_operand) {
  const scope s;
  const Value x{2.0}, zero{0.0};
  BOOST_TEST(where(x, x, zero).at() == x.at());
  BOOST_TEST(where(zero, x, 4).is_passive());
  BOOST_TEST(is_equal(where(zero, x, 4).data(), 4));
  BOOST_TEST(is_equal(where(1, 5, x).data(), 5));
  BOOST_TEST(is_equal(where(false, 5, x).data(), 2));
  BOOST_TEST(is_equal(where(x, 6, 7).data(), 6));
}

BOOST_AUTO_TEST_CASE(the_other_branch_contributes_nothing_whatever_it_is) {
  const scope s;
  const Value x{-1.0};
  const auto y = where(x > 0, log(x), 3 * x);  // log(-1) is NaN
  y.backward();
  BOOST_TEST(is_equal(y.data(), -3));
  BOOST_TEST(is_equal(x.grad(), 3));
}

BOOST_AUTO_TEST_CASE(the_infinite_slope_of_a_root_at_0_stays_behind_the_branch) {
  const scope s;
  const Value x{0.0};
  const auto y = where(x > 0, sqrt(x), 2 * x);
  y.backward();
  BOOST_TEST(is_equal(y.data(), 0));
  BOOST_TEST(is_equal(x.grad(), 2));
  const auto constant = where(x > 0, sqrt(x), 0.0);
  constant.backward();
  BOOST_TEST(constant.is_passive());
  BOOST_TEST(is_equal(x.grad(), 2));
}

BOOST_AUTO_TEST_CASE(an_overflow_stays_behind_the_branch) {
  const scope s;
  const Value x{1000.0};
  const auto y = where(x > 700, x * x, exp(x));
  (y + 1).backward();
  BOOST_TEST(is_equal(x.grad(), 2000));
}

BOOST_AUTO_TEST_CASE(the_branch_that_is_taken_may_be_infinite) {
  const scope s;
  const Value x{0.0};
  const auto y = where(x >= 0, sqrt(x), x);
  y.backward();
  BOOST_TEST(is_equal(x.grad(), support::inf_of<double>));
}

BOOST_AUTO_TEST_CASE(a_tie_is_shared_in_generic_code) {
  const scope s;
  const Value x{3.0}, y{3.0};
  larger_of(x, y).backward();
  BOOST_TEST(is_equal(x.grad(), 0.5));
  BOOST_TEST(is_equal(y.grad(), 0.5));
  smaller_of(x, y).backward();
  BOOST_TEST(is_equal(x.grad(), 1));
  BOOST_TEST(is_equal(y.grad(), 1));
}

BOOST_AUTO_TEST_CASE(the_idiom_works_for_temporaries_and_numbers) {
  using std::max, std::min;
  const scope s;
  const Value x{3.0};
  max(x + 0, 2 * x - 3).backward();  // a tie of slopes 1 and 2
  BOOST_TEST(is_equal(x.grad(), 1.5));
  x.zero_grad();
  min(x, 3.0).backward();
  BOOST_TEST(is_equal(x.grad(), 0.5));
  BOOST_TEST(is_equal(max(2.0, 3.0), 3));
  BOOST_TEST(is_equal(max(1, x).data(), 3));
}

BOOST_AUTO_TEST_CASE(the_larger_one_takes_all) {
  const scope s;
  const Value x{3.0}, y{4.0};
  (10 * larger_of(x, y) + smaller_of(x, y)).backward();
  BOOST_TEST(is_equal(x.grad(), 1));
  BOOST_TEST(is_equal(y.grad(), 10));
}

BOOST_AUTO_TEST_CASE(std_max_by_its_full_name_takes_one_of_its_arguments) {
  const scope s;
  const Value x{3.0}, y{3.0}, z{1.0};
  BOOST_TEST(std::max(x, y).at() == x.at());
  BOOST_TEST(std::min(x, y).at() == x.at());
  BOOST_TEST(std::max({z, x, y}).at() == x.at());
  const std::vector<Value> all{z, x, y};
  BOOST_TEST(std::min_element(all.begin(), all.end())->at() == z.at());
  BOOST_TEST(std::clamp(z, Value(2.0), x).data() == 2);
}

BOOST_AUTO_TEST_CASE(control_flow_depends_on_data) {
  const scope s;
  const Value x{3.0};
  Value y = x;
  int rounds = 0;
  for (; y < 100; ++rounds) y *= 2;
  y.backward();
  BOOST_TEST(rounds == 6);
  BOOST_TEST(is_equal(x.grad(), 64));
}

BOOST_AUTO_TEST_SUITE_END()
