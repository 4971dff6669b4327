// A pass: constant factors of derivatives are multiplied where that is done least often.
#pragma once

#include <ctgrad/detail/buffer.hpp>
#include <ctgrad/program/rewriting.hpp>
#include <ctgrad/program/scale.hpp>

#include <cstddef>

namespace ctgrad {
namespace detail {

/// Moves constant factors of derivatives from sums and products to the factors that many products
/// share: 2(v x), 2(v y) and 2(v z) become (2v) x, (2v) y and (2v) z.
template <class T>
class scale_sinking : rewriting<T> {
  using base = rewriting<T>;
  using base::p_, base::fixed_, base::uses_, base::results_, base::is, base::operand;

 public:
  constexpr scale_sinking(const program<T>& p_in, std::size_t values_)
      : base(p_in, values_),
        covered_(p_in.code.size()),
        shared_(p_in.code.size()),
        absorbs_(p_in.code.size()),
        last_(p_in.code.size()) {
    for (auto i = static_cast<slot>(p_.code.size()); i-- > 0;) count(i);
    for (slot i = 0; i < p_.code.size(); ++i) absorbs_[i] = absorbs(i);
  }

  /// Would it help? Two products at least have to have a factor in common, or one two numbers.
  [[nodiscard]] constexpr bool worthwhile() const { return products_ > 1 || chains_ > 0; }

  constexpr program<T> run() {
    return base::record([&](slot i_) { return rewritten(i_); });
  }

 private:
  using coefficient = number_of_literal<T>;
  static constexpr int depth_at_most = 24;

  [[nodiscard]] constexpr bool is_number(slot i) const {
    return p_.code[i].what == role::literal &&
           can_wait<T>(static_cast<coefficient>(p_.code[i].literal));
  }

  /// The factor of l * x that is the number l: 0 or 1; 2 if there is none.
  [[nodiscard]] constexpr std::size_t number_in(slot i) const {
    if (fixed_[i] || !is(i, info_of<ops::multiply, T>)) return 2;
    if (is_number(operand(i, 0))) return 0;
    return is_number(operand(i, 1)) ? 1 : 2;
  }
  /// May a factor be moved into this? Then nobody uses it without one.
  [[nodiscard]] constexpr bool is_free(slot i) const {
    return !fixed_[i] && uses_[i] == covered_[i] && p_.code[i].what == role::call;
  }
  [[nodiscard]] constexpr bool is_sum(slot i) const {
    return is(i, info_of<ops::add, T>) || is(i, info_of<ops::subtract, T>);
  }

  /// Counts uses with a factor in front, and in how many products with one everything is a factor.
  /// All uses of i have been counted before.
  constexpr void count(slot i) {
    const std::size_t at = number_in(i);
    if (at != 2) {
      ++covered_[operand(i, 1 - at)];
      if (number_in(operand(i, 1 - at)) != 2) ++chains_;
    } else if (is_free(i) && is_sum(i)) {
      ++covered_[operand(i, 0)], ++covered_[operand(i, 1)];
    } else if (is_free(i) && is(i, info_of<ops::multiply, T>)) {
      ++shared_[operand(i, 0)], ++shared_[operand(i, 1)], ++products_;
    }
  }

  /// Is there something inside of it that a factor can be multiplied with for nothing, or once for
  /// several products? Otherwise it is not moved into a sum, where it would be multiplied twice.
  [[nodiscard]] constexpr bool absorbs(slot i) const {
    if (!is_free(i)) return false;
    if (number_in(i) != 2) return true;
    const slot a = operand(i, 0), b = operand(i, 1);
    if (is_sum(i)) return absorbs_[a] || absorbs_[b];
    return is(i, info_of<ops::multiply, T>) && (shared_[a] > 1 || shared_[b] > 1);
  }

  constexpr basic_symbol<T> rewritten(slot i) {
    const std::size_t at = number_in(i);
    if (at == 2) return copied(i);
    const auto l = static_cast<coefficient>(p_.code[operand(i, at)].literal);
    const auto positive = scaled(l < 0 ? -l : l, operand(i, 1 - at), depth_at_most);
    return l < 0 ? -positive : positive;
  }

  /// The same operation. What was a sum with a sign may be a difference now.
  constexpr basic_symbol<T> copied(slot i) {
    if (!is_sum(i)) return base::copied(i);
    const auto a = results_[operand(i, 0)], b = results_[operand(i, 1)];
    return is(i, info_of<ops::add, T>) ? a + b : a - b;
  }

  /// l * x, where x may be another number times something.
  static constexpr basic_symbol<T> times(coefficient l, const basic_symbol<T>& x) {
    scale<T> whole{l, x};
    whole.take_literal();
    return whole.coefficient * whole.value;
  }

  /// l * m, once for each that is asked for several times behind each other.
  constexpr basic_symbol<T> scaled(coefficient l, slot m, int depth) {
    if (last_[m].by != l) last_[m] = {l, newly_scaled(l, m, depth)};
    return last_[m].result;
  }

  constexpr basic_symbol<T> newly_scaled(coefficient l, slot m, int depth) {
    if (!absorbs_[m] || depth == 0) return times(l, results_[m]);
    const slot a = operand(m, 0), b = operand(m, 1);
    if (is_sum(m)) {
      const auto first = scaled(l, a, depth - 1), second = scaled(l, b, depth - 1);
      return is(m, info_of<ops::add, T>) ? first + second : first - second;
    }
    if (!is(m, info_of<ops::multiply, T>) || number_in(m) != 2) return times(l, results_[m]);
    const bool first = shared_[a] > shared_[b] || (shared_[a] == shared_[b] && a < b);
    return first ? times(l, results_[a]) * results_[b] : times(l, results_[b]) * results_[a];
  }

  struct scaled_result {
    coefficient by = 0;
    basic_symbol<T> result{};
  };

  buffer<std::size_t> covered_, shared_;
  buffer<char> absorbs_;
  buffer<scaled_result> last_;
  std::size_t products_ = 0, chains_ = 0;
};

}  // namespace detail

/// Moves constant factors of derivatives to where they are multiplied least often. Before: valid,
/// the first outputs are values. After: valid, no more operations, values as they were; derivatives
/// may differ in rounding (not for factors that are powers of two), and where a product with a
/// factor leaves the range of the numbers.
template <class T>
constexpr program<T> sink_scales(const program<T>& p, std::size_t values) {
  detail::scale_sinking<T> pass(p, values);
  if (!pass.worthwhile()) return p;
  auto result = pass.run();
  return operations(result) < operations(p) ? result : p;
}

}  // namespace ctgrad
