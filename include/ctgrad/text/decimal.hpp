// Decimal numbers as doubles, correctly rounded, in constant expressions too (where
// std::from_chars does not work).
//
// Most numbers are two exact doubles and one rounding. For the others a candidate is compared with
// the decimal number itself, in whole numbers of any length, and moved until the decimal lies
// within half a unit of it. (W. D. Clinger, "How to read floating point numbers accurately", 1990.)
#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <string_view>
#include <vector>

namespace ctgrad::detail {

/// A whole number >= 0 of any length, as digits to the base 2^32, the lowest first.
class whole_number {
 public:
  constexpr explicit whole_number(std::uint64_t x_) {
    for (; x_ != 0; x_ >>= 32) digits_.push_back(static_cast<std::uint32_t>(x_));
  }

  /// *this = *this * factor + term
  constexpr void multiply(std::uint32_t factor, std::uint32_t term = 0) {
    std::uint64_t carry = term;
    for (auto& digit : digits_) {
      carry += std::uint64_t{digit} * factor;
      digit = static_cast<std::uint32_t>(carry);
      carry >>= 32;
    }
    if (carry != 0) digits_.push_back(static_cast<std::uint32_t>(carry));
  }

  constexpr void multiply_by_power_of_10(int n) {
    for (; n >= 9; n -= 9) multiply(1000000000);
    for (; n > 0; --n) multiply(10);
  }

  constexpr void multiply_by_power_of_2(int n) {
    if (digits_.empty() || n <= 0) return;
    digits_.insert(digits_.begin(), static_cast<std::size_t>(n / 32), 0u);
    multiply(std::uint32_t{1} << (n % 32));
  }

  /// -1, 0 or 1
  [[nodiscard]] constexpr int compared_with(const whole_number& other) const {
    if (digits_.size() != other.digits_.size()) {
      return digits_.size() < other.digits_.size() ? -1 : 1;
    }
    for (std::size_t i = digits_.size(); i-- > 0;) {
      if (digits_[i] != other.digits_[i]) return digits_[i] < other.digits_[i] ? -1 : 1;
    }
    return 0;
  }

 private:
  std::vector<std::uint32_t> digits_;
};

/// A decimal number, 0.d1d2d3... * 10^exponent with d1 != 0, or 0 without digits.
struct decimal {
  /// Half of the distance of two doubles has at most 767 digits; if there are more than these, all
  /// that matters of the others is whether one of them is not 0.
  static constexpr std::size_t digits_at_most = 768;

  std::vector<char> digits{};  // 0 to 9
  int exponent = 0;
  bool more = false;  // digits behind those, not all of them 0

  /// From "12.5e-3": digits, at most one point among them, and maybe an exponent.
  constexpr explicit decimal(std::string_view text_) {
    constexpr int far = 100000;  // beyond what any number of digits that fits in memory shifts
    std::size_t i = 0;
    long long point = 0;  // digits in front of it, counted from the first that is not 0
    bool behind_point = false;
    for (; i < text_.size() && text_[i] != 'e' && text_[i] != 'E'; ++i) {
      if (text_[i] == '.') {
        behind_point = true;
        continue;
      }
      append(text_[i]);
      if (behind_point && digits.empty()) --point;
      if (!behind_point && !digits.empty()) ++point;
    }
    const long long shifted = point + exponent_in(text_.substr(i));
    exponent = static_cast<int>(shifted > far ? far : shifted < -far ? -far : shifted);
  }

 private:
  constexpr void append(char digit) {
    if (digits.empty() && digit == '0') return;
    if (digits.size() < digits_at_most) {
      digits.push_back(static_cast<char>(digit - '0'));
    } else if (digit != '0') {
      more = true;
    }
  }

  static constexpr long long exponent_in(std::string_view text) {  // "", "e5", "E-17"
    long long exponent = 0;
    constexpr long long far = 1000000000000000;  // a text is shorter
    for (const char c : text) {
      if (c >= '0' && c <= '9' && exponent < far) exponent = 10 * exponent + (c - '0');
    }
    return text.size() > 1 && text[1] == '-' ? -exponent : exponent;
  }
};

/// The nearest double of a decimal number that is not 0; infinity if it is too large.
class nearest_double {
 public:
  constexpr explicit nearest_double(const decimal& x_in) : x_(x_in) {}

