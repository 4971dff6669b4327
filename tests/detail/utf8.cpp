// Texts of users, character by character.
#include <ctgrad/detail/utf8.hpp>

#include <boost/test/unit_test.hpp>

#include <string>
#include <vector>

namespace {

using ctgrad::detail::first_character;

std::vector<char32_t> codes(std::string_view text) {
  std::vector<char32_t> all;
  ctgrad::detail::for_each_character(text, [&](const auto& c) { all.push_back(c.code); });
  return all;
}

void check(std::string_view text, const std::vector<char32_t>& expected) {
  BOOST_TEST((codes(text) == expected), "the characters of " << text);
}

}  // namespace

BOOST_AUTO_TEST_SUITE(utf8)

BOOST_AUTO_TEST_CASE(characters_of_every_length_are_read) {
  check("", {});
  check("az", {'a', 'z'});
  check("\xC2\x80\xDF\xBF", {0x80, 0x7FF});
  check("\xE0\xA0\x80\xEF\xBF\xBF", {0x800, 0xFFFF});
  check("\xF0\x90\x80\x80\xF4\x8F\xBF\xBF", {0x10000, 0x10FFFF});
  check(std::string_view("\0a", 2), {0, 'a'});
  static_assert(first_character("\xE2\x82\xAC").bytes == "\xE2\x82\xAC");
}

BOOST_AUTO_TEST_CASE(what_is_no_character_is_replaced_byte_by_byte) {
  check("\x80", {0xFFFD});                                      // nothing before it
  check("\xC1\xBF", {0xFFFD, 0xFFFD});                          // too long for U+7F
  check("\xE0\x9F\xBF", {0xFFFD, 0xFFFD, 0xFFFD});              // too long for U+7FF
  check("\xF0\x8F\xBF\xBF", {0xFFFD, 0xFFFD, 0xFFFD, 0xFFFD});  // too long for U+FFFF
  check("\xED\xA0\x80", {0xFFFD, 0xFFFD, 0xFFFD});              // half of a pair
  check("\xF4\x90\x80\x80", {0xFFFD, 0xFFFD, 0xFFFD, 0xFFFD});  // beyond the end
  check("\xF8\xFF", {0xFFFD, 0xFFFD});                          // in no character
  check("\xE2\x82", {0xFFFD, 0xFFFD});                          // the end is missing
  check("\xE2\x82z", {0xFFFD, 0xFFFD, 'z'});
  static_assert(first_character("\xFF").bytes == "\xEF\xBF\xBD");
}

BOOST_AUTO_TEST_CASE(control_characters_are_not_shown) {
  using ctgrad::detail::is_shown;
  static_assert(is_shown('a') && is_shown(' ') && is_shown('~') && is_shown(0xA0));
  static_assert(!is_shown(0) && !is_shown('\n') && !is_shown(0x7F) && !is_shown(0x85));
  static_assert(!is_shown(0xFFFE) && !is_shown(0xFFFF) && is_shown(0xFFFD) && is_shown(0x10000));
}

BOOST_AUTO_TEST_SUITE_END()
