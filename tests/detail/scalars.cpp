// Which scalar a computation runs on.
#include <ctgrad/detail/scalars.hpp>

#include <boost/test/unit_test.hpp>

#include <concepts>

namespace {

using ctgrad::detail::common_scalar_t;
using ctgrad::detail::literal_type;

static_assert(std::same_as<common_scalar_t<float>, float> &&
              std::same_as<common_scalar_t<double, float>, double> &&
              std::same_as<common_scalar_t<float, float, float>, float> &&
              std::same_as<common_scalar_t<long double, double>, long double>);
static_assert(std::same_as<common_scalar_t<int>, double> &&
                  std::same_as<common_scalar_t<int, bool, long>, double> &&
                  std::same_as<common_scalar_t<>, double>,
              "whole numbers alone are computed as double");
static_assert(std::same_as<common_scalar_t<int, float>, float> &&
              std::same_as<common_scalar_t<float, bool>, float>);

struct wide {};
static_assert(std::same_as<literal_type<float>, float> &&
              std::same_as<literal_type<double>, double> &&
              std::same_as<literal_type<long double>, long double> &&
              std::same_as<literal_type<wide>, ctgrad::detail::unfolded>);

}  // namespace

BOOST_AUTO_TEST_SUITE(scalars)
BOOST_AUTO_TEST_CASE(checked_while_compiling) {
  BOOST_TEST(sizeof(common_scalar_t<float, int>) == sizeof(float));
}
BOOST_AUTO_TEST_SUITE_END()
