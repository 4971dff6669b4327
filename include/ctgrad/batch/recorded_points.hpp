// How the arguments of a batch of a recording are spread over points.
//
// Where one number was recorded, a vector or span varies and a number does not. Where several were,
// what is like the recorded argument does not vary; one that varies has a vector or span in place
// of every number (columns), or is rows(numbers, width), or a vector or span of std::arrays, tuples
// or structs.
#pragma once

#include <ctgrad/batch/points.hpp>
#include <ctgrad/batch/rows.hpp>
#include <ctgrad/record/recording.hpp>

#include <concepts>
#include <cstddef>
#include <string>
#include <tuple>
#include <type_traits>
#include <utility>
#include <vector>

namespace ctgrad::detail {

/// Something to count and iterate over, no tuple.
template <class X>
concept sized_range = requires(const X& x) {
  x.begin() != x.end();
  x.size();
};
template <class X>
using value_in = std::remove_cvref_t<decltype(*std::declval<const X&>().begin())>;

template <class X>
inline constexpr bool is_rows = false;
template <class T>
inline constexpr bool is_rows<rows_of<T>> = true;

/// Plain numbers, arranged as those of R.
template <class R, class X>
struct same_kind : std::bool_constant<operand<R> && std::is_arithmetic_v<X>> {};
template <sized_range R, sized_range X>
struct same_kind<R, X> : same_kind<value_in<R>, value_in<X>> {};
template <class... R, class... X>
  requires(sizeof...(R) == sizeof...(X))
struct same_kind<std::tuple<R...>, std::tuple<X...>>
    : std::bool_constant<(same_kind<R, X>::value && ...)> {};
template <class R, class Q, class X, class Y>
struct same_kind<std::pair<R, Q>, std::pair<X, Y>>
    : std::bool_constant<same_kind<R, X>::value && same_kind<Q, Y>::value> {};
template <template <class> class S, number R, number X>
  requires(structured<S<R>> && !sized_range<S<R>>)
struct same_kind<S<R>, S<X>> : std::true_type {};

/// A struct template that is adapted, of two kinds of members.
template <class R, class X>
inline constexpr bool same_struct = false;
template <template <class> class S, number R, class X>
  requires(structured<S<R>> && !sized_range<S<R>>)
inline constexpr bool same_struct<S<R>, S<X>> = true;

template <class X>
concept column_like = contiguous<X> && std::is_arithmetic_v<element_of_points<X>>;

/// A column or one number, which only the object knows.
template <class X>
concept column_or_number = requires(const X& x) {
  { x.varies() } -> std::same_as<bool>;
  x.number();
};

enum class spread : char { unknown, shared, column, either, rows, points, range, tuple, members };

/// How X is spread over points where R was recorded.
template <class R, class X>
consteval spread spread_of() {
  if constexpr (same_kind<R, X>::value) return spread::shared;
  if constexpr (column_or_number<X>) return operand<R> ? spread::either : spread::unknown;
  if constexpr (operand<R>) return column_like<X> ? spread::column : spread::unknown;
  if constexpr (is_rows<X>) return spread::rows;
  if constexpr (contiguous<X> && points_of<X>::supported && numbers_by_type < R >> 0) {
    if constexpr (same_kind<R, element_of_points<X>>::value) return spread::points;
  }
  if constexpr (sized_range<R> && sized_range<X>) return spread::range;
  if constexpr (tuple_like<R> && tuple_like<X>) return spread::tuple;
  return same_struct<R, X> ? spread::members : spread::unknown;
}

/// Writes the columns of the arguments of a recording.
template <class T>
class recorded_points {
 public:
  recorded_points(std::size_t argument_in, column_writer<T>& columns_in)
      : argument_(argument_in), columns_(columns_in) {}

  /// Errors: [ctgrad-E51] for other lengths than the recorded ones, E57.
  template <class R, class X>
  void append(const R& recorded, const X& x) {
    constexpr spread how = spread_of<R, X>();
    check<R, X, how>();
    if constexpr (how == spread::shared) {
      if constexpr (is_row<X> && is_row<R>) {
        if (x.size() != recorded.size()) require_like(argument_, x, recorded, size_of(recorded));
      } else if constexpr (!operand<X>) {
        require_like(argument_, x, recorded, size_of(recorded));
      }
      layout<X>::visit(x, [&](const auto& x_) { columns_.add_constant(static_cast<T>(x_)); });
    } else if constexpr (how == spread::column) {
      columns_.add(std::data(x), std::size(x), 1);
    } else if constexpr (how == spread::either) {
      x.varies() ? columns_.add(x.data(), x.size(), 1) : columns_.add_constant(x.number());
    } else if constexpr (how == spread::rows) {
      append_rows(count_numbers(recorded), x);
    } else if constexpr (how == spread::points) {
      points_of<X>::append(columns_, x);
    } else if constexpr (how == spread::range) {
      append_range(recorded, x);
    } else if constexpr (how == spread::tuple) {
      append_tuple(recorded, x, std::make_index_sequence<std::tuple_size_v<R>>{});
    } else if constexpr (how == spread::members) {
      append_members(recorded, x);
    }
  }

 private:
  template <class R, class X, spread How>
  static consteval void check() {
    static_assert(How != spread::unknown,
                  "[ctgrad-E56] an argument of a batch is neither like the one that was recorded "
                  "nor spread over points: a number becomes a std::vector or std::span, a "
                  "std::vector of numbers a std::vector of spans (one for each of them) or "
                  "rows(numbers, width), a std::array also a std::vector of such arrays");
    constexpr bool fits = [] {
      if constexpr (How == spread::column) return std::is_same_v<element_of_points<X>, T>;
      if constexpr (How == spread::rows) return std::is_same_v<X, rows_of<T>>;
      if constexpr (How == spread::points) return points_of<X>::template fits<T>;
      return true;
    }();
    static_assert(fits,
                  "[ctgrad-E56] the numbers that vary in a batch are of another type than those "
                  "that the recording is computed in: copy them into a std::vector of that type");
  }

  void append_rows(std::size_t width, const rows_of<T>& x) {
    require_length(width, x.width);
    for (std::size_t k = 0; k < width; ++k) columns_.add(x.numbers + k, x.points, width);
  }

  template <class R, class X>
  void append_range(const R& recorded, const X& x) {
    require_length(recorded.size(), x.size());
    auto at = x.begin();
    for (const auto& element : recorded) append(element, *at++);
  }

  template <class R, class X, std::size_t... I>
  void append_tuple(const R& recorded, const X& x, std::index_sequence<I...>) {
    static_assert(std::tuple_size_v<X> == sizeof...(I), "[ctgrad-E56]");
    (append(std::get<I>(recorded), std::get<I>(x)), ...);
  }

  template <class R, class X>
  void append_members(const R& recorded, const X& x) {
    constexpr std::size_t size = std::tuple_size_v<typename structure<R>::members>;
    with_members<size>(recorded, [&](const auto&... recorded_) {
      with_members<size>(x, [&](const auto&... x_) { (append(recorded_, x_), ...); });
    });
  }

  void require_length(std::size_t recorded, std::size_t given) const {
    if (recorded == given) return;
    raise("ctgrad-E51",
          text("argument ", std::to_string(argument_), " (counted from 0) of a batch has ",
               std::to_string(given), " columns or parts, and ", std::to_string(recorded),
               " were recorded: record the function again for other lengths"));
  }

  std::size_t argument_;
  column_writer<T>& columns_;
};

}  // namespace ctgrad::detail
