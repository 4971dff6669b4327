// In which directions a dual depends on a variable: bits, and symbols.
#include <ctgrad/diff/directions.hpp>

#include <boost/test/unit_test.hpp>

#include <cstddef>
#include <type_traits>

namespace {

using ctgrad::symbol;
using ctgrad::detail::condition_of;
using ctgrad::detail::directions;
using ctgrad::detail::never;

static_assert(std::is_same_v<condition_of<float>, bool> &&
              std::is_same_v<condition_of<symbol>, symbol>);
static_assert(never(false) && !never(true) && never(symbol(0)) && !never(symbol(1)));

/// The directions in which the sum of two depends.
template <class Condition, std::size_t N>
constexpr bool bits_are_kept(std::size_t one, std::size_t other) {
  directions<Condition, N> a, b;
  if (!a.none()) return false;
  a.add(one, true);
  b.add(other, true);
  b.add(one, false);
  for (std::size_t d = 0; d < N; ++d) a.add(d, b[d]);
  for (std::size_t d = 0; d < N; ++d) {
    if (never(a[d]) != (d != one && d != other)) return false;
  }
  return !a.none();
}
static_assert(bits_are_kept<bool, 1>(0, 0) && bits_are_kept<bool, 64>(0, 63) &&
              bits_are_kept<bool, 65>(63, 64) && bits_are_kept<bool, 200>(1, 199));
static_assert(bits_are_kept<symbol, 1>(0, 0) && bits_are_kept<symbol, 65>(63, 64));

constexpr bool all_at_once() {
  directions<bool, 130> a, b;
  a.add(3, true);
  b.add(129, true);
  a.add(b);
  return a[3] && a[129] && !a[128] && !b[3];
}
static_assert(all_at_once());

static_assert(sizeof(directions<bool, 64>) == 8 && sizeof(directions<bool, 65>) == 16);

}  // namespace

BOOST_AUTO_TEST_SUITE(direction)

BOOST_AUTO_TEST_CASE(a_condition_of_a_traced_function_is_kept_as_it_is) {
  ctgrad::builder<double> home;
  const symbol x{home, home.input()};
  directions<symbol, 2> a;
  a.add(1, x > 0);
  BOOST_TEST(never(a[0]));
  BOOST_TEST(a[1].same_as(x > 0));
  BOOST_TEST(!a.none());
}

BOOST_AUTO_TEST_SUITE_END()
