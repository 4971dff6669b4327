// How operations on Values are computed and recorded.
#pragma once

#include <ctgrad/program/guards.hpp>
#include <ctgrad/tape/wide.hpp>

#include <array>
#include <concepts>
#include <cstddef>
#include <tuple>
#include <type_traits>

namespace ctgrad {

/// Records ops on the tape of this thread.
///
/// What is on the way of every operation is small and inlined; all else is in functions apart.
template <class T>
struct value_engine : detail::wide_engine<T>,
                      std::conditional_t<active<T>, std::type_identity<T>, detail::inlined> {
  using scalar = scalar_of<T>;
#ifdef CTGRAD_LOCATIONS
  using own_operators = detail::located_operators<basic_value<T>>;
#endif
  using value = basic_value<T>;
  template <class Op, class... X>
  using result = std::conditional_t<is_predicate<Op>, bool, value>;

  template <class Op, class... X>
  CTGRAD_RECORD static result<Op, X...> apply(const X&... x) {
    if constexpr (is_predicate<Op>) {
      return static_cast<bool>(compute<Op>(operand(x).data...));
    } else if constexpr (std::is_same_v<Op, ops::where>) {
      return choose(x...);
    } else {
      return value(record<Op>(operand(x)...));
    }
  }

  /// The result that the tape has made a place for.
  static value at(detail::place_on_tape place, const T& y) { return value(handle{y, place}); }

 private:
  friend detail::value_operators<value, T>;
  using tape_type = basic_tape<T>;
  using handle = detail::handle<T>;
  using constant = detail::constant<T>;
  using detail::wide_engine<T>::operand;

  /// The value of an op. Of duals it is computed by their own rules: they know its derivative.
  template <class Op>
  CTGRAD_RECORD static constexpr auto compute(const std::same_as<T> auto&... x) {
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
  CTGRAD_RECORD static handle record(const X&... x) {
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
  CTGRAD_RECORD static handle write(tape_type& tape, const T& y, const X&... x) {
    const auto place = record_edges<Op>(tape, partials<Op>(y, x.data...), edges<Op>(y, x...), x...);
    tape.template annotate<sizeof...(X)>(detail::position_of(place), &text_of<Op>, y, {x.data...},
                                         {x.at()...});
    return {y, place};
  }

  /// To numbers there are no edges, and x * x has one.
  template <class Op, class... X, std::size_t N>
  CTGRAD_RECORD static auto record_edges(tape_type& tape, const std::array<T, N>& partials,
                                         const std::array<position, N>& to, const X&... x) {
    constexpr bool active[]{detail::is_handle<X>...};
    auto& results = tape.results();
    if constexpr (N == 2 && !active[0]) {
      return results.template operation<1>({partials[1]}, {to[1]});
    } else if constexpr (N == 2 && !active[N - 1]) {
      return results.template operation<1>({partials[0]}, {to[0]});
    } else if constexpr (std::is_same_v<Op, ops::multiply>) {
      if (is_one_place(x...))
        return results.template operation<1>({partials[0] + partials[1]}, {to[0]});
      return results.operation(partials, to);
    } else {
      return results.operation(partials, to);
    }
  }
  CTGRAD_RECORD static bool is_one_place(const handle& a, const handle& b) {
    return a.place == b.place;
  }

  template <class Op>
  CTGRAD_RECORD static auto partials(const T& y, const auto&... x) {
    return std::apply(
        [](const auto&... partial_) {
          return std::array<T, sizeof...(partial_)>{static_cast<T>(partial_)...};
        },
        Op::partials(x..., y));
  }

  /// Where the operands' adjoints are; nowhere for an operand that is inactive at this point.
  template <class Op>
  CTGRAD_RECORD static auto edges(const T& y, const auto&... x) {
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
  CTGRAD_RECORD static handle extend(const A& a, const B& b) {
    const auto& open = std::get<K>(std::tie(a, b));
    const auto& other = std::get<1 - K>(std::tie(a, b));
    constexpr int sign[]{std::get<0>(Op::partials(0, 0, 0)), std::get<1>(Op::partials(0, 0, 0))};
    auto* const tape = tape_type::existing();
    if (tape == nullptr || !tape->results().is_open(open.place) || !tape->is_ready() ||
        !other.is_live(*tape) || other.at() == open.at() ||
        (sign[K] < 0 && !tape->results().negate_last())) [[unlikely]]
      return record_apart<Op>(a, b);
    if constexpr (detail::is_handle<decltype(other)>)
      tape->results().append(sign[1 - K], other.at());
    return extended<Op>(*tape, open.place, a, b);
  }

  /// a + b or a - b, where the last of them becomes a part of the other, recorded right before it,
  /// if nobody else has them. (Which of two operands comes first is for the compiler to choose.)
  template <class Op>
  CTGRAD_RECORD static handle join(const handle& a, const handle& b) {
    constexpr bool subtracted = std::get<1>(Op::partials(0, 0, 0)) < 0;
    auto* const tape = tape_type::existing();
    if (tape == nullptr) return record_apart<Op>(a, b);
    auto& results = tape->results();
    if (results.is_open(b.place)) {
      if (a.place + 1 == b.place && results.join_last(a.place, subtracted)) [[likely]]
        return extended<Op>(*tape, a.place, a, b);
      return extend<Op, 1>(a, b);
    }
    if (!subtracted && results.is_open(a.place) && b.place + 1 == a.place &&
        results.join_last(b.place, false)) {
      return extended<Op>(*tape, b.place, a, b);
    }
    return extend<Op, 0>(a, b);
  }

  template <class Op, class A, class B>
  CTGRAD_RECORD static handle extended(tape_type& tape, detail::place_on_tape place, const A& a,
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

}  // namespace ctgrad
