// Errors at run time: what a message consists of, and that every tag is reached.
#include <ctgrad/detail/error.hpp>
#include <ctgrad/tape/sum.hpp>

#include <stdexcept>
#include <type_traits>
#include <vector>

#include "support.hpp"

BOOST_AUTO_TEST_SUITE(errors)

BOOST_AUTO_TEST_CASE(a_message_names_the_library_and_ends_with_the_tag) {
  static_assert(std::is_base_of_v<std::logic_error, ctgrad::error>);
  const ctgrad::error e("ctgrad-E99", "no such thing; make one");
  BOOST_TEST(std::string(e.what()) == "ctgrad: no such thing; make one [ctgrad-E99]");
}

BOOST_AUTO_TEST_CASE(a_released_value_is_told_about_its_scope) {
  const auto x = [] {
    const scope s;
    return Value{1.0};
  }();
  const auto message = message_of([&] { x.backward(); });
  BOOST_TEST(says(message, "scope"));
  BOOST_TEST(says(message, "data()"));
  BOOST_TEST(message.ends_with(" [ctgrad-E20]"));
}

BOOST_AUTO_TEST_CASE(a_foreign_value_is_told_about_threads) {
  Value x;
  in_a_thread([&] { x = Value{1.0}; });
  const auto message = message_of([&] { static_cast<void>(x + 1); });
  BOOST_TEST(says(message, "another tape"));
  BOOST_TEST(says(message, "data()"));
  BOOST_TEST(message.ends_with(" [ctgrad-E21]"));
}

BOOST_AUTO_TEST_CASE(a_value_of_a_tape_of_before_is_told_about_use_tape_and_tapes_that_are_gone) {
  Value x;
  {
    ctgrad::Tape t;
    const ctgrad::use_tape here(t);
    x = Value{1.0};
  }
  const auto message = message_of([&] { static_cast<void>(x + 1); });
  BOOST_TEST(says(message, "under a use_tape"));
  BOOST_TEST(says(message, "on a tape that is gone"));
  BOOST_TEST(message.ends_with(" [ctgrad-E21]"));
}

BOOST_AUTO_TEST_CASE(ranges_of_different_length_are_told_to_be_of_the_same) {
  const std::vector<Value> x{Value{1.0}, Value{2.0}};
  const auto message =
      message_of([&] { static_cast<void>(ctgrad::dot(x, std::vector{1.0, 2.0, 3.0})); });
  BOOST_TEST(says(message, "2 and 3: give both the same number"));
  BOOST_TEST(message.ends_with(" [ctgrad-E31]"));
}

BOOST_AUTO_TEST_CASE(a_passive_value_is_told_how_to_become_a_variable) {
  const auto message = message_of([] { static_cast<void>(Value(1.0).grad()); });
  BOOST_TEST(message.starts_with("ctgrad: grad() "));
  BOOST_TEST(says(message, "Value x{2.0}"));
  BOOST_TEST(message.ends_with(" [ctgrad-E22]"));
}

BOOST_AUTO_TEST_CASE(two_numbers_are_told_to_be_one) {
  const auto message = message_of([] { static_cast<void>(Value{1.0, 2.0}); });
  BOOST_TEST(says(message, "one number"));
  BOOST_TEST(message.ends_with(" [ctgrad-E25]"));
}

BOOST_AUTO_TEST_SUITE_END()
