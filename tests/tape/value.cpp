// The handle: what is a variable, what is passive, and what a Value says about itself.
#include <array>
#include <deque>
#include <forward_list>
#include <limits>
#include <sstream>
#include <type_traits>
#include <vector>

#include "support.hpp"

namespace {

std::string text_of(const auto& x) {
  std::ostringstream out;
  out << x;
  return out.str();
}

template <class T>
T polynomial(const std::vector<double>& coefficients, T x) {
  T sum = T(0), power = T(1);
  for (const double c : coefficients) {
    sum += c * power;
    power *= x;
  }
  return sum;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(value)

BOOST_AUTO_TEST_CASE(a_handle_is_16_bytes) {
  static_assert(sizeof(Value) == 16);
  static_assert(std::is_nothrow_copy_constructible_v<Value>);
  static_assert(std::is_nothrow_move_constructible_v<Value>);
  static_assert(std::is_trivially_destructible_v<Value>);
  static_assert(std::is_nothrow_default_constructible_v<Value>);
  static_assert(std::is_convertible_v<double, Value> && std::is_convertible_v<int, Value>);
  static_assert(!std::is_convertible_v<Value, double> && !std::is_convertible_v<Value, bool>);
  static_assert(!std::is_convertible_v<const char*, Value>);
}

BOOST_AUTO_TEST_CASE(braces_make_a_variable) {
  const scope s;
  const auto before = recorded();
  const Value x{2.0};
  const Value y = {3.0};
  const Value n{4};
  BOOST_TEST(recorded() == before + 3);
  BOOST_TEST((!x.is_passive() && !y.is_passive() && !n.is_passive()));
  BOOST_TEST((x.is_recorded() && y.is_recorded() && n.is_recorded()));
  BOOST_TEST(is_equal(x.data() + y.data() + n.data(), 9));
  BOOST_TEST(is_equal(x.grad(), 0));
}

BOOST_AUTO_TEST_CASE(everything_else_made_from_a_number_is_passive) {
  const scope s;
  const auto before = recorded();
  const Value nothing, empty{}, assigned = 1.5, converted(2), cast = static_cast<Value>(3.0F);
  for (const Value& v : {nothing, empty, assigned, converted, cast}) {
    BOOST_TEST((v.is_passive() && !v.is_recorded()));
    BOOST_TEST(v.at() == 0U);
  }
  BOOST_TEST(is_identical(nothing.data(), 0.0));
  BOOST_TEST(is_identical(empty.data(), 0.0));
  BOOST_TEST(is_equal(assigned.data() + converted.data() + cast.data(), 6.5));
  BOOST_TEST(recorded() == before);
}

BOOST_AUTO_TEST_CASE(operations_on_passive_values_record_nothing) {
  const scope s;
  const auto before = recorded();
  const Value x = 3.0;
  const auto y = 2 * x + pow(x, 2) / x - tanh(x - 3);
  BOOST_TEST(is_equal(y.data(), 9));
  BOOST_TEST(y.is_passive());
  BOOST_TEST(recorded() == before);
}

BOOST_AUTO_TEST_CASE(a_number_beside_a_variable_is_not_recorded) {
  const scope s;
  const Value x{3.0};
  const auto before = recorded();
  const auto y = 2 * x;
  BOOST_TEST(recorded() == before + 1);
  y.backward();
  BOOST_TEST(is_equal(x.grad(), 2));
}

BOOST_AUTO_TEST_CASE(a_template_full_of_T_0_records_only_what_depends_on_x) {
  const scope s;
  const Value x{2.0};
  const auto before = recorded();
  const auto y = polynomial({1, 2, 3}, x);  // 1 + 2x + 3x²
  y.backward();
  // c * power and sum += from the second term on, power *= x three times
  BOOST_TEST(recorded() == before + 2 + 2 + 3);
  BOOST_TEST(is_equal(y.data(), 17));
  BOOST_TEST(is_equal(x.grad(), 14));
}

BOOST_AUTO_TEST_CASE(the_gradient_of_a_passive_value_is_an_error_that_tells_the_remedy) {
  const Value constant = 2.0;
  BOOST_TEST(tag_of([&] { static_cast<void>(constant.grad()); }) == "E22");
  BOOST_TEST(tag_of([&] { static_cast<void>((2 * constant).grad()); }) == "E22");
  BOOST_CHECK_EXCEPTION(static_cast<void>(Value{}.grad()), ctgrad::error, [](const auto& e) {
    return std::string_view(e.what()).find("Value x{2.0}") != std::string_view::npos;
  });
}

BOOST_AUTO_TEST_CASE(a_vector_of_n_numbers_is_passive) {
  const scope s;
  const auto before = recorded();
  const std::vector<Value> filled(5, 0.0), sized(3), listed{1.0, 2.0};
  BOOST_TEST(recorded() == before);
  for (const Value& v : filled) BOOST_TEST(v.is_passive());
  for (const Value& v : sized) BOOST_TEST((v.is_passive() && v.data() == 0));
  for (const Value& v : listed) BOOST_TEST(v.is_passive());
}

BOOST_AUTO_TEST_CASE(variables_makes_one_of_every_number) {
  const scope s;
  const auto before = recorded();
  const auto x = ctgrad::variables(std::vector{1.0, 2.0, 3.0});
  static_assert(std::is_same_v<decltype(x), const std::vector<Value>>);
  BOOST_TEST(recorded() == before + 3);
  (x[0] * x[1] * x[2]).backward();
  BOOST_TEST(is_equal(x[0].grad(), 6));
  BOOST_TEST(is_equal(x[1].grad(), 3));
  BOOST_TEST(is_equal(x[2].grad(), 2));
}

BOOST_AUTO_TEST_CASE(variables_takes_any_range) {
  const scope s;
  BOOST_TEST(ctgrad::variables(std::array{1, 2}).at(1).data() == 2.0);
  BOOST_TEST(ctgrad::variables(std::forward_list{1.5, 2.5}).at(1).data() == 2.5);
  BOOST_TEST(ctgrad::variables(std::deque<double>{}).empty());
  using floats = decltype(ctgrad::variables(std::vector<float>{}));
  static_assert(std::is_same_v<floats, std::vector<ctgrad::basic_value<float>>>);
}

BOOST_AUTO_TEST_CASE(two_numbers_in_braces_are_refused) {
  const auto before = recorded();
  BOOST_TEST(tag_of([] { static_cast<void>(Value{1.0, 2.0}); }) == "E25");
  BOOST_TEST(tag_of([] { static_cast<void>(Value{1, 2, 3}); }) == "E25");
  BOOST_TEST(recorded() == before);
}

BOOST_AUTO_TEST_CASE(a_copy_names_the_same_quantity) {
  const scope s;
  const Value x{2.0};
  const auto before = recorded();
  const Value copy = x;
  const Value braced{x};
  BOOST_TEST(recorded() == before);
  (copy * braced).backward();
  for (const Value& v : {x, copy, braced}) BOOST_TEST(is_equal(v.grad(), 4));
}

BOOST_AUTO_TEST_CASE(data_can_be_changed_for_what_comes_next) {
  const scope s;
  Value x{2.0};
  const auto before = x * x;
  x.data() -= 0.5;
  const auto after = x * x;
  BOOST_TEST(is_equal(before.data(), 4));
  BOOST_TEST(is_equal(after.data(), 2.25));
  before.backward();
  BOOST_TEST(is_equal(x.grad(), 4));
  after.backward();
  BOOST_TEST(is_equal(x.grad(), 7));
}

BOOST_AUTO_TEST_CASE(a_detached_value_is_a_constant) {
  const scope s;
  const Value x{3.0};
  const auto square = x * x;
  const auto y = x * square.detach();
  y.backward();
  BOOST_TEST(square.detach().is_passive());
  BOOST_TEST(is_equal(y.data(), 27));
  BOOST_TEST(is_equal(x.grad(), 9));
}

BOOST_AUTO_TEST_CASE(printing) {
  const scope s;
  const Value x{2.0};
  BOOST_TEST(text_of(x) == "Value(data=2, grad=0)");
  const auto y = 1.5 * x;
  y.backward();
  BOOST_TEST(text_of(x) == "Value(data=2, grad=1.5)");
  BOOST_TEST(text_of(y) == "Value(data=3, grad=1)");
  BOOST_TEST(text_of(Value(-0.25)) == "Value(data=-0.25)");
  BOOST_TEST(text_of(std::numeric_limits<double>::infinity() * x) == "Value(data=inf, grad=0)");
}

BOOST_AUTO_TEST_CASE(printing_follows_the_stream) {
  const scope s;
  const Value x{0.1};
  (x / 3).backward();
  std::ostringstream precise;
  precise.precision(17);
  precise << x;
  BOOST_TEST(precise.str() == "Value(data=0.10000000000000001, grad=0.33333333333333331)");
  std::ostringstream fixed;
  fixed << std::fixed << x;
  BOOST_TEST(fixed.str() == "Value(data=0.100000, grad=0.333333)");
  std::wostringstream wide;
  wide << x;
  BOOST_TEST((wide.str() == L"Value(data=0.1, grad=0.333333)"));
}

BOOST_AUTO_TEST_CASE(labels) {
  const scope s;
  const Value x{2.0};
  BOOST_TEST(x.label().empty());
  const auto y = (x * x).label("square");
  BOOST_TEST(y.label() == "square");
  x.label("first").label("second");
  BOOST_TEST(x.label() == "second");
  const Value copy = x;
  BOOST_TEST(copy.label() == "second");
}

BOOST_AUTO_TEST_CASE(a_passive_value_takes_no_label) {
  const Value constant = 2.0;
  constant.label("two");
  BOOST_TEST(constant.label().empty());
}

BOOST_AUTO_TEST_SUITE_END()
