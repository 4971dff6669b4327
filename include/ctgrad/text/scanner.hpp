// The words of a formula's text: numbers, names and signs.
//
//   number = digits [ "." [ digits ] ] [ exponent ] | "." digits [ exponent ]
//   exponent = ( "e" | "E" ) [ "+" | "-" ] digits
//   name = letter { letter | digit }, where "_" is a letter, as are those of other alphabets
//   sign = "||" "&&" "==" "!=" "<=" ">=" "<" ">" "+" "-" "*" "/" "^" "**" "!" "(" ")" "," "." ";"
//   "="
//
// Blanks, ends of lines and comments, from # to the end of the line, stand between words. A point
// behind a number belongs to it unless a name follows: 2.exp() is exp(2), 2.e3 is 2000.
#pragma once

#include <ctgrad/detail/letters.hpp>
#include <ctgrad/text/mistake.hpp>

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace ctgrad::detail {

enum class word_kind : std::uint8_t { end, number, name, sign, unknown };

struct word {
  word_kind kind = word_kind::end;
  std::size_t at = 0;  // in bytes from the beginning of the text
  std::string_view text{};

  [[nodiscard]] constexpr bool is(std::string_view sign) const {
    return kind == word_kind::sign && text == sign;
  }
  [[nodiscard]] constexpr bool is_name() const { return kind == word_kind::name; }
};

/// Reads a text word by word. Copying one is a way to look ahead.
class scanner {
 public:
  constexpr explicit scanner(std::string_view text_in) : text_(text_in) {}

  constexpr word next() {
    skip_blanks();
    const std::size_t from = at_;
    if (at_ == text_.size()) return {word_kind::end, from, {}};
    const word_kind kind = take();
    return {kind, from, text_.substr(from, at_ - from)};
  }

  [[nodiscard]] constexpr word peek() const {
    scanner ahead = *this;
    return ahead.next();
  }

 private:
  [[nodiscard]] constexpr char look(std::size_t ahead = 0) const {
    return at_ + ahead < text_.size() ? text_[at_ + ahead] : '\0';
  }

  [[nodiscard]] constexpr character character_here(std::size_t ahead = 0) const {
    return first_character(text_.substr(at_ + ahead));
  }
  [[nodiscard]] constexpr bool begins_name(std::size_t ahead = 0) const {
    return at_ + ahead < text_.size() && is_letter_character(character_here(ahead).code);
  }

  constexpr void skip_blanks() {
    for (; at_ < text_.size(); ++at_) {
      const char c = text_[at_];
      if (c == '#') {
        while (at_ + 1 < text_.size() && text_[at_ + 1] != '\n') ++at_;
      } else if (c != ' ' && c != '\t' && c != '\n' && c != '\r') {
        return;
      }
    }
  }

  constexpr word_kind take() {
    const char c = look();
    if (is_digit(c) || (c == '.' && is_digit(look(1)))) return take_number();
    if (begins_name()) {
      while (begins_name() || is_digit(look()))
        at_ += is_digit(look()) ? 1 : character_here().taken;
      return word_kind::name;
    }
    for (const std::string_view sign : {"||", "&&", "==", "!=", "<=", ">=", "**"}) {
      if (text_.substr(at_, 2) == sign) return take_sign(2);
    }
    if (std::string_view("<>+-*/^!(),.;=").find(c) != std::string_view::npos) return take_sign(1);
    at_ += character_here().taken;
    return word_kind::unknown;
  }

  constexpr word_kind take_sign(std::size_t size) {
    at_ += size;
    return word_kind::sign;
  }

  constexpr word_kind take_number() {
    take_digits();
    if (look() == '.' && (!begins_name(1) || exponent_at(1) != 0)) {
      ++at_;
      take_digits();
    }
    at_ += exponent_at(0);
    take_digits();
    return word_kind::number;
  }
  constexpr void take_digits() {
    while (is_digit(look())) ++at_;
  }

  /// The length of an exponent without its digits, 0 if there is none.
  [[nodiscard]] constexpr std::size_t exponent_at(std::size_t ahead) const {
    if (look(ahead) != 'e' && look(ahead) != 'E') return 0;
    const bool has_sign = look(ahead + 1) == '+' || look(ahead + 1) == '-';
    const std::size_t size = has_sign ? 2 : 1;
    return is_digit(look(ahead + size)) ? size : 0;
  }

  std::string_view text_;
  std::size_t at_ = 0;
};

}  // namespace ctgrad::detail
