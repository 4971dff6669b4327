// The class of Values; what they are for: tape/value.hpp, what is done with them: tape/engine.hpp.
#pragma once

#include <ctgrad/op/limits.hpp>
#include <ctgrad/op/registry.hpp>
#include <ctgrad/tape/operators.hpp>
#include <ctgrad/tape/scope.hpp>

#include <concepts>
#include <cstdint>
#include <initializer_list>
#include <iosfwd>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

namespace ctgrad {

template <class T>
class basic_value;

template <class T>
struct value_engine;

namespace detail {

template <class T>
class wide_engine;

/// Values of duals take duals as constants, Values of Values take Values.
template <active T, class Inner>
inline constexpr bool takes<value_engine<T>, Inner> =
    std::is_same_v<typename T::ctgrad_engine, Inner> || takes<typename T::ctgrad_engine, Inner>;

/// A Value as an operand and as a result: what it consists of.
template <class T>
struct handle {
  T data;
  place_on_tape place;
  [[nodiscard]] position at() const { return position_of(place); }
  [[nodiscard]] bool is_live(const basic_tape<T>& tape) const {
    return tape.is_live(epoch_of(place));
  }
};
/// A number as an operand.
template <class T>
struct constant {
  T data;
  static constexpr place_on_tape place = 0;
  static constexpr position at() { return 0; }
  static constexpr bool is_live(const basic_tape<T>&) { return true; }
  // NOLINTNEXTLINE(google-explicit-constructor)
  operator handle<T>() const { return {data, 0}; }
};

/// Is an operand a handle or, as a reference, one to a handle?
template <class X>
inline constexpr bool is_handle = false;
template <class T>
inline constexpr bool is_handle<handle<T>> = true;
template <class X>
inline constexpr bool is_handle<X&> = is_handle<std::remove_cv_t<X>>;
template <class X>
inline constexpr bool is_handle<const X> = is_handle<X>;

}  // namespace detail

/// A handle: the number, and where on the tape its derivative will be found. Copying a Value copies
/// the handle; both name the same recorded quantity.
///
/// A result that has never been copied is nobody else's, so that a sum may become a part of it
/// (tape/operators.hpp): copying it ends that, and moving from it leaves a Value that has its
/// number and may be assigned to; anything else is [ctgrad-E45].
///
/// A Value is for one thread at a time: the first copy of a result makes a mark in it. Numbers,
/// variables and results that have a copy may be copied, and data() read, by many at once.
template <class T>
class basic_value : detail::value_operators<basic_value<T>, T> {
 public:
  using ctgrad_engine = value_engine<T>;

  /// A passive 0.
  constexpr basic_value() noexcept {}
  /// A passive constant.
  // NOLINTNEXTLINE(google-explicit-constructor): numbers and Values mix as numbers do
  constexpr basic_value(const detail::constant_of<T> auto& constant_) noexcept
      : data_(static_cast<T>(constant_)) {}
  /// A variable: Value x{2.0}.
  template <detail::constant_of<T> U>
  basic_value(std::initializer_list<U> one_) {
    if (one_.size() != 1) detail::raise("ctgrad-E25", "a Value holds one number: Value x{2.0}");
    auto& tape = basic_tape<T>::current();
    data_ = static_cast<T>(*one_.begin());
    place_ = detail::place_of(tape.variable(data_), tape.now());
  }

  /// A copy is the same recorded quantity.
  constexpr basic_value(const basic_value& other_) noexcept
      : data_(other_.data_), place_(other_.shared()) {}
  /// As a copy; what was recorded before stays recorded.
  constexpr basic_value& operator=(const basic_value& other) noexcept {
    data_ = other.data_;
    place_ = other.shared();
    return *this;
  }
  /// Takes a result over.
  constexpr basic_value(basic_value&& other_) noexcept
      : data_(std::move(other_.data_)), place_(other_.place_) {
    other_.move_out();
  }
  /// Takes a result over.
  constexpr basic_value& operator=(basic_value&& other) noexcept {
    if (this == &other) return *this;
    data_ = std::move(other.data_);
    place_ = other.place_;
    other.move_out();
    return *this;
  }
  ~basic_value() = default;

