// What is left behind when a result is moved, and what is a copy of what.
#include <ctgrad/tape/sum.hpp>

#include <algorithm>
#include <array>
#include <numeric>
#include <sstream>
#include <utility>
#include <vector>

#include "support.hpp"

namespace {

/// A result that has been moved from.
Value moved_from(const Value& x) {
  Value y = x * x;
  const Value taken = std::move(y);
  return y;  // NOLINT: that is what it is for
}

}  // namespace

BOOST_AUTO_TEST_SUITE(moved)

BOOST_AUTO_TEST_CASE(a_result_that_was_moved_away_is_refused) {
  const scope s;
  const Value x{3.0}, z = x * x;
  Value y = moved_from(x);
  const auto before = recorded();
  BOOST_TEST(tag_of([&] { static_cast<void>(y.grad()); }) == "E45");
  BOOST_TEST(tag_of([&] { y.backward(); }) == "E45");
  BOOST_TEST(tag_of([&] { y.zero_grad(); }) == "E45");
  BOOST_TEST(tag_of([&] { y.label("y"); }) == "E45");
  BOOST_TEST(tag_of([&] { static_cast<void>(y * x); }) == "E45");
  BOOST_TEST(tag_of([&] { static_cast<void>(x + y); }) == "E45");
  BOOST_TEST(tag_of([&] { static_cast<void>(x * x - y); }) == "E45");
  BOOST_TEST(tag_of([&] { static_cast<void>(exp(y)); }) == "E45");
  BOOST_TEST(tag_of([&] { y += x; }) == "E45");
  BOOST_TEST(tag_of([&] { static_cast<void>(ctgrad::sum(std::array{x, y})); }) == "E45");
  BOOST_TEST(recorded() == before + 1);  // x * x
  z.backward();
  BOOST_TEST(is_equal(x.grad(), 6));
}

BOOST_AUTO_TEST_CASE(it_has_its_number_and_can_be_printed_and_compared) {
  const scope s;
  const Value y = moved_from(Value{3.0});
  BOOST_TEST(is_equal(y.data(), 9));
  BOOST_TEST((!y.is_recorded() && y > 8));
  BOOST_TEST(y.label().empty());
  std::ostringstream out;
  out << y;
  BOOST_TEST(out.str() == "Value(data=9)");
  BOOST_TEST(is_equal((y.detach() * 2).data(), 18));
}

BOOST_AUTO_TEST_CASE(assigning_makes_it_usable) {
  const scope s;
  const Value x{3.0};
  Value y = moved_from(x);
  y = x * x;
  y += x;
  y.backward();
  BOOST_TEST(is_equal(x.grad(), 7));
  y = moved_from(x);
  y = 0.0;
  y += x;
  x.zero_grad();
  y.backward();
  BOOST_TEST(is_equal(x.grad(), 1));
}

BOOST_AUTO_TEST_CASE(variables_copies_and_passive_values_may_be_moved_and_used) {
  const scope s;
  Value x{3.0}, y = x * x;
  const Value copy = y;
  const Value taken = std::move(y), same = std::move(x);
  (y + x).backward();  // NOLINT: as before
  BOOST_TEST(is_equal(same.grad(), 7));
  Value number = 2.0;
  const Value other = std::move(number);
  BOOST_TEST(is_equal((number + other).data(), 4));
}

BOOST_AUTO_TEST_CASE(a_result_moved_to_itself_stays) {
  const scope s;
  const Value x{3.0};
  Value y = x * x;
  Value& same = y;
  y = std::move(same);
  y.backward();
  BOOST_TEST(is_equal(x.grad(), 6));
}

BOOST_AUTO_TEST_CASE(swapped_results_are_both_there) {
  const scope s;
  const Value x{3.0};
  Value y = x * x, z = x * 5;
  std::swap(y, z);
  y += x;
  z -= x;
  z.backward();
  BOOST_TEST(is_equal(x.grad(), 5));
  x.zero_grad();
  y.backward();
  BOOST_TEST(is_equal(x.grad(), 6));
}

BOOST_AUTO_TEST_CASE(a_copy_made_before_a_sum_keeps_its_own_derivative) {
  const scope s;
  const Value x{3.0}, y{5.0};
  std::vector<Value> v;
  Value sum = x * x;
  for (int i = 0; i < 100; ++i) {
    v.push_back(sum);
    sum += x * y;
  }
  for (int i = 0; i < 100; ++i) {
    x.zero_grad();
    v[static_cast<std::size_t>(i)].backward();
    BOOST_REQUIRE(is_equal(x.grad(), 6 + 5 * i));
  }
  x.zero_grad();
  sum.backward();
  BOOST_TEST(is_equal(x.grad(), 506));
  BOOST_TEST(is_equal(v.back().grad(), 1));
}

BOOST_AUTO_TEST_CASE(results_in_a_vector_that_grows) {
  const scope s;
  const Value x{3.0};
  std::vector<Value> v;
  for (int i = 0; i < 1000; ++i) {
    v.push_back(x * i);
    v.back() += x;
  }
  for (Value& r : v) r -= x;
  const auto moved = std::move(v);
  for (const int i : {0, 1, 7, 999}) {
    x.zero_grad();
    moved[static_cast<std::size_t>(i)].backward();
    BOOST_TEST(is_equal(x.grad(), i));
  }
}

BOOST_AUTO_TEST_CASE(algorithms_that_move) {
  const scope s;
  const Value x{3.0};
  std::vector<Value> v;
  for (const int i : {5, 1, 4, 2, 3}) v.push_back(x * i);
  std::sort(v.begin(), v.end());
  std::rotate(v.begin(), v.begin() + 2, v.end());
  v.erase(v.begin());  // 3 is gone
  const Value sum = std::accumulate(v.begin(), v.end(), Value(0.0),
                                    [](Value a, const Value& b) { return std::move(a) + b; });
  sum.backward();
  BOOST_TEST(is_equal(sum.data(), 36));
  BOOST_TEST(is_equal(x.grad(), 12));
}

BOOST_AUTO_TEST_SUITE_END()
