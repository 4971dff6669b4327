// A number that counts what is done with it.
#pragma once

#include <cmath>
#include <limits>

namespace support {

struct operation_counts {
  int plus = 0, minus = 0, times = 0, divided = 0, negated = 0, compared = 0, called = 0;
  friend bool operator==(const operation_counts&, const operation_counts&) = default;
};

class counted {
 public:
  constexpr counted() = default;
  // NOLINTNEXTLINE(google-explicit-constructor): a number like any other
  constexpr counted(double value) : value_(value) {}

  [[nodiscard]] double value() const { return value_; }
  static inline operation_counts counts{};

  friend counted operator+(counted a, counted b) { return ++counts.plus, a.value_ + b.value_; }
  friend counted operator-(counted a, counted b) { return ++counts.minus, a.value_ - b.value_; }
  friend counted operator*(counted a, counted b) { return ++counts.times, a.value_ * b.value_; }
  friend counted operator/(counted a, counted b) { return ++counts.divided, a.value_ / b.value_; }
  friend counted operator-(counted a) { return ++counts.negated, -a.value_; }
  friend bool operator<(counted a, counted b) { return ++counts.compared, a.value_ < b.value_; }
  friend bool operator>(counted a, counted b) { return ++counts.compared, a.value_ > b.value_; }
  friend bool operator<=(counted a, counted b) { return ++counts.compared, a.value_ <= b.value_; }
  friend bool operator>=(counted a, counted b) { return ++counts.compared, a.value_ >= b.value_; }
  friend bool operator==(counted a, counted b) { return ++counts.compared, a.value_ == b.value_; }
  friend bool operator!=(counted a, counted b) { return ++counts.compared, a.value_ != b.value_; }
  explicit operator bool() const { return value_ != 0; }

  friend counted exp(counted x) { return ++counts.called, std::exp(x.value_); }
  friend counted log(counted x) { return ++counts.called, std::log(x.value_); }
  friend counted sin(counted x) { return ++counts.called, std::sin(x.value_); }
  friend counted cos(counted x) { return ++counts.called, std::cos(x.value_); }
  friend counted tanh(counted x) { return ++counts.called, std::tanh(x.value_); }
  friend counted sqrt(counted x) { return ++counts.called, std::sqrt(x.value_); }

 private:
  double value_ = 0;
};

}  // namespace support

template <>
class std::numeric_limits<support::counted> : public std::numeric_limits<double> {};
