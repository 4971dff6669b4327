// A value together with a derivative.
#include <ctgrad/program/value_with.hpp>

#include <boost/test/unit_test.hpp>

#include <array>
#include <type_traits>

namespace {

constexpr ctgrad::value_with_gradient both{2.5, std::array{1.0f, 2.0f}};
static_assert(std::is_same_v<decltype(both),
                             const ctgrad::value_with_gradient<double, std::array<float, 2>>>);
static_assert(both.value == 2.5 && both.gradient[1] == 2);

constexpr bool it_comes_apart() {
  const auto [value, gradient] = both;
  return value == 2.5 && gradient[0] == 1;
}
static_assert(it_comes_apart());

}  // namespace

BOOST_AUTO_TEST_SUITE(value_with)
BOOST_AUTO_TEST_CASE(holds_what_it_is_given) {
  BOOST_TEST(it_comes_apart());
}
BOOST_AUTO_TEST_SUITE_END()