  static constexpr double infinity = std::numeric_limits<double>::infinity();

  [[nodiscard]] constexpr double value() const {
    if (x_.exponent > 310) return infinity;
    if (x_.exponent < -330) return 0;
    std::uint64_t bits = std::bit_cast<std::uint64_t>(estimate());
    // The doubles >= 0 are in the order of their bits, infinity behind all others.
    constexpr auto infinite = std::bit_cast<std::uint64_t>(infinity);
    while (bits < infinite && (compared_with_half_above(bits) > 0 || tie_to_above(bits))) ++bits;
    while (bits > 0 && (compared_with_half_above(bits - 1) < 0 || tie_to_below(bits))) --bits;
    return std::bit_cast<double>(bits);
  }

 private:
  /// Within some units of it, and finite.
  [[nodiscard]] constexpr double estimate() const {
    double y = 0;
    int used = 0;
    for (const char digit : x_.digits) {
      if (used == 17) break;
      y = 10 * y + digit;
      ++used;
    }
    const int shift = x_.exponent - used;
    const double room = shift > 0 ? 1024 : 1;  // the largest numbers overflow nowhere
    y /= room;
    unsigned rest = static_cast<unsigned>(shift < 0 ? -shift : shift);
    for (const double power : {1e1, 1e2, 1e4, 1e8, 1e16, 1e32, 1e64, 1e128, 1e256}) {
      if (rest % 2 != 0) y = shift < 0 ? y / power : y * power;
      rest /= 2;
    }
    constexpr double largest = std::numeric_limits<double>::max();
    return y < largest / room ? y * room : largest;
  }

  /// The decimal against the middle between a double and the next one: -1, 0 or 1.
  [[nodiscard]] constexpr int compared_with_half_above(std::uint64_t bits) const {
    const bool subnormal = bits >> 52 == 0;
    const std::uint64_t fraction = bits & ((std::uint64_t{1} << 52) - 1);
    const std::uint64_t mantissa = subnormal ? fraction : fraction | std::uint64_t{1} << 52;
    const int half = (subnormal ? 1 : static_cast<int>(bits >> 52)) - 1076;  // of a unit, 2^half
    whole_number left(0), right(2 * mantissa + 1);
    append_digits(left);
    const int shift = x_.exponent - static_cast<int>(x_.digits.size());
    left.multiply_by_power_of_10(shift);
    right.multiply_by_power_of_10(-shift);
    left.multiply_by_power_of_2(-half);
    right.multiply_by_power_of_2(half);
    const int order = left.compared_with(right);
    return order == 0 && x_.more ? 1 : order;
  }

  /// Nine digits at a time.
  constexpr void append_digits(whole_number& y) const {
    std::uint32_t block = 0, power = 1;
    for (const char digit : x_.digits) {
      block = 10 * block + static_cast<std::uint32_t>(digit);
      power *= 10;
      if (power < 1000000000) continue;
      y.multiply(power, block);
      block = 0, power = 1;
    }
    y.multiply(power, block);
  }

  [[nodiscard]] constexpr bool tie_to_above(std::uint64_t bits) const {
    return bits % 2 == 1 && compared_with_half_above(bits) == 0;
  }
  [[nodiscard]] constexpr bool tie_to_below(std::uint64_t bits) const {
    return bits % 2 == 1 && compared_with_half_above(bits - 1) == 0;
  }

  const decimal& x_;
};

/// The nearest double of "12.5e-3", ties to even; infinity if it is too large.
constexpr double double_of(std::string_view text) {
  const decimal x(text);
  const int size = static_cast<int>(x.digits.size()), shift = x.exponent - size;
  if (size == 0) return 0;
  if (size > 15 || shift > 22 || shift < -22) return nearest_double(x).value();
  double digits = 0, power = 1;
  for (const char digit : x.digits) digits = 10 * digits + digit;
  for (int i = shift < 0 ? -shift : shift; i > 0; --i) power *= 10;
  return shift < 0 ? digits / power : digits * power;
}

}  // namespace ctgrad::detail
