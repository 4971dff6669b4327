// A tape that holds at most so many results and variables.
#include <ctgrad/tape/sum.hpp>

#include <string>
#include <vector>

#include "support.hpp"

namespace {

/// Records until it is refused; the message.
std::string fill(Value& y, const Value& x) {
  return message_of([&] {
    for (int i = 0; i < 1'000'000; ++i) y = sin(y) + x;
  });
}

}  // namespace

BOOST_AUTO_TEST_SUITE(limits)

BOOST_AUTO_TEST_CASE(a_tape_with_a_limit_holds_so_many_and_one_more_is_refused) {
  for (const std::size_t limit : {1U, 2U, 10U, 511U, 512U, 513U, 5000U, 100'000U}) {
    ctgrad::Tape t(limit);
    const ctgrad::use_tape here(t);
    const Value x{0.5};
    Value y = x;
    const std::string message = fill(y, x);
    BOOST_TEST(says(message, "[ctgrad-E23]"), message);
    BOOST_TEST(says(message, "at most " + std::to_string(limit) + " results and variables"),
               message);
    BOOST_TEST(says(message, "scope"), message);
    BOOST_TEST(says(message, "Tape t(n)"), message);
    BOOST_TEST(t.size() == limit);
    BOOST_TEST(tag_of([] { Value{1.0}; }) == "E23");
    BOOST_TEST(tag_of([&] { static_cast<void>(ctgrad::sum(std::vector{x, y})); }) == "E23");
    y.backward();
    BOOST_TEST(x.grad() >= 1);
  }
}

BOOST_AUTO_TEST_CASE(a_scope_makes_room_in_a_tape_with_a_limit) {
  ctgrad::Tape t(10);
  const ctgrad::use_tape here(t);
  const Value x{0.5};
  for (int round = 0; round < 3; ++round) {
    const scope s;
    Value y = x;
    BOOST_TEST(says(fill(y, x), "[ctgrad-E23]"));
    y.backward();
  }
  BOOST_TEST(t.size() == 1U);
}

BOOST_AUTO_TEST_SUITE_END()
