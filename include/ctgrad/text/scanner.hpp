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

/// A sign of one or two characters as a number: compilers count the steps of comparing texts.
using sign_code = std::uint16_t;
constexpr sign_code code_of(std::string_view sign) {
  const auto byte = [&](std::size_t i_) { return static_cast<unsigned char>(sign[i_]); };
  return static_cast<sign_code>(sign.size() == 1 ? byte(0) : byte(0) | byte(1) << 8);
}

struct word {
  word_kind kind = word_kind::end;
  std::size_t at = 0;  // in bytes from the beginning of the text
  std::string_view text{};
  sign_code sign = 0;  // 0 if it is none; that of "^" for "**"

  /// Is it this sign?
  [[nodiscard]] constexpr bool is(char c) const { return sign == static_cast<sign_code>(c); }
  [[nodiscard]] constexpr bool is_name() const { return kind == word_kind::name; }
};

/// Reads a text word by word. Copying one is a way to look ahead.
class scanner {
 public:
  constexpr explicit scanner(std::string_view text_in) : text_(text_in) {}

  constexpr word next() {
    skip_blanks();
    const std::size_t from = at_;
    sign_ = 0;
    if (at_ == text_.size()) return {word_kind::end, from};
    const word_kind kind = take();
    return {kind, from, text_.substr(from, at_ - from), sign_};
  }

  [[nodiscard]] constexpr word peek() const {
    scanner ahead = *this;
    return ahead.next();
  }
  /// Is '(' the next word?
  [[nodiscard]] constexpr bool opens() {
    skip_blanks();
    return look() == '(';
  }
  [[nodiscard]] constexpr bool at_end() {
    skip_blanks();
    return at_ == text_.size();
  }

 private:
  [[nodiscard]] constexpr char look(std::size_t ahead = 0) const {
    return at_ + ahead < text_.size() ? text_[at_ + ahead] : '\0';
  }

  constexpr void skip_blanks() {
    for (; at_ < text_.size(); ++at_) {
      const char c = text_[at_];
      if (c == '#') skip_line();
      if (c != ' ' && c != '\t' && c != '\n' && c != '\r' && c != '#') return;
    }
  }
  /// To its last character.
  constexpr void skip_line() {
    while (at_ + 1 < text_.size() && text_[at_ + 1] != '\n') ++at_;
  }

  constexpr word_kind take() {
    const char c = look();
    if (is_digit(c) || (c == '.' && is_digit(look(1)))) return take_number();
    if (const std::size_t size = letter(0); size != 0) {
      at_ += size;
      take_rest_of_name();
      return word_kind::name;
    }
    const char second = look(1);
    if (c == '*' && second == '*') return take_sign(code_of("^"), 2);
    const bool twice = (c == '|' || c == '&') && second == c;
    const bool compares = (c == '=' || c == '!' || c == '<' || c == '>') && second == '=';
    if (twice || compares) return take_sign(code_of(text_.substr(at_, 2)), 2);
    if (signs_.find(c) != std::string_view::npos) return take_sign(code_of({&c, 1}), 1);
    at_ += first_character(text_.substr(at_)).taken;
    return word_kind::unknown;
  }

  constexpr word_kind take_sign(sign_code sign, std::size_t size) {
    sign_ = sign;
    at_ += size;
    return word_kind::sign;
  }

  /// The bytes of the letter that stands there, 0 if none does.
  [[nodiscard]] constexpr std::size_t letter(std::size_t ahead) const {
    const char c = look(ahead);
    if ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_') return 1;
    if (static_cast<unsigned char>(c) < 128) return 0;
    const character here = first_character(text_.substr(at_ + ahead));
    return is_letter_character(here.code) ? here.taken : 0;
  }
  constexpr void take_rest_of_name() {
    for (;;) {
      const std::size_t size = is_digit(look()) ? 1 : letter(0);
      if (size == 0) return;
      at_ += size;
    }
  }

  constexpr word_kind take_number() {
    take_digits();
    if (look() == '.' && (letter(1) == 0 || exponent_at(1) != 0)) {
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

  static constexpr std::string_view signs_ = "<>+-*/^!(),.;=";

  std::string_view text_;
  std::size_t at_ = 0;
  sign_code sign_ = 0;  // of the word that is taken
};

}  // namespace ctgrad::detail
