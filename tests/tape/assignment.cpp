// Values are assigned, collected, moved and swapped as doubles are.
#include <algorithm>
#include <numeric>
#include <utility>
#include <vector>

#include "support.hpp"

namespace {

/// The value and slope at x after `change` has been applied to a copy of x.
template <class Change>
std::pair<double, double> after(double start, Change change) {
  const scope s;
  const Value x{start};
  Value y = x;
  change(y);
  y.backward();
  return {y.data(), x.grad()};
}

}  // namespace

BOOST_AUTO_TEST_SUITE(assignment)

BOOST_AUTO_TEST_CASE(with_itself) {
  using pair = std::pair<double, double>;
  BOOST_TEST((after(3, [](Value& x) { x += x; }) == pair(6, 2)));
  BOOST_TEST((after(3, [](Value& x) { x -= x; }) == pair(0, 0)));
  BOOST_TEST((after(3, [](Value& x) { x *= x; }) == pair(9, 6)));
  BOOST_TEST((after(4, [](Value& x) { x /= x; }) == pair(1, 0)));
  BOOST_TEST((after(3, [](Value& x) { x = x * x; }) == pair(9, 6)));
  BOOST_TEST((after(3, [](Value& x) { x = -x; }) == pair(-3, -1)));
  BOOST_TEST((after(3, [](Value& x) { x = +x; }) == pair(3, 1)));
}

BOOST_AUTO_TEST_CASE(with_numbers) {
  using pair = std::pair<double, double>;
  BOOST_TEST((after(3, [](Value& x) { x += 2; }) == pair(5, 1)));
  BOOST_TEST((after(3, [](Value& x) { x -= 0.5; }) == pair(2.5, 1)));
  BOOST_TEST((after(3, [](Value& x) { x *= 2U; }) == pair(6, 2)));
  BOOST_TEST((after(3, [](Value& x) { x /= 4L; }) == pair(0.75, 0.25)));
  BOOST_TEST((after(3, [](Value& x) { (x += 1) *= 2; }) == pair(8, 2)));
}

BOOST_AUTO_TEST_CASE(repeated_squaring) {  // x⁸ at 2
  const auto [value, slope] = after(2, [](Value& x) {
    for (int i = 0; i < 3; ++i) x = x * x;
  });
  BOOST_TEST(is_equal(value, 256));
  BOOST_TEST(is_equal(slope, 8 * 128));
}

BOOST_AUTO_TEST_CASE(to_itself) {
  const scope s;
  Value x{3.0};
  const Value& same = x;
  const auto before = recorded();
  x = same;
  x.backward();
  BOOST_TEST(recorded() == before);
  BOOST_TEST(is_equal(x.grad(), 1));
}

BOOST_AUTO_TEST_CASE(a_variable_that_is_overwritten_is_another_quantity) {
  const scope s;
  Value x{3.0};
  const Value variable = x;
  x *= x;
  x.backward();
  BOOST_TEST(is_equal(x.grad(), 1));
  BOOST_TEST(is_equal(variable.grad(), 6));
  x = 5.0;
  BOOST_TEST(x.is_passive());
}

BOOST_AUTO_TEST_CASE(a_number_assigned_is_passive_and_one_in_braces_is_a_variable) {
  const scope s;
  Value x{3.0};
  const auto before = recorded();
  x = 4.0;
  BOOST_TEST((x.is_passive() && recorded() == before));
  x = {5.0};
  BOOST_TEST((!x.is_passive() && recorded() == before + 1));
}

BOOST_AUTO_TEST_CASE(accumulators_start_passive) {
  const scope s;
  const auto x = ctgrad::variables(std::vector{1.0, 2.0, 3.0});
  Value squares = 0.0;
  for (const Value& v : x) squares += v * v;
  squares.backward();
  BOOST_TEST(is_equal(squares.data(), 14));
  for (const Value& v : x) BOOST_TEST(is_equal(v.grad(), 2 * v.data()));
  const auto sum = std::accumulate(x.begin(), x.end(), Value(0.0));
  const auto norm = std::inner_product(x.begin(), x.end(), x.begin(), Value());
  BOOST_TEST(is_equal(sum.data(), 6));
  BOOST_TEST(is_equal(norm.data(), 14));
}

BOOST_AUTO_TEST_CASE(a_vector_may_grow_around_them) {
  const scope s;
  std::vector<Value> powers{Value{1.5}};
  for (int i = 0; i < 1000; ++i) powers.push_back(powers.front() + powers.back());
  powers.back().backward();
  BOOST_TEST(is_equal(powers.back().data(), 1.5 * 1001));
  BOOST_TEST(is_equal(powers.front().grad(), 1001));
}

BOOST_AUTO_TEST_CASE(swapped_and_moved) {
  const scope s;
  Value x{2.0}, y{5.0};
  std::swap(x, y);
  BOOST_TEST(is_equal(x.data(), 5));
  (10 * x + y).backward();
  BOOST_TEST(is_equal(x.grad(), 10));
  BOOST_TEST(is_equal(y.grad(), 1));
  const Value moved = std::move(x);
  BOOST_TEST(is_equal(moved.grad(), 10));
}

BOOST_AUTO_TEST_CASE(sorted_values_keep_their_gradients) {
  const scope s;
  auto x = ctgrad::variables(std::vector{3.0, 1.0, 2.0});
  std::sort(x.begin(), x.end());
  (100 * x[2] + 10 * x[1] + x[0]).backward();
  for (const Value& v : x) {  // 1, 2, 3 weigh 1, 10, 100
    BOOST_TEST(is_equal(v.grad(), v.data() == 1 ? 1 : v.data() == 2 ? 10 : 100));
  }
}

BOOST_AUTO_TEST_CASE(returned_and_chosen_by_a_conditional) {
  const scope s;
  const Value x{2.0}, y{3.0};
  const auto larger = [](const Value& a, const Value& b) { return a > b ? a * 2 : b * 3; };
  larger(x, y).backward();
  BOOST_TEST(is_equal(x.grad(), 0));
  BOOST_TEST(is_equal(y.grad(), 3));
}

BOOST_AUTO_TEST_SUITE_END()
