#include "number.hpp"

#include <charconv>
#include <cmath>
#include <cstdlib>
#include <system_error>

namespace command {
namespace {

#ifdef __cpp_lib_to_chars
bool read(const char* first, const char* last, double& x) {
  const auto [end, problem] = std::from_chars(first, last, x);
  return problem == std::errc{} && end == last;
}
#else
/// For standard libraries without from_chars of double. The command stays in the locale "C".
bool read(const char* first, const char* last, double& x) {
  const std::string text(first, last);
  if (text.find_first_of("xX \t\v\f\r\n") != text.npos) return false;
  char* end = nullptr;
  x = std::strtod(text.c_str(), &end);
  const bool too_large = std::isinf(x) && text.find_first_of("iI") == text.npos;
  return end == text.c_str() + text.size() && !too_large;
}
#endif

std::string written(double x, auto... format) {
  if (x != x) return "nan";  // of either sign
  char digits[number_length];
  return {digits, std::to_chars(digits, digits + number_length, x, format...).ptr};
}

}  // namespace

std::optional<double> number_in(std::string_view text) {
  const bool plus = text.size() > 1 && text[0] == '+' && text[1] != '-' && text[1] != '+';
  if (plus) text.remove_prefix(1);
  double x = 0;
  if (text.empty() || !read(text.data(), text.data() + text.size(), x)) return std::nullopt;
  return x;
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
