// dual<T, N>: forward mode, a number together with its derivatives in N directions.
//
//   using ctgrad::dual;
//   const auto x = dual<double, 2>::variable(2.0, 0);   // direction 0
//   const auto y = dual<double, 2>::variable(3.0, 1);   // direction 1
//   const auto z = x * exp(y);
//   z.primal(), z.tangent(0), z.tangent(1);             // value, dz/dx, dz/dy
//
// It costs a few operations per direction and op, needs no memory but its own and works in constant
// expressions and in code that branches on data. T may be a dual again, which gives second
// derivatives, a Value (reverse over forward) or a symbol.
//
// Directions of different levels cannot be confused: an inner variable made from an outer one,
// dual<decltype(x), 1>::variable(x), is of another type, and meets the outer one as a constant. Two
// variables of one dual type and direction are one direction (that is how several numbers are moved
// together), so an operator that differentiates a function f which may capture anything names its
// level, dual<decltype(x), 1, decltype(f)>: whatever f has captured is of a type that f's type is
// made of, hence of another one. derivative(dynamic(f)) and its relatives do so. Levels that are
// not nested refuse to meet ([ctgrad-E12]); start the inner one from decltype(x)(1.0).
//
// A dual knows in which directions it depends on a variable at all. Where it does not, its tangent
// is not a number that happens to be 0, and 0 * inf never makes it NaN; the same holds for an
// operand that an op makes inactive (program/guards.hpp). So the rule is that of
// program/adjoint.hpp.
#pragma once

#include <ctgrad/diff/directions.hpp>
#include <ctgrad/diff/underlying.hpp>
#include <ctgrad/op/registry.hpp>
#include <ctgrad/program/guards.hpp>

#include <array>
#include <concepts>
#include <cstddef>
#include <iosfwd>
#include <limits>
#include <tuple>
#include <type_traits>
#include <utility>

namespace ctgrad {

template <class T, std::size_t N = 1, class Level = void>
class dual;

template <class T, std::size_t N, class Level>
struct dual_engine;

namespace detail {

template <active T, std::size_t N, class Level, class Inner>
inline constexpr bool takes<dual_engine<T, N, Level>, Inner> =
    std::is_same_v<typename T::ctgrad_engine, Inner> || takes<typename T::ctgrad_engine, Inner>;

template <std::floating_point T, std::size_t N>
constexpr bool all_finite(const std::array<T, N>& numbers) {
  constexpr T largest = std::numeric_limits<T>::max();
  bool all = true;
  for (const T& x : numbers) all = all && x >= -largest && x <= largest;
  return all;
}

/// x as an operand of a partial. Among symbols a constant is recorded first: an op of nothing but
/// constants would be computed at once, with functions that are not constexpr everywhere.
template <class X>
constexpr const X& recorded_with(const X&, const X& x) {
  return x;
}
template <class T>
constexpr basic_symbol<T> recorded_with(const basic_symbol<T>& y, const basic_symbol<T>& x) {
  return y.home() == nullptr ? x : basic_symbol<T>(*y.home(), x.at(*y.home()));
}
template <class T, std::size_t N, class Level>
  requires(!std::same_as<condition_of<T>, bool>)
constexpr dual<T, N, Level> recorded_with(const dual<T, N, Level>& y, const dual<T, N, Level>& x) {
  return x.is_passive() ? recorded_with(y.primal(), x.primal()) : x;
}

}  // namespace detail

/// A number of T and its N tangents: forward mode. What is made from a number is a constant: all
/// its tangents are 0. No memory but its own; every operation costs N + 1 times a little. T may be
/// a dual, a Value or a symbol; Level tells duals of different derivatives apart.
///
///   const auto x = ctgrad::dual<double, 1>::variable(2.0);
///   (x * x).tangent();   // 4
template <class T, std::size_t N, class Level>
class dual {
  static_assert(N >= 1, "a dual has at least one direction");

 public:
  using ctgrad_engine = dual_engine<T, N, Level>;

  constexpr dual() = default;  ///< 0
  /// A constant: a number, or something that depends on variables of inner levels only.
  template <operand U>
    requires(number<U> || (active<T> && std::convertible_to<U, T>))
  // NOLINTNEXTLINE(google-explicit-constructor): numbers and duals mix as numbers do
  constexpr dual(const U& constant_) : primal_(static_cast<T>(constant_)) {}

  /// The variable of the k-th direction.
  static constexpr dual variable(const T& x, std::size_t k = 0) {
    dual result(x);
    result.tangents_.at(k) = 1;
    result.depends_.add(k, true);
    return result;
  }
  /// A point and how it moves in every direction, for a derivative along a vector.
  static constexpr dual moving(const T& x, const std::array<T, N>& tangents) {
    dual result(x);
    result.tangents_ = tangents;
    for (std::size_t d = 0; d < N; ++d) result.depends_.add(d, true);
    return result;
  }

  /// The number.
  [[nodiscard]] constexpr const T& primal() const { return primal_; }
  /// The derivative in the k-th direction.
  [[nodiscard]] constexpr const T& tangent(std::size_t k = 0) const { return tangents_[k]; }
  /// All N derivatives.
  [[nodiscard]] constexpr const std::array<T, N>& tangents() const { return tangents_; }

  /// += without a copy in between.
  constexpr void accumulate(const dual& more)
    requires std::floating_point<T>
  {
    primal_ += more.primal_;
    for (std::size_t d = 0; d < N; ++d) tangents_[d] += more.tangents_[d];
    depends_.add(more.depends_);
  }

