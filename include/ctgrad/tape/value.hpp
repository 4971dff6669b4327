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

#include <ctgrad/op/limits.hpp>
#include <ctgrad/op/registry.hpp>
#include <ctgrad/program/guards.hpp>
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

  constexpr basic_value(const basic_value& other_) noexcept
      : data_(other_.data_), place_(other_.shared()) {}
  constexpr basic_value& operator=(const basic_value& other) noexcept {
    data_ = other.data_;
    place_ = other.shared();
    return *this;
  }
  constexpr basic_value(basic_value&& other_) noexcept
      : data_(std::move(other_.data_)), place_(other_.place_) {
    other_.move_out();
  }
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

  void zero_grad() const {
    if (!is_passive()) tape("zero_grad()").clear_adjoint(at());
  }

  /// Names the value in pictures and returns it. A passive value is not recorded and takes no name.
  basic_value label(std::string text) const {
    if (!is_passive()) tape("label()").label(at(), std::move(text));
    return *this;
  }
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

  [[nodiscard]] constexpr bool is_passive() const noexcept { return place_ == 0; }
  /// Recorded on this thread's tape and not released.
  [[nodiscard]] bool is_recorded() const {
    return !is_passive() && basic_tape<T>::current().is_live(detail::epoch_of(place_));
  }
  /// Where the value stands in the recording; 0 for a passive one.
  [[nodiscard]] constexpr position at() const noexcept { return detail::position_of(place_); }

  template <class Char, class Traits>
  friend std::basic_ostream<Char, Traits>& operator<<(std::basic_ostream<Char, Traits>& out,
                                                      const basic_value& x) {
    out << "Value(data=" << x.data_;
    if (x.is_recorded()) out << ", grad=" << x.grad();
    return out << ')';
  }

 private:
  friend value_engine<T>;
  friend detail::value_operators<basic_value, T>;
  CTGRAD_INLINE explicit basic_value(const detail::handle<T>& of_) noexcept
      : data_(of_.data), place_(of_.place) {}

  /// The tape this value is recorded on, for the named operation.
  [[nodiscard]] basic_tape<T>& tape(const char* operation) const {
    if (is_passive()) refuse_passive(operation);
    auto& current = basic_tape<T>::current();
    current.require(detail::epoch_of(place_));
    return current;
  }

  [[noreturn]] CTGRAD_COLD static void refuse_passive(const char* operation) {
    detail::raise("ctgrad-E22",
                  detail::text(operation,
                               " of a Value for which nothing was recorded: it is a "
                               "passive constant. Braces around one number make a "
                               "variable, Value x{2.0}; Value x(2.0), Value x = 2.0 and "
                               "emplace_back(2.0) do not"));
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
  CTGRAD_INLINE basic_value& become(const detail::handle<T>& of) noexcept {
    data_ = of.data;
    place_ = of.place;
    return *this;
  }

  T data_{};
  mutable detail::place_on_tape place_ = 0;
};

/// Records ops on the tape of this thread.
///
/// What is on the way of every operation is small and inlined; all else is in functions apart.
template <class T>
struct value_engine : std::conditional_t<active<T>, std::type_identity<T>, detail::inlined> {
  using scalar = scalar_of<T>;
#ifdef CTGRAD_LOCATIONS
  using own_operators = detail::located_operators<basic_value<T>>;
#endif
  using value = basic_value<T>;
  template <class Op, class... X>
  using result = std::conditional_t<is_predicate<Op>, bool, value>;

  template <class Op, class... X>
  CTGRAD_INLINE static result<Op, X...> apply(const X&... x) {
    if constexpr (is_predicate<Op>) {
      return static_cast<bool>(compute<Op>(operand(x).data...));
    } else if constexpr (std::is_same_v<Op, ops::where>) {
      return choose(x...);
    } else {
      return value(record<Op>(operand(x)...));
    }
  }

