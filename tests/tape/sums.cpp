// Sums that become a part of what they are added to: what they take, and that nobody who had a name
// for the result before sees anything of it.
#include <ctgrad/check/detect_anomaly.hpp>

#include <functional>
#include <numeric>
#include <utility>
#include <vector>

#include "support.hpp"

namespace {

/// How many results an action records, when there are no notes any more.
template <class Action>
std::size_t results_of(Action action) {
  const auto before = recorded();
  action();
  return recorded() - before;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(sums)

BOOST_AUTO_TEST_CASE(a_sum_of_products_is_one_result) {
  ctgrad::Tape t;  // whose first block is long enough: where one ends, there is a result more
  const ctgrad::use_tape here(t);
  const Value x{2.0}, y{3.0};
  Value sum = x * y;
  BOOST_TEST(results_of([&] {
               for (int i = 0; i < 100; ++i) sum += x * y;
               for (int i = 0; i < 100; ++i) sum -= y;
               for (int i = 0; i < 100; ++i) sum += 1;
             }) == 0U);
  sum.backward();
  BOOST_TEST(is_equal(sum.data(), 606 - 300 + 100));
  BOOST_TEST(is_equal(x.grad(), 303));
  BOOST_TEST(is_equal(y.grad(), 202 - 100));
}

BOOST_AUTO_TEST_CASE(a_product_with_the_sum_itself_is_no_part_of_it) {
  const scope s;
  const Value x{3.0}, rate{0.5};
  Value sum = x * x;
  sum += sum * rate;  // as interest is added
  sum -= sum * x;
  sum += std::move(sum);
  sum.backward();  // 2 (1 - x) (1 + rate) x^2
  BOOST_TEST(is_equal(sum.data(), -54));
  BOOST_TEST(is_equal(x.grad(), 3 * (2 * 3 - 3 * 9)));
  BOOST_TEST(is_equal(rate.grad(), -36));
}

BOOST_AUTO_TEST_CASE(results_that_are_named_and_used_twice) {
  const scope s;
  const Value x{3.0};
  Value a = x * x, b = a * 2;
  Value c = std::move(a) + std::move(b);
  const Value d = c * x;
  c += d;
  c.backward();  // 3 x^2 (1 + x)
  BOOST_TEST(is_equal(x.grad(), 6 * 3 + 9 * 9));
  BOOST_TEST(is_equal(d.grad(), 1));
}

BOOST_AUTO_TEST_CASE(references_name_what_they_refer_to) {
  const scope s;
  const Value x{3.0};
  Value y = x * x;
  Value& same = y;
  const Value& read_only = y;
  same += x;
  BOOST_TEST(is_equal(read_only.data(), 12));
  const Value product = read_only * same;
  product.backward();
  BOOST_TEST(is_equal(x.grad(), 2 * 12 * 7));
  BOOST_TEST(is_equal(y.grad(), 24));
}

BOOST_AUTO_TEST_CASE(a_result_that_was_swept_is_closed) {
  const scope s;
  const Value x{3.0};
  Value y = x * x;
  y.backward();
  BOOST_TEST(is_equal(y.grad(), 1));
  y += x;  // another quantity
  BOOST_TEST(is_equal(y.grad(), 0));
  y.backward();
  BOOST_TEST(is_equal(x.grad(), 6 + 7));
  Value z = x * 2;
  y += std::move(z);
  BOOST_TEST(is_equal(y.grad(), 0));
  y.backward();
  BOOST_TEST(is_equal(x.grad(), 6 + 7 + 9));
}

BOOST_AUTO_TEST_CASE(a_result_swept_from_inside_of_a_scope_is_closed) {
  const scope s;
  const Value x{3.0};
  Value y = x * x;
  {
    const scope inner;
    (y * 5).backward();
  }
  BOOST_TEST(is_equal(y.grad(), 5));
  y += x;
  BOOST_TEST(is_equal(y.grad(), 0));
}

BOOST_AUTO_TEST_CASE(across_the_borders_of_scopes) {
  const scope s;
  const Value x{3.0};
  Value y = x * x;
  {
    const scope inner;
    Value z = y;
    z += x * 2;
    y += z;  // belongs to the inner scope now
    y += x;
    y.backward();
    BOOST_TEST(is_equal(x.grad(), 6 + 6 + 2 + 1));
  }
  BOOST_TEST(!y.is_recorded());
  BOOST_TEST(tag_of([&] { y += x; }) == "E20");
  y = x * 2;
  y += x;
  x.zero_grad();
  y.backward();
  BOOST_TEST(is_equal(x.grad(), 3));
}

BOOST_AUTO_TEST_CASE(it_goes_on_behind_a_scope) {
  const scope s;
  const Value x{3.0};
  Value y = x * x;
  for (int i = 0; i < 100; ++i) {
    {
      const scope inner;
      Value many = x;
      for (int k = 0; k < 100; ++k) many = many * x + y;
    }
    y += x * 2;
    y = 1.0 - std::move(y);
  }
  y.backward();  // + and - by turns
  BOOST_TEST(is_equal(x.grad(), 6));
}

BOOST_AUTO_TEST_CASE(no_grad_between) {
  const scope s;
  const Value x{3.0};
  Value y = x * x;
  {
    const ctgrad::no_grad guard;
    Value z = y;
    z += x;
    BOOST_TEST(z.is_passive());
    Value other = x * x;
    other += y;
    BOOST_TEST(other.is_passive());
  }
  y += x;
  y.backward();
  BOOST_TEST(is_equal(x.grad(), 7));
}

BOOST_AUTO_TEST_CASE(a_sum_under_no_grad_is_passive_and_the_variables_are_not) {
  const scope s;
  const Value x{3.0};
  Value y = x * x;
  {
    const ctgrad::no_grad guard;
    y += x;
  }
  BOOST_TEST(y.is_passive());
  y += x;
  y.backward();
  BOOST_TEST(is_equal(y.data(), 15));
  BOOST_TEST(is_equal(x.grad(), 1));
}

BOOST_AUTO_TEST_CASE(detect_anomaly_between) {
  const scope s;
  const Value x{3.0}, zero{0.0};
  Value y = x * x;
  {
    const ctgrad::detect_anomaly guard;
    y += x * 2;
    BOOST_TEST(tag_of([&] { y += x / zero; }) == "E29");
    BOOST_TEST(is_equal(y.data(), 15));
  }
  y += x;
  y.backward();
  BOOST_TEST(is_equal(x.grad(), 9));
}

BOOST_AUTO_TEST_CASE(accumulated_by_the_algorithms_of_the_standard_library) {
  const scope s;
  const auto x = ctgrad::variables(std::vector<double>(1000, 2.0));
  const Value sum = std::accumulate(x.begin(), x.end(), Value(0.0));
  const Value less = std::accumulate(x.begin(), x.end(), x[0] * x[1], std::minus<>());
  const Value dot = std::inner_product(x.begin(), x.end(), x.begin(), Value(0.0));
  (sum + dot * 10 + less * 100).backward();
  BOOST_TEST(is_equal(sum.data(), 2000));
  BOOST_TEST(is_equal(dot.data(), 4000));
  BOOST_TEST(is_equal(less.data(), 4 - 2000));
  for (std::size_t i = 0; i < x.size(); ++i) {
    BOOST_TEST(is_equal(x[i].grad(), 1 + 40 + (i < 2 ? 100 : -100)));
  }
}

BOOST_AUTO_TEST_CASE(the_notes_end_in_the_middle_of_a_sum) {
  for (std::size_t before = 0; before < 6; ++before) {
    const scope s;
    const Value x{2.0};
    Value filler = x;
    const auto notes = ctgrad::Tape::notes_at_most;
    for (std::size_t i = 0; i + before < notes; ++i) filler = filler * 1.0;
    Value sum = x * x;
    for (int i = 0; i < 10; ++i) sum += x * x;
    sum = x - std::move(sum);
    sum.backward();
    BOOST_TEST(is_equal(x.grad(), 1 - 44));
  }
}

BOOST_AUTO_TEST_SUITE_END()
