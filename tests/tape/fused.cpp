// Functions of Values recorded as one result.
#include <ctgrad/diff/dual.hpp>
#include <ctgrad/tape/fused.hpp>

#include <boost/hana/adapt_struct.hpp>

#include <array>
#include <tuple>
#include <type_traits>
#include <utility>
#include <vector>

#include "support.hpp"

namespace fused_shapes {

template <class T>
struct line {
  T slope, offset;
};

}  // namespace fused_shapes

BOOST_HANA_ADAPT_STRUCT(fused_shapes::line<double>, slope, offset);

namespace {

constexpr auto product = [](auto x, auto y) { return sin(x) * y + exp(x * y); };

}  // namespace

BOOST_AUTO_TEST_SUITE(fused_nodes)

BOOST_AUTO_TEST_CASE(value_and_gradient_are_those_of_the_function) {
  const Value x{0.5}, y{-1.25};
  const auto z = ctgrad::fused(product)(x, y);
  static_assert(std::is_same_v<decltype(z), const Value>);
  const auto expected = ctgrad::value_and_gradient(product)(0.5, -1.25);
  z.backward();
  BOOST_TEST(is_equal(z.data(), expected.value));
  BOOST_TEST(is_equal(x.grad(), expected.gradient[0]));
  BOOST_TEST(is_equal(y.grad(), expected.gradient[1]));
}

BOOST_AUTO_TEST_CASE(in_a_mix_with_operators) {
  const Value x{0.5}, y{2.0};
  const auto square = ctgrad::fused([](auto a) { return a * a; });
  const Value z = square(x + y) * x - square(x) / y + square(square(y));
  z.backward();
  // (x + y)² x - x² / y + y⁴
  BOOST_TEST(is_equal(z.data(), 2.5 * 2.5 * 0.5 - 0.25 / 2 + 16));
  BOOST_TEST(is_equal(x.grad(), 2 * 2.5 * 0.5 + 2.5 * 2.5 - 0.5));
  BOOST_TEST(is_equal(y.grad(), 2 * 2.5 * 0.5 + 0.25 / 4 + 32));
}

BOOST_AUTO_TEST_CASE(one_record_whatever_is_inside) {
  const scope s;
  const Value x{0.5}, y{2.0};
  const auto f = ctgrad::fused(product);
  std::vector<Value> all;
  for (int i = 0; i < 5000; ++i) all.push_back(f(x, y));  // behind the notes
  const auto before = recorded();
  all.push_back(f(x, y));
  BOOST_TEST(recorded() == before + 1);
}

BOOST_AUTO_TEST_CASE(structures_of_values) {
  const auto error = ctgrad::fused([](const auto& l, const auto& point, auto weight) {
    const auto e = l.slope * std::get<0>(point) + l.offset - std::get<1>(point);
    return weight * e * e;
  });
  const fused_shapes::line<Value> l{Value{2.0}, Value{1.0}};
  const Value weight{0.5};
  const Value y = error(l, std::tuple{3.0, 5.0}, weight);  // the point is data
  y.backward();
  BOOST_TEST(is_equal(y.data(), 2));
  BOOST_TEST(is_equal(l.slope.grad(), 6));
  BOOST_TEST(is_equal(l.offset.grad(), 2));
  BOOST_TEST(is_equal(weight.grad(), 4));
}

BOOST_AUTO_TEST_CASE(arrays_of_values) {
  const auto norm = ctgrad::fused([](const auto& x) {
    auto sum = x[0] * x[0];
    for (std::size_t i = 1; i < x.size(); ++i) sum = sum + x[i] * x[i];
    return sqrt(sum);
  });
  const std::array x{Value{2.0}, Value{3.0}, Value{6.0}};
  norm(x).backward();
  BOOST_TEST(x[0].grad() == 2.0 / 7, boost::test_tools::tolerance(1e-15));
  BOOST_TEST(x[2].grad() == 6.0 / 7, boost::test_tools::tolerance(1e-15));
}

BOOST_AUTO_TEST_CASE(the_same_value_twice) {
  const Value x{3.0};
  ctgrad::fused([](auto a, auto b) { return a * b; })(x, x).backward();
  BOOST_TEST(is_equal(x.grad(), 6));
}

