// The caller's memory that results are written to.
#pragma once

#include <ctgrad/batch/points.hpp>
#include <ctgrad/detail/error.hpp>
#include <ctgrad/detail/text.hpp>

#include <algorithm>
#include <concepts>
#include <cstddef>
#include <functional>
#include <iterator>
#include <span>
#include <string>
#include <tuple>
#include <type_traits>
#include <utility>

namespace ctgrad::detail {

/// Room for one number of every point.
template <class X, class T>
concept target = requires(X& x) {
  { std::data(x) } -> std::same_as<T*>;
  std::size(x);
};

/// How many members there are in a value with derivatives, or an adapted struct.
template <class X>
inline constexpr std::size_t aggregate_size = 0;
template <template <class...> class Aggregate, class A, class B, class... C>
inline constexpr std::size_t aggregate_size<Aggregate<A, B, C...>> = 2 + sizeof...(C);
template <template <class> class S, class X>
  requires(structured<S<double>>)
inline constexpr std::size_t aggregate_size<S<X>> =
    std::tuple_size_v<typename structure<S<double>>::members>;

/// Does an X consist of targets?
template <class X>
consteval bool has_targets() {
  if constexpr (target<X, double> || target<X, float>) {
    return true;
  } else if constexpr (requires(X& x) { x.begin() != x.end(); }) {
    return has_targets<std::remove_reference_t<decltype(*std::declval<X&>().begin())>>();
  } else {
    return std::is_class_v<X>;  // a tuple, or what vmap(g) has returned
  }
}

/// Calls f(data, size) for every target in x, in order: x may be one, a range or tuple of them, or
/// what vmap(g) has returned.
template <class T, class X>
constexpr void for_each_target(X& x, auto&& f) {
  if constexpr (target<X, T>) {
    f(std::data(x), std::size(x));
  } else if constexpr (requires { x.begin() != x.end(); }) {
    for (auto& element : x) for_each_target<T>(element, f);
  } else if constexpr (requires { std::tuple_size<X>::value; }) {
    std::apply([&](auto&... element_) { (for_each_target<T>(element_, f), ...); }, x);
  } else if constexpr (requires { x.entries; }) {
    for_each_target<T>(x.entries, f);  // by variables
  } else if constexpr (aggregate_size<X> != 0) {
    with_members<aggregate_size<X>>(
        x, [&](auto&... member_) { (for_each_target<T>(member_, f), ...); });
  }
}

[[noreturn]] CTGRAD_COLD inline void refuse_number_of_targets(std::size_t given,
                                                              std::size_t needed) {
  raise("ctgrad-E59", text("vmap(g).into(...) was given room for ", std::to_string(given),
                           " numbers of a point, and g has ", std::to_string(needed),
                           ": pass a span or vector for every one of them, in their order"));
}

/// Where the outputs of every point go. Before: `to` has room for `outputs` pointers. Errors:
/// [ctgrad-E59] for another number of targets, or one with room for less than `points` numbers.
template <class T>
void collect_targets(auto& given, std::size_t outputs, std::size_t points, T** to) {
  std::size_t count = 0;
  for_each_target<T>(given, [&](T* data_, std::size_t size_) {
    if (size_ < points) {
      raise("ctgrad-E59", text("span ", std::to_string(count),
                               " (counted from 0) of vmap(g).into(...) has room for ",
                               std::to_string(size_), " points, and there are ",
                               std::to_string(points), ": make it as long as the arguments"));
    }
    if (count < outputs) to[count] = data_;
    ++count;
  });
  if (count != outputs) refuse_number_of_targets(count, outputs);
}

[[noreturn]] CTGRAD_COLD inline void refuse_overlap(bool with_input) {
  raise("ctgrad-E60",
        text("a span of vmap(g).into(...) overlaps ", with_input ? "an argument" : "another one",
             ": results are written while arguments are still read, so give them memory of "
             "their own"));
}

/// Error: [ctgrad-E60] if anything is written where something else is written or read. `sorted` is
/// a copy of the targets, which is sorted.
template <class T>
void require_apart(std::span<const column<T>> inputs, std::span<T*> sorted, std::size_t points) {
  if (points == 0) return;
  std::sort(sorted.begin(), sorted.end(), std::less<>{});
  for (std::size_t k = 0; k + 1 < sorted.size(); ++k) {
    if (std::less<>{}(sorted[k + 1], sorted[k] + points)) refuse_overlap(false);
  }
  for (const auto& in : inputs) {
    const auto ends_before = [&](const T* to_, const T* data_) {
      return !std::less<>{}(data_, to_ + points);
    };
    const auto at = std::lower_bound(sorted.begin(), sorted.end(), in.data, ends_before);
    if (at != sorted.end() && std::less<>{}(*at, in.end())) refuse_overlap(true);
  }
}

}  // namespace ctgrad::detail
