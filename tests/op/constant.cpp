// Irrational constants of the rules have the digits of the number they meet.
#include <ctgrad/ctgrad.hpp>

#include <boost/math/constants/constants.hpp>
#include <boost/multiprecision/cpp_bin_float.hpp>
#include <boost/test/unit_test.hpp>

#include <numbers>

namespace {

using digits50 = boost::multiprecision::number<boost::multiprecision::cpp_bin_float<50>,
                                               boost::multiprecision::et_off>;
namespace math = boost::math::constants;
namespace constants = ctgrad::constants;

bool close(const digits50& got, const digits50& truth) {
  return abs(got - truth) <= abs(truth) * digits50("1e-48");
}

}  // namespace

BOOST_AUTO_TEST_SUITE(constant)

static_assert(constants::value<constants::ln2, double>() == std::numbers::ln2);
static_assert(constants::value<constants::sqrt2, float>() == std::numbers::sqrt2_v<float>);

BOOST_AUTO_TEST_CASE(are_known_to_all_digits) {
  BOOST_TEST(close(constants::value<constants::ln2, digits50>(), math::ln_two<digits50>()));
  BOOST_TEST(close(constants::value<constants::log2e, digits50>(), 1 / math::ln_two<digits50>()));
  BOOST_TEST(close(constants::value<constants::log10e, digits50>(), 1 / math::ln_ten<digits50>()));
  BOOST_TEST(close(constants::value<constants::sqrt2, digits50>(), math::root_two<digits50>()));
  BOOST_TEST(
      close(constants::value<constants::inv_sqrtpi, digits50>(), 1 / math::root_pi<digits50>()));
}

BOOST_AUTO_TEST_CASE(keep_their_digits_in_a_traced_function) {
  const digits50 x = digits50(3) / 10;
  const auto slope = [&](const auto& f) { return ctgrad::derivative(f)(x); };
  const digits50 slope_of_erf = 2 * exp(-x * x) / math::root_pi<digits50>();
  BOOST_TEST(close(slope([](auto t) { return erf(t); }), slope_of_erf));
  BOOST_TEST(close(slope([](auto t) { return erfc(t); }), -slope_of_erf));
  BOOST_TEST(close(slope([](auto t) { return log2(t); }), 1 / (x * math::ln_two<digits50>())));
  BOOST_TEST(close(slope([](auto t) { return log10(t); }), 1 / (x * math::ln_ten<digits50>())));
  BOOST_TEST(close(slope([](auto t) { return exp2(t); }), exp2(x) * math::ln_two<digits50>()));
  BOOST_TEST(close(slope([](auto t) { return normal_cdf(t); }),
                   exp(-x * x / 2) / math::root_two_pi<digits50>()));
}

BOOST_AUTO_TEST_SUITE_END()
