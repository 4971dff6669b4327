// The numbers that record<guarded>(f, ...) calls its function with: each is a symbol and the number
// that stands for at the point of the recording, so that the function can branch on it.
//
// A comparison is a condition: `where` takes it as a symbol, like one of symbols; what asks it for
// a bool (if, while, ?:, &&, std::max) gets the outcome at this point, and the condition becomes a
// guard of the recording, with this outcome.
#pragma once

#include <ctgrad/program/symbol.hpp>

#include <cstddef>
#include <type_traits>
#include <vector>

namespace ctgrad {

template <class T>
class guarded_number;
template <class T>
class guarded_condition;

namespace detail {

/// A builder that remembers what was asked for. Equal conditions are one guard.
template <class T>
class guarding_builder : public builder<T> {
 public:
  using builder<T>::builder;

  void guard(const basic_symbol<T>& condition, bool outcome) {
    if (condition.is_literal()) return;
    const slot at = condition.at(*this);
    if (known_.size() <= at) known_.resize(this->size(), 0);
    if (known_[at] != 0) return;
    known_[at] = 1;
    guards_.push_back(at);
    outcomes_.push_back(outcome ? 1 : 0);
  }

  [[nodiscard]] const std::vector<slot>& guards() const { return guards_; }
  [[nodiscard]] const std::vector<char>& outcomes() const { return outcomes_; }

 private:
  std::vector<slot> guards_;
  std::vector<char> outcomes_, known_;
};

/// The outcome of a condition, which is recorded. A condition on constants is none of the point's.
template <class T>
bool decided(const basic_symbol<T>& condition, const T& value) {
  require_one_home(condition);
  if (condition.home() != nullptr) {
    static_cast<guarding_builder<T>*>(condition.home())->guard(condition, value != 0);
  }
  return value != 0;
}

template <class T>
struct guarded_engine {
  using scalar = T;
  template <class Op, class... X>
  using result = std::conditional_t<is_predicate<Op>, guarded_condition<T>, guarded_number<T>>;

  template <class Op, class... X>
  static result<Op> apply(const X&... x) {
    return of<Op>(guarded_number<T>(x)...);
  }

 private:
  template <class Op, class... X>
  static result<Op> of(const X&... x) {
    return {record_op<Op>(x.symbol()...), info_of<Op, T>.value({x.value()...})};
  }
};

}  // namespace detail

/// A symbol together with its value at the point where it is recorded.
template <class T>
class guarded_number {
 public:
  using ctgrad_engine = detail::guarded_engine<T>;

  guarded_number() = default;  // 0
  // NOLINTNEXTLINE(google-explicit-constructor): a number is a constant
  guarded_number(const number auto& constant_)
      : symbol_(static_cast<T>(constant_)), value_(static_cast<T>(constant_)) {}
  // NOLINTNEXTLINE(google-explicit-constructor): 1 or 0, as a bool is
  guarded_number(const guarded_condition<T>& condition_)
      : symbol_(condition_.symbol()), value_(condition_.value()) {}
  guarded_number(const basic_symbol<T>& symbol_in, const T& value_in)
      : symbol_(symbol_in), value_(value_in) {}

  [[nodiscard]] const basic_symbol<T>& symbol() const { return symbol_; }
  /// At the point of the recording. What is computed from it alone is a constant of the recording.
  [[nodiscard]] const T& value() const { return value_; }

  /// Whether it is not 0, as with plain numbers; a guard like every comparison.
  explicit operator bool() const { return *this != T(0); }

 private:
  basic_symbol<T> symbol_;
  T value_{};
};

/// The result of a comparison of such numbers.
template <class T>
class guarded_condition {
 public:
  using ctgrad_engine = detail::guarded_engine<T>;

  guarded_condition(const basic_symbol<T>& symbol_in, const T& value_in)
      : symbol_(symbol_in), value_(value_in) {}

  [[nodiscard]] const basic_symbol<T>& symbol() const { return symbol_; }
  [[nodiscard]] const T& value() const { return value_; }

  // NOLINTNEXTLINE(google-explicit-constructor): a comparison is a bool
  operator bool() const { return detail::decided(symbol_, value_); }

 private:
  basic_symbol<T> symbol_;
  T value_;
};

}  // namespace ctgrad
