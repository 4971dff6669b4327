// Functions of many numbers: sums, norms, and what softmax is made of.
//
// They take a range (std::array, std::span, std::vector, ...) of numbers, symbols or Values and are
// written in terms of other ops, so every engine runs and differentiates them. Cost: linear in the
// number of elements, in the derivative too.
//
// A scale that is taken out of a norm or an exponential, so that nothing overflows, does not change
// the mathematics; it is detached and takes no part in the derivative.
#pragma once

#include <ctgrad/detail/error.hpp>
#include <ctgrad/op/exponential.hpp>
#include <ctgrad/op/power.hpp>

#include <array>
#include <concepts>
#include <cstddef>
#include <limits>
#include <span>
#include <type_traits>
#include <vector>

namespace ctgrad {

/// What a function of a range is computed in: the type of its elements, double for whole numbers.
template <class Range>
using element_of =
    detail::real_of<std::remove_cvref_t<decltype(*std::begin(std::declval<const Range&>()))>>;

/// Something to iterate over that holds operands.
template <class Range>
concept operands_range = operand<element_of<Range>>;

namespace detail {

/// f(...f(f(first, x[0]), x[1])..., x[n-1]), from left to right.
template <class First>
constexpr First folded(const auto& range, First result, auto f) {
  for (const auto& x : range) result = f(result, x);
  return result;
}

/// The largest element as a constant; `least` for an empty range.
template <operands_range Range>
constexpr auto largest(const Range& range, element_of<Range> least, auto of) {
  return ctgrad::detach(folded(range, least, [&](const auto& m_, const auto& x_) {
    return element_of<Range>(ctgrad::max(m_, of(x_)));
  }));
}

/// A range of the same size holding results: an array for what has a static size, else a vector.
template <class X, class T, std::size_t N>
constexpr std::array<X, N> like(const std::array<T, N>&) {
  return {};
}
template <class X, class T, std::size_t N>
  requires(N != std::dynamic_extent)
constexpr std::array<X, N> like(const std::span<T, N>&) {
  return {};
}
template <class X, class T, std::size_t N>
constexpr std::array<X, N> like(const T (&)[N]) {
  return {};
}
template <class X>
constexpr std::vector<X> like(const auto& range) {
  std::size_t size = 0;
  for (auto at = std::begin(range); at != std::end(range); ++at) ++size;
  return std::vector<X>(size);
}

/// f(x) for every element.
template <operands_range Range>
constexpr auto mapped(const Range& range, auto f) {
  auto result = like<element_of<Range>>(range);
  auto next = result.begin();
  for (const auto& x : range) *next++ = f(x);
  return result;
}

/// What is subtracted from every exponent; 0 where the largest is no number to subtract.
template <operands_range Range>
constexpr auto shift_of(const Range& range) {
  using scalar = scalar_of<element_of<Range>>;
  const scalar infinity = std::numeric_limits<scalar>::infinity();
  const auto m = largest(range, -infinity, [](const auto& x_) { return x_; });
  return ctgrad::where(m > -infinity && m < infinity, m, 0);
}

/// exp(x[0] - shift) + exp(x[1] - shift) + ...
template <operands_range Range>
constexpr element_of<Range> sum_of_exp(const Range& range, const auto& shift) {
  return folded(range, element_of<Range>(0),
                [&](const auto& s_, const auto& x_) { return s_ + apply<ops::exp>(x_ - shift); });
}

}  // namespace detail

/// x[0] + x[1] + ..., from left to right.
template <operands_range Range, nothing... Yield>
constexpr element_of<Range> sum(const Range& x, CTGRAD_YIELD) {
  CTGRAD_HERE
  return detail::folded(x, element_of<Range>(0),
                        [](const auto& s_, const auto& v_) { return s_ + v_; });
}

/// a[0] b[0] + a[1] b[1] + ... Error: [ctgrad-E31] if the ranges differ in length.
template <operands_range A, operands_range B, nothing... Yield>
constexpr auto dot(const A& a, const B& b, CTGRAD_YIELD) {
  CTGRAD_HERE
  using result = decltype(element_of<A>(*std::begin(a)) * element_of<B>(*std::begin(b)));
  if (std::size(a) != std::size(b)) {
    detail::raise("ctgrad-E31", "dot of two ranges of different length");
  }
  result s = 0;
  auto v = std::begin(b);
  for (const auto& u : a) s = s + element_of<A>(u) * element_of<B>(*v++);
  return s;
}

/// The sum of squares. It is smooth at the origin, where norm is not.
template <operands_range Range, nothing... Yield>
constexpr element_of<Range> squared_norm(const Range& x, CTGRAD_YIELD) {
  CTGRAD_HERE
  return detail::folded(x, element_of<Range>(0),
                        [](const auto& s_, const auto& v_) { return s_ + ctgrad::square(v_); });
}

/// The square root of the sum of squares, scaled so that no square overflows or vanishes. At the
/// origin the gradient is 0: of all slopes of the cone's tip the one of least norm.
template <operands_range Range, nothing... Yield>
constexpr element_of<Range> norm(const Range& x, CTGRAD_YIELD) {
  CTGRAD_HERE
  using element = element_of<Range>;
  using limits = std::numeric_limits<scalar_of<element>>;
  const auto m = detail::largest(x, 0, [](const auto& v_) { return ctgrad::abs(v_); });
  const auto scale =
      ctgrad::where(m <= (limits::max)(), ctgrad::max(m, (limits::min)()), 1);  // 1/scale is finite
  const auto squares = detail::folded(x, element(0), [&](const auto& s_, const auto& v_) {
    return s_ + ctgrad::square(v_ / scale);
  });
  return ctgrad::where(squares == 0, 0, scale * apply<ops::sqrt>(squares));
}

/// log(exp x[0] + exp x[1] + ...). The gradient is softmax(x), which adds up to 1; for elements
/// that are all -inf the result is -inf and the gradient 0.
/// The error of the value is relative to the larger of 1 and the value.
template <operands_range Range, nothing... Yield>
constexpr element_of<Range> log_sum_exp(const Range& x, CTGRAD_YIELD) {
  CTGRAD_HERE
  using element = element_of<Range>;
  const auto infinity = std::numeric_limits<scalar_of<element>>::infinity();
  const auto shift = detail::shift_of(x);
  const auto total = detail::sum_of_exp(x, shift);
  return ctgrad::where(total == 0, -infinity, shift + apply<ops::log>(total));
}

/// exp x[i]/(exp x[0] + exp x[1] + ...), as an array where the size is part of the type, otherwise
/// as a vector.
template <operands_range Range, nothing... Yield>
constexpr auto softmax(const Range& x, CTGRAD_YIELD) {
  CTGRAD_HERE
  const auto shift = detail::shift_of(x);
  auto result = detail::mapped(x, [&](const auto& v_) { return apply<ops::exp>(v_ - shift); });
  const auto total = ctgrad::sum(result);
  for (auto& v : result) v = v / total;
  return result;
}

namespace detail {

/// d log_sum_exp(x) = softmax(x), of which y is the value, and 0 where that is -inf.
template <class T>
std::vector<T> partials_of_log_sum_exp(const std::vector<T>& x, const T& y) {
  if (y == -std::numeric_limits<scalar_of<T>>::infinity()) return std::vector<T>(x.size());
  return ctgrad::softmax(x);
}

}  // namespace detail

/// log(softmax(x)[i]), as (x[i] - shift) - log(total): x[i] - log_sum_exp(x) would cancel.
template <operands_range Range, nothing... Yield>
constexpr auto log_softmax(const Range& x, CTGRAD_YIELD) {
  CTGRAD_HERE
  const auto shift = detail::shift_of(x);
  const auto log_total = apply<ops::log>(detail::sum_of_exp(x, shift));
  return detail::mapped(x, [&](const auto& v_) { return (v_ - shift) - log_total; });
}

}  // namespace ctgrad
