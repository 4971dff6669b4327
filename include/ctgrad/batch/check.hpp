// What is wrong with the arguments of a batch, if anything: one readable sentence each.
#pragma once

#include <ctgrad/batch/points.hpp>
#include <ctgrad/diff/trace.hpp>

#include <type_traits>

namespace ctgrad::detail {

/// Lanes hold numbers of two types.
template <class T>
consteval bool check_number() {
  constexpr bool fits = std::is_same_v<T, double> || std::is_same_v<T, float>;
  static_assert(fits,
                "[ctgrad-E56] batches are computed in double or float: convert the arguments, or "
                "call the function itself at every point");
  return fits;
}

template <class... X>
consteval bool check_points() {
  constexpr bool known = (points_of<X>::supported && ...);
  static_assert(known,
                "[ctgrad-E56] an argument of a batch is neither a number (the same at all points), "
                "a std::vector or std::span of numbers (one for each point), nor a std::array, "
                "std::tuple or adapted struct of them, as std::array{column, column}; rows(...) "
                "are for recordings");
  if constexpr (known) {
    using T = scalar_of_call<point_type<X>...>;
    constexpr bool fits = (points_of<X>::template fits<T> && ...);
    static_assert(fits,
                  "[ctgrad-E56] the numbers that vary in a batch are of another type than those "
                  "that it is computed in, the common type of all arguments: pass 0.5f beside a "
                  "std::vector<float>, and no vector of whole numbers");
    return fits && check_number<T>();
  } else {
    return false;
  }
}

}  // namespace ctgrad::detail
