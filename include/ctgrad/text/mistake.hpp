// What can be wrong with the text of a formula, and where.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace ctgrad {

/// What should have stood where the text of a formula is wrong. A compile error names it (and the
/// column), an exception writes it out.
enum class expected : std::uint8_t {
  nothing,  ///< the text is good
  a_formula,
  a_number_a_name_or_an_opening_parenthesis,
  an_operator_or_the_end,
  an_operator_or_a_closing_parenthesis,
  an_operator_a_comma_or_a_closing_parenthesis,
  an_opening_parenthesis_before_this,
  a_character_of_a_formula,
  a_number_within_the_range_of_double,
  a_function_that_exists,
  another_number_of_arguments,
  a_function_behind_the_point,
  no_comparison_of_a_comparison,
  a_name_that_is_not_in_use,
  an_argument_of_the_formula,
  a_name_before_the_equals_sign,
};

namespace detail {

/// Where a text is wrong, in bytes from its beginning, and what was expected there.
struct mistake {
  expected what = expected::nothing;
  std::size_t at = 0;

  constexpr explicit operator bool() const { return what != expected::nothing; }
};

constexpr std::string_view words_for(expected what) {
  constexpr std::array<std::string_view, 16> all{
      "",
      "expected a formula, and the text ends here",
      "expected a number, a name or '('",
      "expected an operator or the end of the formula",
      "expected an operator or ')'",
      "expected an operator, ',' or ')'",
      "this ')' has no '('",
      "this character has no meaning in a formula",
      "this number is too large for a double",
      "there is no function of this name",
      "this function takes another number of arguments",
      "expected the name of a function and '(' behind '.'",
      "comparisons are not chained: write a < b && b < c",
      "this name is in use already: a definition stands once, before it is used, and "
      "defines no constant (pi, inf, nan) and no argument",
      "this name is neither an argument of the formula nor defined",
      "'=' defines a name, at the beginning: name = formula; to compare, write =="};
  return all[static_cast<std::size_t>(what)];
}

/// The place of a byte in a text, both counted from 1; columns are characters.
struct text_place {
  std::size_t line = 1, column = 1;
};

constexpr text_place place_in(std::string_view text, std::size_t at) {
  text_place place;
  for (const char c : text.substr(0, at)) {
    const bool continued = (static_cast<unsigned char>(c) & 0xC0u) == 0x80;  // of UTF-8
    if (c == '\n') {
      place = {place.line + 1, 1};
    } else if (!continued) {
      ++place.column;
    }
  }
  return place;
}

}  // namespace detail
}  // namespace ctgrad
