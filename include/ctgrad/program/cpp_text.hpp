// Names, numbers and types as C++ writes them.
#pragma once

#include <ctgrad/detail/letters.hpp>
#include <ctgrad/detail/utf8.hpp>
#include <ctgrad/program/print.hpp>

#include <concepts>
#include <string>
#include <string_view>
#include <type_traits>

namespace ctgrad::detail {

/// The ops that are functions of <cmath>. (An op of another meaning says so by its `cpp`.)
inline constexpr std::string_view functions_of_cmath =
    " acos acosh asin asinh atan atan2 atanh cbrt ceil copysign cos cosh erf erfc exp exp2 expm1 "
    "fdim floor fma fmod hypot lgamma log log10 log1p log2 remainder rint round sin sinh sqrt tan "
    "tanh tgamma trunc ";

inline constexpr std::string_view signs_of_cpp = " + - * / < <= > >= == != && || ! ";

inline constexpr std::string_view keywords_of_cpp =
    " alignas alignof and and_eq asm auto bitand bitor bool break case catch char char8_t char16_t "
    "char32_t class co_await co_return co_yield compl concept const const_cast consteval constexpr "
    "constinit continue decltype default delete do double dynamic_cast else enum explicit export "
    "extern false float for friend goto if inline int long mutable namespace new noexcept not "
    "not_eq nullptr operator or or_eq private protected public register reinterpret_cast requires "
    "return short signed sizeof static static_assert static_cast struct switch template this "
    "thread_local throw true try typedef typeid typename union unsigned using virtual void "
    "volatile wchar_t while xor xor_eq boost std quiet policies "
    "NULL EOF NAN INFINITY HUGE_VAL HUGE_VALF HUGE_VALL errno EDOM EILSEQ ERANGE assert "
    "math_errhandling FP_NAN FP_INFINITE FP_ZERO FP_SUBNORMAL FP_NORMAL M_E M_LOG2E M_LOG10E M_LN2 "
    "M_LN10 M_PI M_PI_2 M_PI_4 M_1_PI M_2_PI M_2_SQRTPI M_SQRT2 M_SQRT1_2 DOMAIN OVERFLOW "
    "UNDERFLOW SING PLOSS TLOSS ";

/// Does a list of words between blanks hold the word?
constexpr bool holds(std::string_view list, std::string_view word) {
  for (auto at = list.find(word); at != list.npos; at = list.find(word, at + 1)) {
    if (at > 0 && list[at - 1] == ' ' && list[at + word.size()] == ' ') return true;
  }
  return false;
}

/// The digit for one below the line, U+2080 to U+2089, which C++ does not take; 0 if it is none.
constexpr char digit_below_the_line(const character& c) {
  const bool below = c.code >= 0x2080 && c.code <= 0x2089;
  return below ? static_cast<char>('0' + static_cast<int>(c.code - 0x2080)) : '\0';
}

/// A text as a name of C++: what no name may hold becomes "_".
inline std::string as_name(std::string_view text) {
  std::string name;
  if (text.empty() || is_digit(text[0])) name = "_";
  for_each_character(text, [&](const character& c_) {
    const char first = c_.bytes[0];
    if (const char digit = digit_below_the_line(c_)) {
      name += digit;
    } else {
      name += is_letter(first) || is_digit(first) ? c_.bytes : "_";
    }
  });
  return name;
}

/// Does the text hold the name as a whole word?
inline bool mentions(std::string_view text, std::string_view name) {
  const auto part = [&](std::size_t at_) {
    return at_ < text.size() && (is_letter(text[at_]) || is_digit(text[at_]));
  };
  for (auto at = text.find(name); at != text.npos; at = text.find(name, at + 1)) {
    if (!part(at - 1) && !part(at + name.size())) return true;
  }
  return false;
}

inline std::string replaced(std::string text, std::string_view from, std::string_view to) {
  for (auto at = text.find(from); at != text.npos; at = text.find(from, at + to.size())) {
    text.replace(at, from.size(), to);
  }
  return text;
}

template <std::floating_point T>
inline constexpr std::string_view cpp_type = std::is_same_v<T, float>    ? "float"
                                             : std::is_same_v<T, double> ? "double"
                                                                         : "long double";

/// A literal of type T that reads back as the same number.
template <std::floating_point T>
std::string cpp_literal(T x) {
  const auto special = [&](const char* name_) {
    return text("std::numeric_limits<", cpp_type<T>, ">::", name_, "()");
  };
  if (x != x) return special("quiet_NaN");
  if (x - x != 0) return text(x < 0 ? "-" : "", special("infinity"));
  std::string number = number_text(x);
  if (number.find_first_of(".e") == number.npos) number += ".0";
  return number + (std::is_same_v<T, float> ? "f" : std::is_same_v<T, double> ? "" : "L");
}

}  // namespace ctgrad::detail
