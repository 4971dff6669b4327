// Values of float and long double, and whole numbers beside Values.
#include <cmath>
#include <type_traits>

#include "support.hpp"

using single = ctgrad::basic_value<float>;
using extended = ctgrad::basic_value<long double>;

BOOST_AUTO_TEST_SUITE(scalars)

BOOST_AUTO_TEST_CASE(results_have_the_scalar_of_their_operands) {
  static_assert(sizeof(single) == 16);
  static_assert(std::is_same_v<decltype(single() * 2.0), single>);
  static_assert(std::is_same_v<decltype(single().data()), float&>);
  static_assert(std::is_same_v<decltype(extended() + 1), extended>);
  static_assert(std::is_same_v<decltype(extended().grad()), long double>);
}

BOOST_AUTO_TEST_CASE(float_is_computed_in_float) {
  const ctgrad::basic_scope<float> s;
  const single x{0.1F}, y{3.0F};
  const auto z = x * y + x / y;
  z.backward();
  BOOST_TEST(is_identical(z.data(), 0.1F * 3.0F + 0.1F / 3.0F));
  BOOST_TEST(is_identical(x.grad(), 3.0F + 1.0F / 3.0F));
  BOOST_TEST(is_identical((0.1 * x).data(), 0.1F * 0.1F));
  BOOST_TEST(is_identical(exp(x).data(), std::exp(0.1F)));
}

BOOST_AUTO_TEST_CASE(every_function_exists_for_float) {
  const ctgrad::basic_scope<float> s;
  const single x{0.25F};
  const auto y =
      sqrt(x) + abs(-x) + relu(x) + max(x, 0) + min(x, 1) + pow(x, 2) + where(x > 0, x, 1);
  y.backward();
  BOOST_TEST(is_equal(y.data(), 0.5F + 5 * 0.25F + 0.0625F));
  BOOST_TEST(is_equal(x.grad(), 1 + 5 + 0.5F));
  max(x, single{0.25F}).backward();
  BOOST_TEST(is_equal(x.grad(), 7));
}

BOOST_AUTO_TEST_CASE(long_double_is_computed_in_long_double) {
  const ctgrad::basic_scope<long double> s;
  volatile long double three = 3;  // unknown to the compiler, whose own logarithm is another
  const extended x{three};
  const auto y = log(x) + x / 7;
  y.backward();
  BOOST_TEST((y.data() == std::log(three) + three / 7));
  BOOST_TEST((x.grad() == 1 / 7.0L + 1 / 3.0L));
  erfc(x).backward();
  BOOST_TEST((abs(x).data() == 3.0L && max(x, 4).data() == 4));
}

BOOST_AUTO_TEST_CASE(numbers_too_large_for_double_are_kept) {
  const ctgrad::basic_scope<long double> s;
  const extended x{1e300L};
  if constexpr (std::numeric_limits<long double>::max_exponent > 1024) {
    const auto y = x * x;
    y.backward();
    BOOST_TEST((y.data() == 1e300L * 1e300L));
    BOOST_TEST((x.grad() == 2e300L));
  }
}

BOOST_AUTO_TEST_CASE(whole_numbers_are_numbers) {
  const scope s;
  const Value x{4.0};
  const auto y = 1 / x + x / 2 + 3U * x - 5L + x * static_cast<short>(2) + 'a' * x - true;
  y.backward();
  BOOST_TEST(is_equal(y.data(), 0.25 + 2 + 12 - 5 + 8 + 'a' * 4 - 1));
  BOOST_TEST(is_equal(x.grad(), -1.0 / 16 + 0.5 + 3 + 2 + 'a'));
}

BOOST_AUTO_TEST_CASE(a_variable_may_be_made_of_a_whole_number) {
  const scope s;
  const Value x{3}, y{static_cast<unsigned char>(5)};
  const auto z = x / y;
  z.backward();
  BOOST_TEST(is_equal(z.data(), 0.6));
  BOOST_TEST(is_equal(x.grad(), 0.2));
}

BOOST_AUTO_TEST_CASE(an_exponent_decides_by_its_type) {
  const scope s;
  const Value x{-2.0}, p{3.0}, constant = 3.0;
  const auto by_whole = pow(x, 3), by_real = pow(x, 3.0), by_passive = pow(x, constant);
  for (const Value& y : {by_whole, by_real, by_passive}) {
    x.zero_grad();
    y.backward();
    BOOST_TEST(is_equal(y.data(), -8));
    BOOST_TEST(is_equal(x.grad(), 12));
  }
  x.zero_grad();
  pow(x, p).backward();
  BOOST_TEST(is_equal(x.grad(), 12));
  BOOST_TEST(is_equal(p.grad(), support::nan_of<double>));  // log of a negative number
}

BOOST_AUTO_TEST_SUITE_END()