BOOST_AUTO_TEST_CASE(without_values_it_is_the_function) {
  const auto f = ctgrad::fused(product);
  static_assert(std::is_same_v<decltype(f(0.5, 2.0)), double>);
  static_assert(ctgrad::fused([](auto x) { return x * x; })(3.0) == 9.0);
  BOOST_TEST(is_equal(f(0.5, 2.0), product(0.5, 2.0)));
}

BOOST_AUTO_TEST_CASE(passive_values_are_not_recorded) {
  const auto f = ctgrad::fused(product);
  BOOST_TEST(f(Value(0.5), Value(2.0)).is_passive());
  const Value x{0.5};
  f(x, Value(2.0)).backward();
  BOOST_TEST(is_equal(x.grad(), ctgrad::gradient(product)(0.5, 2.0)[0]));
  const ctgrad::no_grad off;
  BOOST_TEST(f(x, x).is_passive());
}

BOOST_AUTO_TEST_CASE(values_of_float) {
  const ctgrad::basic_value<float> x{2.0f};
  const auto y = ctgrad::fused([](auto a) { return a * a * a; })(x);
  static_assert(std::is_same_v<decltype(y), const ctgrad::basic_value<float>>);
  y.backward();
  BOOST_TEST(x.grad() == 12.0f);
}

BOOST_AUTO_TEST_CASE(a_chain_is_as_long_as_one_likes) {
  const scope s;
  const Value x{1e-5}, start{0.7};
  const auto step = ctgrad::fused([](auto y, auto k) { return sin(y) * k + y; });
  Value y = start, plain = start;
  for (int i = 0; i < 100000; ++i) y = step(y, x);
  for (int i = 0; i < 100000; ++i) plain = sin(plain) * x + plain;
  BOOST_TEST(is_equal(y.data(), plain.data()));
  y.backward();
  const double by_x = x.grad(), by_start = start.grad();
  x.zero_grad();
  start.zero_grad();
  plain.backward();
  BOOST_TEST(by_x == x.grad(), boost::test_tools::tolerance(1e-10));
  BOOST_TEST(by_start == start.grad(), boost::test_tools::tolerance(1e-10));
}

BOOST_AUTO_TEST_CASE(released_operands_are_refused) {
  Value released;
  {
    const scope s;
    released = Value{2.0};
  }
  BOOST_TEST(tag_of([&] { static_cast<void>(ctgrad::fused(product)(released, Value{1.0})); }) ==
             "E20");
}

BOOST_AUTO_TEST_CASE(many_operands_and_data_among_them) {
  const scope s;
  std::array<Value, 20> x;
  for (int i = 0; i < 20; ++i) x[std::size_t(i)] = Value{i + 1.0};
  const std::array<double, 3> data{2.0, 3.0, 5.0};
  const auto f = ctgrad::fused([](const auto& all, const auto& number, const auto& pair) {
    auto sum = all[0] * number[0];
    for (std::size_t i = 1; i < 20; ++i) sum = sum + all[i] * number[i % 3];
    return sum * std::get<0>(pair) * std::get<1>(pair);
  });
  for (int round = 0; round < 2; ++round) {  // with a note and without
    const auto before = recorded();
    const Value y = f(x, data, std::tuple<Value, double>(x[19], 0.5));
    BOOST_TEST(recorded() - before == 1U);
    y.backward();
    double sum = 0;
    for (std::size_t i = 0; i < 20; ++i) sum += double(i + 1) * data[i % 3];
    BOOST_TEST(is_equal(y.data(), sum * 20 * 0.5));
    for (std::size_t i = 0; i < 19; ++i) BOOST_TEST(is_equal(x[i].grad(), data[i % 3] * 20 * 0.5));
    BOOST_TEST(is_equal(x[19].grad(), data[1] * 20 * 0.5 + sum * 0.5));
    for (const Value& v : x) v.zero_grad();
    for (std::size_t i = 0; i < ctgrad::Tape::notes_at_most; ++i) static_cast<void>(x[0] * x[1]);
  }
}

BOOST_AUTO_TEST_CASE(of_passive_values_the_derivative_inside_is_kept) {
  using dual = ctgrad::dual<double>;
  using value = ctgrad::basic_value<dual>;
  const ctgrad::basic_scope<dual> s;
  const value inside(dual::variable(3.0)), other(dual(2.0));
  const value y = ctgrad::fused([](auto a, auto b) { return a * b; })(inside, other);
  BOOST_TEST(y.is_passive());
  BOOST_TEST(is_equal(y.data().tangent(), 2));
}

BOOST_AUTO_TEST_SUITE_END()