  /// One result with any number of operands, at most so many of them. add(edge) is called with a
  /// function edge(partial, operand), which it calls for each operand in turn. In pictures it is
  /// `what`, with the operands that each(show) calls show(operand) with.
  template <class Add, class Each>
  CTGRAD_INLINE static value wide(const T& y, std::size_t operands, const wide_text<T>& what,
                                  Add add, Each each) {
    auto& tape = tape_type::current();
    auto* e = tape.open_wide(operands);
    if (e == nullptr) return unrecorded(y);
    const position from = tape.next_position();
    bool live = true;
    detail::place_on_tape all = 0;
    add([&](const T& partial_, const auto& operand_) CTGRAD_INLINE_LAMBDA {
      const auto x_ = operand(operand_);
      if constexpr (is_handle<decltype(x_)>) {
        live = live && x_.is_live(tape);
        all |= x_.place;
        *e++ = {partial_, x_.at(), from};
      }
    });
    if (all == 0) return value(y);
    if (!live) [[unlikely]]
      refuse_wide(tape, add);
    const bool noted = tape.has_room_for_note();
    const handle result{y, tape.close_wide(e)};
    if (noted) note_wide(tape, result, what, each);
    return value(result);
  }

  /// The result that the tape has made a place for.
  static value at(detail::place_on_tape place, const T& y) { return value(handle{y, place}); }

 private:
  friend detail::value_operators<value, T>;
  using tape_type = basic_tape<T>;
  using handle = detail::handle<T>;
  using constant = detail::constant<T>;

  /// What is not recorded is a constant of all levels.
  static value unrecorded(const T& y) {
    if constexpr (active<T>) {
      return value(ctgrad::apply<ops::detach>(y));
    } else {
      return value(y);
    }
  }

  template <class Each>
  CTGRAD_APART static void note_wide(tape_type& tape, const handle& result,
                                     const wide_text<T>& what, Each each) {
    tape.annotate_wide(result.at(), what, result.data, [&](auto put_) {
      each([&](const auto& operand_) {
        const auto x_ = operand(operand_);
        put_(static_cast<T>(x_.data), x_.at());
      });
    });
  }
  template <class Add>
  CTGRAD_COLD static void refuse_wide(const tape_type& tape, Add add) {
    add([&](const T&, const auto& operand_) {
      const auto x_ = operand(operand_);
      if constexpr (is_handle<decltype(x_)>) tape.require(detail::epoch_of(x_.place));
    });
  }

  CTGRAD_INLINE static handle operand(const value& x) { return {x.data_, x.place_}; }
  CTGRAD_INLINE static constant operand(const detail::constant_of<T> auto& x) {
    return {static_cast<T>(x)};
  }

  /// The value of an op. Of duals it is computed by their own rules: they know its derivative.
  template <class Op>
  CTGRAD_INLINE static constexpr auto compute(const std::same_as<T> auto&... x) {
    if constexpr (active<T>) {
      return ctgrad::apply<Op>(x...);
    } else {
      return Op::value(x...);
    }
  }

  /// The branch is known now, so the other one is not recorded at all.
  static value choose(const auto& condition, const value& a, const value& b) {
    return operand(condition).data != 0 ? a : b;
  }

  template <class Op, class... X>
  CTGRAD_INLINE static handle record(const X&... x) {
    if constexpr (requires { typename Op::with_constant_last; }) {
      if (is_constant(std::get<sizeof...(X) - 1>(std::tie(x...)))) {
        return record<typename Op::with_constant_last>(x...);
      }
    }
    const T y = static_cast<T>(compute<Op>(x.data...));
    if constexpr (active<T>) {  // what is not recorded is a constant of all levels
      if (tape_type::current().paused()) return constant{ctgrad::apply<ops::detach>(y)};
    }
    if ((x.place | ...) == 0) return constant{y};
    auto* const tape = tape_type::existing();
    if (tape == nullptr || !tape->is_ready() || !(x.is_live(*tape) && ...)) [[unlikely]]
      return record_slowly<Op>(y, handle(x)...);
    return write<Op>(*tape, y, x...);
  }

  static bool is_constant(const auto& x) { return x.place == 0 && detail::is_constant(x.data); }

  /// Whatever is rare. By value: references would keep the operands of every operation in memory.
  template <class Op>
  CTGRAD_COLD static handle record_slowly(T y, std::same_as<handle> auto... x) {
    auto& tape = tape_type::current();
    (tape.require(detail::epoch_of(x.place)), ...);
    if (tape.is_recorded({&text_of<Op>, y, {x.data...}, 0, {x.at()...}}))
      return write<Op>(tape, y, x...);
    return constant{y};
  }

