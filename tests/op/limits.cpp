// Limits of what is differentiated are those of the numbers behind it.
#include <ctgrad/ctgrad.hpp>
#include <ctgrad/op/limits.hpp>

#include <boost/test/unit_test.hpp>

#include <limits>
#include <type_traits>

namespace {

template <class T>
using limits = std::numeric_limits<T>;

/// Newton's method in generic code: stops where the number type does.
template <class T>
T root_of(const T& x) {
  T y = x;
  while (abs(y * y - x) > 4 * limits<T>::epsilon() * x) y = (y + x / y) / 2;
  return y;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(limits_of_active_numbers)

BOOST_AUTO_TEST_CASE(are_those_of_the_scalar) {
  static_assert(limits<ctgrad::Value>::is_specialized);
  static_assert(limits<ctgrad::Value>::epsilon() == limits<double>::epsilon());
  static_assert(limits<ctgrad::basic_value<float>>::max() == limits<float>::max());
  static_assert(limits<ctgrad::dual<double, 3>>::digits == 53);
  static_assert(limits<ctgrad::dual<ctgrad::dual<float, 1>, 1>>::lowest() ==
                limits<float>::lowest());
  static_assert(std::is_same_v<decltype(limits<ctgrad::Value>::infinity()), double>);
}

BOOST_AUTO_TEST_CASE(stop_an_iteration) {
  const ctgrad::Value x{2.0};
  const auto y = root_of(x);
  y.backward();
  BOOST_TEST(y.data() * y.data() == 2, boost::test_tools::tolerance(1e-15));
  BOOST_TEST(x.grad() == 0.5 / y.data(), boost::test_tools::tolerance(1e-14));
}

BOOST_AUTO_TEST_SUITE_END()
