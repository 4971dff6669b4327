// Texts are put together in order, whatever kind of text they are.
#include <ctgrad/detail/text.hpp>

#include <boost/test/unit_test.hpp>

#include <string>
#include <string_view>

using ctgrad::detail::text;

BOOST_AUTO_TEST_SUITE(text_)

BOOST_AUTO_TEST_CASE(parts_stand_in_their_order) {
  BOOST_TEST(text() == "");
  BOOST_TEST(text("a") == "a");
  BOOST_TEST(text("a", std::string("b"), std::string_view("cd"), "") == "abcd");
}

BOOST_AUTO_TEST_SUITE_END()