  template <class Op, class... X>
  CTGRAD_INLINE static handle write(tape_type& tape, const T& y, const X&... x) {
    const auto place = record_edges(tape, partials<Op>(y, x.data...), edges<Op>(y, x...), x...);
    tape.template annotate<sizeof...(X)>(detail::position_of(place), &text_of<Op>, y, {x.data...},
                                         {x.at()...});
    return {y, place};
  }

  template <class X>
  static constexpr bool is_handle = std::is_same_v<std::remove_cvref_t<X>, handle>;

  /// To numbers there are no edges.
  template <class... X, std::size_t N>
  CTGRAD_INLINE static auto record_edges(tape_type& tape, const std::array<T, N>& partials,
                                         const std::array<position, N>& to, const X&...) {
    constexpr bool active[]{is_handle<X>...};
    if constexpr (N == 2 && !active[0]) {
      return tape.template operation<1>({partials[1]}, {to[1]});
    } else if constexpr (N == 2 && !active[N - 1]) {
      return tape.template operation<1>({partials[0]}, {to[0]});
    } else {
      return tape.operation(partials, to);
    }
  }

  template <class Op>
  CTGRAD_INLINE static auto partials(const T& y, const auto&... x) {
    return std::apply(
        [](const auto&... partial_) {
          return std::array<T, sizeof...(partial_)>{static_cast<T>(partial_)...};
        },
        Op::partials(x..., y));
  }

  /// Where the operands' adjoints are; nowhere for an operand that is inactive at this point.
  template <class Op>
  CTGRAD_INLINE static auto edges(const T& y, const auto&... x) {
    std::array<position, std::size_t(Op::arity)> to{x.at()...};
    if constexpr (detail::has_guards<Op, scalar>) {
      const auto active =
          detail::active_operands<Op>(detail::number_under(y), detail::number_under(x.data)...);
      for (std::size_t k = 0; k < to.size(); ++k) to[k] = active[k] ? to[k] : 0;
    }
    return to;
  }

  /// a + b or a - b, of which operand number K becomes the result if nobody else has it.
  template <class Op, int K, class A, class B>
  CTGRAD_INLINE static handle extend(const A& a, const B& b) {
    const auto& open = std::get<K>(std::tie(a, b));
    const auto& other = std::get<1 - K>(std::tie(a, b));
    constexpr int sign[]{1, std::is_same_v<Op, ops::subtract> ? -1 : 1};
    auto* const tape = tape_type::existing();
    if (tape == nullptr || !tape->is_open(open.place) || !tape->is_ready() ||
        !other.is_live(*tape) || other.at() == open.at() || (sign[K] < 0 && !tape->negate_last()))
        [[unlikely]]
      return record_apart<Op>(a, b);
    if constexpr (is_handle<decltype(other)>) tape->append(sign[1 - K], other.at());
    return extended<Op>(*tape, open.place, a, b);
  }

  /// a + b or a - b, where b becomes a part of a, recorded right before it, if nobody else has
  /// them.
  template <class Op>
  CTGRAD_INLINE static handle join(const handle& a, const handle& b) {
    auto* const tape = tape_type::existing();
    if (tape == nullptr || !tape->is_open(b.place) || a.place + 1 != b.place ||
        !tape->join_last(a.place, std::is_same_v<Op, ops::subtract>)) {
      return a.at() > b.at() ? extend<Op, 0>(a, b) : extend<Op, 1>(a, b);
    }
    return extended<Op>(*tape, a.place, a, b);
  }

  template <class Op, class A, class B>
  CTGRAD_INLINE static handle extended(tape_type& tape, detail::place_on_tape place, const A& a,
                                       const B& b) {
    const T y = static_cast<T>(compute<Op>(a.data, b.data));
    tape.template annotate<2>(detail::position_of(place), &text_of<Op>, y, {a.data, b.data},
                              {a.at(), b.at()});
    return {y, place};
  }

  template <class Op>
  CTGRAD_APART static handle record_apart(handle a, handle b) {
    return record<Op>(a, b);
  }
};

namespace detail {

/// The number of a Value, and of a number.
template <class T>
constexpr const T& data_of(const basic_value<T>& x) {
  return x.data();
}
constexpr const auto& data_of(const number auto& x) {
  return x;
}

}  // namespace detail

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
