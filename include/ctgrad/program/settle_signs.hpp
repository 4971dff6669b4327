// A pass: signs and constant terms of derivatives settle where they cost nothing.
//
//   l (s + c) + d                is l s + (l c + d), of which the second part is a constant
//   -(l x), and y - z (l x)      are m and y + z m, where m = (-l) x: no change of sign is computed
//
// The second derivatives of polynomials are full of both: -400 x beside 1200 x^2 - 400 y + 2.
#pragma once

#include <ctgrad/program/rewriting.hpp>
#include <ctgrad/program/scale.hpp>

#include <concepts>
#include <cstddef>

namespace ctgrad {
namespace detail {

template <class T>
class sign_settling : rewriting<T> {
  using base = rewriting<T>;
  using base::p_, base::fixed_, base::uses_, base::results_, base::nowhere, base::is, base::operand,
      base::copied;

 public:
  constexpr sign_settling(const program<T>& p_in, std::size_t values_)
      : base(p_in, values_), indifferent_(p_in.code.size()), asked_(p_in.code.size()) {
    for (slot i = 0; i < p_in.code.size(); ++i) count(i);
  }

  constexpr program<T> run() {
    return base::record([&](slot i_) { return rewritten(i_); });
  }

 private:
  // -- what stands in the program ----------------------------------------------------------------

  [[nodiscard]] constexpr bool is_free(slot i, const op_info<T>& op) const {
    return !fixed_[i] && is(i, op);
  }
  [[nodiscard]] constexpr bool is_sum(slot i) const {
    return is_free(i, info_of<ops::add, T>) || is_free(i, info_of<ops::subtract, T>);
  }
  [[nodiscard]] constexpr bool is_literal(slot i) const { return p_.code[i].what == role::literal; }
  /// May it be computed with in advance? Not for a number class, which is more exact than that.
  [[nodiscard]] constexpr bool is_number(slot i) const {
    return std::floating_point<T> && is_literal(i) && can_wait<T>(number_at(i));
  }
  [[nodiscard]] constexpr number_of_literal<T> number_at(slot i) const {
    return static_cast<number_of_literal<T>>(p_.code[i].literal);
  }
  [[nodiscard]] constexpr basic_symbol<T> number(slot i) const { return number_at(i); }

  /// Which operand is a literal: 0 or 1; 2 if none is.
  [[nodiscard]] constexpr std::size_t literal_in(slot i) const {
    return is_literal(operand(i, 0)) ? 0 : is_literal(operand(i, 1)) ? 1 : 2;
  }
  /// Is it l x?
  [[nodiscard]] constexpr bool is_scaled(slot i) const {
    return is_free(i, info_of<ops::multiply, T>) && literal_in(i) != 2;
  }
  /// The one l x whose sign decides that of a term: the term itself or a factor of it.
  [[nodiscard]] constexpr slot sign_of(slot term) const {
    if (is_scaled(term)) return term;
    if (!is_free(term, info_of<ops::multiply, T>) || uses_[term] != 1) return nowhere;
    const slot a = operand(term, 0), b = operand(term, 1);
    if (is_scaled(a) == is_scaled(b)) return nowhere;
    return is_scaled(a) ? a : b;
  }
  /// The term of a sum that may change its sign for nothing, because the sum becomes a difference
  /// or the other way round. In a + b it is b, and a if b cannot.
  [[nodiscard]] constexpr slot indifferent_term(slot sum) const {
    const slot a = operand(sum, 0), b = operand(sum, 1);
    if (a == b) return nowhere;
    if (sign_of(b) != nowhere) return sign_of(a) == sign_of(b) ? nowhere : b;
    return is(sum, info_of<ops::add, T>) && sign_of(a) != nowhere ? a : nowhere;
  }

  /// Counts the uses of l x that are as well off with (-l) x, and those that are better off.
  constexpr void count(slot i) {
    if (is_free(i, info_of<ops::negate, T>)) {
      ++indifferent_[operand(i, 0)], ++asked_[operand(i, 0)];
    } else if (is_sum(i)) {
      const slot term = indifferent_term(i);
      if (term != nowhere) ++indifferent_[sign_of(term)];
    }
  }

  // -- and what it becomes -----------------------------------------------------------------------

  /// Is this l x computed with the opposite sign?
  [[nodiscard]] constexpr bool is_opposite(slot i) const {
    return is_scaled(i) && asked_[i] > 0 && indifferent_[i] == uses_[i];
  }

  /// Does a sum become a difference, or the other way round?
  [[nodiscard]] constexpr bool turns(slot sum) const {
    const slot term = indifferent_term(sum);
    return term != nowhere && is_opposite(sign_of(term));
  }

  constexpr basic_symbol<T> rewritten(slot i) {
    if (is_opposite(i)) return scaled(i, -1);
    if (is_free(i, info_of<ops::negate, T>) && is_opposite(operand(i, 0))) {
      return results_[operand(i, 0)];
    }
    if (is_sum(i)) return sum(i);
    return copied(i);
  }

  constexpr basic_symbol<T> scaled(slot i, int sign) {
    const std::size_t at = literal_in(i);
    return sign * number(operand(i, at)) * results_[operand(i, 1 - at)];
  }

  constexpr basic_symbol<T> sum(slot i) {
    const slot a = operand(i, 0), b = operand(i, 1);
    const bool difference = is(i, info_of<ops::subtract, T>);
    if (turns(i)) {
      if (indifferent_term(i) == a) return results_[b] - results_[a];
      return difference ? results_[a] + results_[b] : results_[a] - results_[b];
    }
    if (is_number(b)) return with_constant(i, a, difference ? -number(b) : number(b));
    if (is_number(a) && !difference) return with_constant(i, b, number(a));
    return copied(i);
  }

  /// x + d, where x may be l (s + c).
  constexpr basic_symbol<T> with_constant(slot i, slot x, const basic_symbol<T>& d) {
    if (!is_scaled(x) || uses_[x] != 1) return copied(i);
    const std::size_t at = literal_in(x);
    const slot inner = operand(x, 1 - at);
    const bool apart = is_sum(inner) && uses_[inner] == 1 && !turns(inner);
    if (!apart || !is_number(operand(x, at))) return copied(i);
    const auto l = number(operand(x, at));
    const slot s = operand(inner, 0), c = operand(inner, 1);
    const bool difference = is(inner, info_of<ops::subtract, T>);
    if (is_number(c)) return l * results_[s] + (difference ? d - l * number(c) : d + l * number(c));
    if (!is_number(s)) return copied(i);
    const auto constant = l * number(s) + d;
    return difference ? constant - l * results_[c] : l * results_[c] + constant;
  }

  buffer<std::size_t> indifferent_, asked_;
};

}  // namespace detail

/// Settles signs and constant terms of derivatives. Before: valid, the first outputs are values.
/// After: valid, fewer operations or the same program, values as they were. Relaxed: a constant
/// term is rounded at another place, beside the constant l c, however small it is; signs change
/// nothing.
template <class T>
constexpr program<T> settle_signs(const program<T>& p, std::size_t values) {
  auto result = detail::sign_settling<T>(p, values).run();
  return operations(result) < operations(p) ? result : p;
}

}  // namespace ctgrad
