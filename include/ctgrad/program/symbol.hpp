// A number that is not known yet: what a function is called with to learn what it computes.
#pragma once

#include <ctgrad/detail/scalars.hpp>
#include <ctgrad/program/builder.hpp>
#include <ctgrad/program/open_recording.hpp>
#include <ctgrad/program/simplify.hpp>

#include <cstdint>
#include <type_traits>

namespace ctgrad {

template <class Op, class T, std::same_as<basic_symbol<T>>... Rest>
constexpr basic_symbol<T> record_op(const basic_symbol<T>& first, const Rest&... rest);

template <class T>
struct symbol_engine_base {};
template <>
struct symbol_engine_base<detail::unfolded> {
  static constexpr bool of_number_class = true;  // see op/constant.hpp
};

template <class T>
struct symbol_engine : symbol_engine_base<T> {
  using scalar = detail::number_of_literal<T>;
  template <class Op, class... X>
  using result = basic_symbol<T>;

  template <class Op, class... X>
  static constexpr basic_symbol<T> apply(const X&... x) {
    return record_op<Op>(basic_symbol<T>(x)...);
  }
};

/// Either a slot of a builder or a constant that belongs to no builder yet, so that `T(0.0)` in a
/// generic function needs nothing but the number. It behaves as a number in everything except that
/// nobody can look at its value: branching on it is an error that explains `where`.
template <class T>
class basic_symbol {
 public:
  using ctgrad_engine = symbol_engine<T>;

  constexpr basic_symbol() = default;  // 0
  // NOLINTNEXTLINE(google-explicit-constructor): a number is a constant symbol
  constexpr basic_symbol(const number auto& constant_in) : constant_(static_cast<T>(constant_in)) {}
  constexpr basic_symbol(builder<T>& home, slot at)
      : home_(&home), at_(at), recording_(home.recording()) {}

  [[nodiscard]] constexpr builder<T>* home() const { return home_; }
  /// The number of the recording that it belongs to; 0 if that is none of a running program.
  [[nodiscard]] constexpr std::uint32_t recording() const { return recording_; }

  /// Position in the builder; a constant is recorded there first.
  [[nodiscard]] constexpr slot at(builder<T>& home) const {
    return home_ != nullptr ? at_ : home.literal(constant_);
  }

  [[nodiscard]] constexpr bool is_literal() const {
    return home_ == nullptr || (*home_)[at_].what == role::literal;
  }
  [[nodiscard]] constexpr bool is_literal(const T& value) const {
    return is_literal() && detail::same_literal(literal(), value);
  }
  [[nodiscard]] constexpr T literal() const {
    return home_ == nullptr ? constant_ : (*home_)[at_].literal;
  }

  /// A 0 that a rule has written down: nothing flows at all. A 0 that stands in the function itself
  /// (0 * x) is a number, and 0 * inf is NaN.
  [[nodiscard]] constexpr bool is_structural_zero() const {
    return home_ == nullptr && is_literal(0);
  }

  /// Is this symbol the result of Op?
  template <class Op>
  [[nodiscard]] constexpr bool is() const {
    return home_ != nullptr && (*home_)[at_].op == &info_of<Op, T>;
  }
  [[nodiscard]] constexpr bool is_condition() const {
    return home_ != nullptr && (*home_)[at_].what == role::call && (*home_)[at_].op->predicate;
  }
  /// The k-th operand of the call whose result this symbol is.
  [[nodiscard]] constexpr basic_symbol operand(std::size_t k) const {
    return {*home_, (*home_)[at_].operands[k]};
  }
  /// Was it recorded behind the other one?
  [[nodiscard]] constexpr bool is_later_than(const basic_symbol& other) const {
    return home_ != nullptr && other.home_ != nullptr && at_ > other.at_;
  }
  [[nodiscard]] constexpr bool same_as(const basic_symbol& other) const {
    if (home_ != nullptr && other.home_ != nullptr) return at_ == other.at_;
    return other.is_literal() && is_literal(other.literal());
  }

  template <std::same_as<bool> Bool>
  constexpr explicit operator Bool() const {
    static_assert(detail::always_false<Bool>,
                  "[ctgrad-E04] a traced function cannot branch on its arguments, whose values are "
                  "not known yet: write where(condition, a, b) instead of if, ?: or std::max, or "
                  "take gradient(dynamic(f)) or record<guarded>(f, x...), which record the "
                  "branch that is taken");
    return false;
  }

 private:
  builder<T>* home_ = nullptr;
  slot at_ = 0;
  std::uint32_t recording_ = 0;
  T constant_{};
};

using symbol = basic_symbol<double>;

namespace detail {

/// The builder that the operands belong to; none if all are constants.
template <class T, class... Rest>
constexpr builder<T>* home_of(const basic_symbol<T>& first, const Rest&... rest) {
  builder<T>* home = first.home();
  ((home = home != nullptr ? home : rest.home()), ...);
  return home;
}

/// Do these symbols belong to one recording, which is going on? Error: [ctgrad-E50].
template <class T, class... Rest>
void require_one_home(const basic_symbol<T>& first, const Rest&... rest) {
  const basic_symbol<T>* known = nullptr;
  const auto look_at = [&](const basic_symbol<T>& x_) {
    if (x_.home() == nullptr) return;
    if (known == nullptr) known = &x_;
    if (x_.home() != known->home() || x_.recording() != known->recording()) refuse_foreign_symbol();
  };
  look_at(first);
  (look_at(rest), ...);
  if (known == nullptr || known->recording() == 0) return;
  if (!open_recording::is_open(known->recording())) refuse_foreign_symbol();
}

/// The value of an op on constants.
template <class Op, class T, class... Rest>
constexpr basic_symbol<T> fold(const basic_symbol<T>& first, const Rest&... rest) {
  using number = number_of_literal<T>;
  return Op::value(static_cast<number>(first.literal()), static_cast<number>(rest.literal())...);
}

}  // namespace detail

/// Records one application of Op and returns its result: folded, simplified, shared with an equal
/// one recorded before, or new.
template <class Op, class T, std::same_as<basic_symbol<T>>... Rest>
constexpr basic_symbol<T> record_op(const basic_symbol<T>& first, const Rest&... rest) {
  static_assert(detail::bind_op<Op, T>::bound);
  if (!std::is_constant_evaluated()) detail::require_one_home(first, rest...);
  builder<T>* const home = detail::home_of(first, rest...);
  if (home == nullptr) return detail::fold<Op>(first, rest...);
  if (home->only_counts()) return {*home, home->count()};
  // Simplified first: the 0 of where(false, x, 0) stays the rule's own, not a number of the
  // function.
  if (const auto simpler = simplify(Op{}, first, rest...)) return *simpler;
  constexpr bool folds = Op::exact && std::floating_point<T>;
  if (folds && (first.is_literal() && ... && rest.is_literal())) {
    return {*home, detail::fold<Op>(first, rest...).at(*home)};
  }
  return {*home, home->call(info_of<Op, T>, {first.at(*home), rest.at(*home)...})};
}

/// Was this application of Op recorded before?
template <class Op, class T, std::same_as<basic_symbol<T>>... Rest>
constexpr bool is_known(const basic_symbol<T>& first, const Rest&... rest) {
  builder<T>* const home = detail::home_of(first, rest...);
  return home != nullptr && home->knows(info_of<Op, T>, {first.at(*home), rest.at(*home)...});
}

}  // namespace ctgrad
