// Every engine on numbers of 50 digits, and these numbers as the truth about the built-in ones.
#include <boost/multiprecision/cpp_bin_float.hpp>

#include "../support/scalars.hpp"

namespace {

using namespace support::scalars;
using fifty_digits = boost::multiprecision::cpp_bin_float_50;

/// What T computes is what more digits say, to a few units of T's last place.
template <class T>
void check_against_fifty_digits(double bound) {
  for (const double x : {0.375, 0.75, 2.5}) {
    for (const double y : {0.25, 0.8125, 3.0}) {
      const auto got = by_function<T>(static_cast<T>(x), static_cast<T>(y));
      const auto truth = by_function<fifty_digits>(x, y);
      for (std::size_t k = 0; k < 3; ++k) {
        BOOST_TEST(distance(got[k], static_cast<T>(truth[k])) <= bound);
      }
    }
  }
}

}  // namespace

BOOST_AUTO_TEST_SUITE(digits)

BOOST_AUTO_TEST_CASE(engines_agree_on_fifty_digits) {
  check_engines<fifty_digits>();
}

BOOST_AUTO_TEST_CASE(every_scalar_uses_its_digits) {
  check_against_fifty_digits<float>(8);
  check_against_fifty_digits<double>(8);
  check_against_fifty_digits<long double>(8);
}

BOOST_AUTO_TEST_CASE(fifty_digits_at_second_order) {
  constexpr auto g = [](auto x) { return x * exp(x * x) + relu(x) / x; };
  using inner = cg::dual<fifty_digits, 1>;
  const fifty_digits x = 1.25;
  const auto forward = g(cg::dual<inner, 1>::variable(inner::variable(x))).tangent().tangent();
  const fifty_digits truth = (6 * x + 4 * x * x * x) * exp(x * x);
  BOOST_TEST(distance(forward, truth) <= 8);
  BOOST_TEST(distance(cg::derivative<2>(g)(x), truth) <= 8);
}

BOOST_AUTO_TEST_SUITE_END()
