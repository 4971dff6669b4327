// Sums and dot products of ranges, each as one result with as many operands as there are.
//
//   std::vector<Value> w = ..., x = ...;
//   Value a = dot(w, x) + b;    // one result with 2 n + 1 operands
//   Value mean = sum(losses) / losses.size();
//
// A loop of s += w[i] * x[i] makes the same value, to the last bit without fused multiply-adds, and
// the same derivatives.
#pragma once

#include <ctgrad/detail/error.hpp>
#include <ctgrad/detail/text.hpp>
#include <ctgrad/op/reduction.hpp>
#include <ctgrad/tape/value.hpp>

#include <cstddef>
#include <iterator>
#include <ranges>
#include <string>
#include <tuple>
#include <type_traits>
#include <vector>

namespace ctgrad {
namespace detail {

template <class X>
inline constexpr bool is_value = false;
template <class T>
inline constexpr bool is_value<basic_value<T>> = true;

template <class Range>
using element_of = std::remove_cvref_t<decltype(*std::begin(std::declval<const Range&>()))>;
template <class Range>
concept range_of_values = is_value<element_of<Range>>;
template <class Range>
concept range_of_numbers = number<element_of<Range>>;

template <class T>
inline constexpr wide_text<T> sum_text{{"sum", 0, {}, {}}, {}, {}, 0};
template <class T>
inline constexpr wide_text<T> dot_text{{"dot", 0, {}, {}}, {}, {}, 0};
template <class T>
inline constexpr wide_text<T> log_sum_exp_text{{"log_sum_exp", 0, {}, {}}, {}, {}, 0};

/// Some containers count with a sign.
constexpr std::size_t length_of(const auto& range) {
  return static_cast<std::size_t>(std::size(range));
}

/// The range itself, or its elements if they are computed whenever they are looked at, as in a
/// std::views::transform: an operation is recorded while those of its operands are not.
template <class Range>
constexpr decltype(auto) stored(const Range& range) {
  if constexpr (std::is_lvalue_reference_v<decltype(*std::begin(range))>) {
    return (range);
  } else {
    std::vector<element_of<Range>> all;
    all.reserve(length_of(range));
    for (auto&& x : range) all.push_back(x);
    return all;
  }
}

[[noreturn]] CTGRAD_COLD inline void refuse_lengths(std::size_t a, std::size_t b) {
  raise("ctgrad-E31",
        text("dot of ranges of different length, ", std::to_string(a), " and ", std::to_string(b),
             ": give both the same number of elements, as std::span(x).first(n) does"));
}

}  // namespace detail

/// The sum of a range of Values, in its order; a passive 0 if it is empty. Recorded as one result:
/// 16 bytes for each element. Any range with a size: std::vector, std::array, std::span, a view.
template <detail::range_of_values Range>
auto sum(const Range& range_ CTGRAD_WHERE) {
  CTGRAD_HERE
  auto&& range = detail::stored(range_);
  using value = detail::element_of<Range>;
  using T = std::remove_cvref_t<decltype(std::declval<value>().data())>;
  T y{};
  for (const value& x : range) y += x.data();
  const T slope(std::get<1>(ops::add::partials(y, y, y)));
  return value::ctgrad_engine::wide(
      y, detail::length_of(range), detail::sum_text<T>,
      [&](auto&& edge_) {
        for (const value& x_ : range) edge_(slope, x_);
      },
      [&](auto&& show_) {
        for (const value& x_ : range) show_(x_);
      });
}

/// The sum of the products of two ranges of the same length, of which one may be of numbers.
/// Recorded as one result: 16 bytes for each Value in them. Errors: E31 for different lengths.
template <class A, class B>
  requires((detail::range_of_values<A> && detail::range_of_values<B>) ||
           (detail::range_of_values<A> && detail::range_of_numbers<B>) ||
           (detail::range_of_numbers<A> && detail::range_of_values<B>))
auto dot(const A& a_, const B& b_ CTGRAD_WHERE) {
  CTGRAD_HERE
  auto&& a = detail::stored(a_);
  auto&& b = detail::stored(b_);
  using value =
      std::conditional_t<detail::range_of_values<A>, detail::element_of<A>, detail::element_of<B>>;
  using T = std::remove_cvref_t<decltype(std::declval<value>().data())>;
  if (detail::length_of(a) != detail::length_of(b))
    detail::refuse_lengths(detail::length_of(a), detail::length_of(b));
  T y{};
  auto other = std::begin(b);
  for (const auto& x : a) y += T(detail::data_of(x)) * T(detail::data_of(*other++));
  constexpr std::size_t each = std::size_t{detail::range_of_values<A>} + detail::range_of_values<B>;
  return value::ctgrad_engine::wide(
      y, each * detail::length_of(a), detail::dot_text<T>,
      [&](auto&& edge_) {
        auto other_ = std::begin(b);
        for (const auto& x_ : a) {
          const auto& z_ = *other_++;
          const auto [dx, dz] =
              ops::multiply::partials(T(detail::data_of(x_)), T(detail::data_of(z_)), y);
          if constexpr (detail::range_of_values<A>) edge_(dx, x_);
          if constexpr (detail::range_of_values<B>) edge_(dz, z_);
        }
      },
      [&](auto&& show_) {
        for (const auto& x_ : a) show_(x_);
        for (const auto& z_ : b) show_(z_);
      });
}

/// log(exp x[0] + exp x[1] + ...) of a range of Values, recorded as one result: 16 bytes for each
/// element.
template <detail::range_of_values Range>
auto log_sum_exp(const Range& range_ CTGRAD_WHERE) {
  CTGRAD_HERE
  auto&& range = detail::stored(range_);
  using value = detail::element_of<Range>;
  using T = std::remove_cvref_t<decltype(std::declval<value>().data())>;
  std::vector<T> numbers;
  numbers.reserve(detail::length_of(range));
  for (const value& x : range) numbers.push_back(x.data());
  const T y = ctgrad::log_sum_exp(numbers);
  const auto slopes = detail::partials_of_log_sum_exp(numbers, y);
  return value::ctgrad_engine::wide(
      y, numbers.size(), detail::log_sum_exp_text<T>,
      [&](auto&& edge_) {
        auto slope_ = slopes.begin();
        for (const value& x_ : range) edge_(*slope_++, x_);
      },
      [&](auto&& show_) {
        for (const value& x_ : range) show_(x_);
      });
}

}  // namespace ctgrad