  /// Depends on no direction.
  [[nodiscard]] constexpr bool is_passive() const { return depends_.none(); }

  /// Prints dual(primal=..., tangents=[...]).
  template <class Char, class Traits>
  friend std::basic_ostream<Char, Traits>& operator<<(std::basic_ostream<Char, Traits>& out,
                                                      const dual& x) {
    out << "dual(primal=" << x.primal_ << ", tangents=";
    char separator = '[';
    for (const T& t : x.tangents_) out << separator << t, separator = ' ';
    return out << "])";
  }

 private:
  friend dual_engine<T, N, Level>;

  T primal_{};
  std::array<T, N> tangents_{};
  detail::directions<detail::condition_of<T>, N> depends_{};
};

template <class T>
struct dual_engine_base {};
template <of_number_class T>
struct dual_engine_base<T> {
  static constexpr bool of_number_class = true;  // see op/constant.hpp
};

/// Applies ops to duals: the value by the op on the primals, the tangents by its partials.
template <class T, std::size_t N, class Level>
struct dual_engine : dual_engine_base<T> {
  using scalar = scalar_of<T>;
  using number = dual<T, N, Level>;
  using condition = detail::condition_of<T>;
  template <class Op, class... X>
  using result = std::conditional_t<is_predicate<Op>, condition, number>;

  template <class Op, class... X>
  static constexpr result<Op, X...> apply(const X&... x) {
    if constexpr (is_predicate<Op>) {
      return ctgrad::apply<Op>(lift(x).primal_...);
    } else if constexpr (std::is_same_v<Op, ops::where>) {
      return choose(lift(x)...);
    } else {
      return differentiate<Op>(lift(x)...);
    }
  }

 private:
  static constexpr const number& lift(const number& x) { return x; }
  static constexpr number lift(const auto& x) { return x; }

  static constexpr number choose(const number& c, const number& a, const number& b) {
    const condition holds = c.primal_ != 0;
    if constexpr (std::same_as<condition, bool>) {
      return holds ? a : b;
    } else {
      number y(where(holds, a.primal_, b.primal_));
      for (std::size_t d = 0; d < N; ++d) {
        y.tangents_[d] = where(holds, a.tangents_[d], b.tangents_[d]);
        y.depends_.add(d, where(holds, a.depends_[d], b.depends_[d]));
      }
      return y;
    }
  }

  template <class Op, std::same_as<number>... X>
  static constexpr number differentiate(const X&... x) {
    if constexpr (requires { typename Op::with_constant_last; }) {
      if (detail::is_constant(std::get<sizeof...(X) - 1>(std::tie(x...)))) {
        return differentiate<typename Op::with_constant_last>(x...);
      }
    }
    number y(static_cast<T>(ctgrad::apply<Op>(x.primal_...)));
    if (!(x.is_passive() && ...)) move<Op>(y, x...);
    return y;
  }

  /// Gives y its tangents.
  template <class Op, class... X>
  static constexpr void move(number& y, const X&... x) {
    const auto partials =
        partials_of<Op>(y.primal_, detail::recorded_with(y.primal_, x.primal_)...);
    if constexpr (std::floating_point<T> && !detail::has_guards<Op, T>) {
      if (detail::all_finite(partials)) {
        return contribute_finite(y, std::index_sequence_for<X...>{}, partials, x...);
      }
    }
    const auto active = active_of<Op>(y.primal_, detail::recorded_with(y.primal_, x.primal_)...);
    std::size_t k = 0;
    ((contribute(y, x, partials[k], active[k]), ++k), ...);
  }

  template <class Op>
  static constexpr auto partials_of(const T& y, const auto&... x) {
    return std::apply(
        [](const auto&... partial_) {
          return std::array<T, sizeof...(partial_)>{static_cast<T>(partial_)...};
        },
        Op::partials(x..., y));
  }

  template <class Op, class... X>
  static constexpr auto active_of(const T& y, const X&... x) {
    if constexpr (detail::has_guards<Op, scalar>) {
      return detail::active_operands<Op>(detail::number_under(y), detail::number_under(x)...);
    } else {
      return std::array{(static_cast<void>(x), condition(true))...};
    }
  }

  /// dy += partial * dx, in the directions in which there is such a contribution.
  static constexpr void contribute(number& y, const number& x, const T& partial,
                                   const condition& active) {
    for (std::size_t d = 0; d < N; ++d) {
      const condition exists = active && x.depends_[d];
      if (detail::never(exists)) continue;
      const T term = ctgrad::where(exists, partial * x.tangents_[d], 0);
      y.tangents_[d] = detail::never(y.depends_[d]) ? term : y.tangents_[d] + term;
      y.depends_.add(d, exists);
    }
  }

  /// All contributions at once, without a question: a finite partial leaves the 0 of a direction
  /// without dependence at 0.
  template <std::size_t... K>
  static constexpr void contribute_finite(number& y, std::index_sequence<K...>,
                                          const std::array<T, sizeof...(K)>& partials,
                                          const auto&... x) {
    for (std::size_t d = 0; d < N; ++d) {
      y.tangents_[d] = (T{} + ... + (partials[K] * x.tangents_[d]));
    }
    (y.depends_.add(x.depends_), ...);
  }
};

}  // namespace ctgrad
