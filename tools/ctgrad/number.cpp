#include "number.hpp"

#include <ctgrad/text/decimal.hpp>

#include <charconv>
#include <cmath>
#include <cstdlib>
#include <system_error>

namespace command {
namespace {

#ifdef __cpp_lib_to_chars
bool read(const char* first, const char* last, double& x) {
  const auto [end, problem] = std::from_chars(first, last, x);
  if (end != last) return false;
  if (problem == std::errc::result_out_of_range) {  // of a double: 0, a subnormal or infinity
    const bool minus = *first == '-';
    x = ctgrad::detail::double_of({first + minus, last});
    if (minus) x = -x;
    return true;
  }
  return problem == std::errc{};
}
#else
/// For standard libraries without from_chars of double. The command stays in the locale "C".
bool read(const char* first, const char* last, double& x) {
  const std::string text(first, last);
  if (text.find_first_of("xX \t\v\f\r\n") != text.npos) return false;
  char* end = nullptr;
  x = std::strtod(text.c_str(), &end);
  return end == text.c_str() + text.size();
}
#endif

/// Infinity for a number that is too large.
std::optional<double> nearest_in(std::string_view text) {
  const bool plus = text.size() > 1 && text[0] == '+' && text[1] != '-' && text[1] != '+';
  if (plus) text.remove_prefix(1);
  double x = 0;
  if (text.empty() || !read(text.data(), text.data() + text.size(), x)) return std::nullopt;
  return x;
}

std::string written(double x, auto... format) {
  if (x != x) return "nan";  // of either sign
  char digits[number_length];
  return {digits, std::to_chars(digits, digits + number_length, x, format...).ptr};
}

}  // namespace

std::optional<double> number_in(std::string_view text) {
  const auto x = nearest_in(text);
  const bool too_large = x && std::isinf(*x) && text.find_first_of("iI") == text.npos;
  return too_large ? std::nullopt : x;
}

std::string no_number(std::string_view text) {
  return nearest_in(text) ? "no number that a double can hold" : "no number";
}

void append_number(std::string& text, double x) {
  if (x != x) {
    text += "nan";
    return;
  }
  char digits[number_length];
  text.append(digits, std::to_chars(digits, digits + number_length, x).ptr);
}

std::string exact_text(double x) {
  return written(x);
}

std::string rounded_text(double x, int digits) {
  return written(x, std::chars_format::general, digits);
}

}  // namespace command
