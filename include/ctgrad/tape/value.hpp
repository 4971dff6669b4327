// Value: a number that records what is done with it, for control flow that depends on data.
//
//   ctgrad::Value a{2.0}, b{-3.0}, c{10.0};   // braces make variables
//   auto d = a + b * c;                       // d is a Value: auto is safe
//   auto e = relu(d);
//   e.backward();
//   a.grad();                                 // de/da
//
// A Value made in any other way from a number (Value s = 0.0, T(0), 2 * x, Value y;) is a passive
// constant: it records nothing and has no gradient.
#pragma once

#include <ctgrad/op/registry.hpp>
#include <ctgrad/program/guards.hpp>
#include <ctgrad/tape/located.hpp>
#include <ctgrad/tape/scope.hpp>

#include <concepts>
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

/// Values of duals take duals as constants, Values of Values take Values.
template <active T, class Inner>
inline constexpr bool takes<value_engine<T>, Inner> =
    std::is_same_v<typename T::ctgrad_engine, Inner> || takes<typename T::ctgrad_engine, Inner>;

/// What a Value of T may be made from.
template <class U, class T>
concept constant_of = number<U> || (active<U> && active<T> && std::convertible_to<U, T>);

}  // namespace detail

/// A handle: the number, and where on the tape its derivative will be found. Copying a Value copies
/// the handle; both name the same recorded quantity.
template <class T>
class basic_value : detail::located_operators<basic_value<T>> {
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
    at_ = tape.variable(data_);
    epoch_ = tape.now();
  }

  /// The number. It may be changed (p.data() -= rate * p.grad()); what was recorded before the
  /// change stays as it is.
  [[nodiscard]] constexpr T& data() noexcept { return data_; }
  [[nodiscard]] constexpr const T& data() const noexcept { return data_; }

  /// d(root)/d(this) after root.backward(); 0 before. Errors: E20 released, E21 another tape,
  /// E22 passive.
  [[nodiscard]] T grad() const { return tape("grad()").adjoint(at_); }

  /// Computes the gradients of everything this value was computed from. Intermediate gradients
  /// start from zero at every call; those of variables add up over calls until zero_grad().
  /// backward() of a passive value leaves all gradients as they are. Time is linear in the
  /// recording; there is no recursion. Errors: E20 released, E21 another tape.
  void backward() const {
    if (!is_passive()) tape("backward()").backward(at_);
  }

  void zero_grad() const {
    if (!is_passive()) tape("zero_grad()").clear_adjoint(at_);
  }

  /// Names the value in pictures and returns it. A passive value is not recorded and takes no name.
  basic_value label(std::string text) const {
    if (!is_passive()) tape("label()").label(at_, std::move(text));
    return *this;
  }
  [[nodiscard]] std::string_view label() const {
    return is_recorded() ? basic_tape<T>::current().label(at_) : std::string_view{};
  }

  /// The same number as a passive constant.
  [[nodiscard]] constexpr basic_value detach() const noexcept {
    if constexpr (active<T>) {
      return basic_value(ctgrad::apply<ops::detach>(data_));  // a constant of all levels
    } else {
      return basic_value(data_);
    }
  }

  [[nodiscard]] constexpr bool is_passive() const noexcept { return epoch_ == 0; }
  /// Recorded on this thread's tape and not released.
  [[nodiscard]] bool is_recorded() const {
    return !is_passive() && basic_tape<T>::current().is_live(epoch_);
  }
  /// Where the value stands in the recording; 0 for a passive one.
  [[nodiscard]] constexpr position at() const noexcept { return at_; }

  template <class Char, class Traits>
  friend std::basic_ostream<Char, Traits>& operator<<(std::basic_ostream<Char, Traits>& out,
                                                      const basic_value& x) {
    out << "Value(data=" << x.data_;
    if (x.is_recorded()) out << ", grad=" << x.grad();
    return out << ')';
  }

 private:
  friend value_engine<T>;
  constexpr basic_value(const T& data, position at, epoch since_) noexcept
      : data_(data), at_(at), epoch_(since_) {}

  /// The tape this value is recorded on, for the named operation.
  [[nodiscard]] basic_tape<T>& tape(const char* operation) const {
    if (is_passive()) {
      detail::raise("ctgrad-E22", std::string(operation) +
                                      " of a Value for which nothing was recorded: it is a passive "
                                      "constant. Braces around one number make a variable, "
                                      "Value x{2.0}; Value x(2.0), Value x = 2.0 and "
                                      "emplace_back(2.0) do not");
    }
    auto& current = basic_tape<T>::current();
    current.require(epoch_);
    return current;
  }

  T data_{};
  position at_ = 0;
  epoch epoch_ = 0;
};