  /// The number. It may be changed (p.data() -= rate * p.grad()); what was recorded before the
  /// change stays as it is.
  [[nodiscard]] constexpr T& data() noexcept { return data_; }
  /// The number.
  [[nodiscard]] constexpr const T& data() const noexcept { return data_; }

  /// d(root)/d(this) after root.backward(); 0 before. Errors: E20 released, E21 another tape,
  /// E22 passive.
  [[nodiscard]] T grad() const { return tape("grad()").adjoint(at()); }

  /// Computes the gradients of everything this value was computed from. Intermediate gradients
  /// start from zero at every call; those of variables add up over calls until zero_grad().
  /// backward() of a passive value leaves all gradients as they are. Time is linear in the
  /// recording; there is no recursion. Errors: E20 released, E21 another tape.
  void backward() const {
    if (!is_passive()) tape("backward()").backward(at());
  }

  /// Sets the gradient to 0. A passive value has none and stays as it is.
  void zero_grad() const {
    if (!is_passive()) tape("zero_grad()").clear_adjoint(at());
  }

  /// Names the value in pictures and returns it. A passive value is not recorded and takes no name.
  basic_value label(std::string text) const {
    if (!is_passive()) tape("label()").label(at(), std::move(text));
    return *this;
  }
  /// The name, empty if there is none.
  [[nodiscard]] std::string_view label() const {
    return is_recorded() ? basic_tape<T>::current().label(at()) : std::string_view{};
  }

  /// The same number as a passive constant.
  [[nodiscard]] constexpr basic_value detach() const noexcept {
    if constexpr (active<T>) {
      return basic_value(ctgrad::apply<ops::detach>(data_));  // a constant of all levels
    } else {
      return basic_value(data_);
    }
  }

  /// Is it a constant, of which nothing is recorded?
  [[nodiscard]] constexpr bool is_passive() const noexcept { return place_ == 0; }
  /// Recorded on this thread's tape and not released.
  [[nodiscard]] bool is_recorded() const {
    return !is_passive() && basic_tape<T>::current().is_live(detail::epoch_of(place_));
  }
  /// Where the value stands in the recording; 0 for a passive one.
  [[nodiscard]] constexpr position at() const noexcept { return detail::position_of(place_); }

  /// Prints Value(data=..., grad=...).
  template <class Char, class Traits>
  friend std::basic_ostream<Char, Traits>& operator<<(std::basic_ostream<Char, Traits>& out,
                                                      const basic_value& x) {
    out << "Value(data=" << x.data_;
    if (x.is_recorded()) out << ", grad=" << x.grad();
    return out << ')';
  }

 private:
  friend value_engine<T>;
  friend detail::wide_engine<T>;
  friend detail::value_operators<basic_value, T>;
  CTGRAD_RECORD explicit basic_value(const detail::handle<T>& of_) noexcept
      : data_(of_.data), place_(of_.place) {}

  /// The tape this value is recorded on, for the named operation.
  [[nodiscard]] basic_tape<T>& tape(const char* operation) const {
    if (is_passive()) detail::refuse_passive(operation);
    auto& current = basic_tape<T>::current();
    current.require(detail::epoch_of(place_));
    return current;
  }

  static constexpr detail::place_on_tape own = detail::place_of(0, detail::open_scopes::own);

  [[nodiscard]] constexpr bool is_own() const noexcept { return (place_ & own) != 0; }
  /// The place of what will be a copy.
  constexpr detail::place_on_tape shared() const noexcept {
    return is_own() ? place_ &= ~own : place_;
  }
  /// It has been taken away, if there was no copy of it.
  constexpr void move_out() noexcept {
    if (is_own()) place_ = detail::place_of(at(), detail::open_scopes::gone);
  }
  CTGRAD_RECORD basic_value& become(const detail::handle<T>& of) noexcept {
    data_ = of.data;
    place_ = of.place;
    return *this;
  }

  T data_{};
  mutable detail::place_on_tape place_ = 0;
};

}  // namespace ctgrad
