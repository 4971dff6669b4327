// Sums and dot products of ranges: one result each, with the derivatives of the loop.
#include <ctgrad/tape/sum.hpp>

#include <array>
#include <cmath>
#include <cstddef>
#include <iterator>
#include <span>
#include <vector>

#include "support.hpp"

namespace {

std::vector<Value> variables_up_to(int n) {
  std::vector<Value> result;
  for (int i = 1; i <= n; ++i) result.push_back(Value{1.0 / i});
  return result;
}

Value released() {
  const scope s;
  return Value{1.0};
}

/// A range whose elements are results, new ones whenever it is gone through.
struct squares {
  const std::vector<Value>& of;
  struct iterator {
    const Value* at;
    Value operator*() const { return *at * *at; }
    iterator& operator++() { return ++at, *this; }
    bool operator==(const iterator&) const = default;
  };
  [[nodiscard]] iterator begin() const { return {of.data()}; }
  [[nodiscard]] iterator end() const { return {of.data() + of.size()}; }
  [[nodiscard]] std::size_t size() const { return of.size(); }
};

std::vector<double> gradients(const std::vector<Value>& x) {
  std::vector<double> result;
  for (const Value& v : x) result.push_back(v.grad());
  return result;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(sums)

BOOST_AUTO_TEST_CASE(a_sum_is_that_of_the_loop) {
  const auto x = variables_up_to(100);
  Value loop = 0.0;
  for (const Value& v : x) loop += v;
  const Value all = ctgrad::sum(x);
  BOOST_TEST(is_equal(all.data(), loop.data()));
  (3 * all).backward();
  for (const double d : gradients(x)) BOOST_TEST(is_equal(d, 3));
}

BOOST_AUTO_TEST_CASE(a_dot_product_is_that_of_the_loop) {
  const auto a = variables_up_to(50), b = variables_up_to(50);
  Value loop = 0.0;
  for (std::size_t i = 0; i < a.size(); ++i) loop += a[i] * b[i];
  loop.backward();
  const auto by_a = gradients(a), by_b = gradients(b);
  for (const Value& v : a) v.zero_grad();
  for (const Value& v : b) v.zero_grad();
  const Value y = ctgrad::dot(a, b);
  BOOST_TEST(is_equal(y.data(), loop.data()));
  y.backward();
  BOOST_TEST(gradients(a) == by_a, boost::test_tools::per_element());
  BOOST_TEST(gradients(b) == by_b, boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(a_range_with_itself) {
  const auto x = variables_up_to(10);
  ctgrad::dot(x, x).backward();
  for (const Value& v : x) BOOST_TEST(is_equal(v.grad(), 2 * v.data()));
}

BOOST_AUTO_TEST_CASE(one_range_may_be_of_numbers) {
  const auto x = variables_up_to(3);
  const std::array<int, 3> weights{5, 6, 7};
  ctgrad::dot(weights, x).backward();
  ctgrad::dot(x, std::vector{10.0, 20.0, 30.0}).backward();
  BOOST_TEST(gradients(x) == (std::vector{15.0, 26.0, 37.0}), boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(spans_and_passive_elements) {
  std::vector<Value> x = variables_up_to(4);
  x[1] = 10.0;
  const Value y = ctgrad::dot(std::span(x).first(3), std::span(x).last(3));
  y.backward();
  BOOST_TEST(is_equal(y.data(), 1.0 * 10 + 10.0 * (1.0 / 3) + (1.0 / 3) * 0.25));
  BOOST_TEST(is_equal(x[0].grad(), 10));
  BOOST_TEST(is_equal(x[2].grad(), 10 + 0.25));
}

BOOST_AUTO_TEST_CASE(nothing_to_record) {
  const std::vector<Value> none, constants{1.0, 2.0};
  BOOST_TEST(ctgrad::sum(none).is_passive());
  BOOST_TEST(ctgrad::dot(constants, constants).is_passive());
  BOOST_TEST(is_equal(ctgrad::dot(constants, constants).data(), 5));
  const ctgrad::no_grad off;
  BOOST_TEST(ctgrad::sum(variables_up_to(3)).is_passive());
}

BOOST_AUTO_TEST_CASE(elements_may_be_computed_when_they_are_looked_at) {
  const scope s;
  const auto x = variables_up_to(4);
  const auto before = recorded();
  const Value first = ctgrad::sum(squares{x});
  BOOST_TEST(recorded() - before == 4U + 1U);
  const Value y = first + ctgrad::dot(x, squares{x}) +
                  ctgrad::dot(squares{x}, std::array{1.0, 1.0, 1.0, 1.0}) +
                  ctgrad::log_sum_exp(squares{x});
  const double total = ctgrad::log_sum_exp(std::array{1.0, 1 / 4.0, 1 / 9.0, 1 / 16.0});
  y.backward();
  for (const Value& v : x) {
    const double a = v.data(), share = std::exp(a * a - total);
    BOOST_TEST(v.grad() == 4 * a + 3 * a * a + 2 * a * share, boost::test_tools::tolerance(1e-14));
  }
}

BOOST_AUTO_TEST_CASE(one_that_records_nothing_does_not_reopen_what_has_been_swept) {
  const scope s;
  const Value x{2.0};
  const std::vector<Value> constants{1.0, 2.0};
  Value y = x * x;
  y.backward();
  y += ctgrad::sum(constants);
  BOOST_TEST(is_identical(y.grad(), 0.0));  // another quantity, which no sweep has seen
  Value z = x * x;
  z.backward();
  BOOST_TEST(tag_of([&] { static_cast<void>(ctgrad::sum(std::vector{x, released()})); }) == "E20");
  z += x;
  BOOST_TEST(is_identical(z.grad(), 0.0));
}

BOOST_AUTO_TEST_CASE(longer_than_a_block_and_many_of_them) {
  const scope s;
  const auto x = variables_up_to(3000);
  Value total = 0.0;
  for (int k = 0; k < 20; ++k) total += ctgrad::sum(x) * k;
  total.backward();
  for (const Value& v : x) BOOST_TEST(is_equal(v.grad(), 190));
}

BOOST_AUTO_TEST_CASE(mistakes) {
  const auto x = variables_up_to(3), y = variables_up_to(2);
  BOOST_TEST(tag_of([&] { static_cast<void>(ctgrad::dot(x, y)); }) == "E31");
  std::vector<Value> released;
  {
    const scope s;
    released = variables_up_to(3);
  }
  BOOST_TEST(tag_of([&] { static_cast<void>(ctgrad::sum(released)); }) == "E20");
  ctgrad::dot(x, x).backward();  // the tape is as it was
  BOOST_TEST(is_equal(x[0].grad(), 2));
}

BOOST_AUTO_TEST_SUITE_END()