/// Records ops on the tape of this thread.
template <class T>
struct value_engine {
  using scalar = scalar_of<T>;
#ifdef CTGRAD_LOCATIONS
  using own_operators = detail::located_operators<basic_value<T>>;
#endif
  using value = basic_value<T>;
  template <class Op, class... X>
  using result = std::conditional_t<is_predicate<Op>, bool, value>;

  template <class Op, class... X>
  static result<Op, X...> apply(const X&... x) {
    if constexpr (is_predicate<Op>) {
      return static_cast<bool>(compute<Op>(number_of(x)...));
    } else if constexpr (std::is_same_v<Op, ops::where>) {
      return choose(x...);
    } else {
      return record<Op>(value(x)...);
    }
  }

 private:
  static constexpr const T& number_of(const value& x) { return x.data_; }
  static constexpr T number_of(const detail::constant_of<T> auto& x) { return static_cast<T>(x); }

  /// The value of an op. Of duals it is computed by their own rules: they know its derivative.
  template <class Op>
  static constexpr auto compute(const std::same_as<T> auto&... x) {
    if constexpr (active<T>) {
      return ctgrad::apply<Op>(x...);
    } else {
      return Op::value(x...);
    }
  }

  /// The branch is known now, so the other one is not recorded at all.
  static value choose(const auto& condition, const value& a, const value& b) {
    return number_of(condition) != 0 ? a : b;
  }

  template <class Op, std::same_as<value>... X>
  static value record(const X&... x) {
    if constexpr (requires { typename Op::with_constant_last; }) {
      const value operands[]{x...};
      if (detail::is_constant(operands[sizeof...(X) - 1])) {
        return record<typename Op::with_constant_last>(x...);
      }
    }
    const T y = static_cast<T>(compute<Op>(x.data_...));
    if constexpr (active<T>) {  // what is not recorded is a constant of all levels
      if (basic_tape<T>::current().paused()) return value(ctgrad::apply<ops::detach>(y));
    }
    if ((x.at_ | ...) == 0) return value(y);
    auto& tape = basic_tape<T>::current();
    (tape.require(x.epoch_), ...);
    if (tape.unusual() && !is_recorded<Op>(tape, y, x...)) [[unlikely]]
      return value(y);
    const position at = write(tape, partials<Op>(y, x.data_...), edges<Op>(y, x...));
    if constexpr (!active<T>) {  // nobody draws duals, and their notes are large
      tape.annotate({at, &text_of<Op>, y, {x.data_...}, {x.at_...}});
    }
    return value(y, at, tape.now());
  }

  /// On a tape that is paused or observed. By value: references would keep the operands of every
  /// operation in memory.
  template <class Op>
  CTGRAD_COLD static bool is_recorded(basic_tape<T>& tape, T y, std::same_as<value> auto... x) {
    if (!tape.paused()) tape.show({0, &text_of<Op>, y, {x.data_...}, {x.at_...}});
    return !tape.paused();
  }

  template <class Op>
  static auto partials(const T& y, const auto&... x) {
    return std::apply(
        [](const auto&... partial_) {
          return std::array<T, sizeof...(partial_)>{static_cast<T>(partial_)...};
        },
        Op::partials(x..., y));
  }

  /// Where the operands' adjoints are; nowhere for an operand that is inactive at this point.
  template <class Op>
  static std::array<position, std::size_t(Op::arity)> edges(const T& y, const auto&... x) {
    std::array<position, std::size_t(Op::arity)> to{x.at_...};
    if constexpr (detail::has_guards<Op, scalar>) {
      const auto active =
          detail::active_operands<Op>(detail::number_under(y), detail::number_under(x.data_)...);
      for (std::size_t k = 0; k < to.size(); ++k) to[k] = active[k] ? to[k] : 0;
    }
    return to;
  }

  template <std::size_t N>
  static position write(basic_tape<T>& tape, const std::array<T, N>& d,
                        const std::array<position, N>& to) {
    if constexpr (N == 1) {
      return tape.operation(d[0], to[0], 0, 0);
    } else if constexpr (N == 2) {
      return tape.operation(d[0], to[0], d[1], to[1]);
    } else {  // two entries: the first two operands flow through one of weight 1
      const position first = tape.operation(d[0], to[0], d[1], to[1]);
      return tape.operation(1, first, d[2], to[2]);
    }
  }
};

/// Values of double: what most programs use.
using Value = basic_value<double>;

/// A variable for every number of a range: variables(std::array{1.0, 2.0}). Whole numbers become
/// doubles.
template <class Range>
auto variables(const Range& numbers) {
  using number_type = std::remove_cvref_t<decltype(*std::begin(numbers))>;
  using T = std::conditional_t<std::integral<number_type>, double, number_type>;
  std::vector<basic_value<T>> result;
  for (const auto& x : numbers) result.push_back(basic_value<T>{static_cast<T>(x)});
  return result;
}

}  // namespace ctgrad
