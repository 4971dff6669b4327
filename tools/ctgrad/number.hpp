// Numbers as text and back, in every locale with a point.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace command {

/// Room for any number as text.
inline constexpr std::size_t number_length = 32;

/// The number that the whole text is: "2", "-1.5e3", "+2", "inf", "nan"; 0 for one that is nearer
/// to 0 than to any other double. Nothing if it is none, or one that is too large for a double.
std::optional<double> number_in(std::string_view text);

/// What is wrong with a text that number_in refuses: "no number", or that it is too large.
std::string no_number(std::string_view text);

/// Appends the shortest text that is read as the same number.
void append_number(std::string& text, double x);

/// The same as a text of its own.
std::string exact_text(double x);

/// For people: so many significant digits.
std::string rounded_text(double x, int digits);

}  // namespace command
