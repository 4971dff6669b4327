// Decimal numbers are read as std::from_chars reads them, to the last bit.
#include <ctgrad/text/decimal.hpp>

#include <boost/test/unit_test.hpp>

#include <bit>
#include <charconv>
#include <cmath>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <limits>
#include <random>
#include <string>

namespace {

using ctgrad::detail::double_of;

static_assert(double_of("0.1") == 0.1);
static_assert(double_of("123456789012345678901234567890") == 123456789012345678901234567890.0);
static_assert(double_of("1.7976931348623157e308") == 1.7976931348623157e308);
static_assert(double_of("4.9406564584124654e-324") == 4.9406564584124654e-324);
static_assert(double_of("2.5e+3") == 2500 && double_of(".5") == 0.5 && double_of("5.") == 5);
static_assert(double_of("1e309") == std::numeric_limits<double>::infinity());
static_assert(double_of("1e-400") == 0);

/// As the C library reads it, which does not refuse what is out of range.
double of_library(const std::string& text) {
  double x = 0;
  const auto result = std::from_chars(text.data(), text.data() + text.size(), x);
  return result.ec == std::errc() ? x : std::strtod(text.c_str(), nullptr);
}

bool is_read(const std::string& text) {
  const double x = double_of(text), y = of_library(text);
  return std::bit_cast<std::uint64_t>(x) == std::bit_cast<std::uint64_t>(y);
}

/// A double >= 0, all exponents alike; every third one is subnormal.
double random_double(std::mt19937_64& source) {
  std::uint64_t bits = source() >> 1;
  if (source() % 3 == 0) bits &= (std::uint64_t{1} << 52) - 1;
  const double x = std::bit_cast<double>(bits);
  return std::isfinite(x) ? x : 1;
}

std::string printed(const char* format, int digits, long double x) {
  char text[1300];
  std::snprintf(text, sizeof text, format, digits, x);
  return text;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(decimal)

BOOST_AUTO_TEST_CASE(random_numbers_of_1_to_20_digits) {
  std::mt19937_64 source(1);
  int wrong = 0;
  for (int i = 0; i < 20000; ++i) {
    const double x = random_double(source);
    wrong += is_read(printed("%.*Lg", 17, x)) ? 0 : 1;
    wrong += is_read(printed("%.*Lg", 1 + i % 20, x)) ? 0 : 1;
  }
  BOOST_TEST(wrong == 0);
}

// The hardest ones: exactly in the middle between two doubles, and a little above.
BOOST_AUTO_TEST_CASE(ties) {
  static_assert(std::numeric_limits<long double>::digits >= 53);
  if (std::numeric_limits<long double>::digits == 53) return;  // cannot hold what is between
  std::mt19937_64 source(2);
  int wrong = 0;
  for (int i = 0; i < 1000; ++i) {
    const double x = random_double(source);
    const double above = std::nextafter(x, std::numeric_limits<double>::infinity());
    if (std::isinf(above)) continue;
    const std::string middle = printed("%.*Le", 1200, (static_cast<long double>(x) + above) / 2);
    std::string more = middle;
    more.insert(more.find('e'), "0001");
    wrong += is_read(middle) && is_read(more) ? 0 : 1;
  }
  BOOST_TEST(wrong == 0);
}

BOOST_AUTO_TEST_CASE(ends_of_the_range) {
  for (const char* text :
       {"0", "0.000", "0e99999999999999999999", "1e99999999999999999999", "1e-99999999999999999999",
        "1.7976931348623157e308", "1.7976931348623158e308", "1.7976931348623159e308", "2e308",
        "2.4703282292062327e-324", "2.4703282292062328e-324", "5e-324", "3e-324",
        "2.2250738585072011e-308", "2.2250738585072014e-308", "9007199254740993", "1e22", "1e23"}) {
    BOOST_TEST(is_read(text), text);
  }
}

BOOST_AUTO_TEST_CASE(very_long_numbers) {
  BOOST_TEST(is_read(std::string(1000000, '9')));
  BOOST_TEST(is_read("0." + std::string(400, '0') + "1"));
  BOOST_TEST(is_read("0." + std::string(1000000, '3')));
  BOOST_TEST(is_read("1" + std::string(300, '0') + ".5"));
  BOOST_TEST(is_read("0." + std::string(300, '0') + "123e300"));
}

BOOST_AUTO_TEST_SUITE_END()
