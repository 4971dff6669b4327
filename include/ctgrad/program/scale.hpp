// A symbol taken apart into a number, what is multiplied with it, and what divides it.
#pragma once

#include <ctgrad/program/symbol.hpp>

#include <array>
#include <cstddef>

namespace ctgrad::detail {

/// 2^k for a k between -40 and 40, or its opposite.
constexpr bool is_power_of_two(const auto& c) {
  const double size = static_cast<double>(c < 0 ? -c : c);
  double power = 1;
  for (int k = 0; k < 40 && power < size; ++k) power *= 2;
  for (int k = 0; k < 40 && power > size; ++k) power /= 2;
  return power == size;
}

/// May this constant factor be multiplied with others while the program is recorded? For a number
/// class only if that is exact in double; and never if the product of two could leave the range.
template <class T>
constexpr bool can_wait(const number_of_literal<T>& c) {
  const double size = static_cast<double>(c < 0 ? -c : c);
  if constexpr (std::floating_point<T>) {
    return size >= 1e-15 && size <= 1e15;
  } else {
    constexpr double most = 1048576;  // 2^20
    if (!(size >= 1 / most && size <= most)) return false;
    return size == static_cast<double>(static_cast<long>(size)) || is_power_of_two(c);
  }
}

/// -x is x with the opposite coefficient.
template <class T>
constexpr void hoist_sign(basic_symbol<T>& x, number_of_literal<T>& coefficient) {
  while (x.template is<ops::negate>()) {
    x = x.operand(0);
    coefficient = -coefficient;
  }
}

/// coefficient * value / divisor
template <class T>
struct scale {
  number_of_literal<T> coefficient;
  basic_symbol<T> value;
  basic_symbol<T> divisor = 1;

  /// A number is a coefficient of 1.
  constexpr void take_number() {
    if (value.is_literal() && takes(value)) value = 1;
  }

  /// l * x is x with another coefficient.
  constexpr void take_literal() {
    hoist_sign(value, coefficient);
    if (!value.template is<ops::multiply>()) return;
    const auto a = value.operand(0), b = value.operand(1);
    if (a.is_literal() && takes(a)) {
      value = b;
    } else if (b.is_literal() && takes(b)) {
      value = a;
    }
  }

  /// Every factor that is a number, and the divisor if there is one.
  constexpr void take_apart() {
    take_literal();
    if (!value.template is<ops::divide>()) return;
    divisor = value.operand(1);
    value = value.operand(0);
    take_number();
    take_literal();
    take_from_divisor();
  }

 private:
  /// x / (2 y) is 0.5 * (x / y): exactly, as any power of two.
  constexpr void take_from_divisor() {
    scale below{1, divisor};
    below.take_literal();
    const auto inverse = 1 / below.coefficient;
    if (!is_power_of_two(inverse) || !can_wait<T>(coefficient * inverse)) return;
    coefficient *= inverse;
    divisor = below.value;
  }

  constexpr bool takes(const basic_symbol<T>& literal) {
    const auto l = static_cast<number_of_literal<T>>(literal.literal());
    if (!can_wait<T>(l) || !can_wait<T>(coefficient * l)) return false;
    coefficient *= l;
    return true;
  }
};

/// v * n / d, with one division only: as v / d * n if n is 1 or the quotient is known anyway. That
/// leaves the range where |v / d| does, which is far for a double and near for a float.
template <class T>
constexpr basic_symbol<T> divided(const basic_symbol<T>& v, const basic_symbol<T>& n,
                                  const basic_symbol<T>& d) {
  if (n.is_literal(1)) return v / d;
  if (!std::is_same_v<T, float> && is_known<ops::divide>(v, d)) return v / d * n;
  return v * (n / d);
}

/// The values of two products, multiplied.
template <class T>
constexpr basic_symbol<T> multiplied(const scale<T>& a, const scale<T>& b) {
  if (!b.divisor.is_literal(1)) {
    return divided(a.divisor.is_literal(1) ? a.value : a.value / a.divisor, b.value, b.divisor);
  }
  if (!a.divisor.is_literal(1)) return divided(b.value, a.value, a.divisor);
  return a.value * b.value;
}

/// coefficient * the factors, for finding like terms: (2 x) y, 3 (y x) and (x y) are.
template <class T>
struct term {
  static constexpr std::size_t most = 4;
  number_of_literal<T> coefficient;
  std::array<basic_symbol<T>, most> factors{};
  std::size_t count = 0;

  constexpr term(number_of_literal<T> coefficient_, const basic_symbol<T>& value_)
      : coefficient(coefficient_) {
    add(value_);
    for (std::size_t k = 0; k < count;) {
      const auto f = factors[k];
      const bool apart = count < most && f.template is<ops::multiply>();
      if (apart) {
        factors[k] = factors[--count];
        add(f.operand(0)), add(f.operand(1));
      } else {
        ++k;
      }
    }
  }

  [[nodiscard]] constexpr bool is_like(const term& other) const {
    if (count != other.count) return false;
    std::array<bool, most> taken{};
    for (std::size_t i = 0; i < count; ++i) {
      std::size_t k = 0;
      while (k < count && (taken[k] || !factors[i].same_as(other.factors[k]))) ++k;
      if (k == count) return false;
      taken[k] = true;
    }
    return true;
  }

  [[nodiscard]] constexpr basic_symbol<T> product() const {
    basic_symbol<T> all = 1;
    for (std::size_t k = 0; k < count; ++k) all = all * factors[k];
    return all;
  }

 private:
  constexpr void add(const basic_symbol<T>& factor) {
    scale<T> whole{coefficient, factor};
    whole.take_number();
    whole.take_literal();
    coefficient = whole.coefficient;
    if (!whole.value.is_literal(1)) factors[count++] = whole.value;
  }
};

}  // namespace ctgrad::detail
