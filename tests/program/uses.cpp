// Who uses what.
#include <ctgrad/program/uses.hpp>

#include <boost/test/unit_test.hpp>

#include <vector>

#include "../support/passes.hpp"

namespace {

using ctgrad::detail::needed_by_values;
using ctgrad::detail::uses_of;
using symbols = std::vector<ctgrad::symbol>;

/// %0 = x, %1 = y, %2 = x y, %3 = x y + x, %4 = sin y, %5 = (x y + x) sin y
constexpr auto example() {
  return support::program_with<2>([](auto x, auto y) {
    const auto p = x * y, s = p + x;
    return symbols{s, s * sin(y), s, p};
  });
}

/// The first elements of what is known of each instruction.
template <class T>
constexpr bool is(const auto& known, const std::vector<T>& expected) {
  for (std::size_t i = 0; i < expected.size(); ++i) {
    if (static_cast<T>(known[i]) != expected[i]) return false;
  }
  return true;
}

static_assert(is(uses_of(example()), std::vector<std::size_t>{2, 2, 2, 3, 1, 1}),
              "an output is a use, each time");

static_assert(is(needed_by_values(example(), 0), std::vector<int>(6, 0)));
static_assert(is(needed_by_values(example(), 1), std::vector<int>{1, 1, 1, 1, 0, 0}));
static_assert(is(needed_by_values(example(), 2), std::vector<int>(6, 1)));

}  // namespace

BOOST_AUTO_TEST_SUITE(uses)

// An operand that an op does not have is no use: 0 stands there, which is a slot.
BOOST_AUTO_TEST_CASE(operands_that_an_op_does_not_have_are_no_uses) {
  const auto p = support::program_with<2>([](auto x, auto y) {
    static_cast<void>(x);
    return symbols{sin(y), exp(y)};
  });
  BOOST_TEST(is(uses_of(p), std::vector<std::size_t>{0, 2, 1, 1}));
  BOOST_TEST(is(needed_by_values(p, 1), std::vector<int>{0, 1, 1, 0}));
}

BOOST_AUTO_TEST_SUITE_END()
