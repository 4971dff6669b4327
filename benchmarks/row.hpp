// A row of the table of instructions: a workload written by hand and compiled by ctgrad, as two
// functions under plain names (hand_relu, static_relu) that valgrind and objdump find.
//
// A row is a translation unit of its own: `#include` of a workload, then CTGRAD_ROW(relu).
#pragma once

#include <array>
#include <cstddef>
#include <new>
#include <tuple>
#include <type_traits>

#include "workloads/points.hpp"

namespace rows {

/// Evaluates at a point and constructs the result in the memory given, without a copy.
using function = void (*)(void* result, const void* point);

struct row {
  const char* name;
  function by_hand, by_ctgrad;
  std::size_t numbers;  // in a result, which is nothing but doubles
  std::size_t values;   // so many of them come first and are equal to the last bit
  std::array<const void*, workloads::number_of_points> points;
};

/// Makes a row known to the program (instructions.cpp).
bool add(const row& r);

template <class Workload>
using point = decltype(Workload::point(0));
template <class F, class Point>
using result = decltype(std::apply(std::declval<F>(), std::declval<const Point&>()));

template <class Workload>
inline const auto points = workloads::points<Workload>();

/// Without fused operations, that is. Whether the compiler makes them is for it to decide.
#if defined(__FMA__)
inline constexpr bool exact = false;
#else
inline constexpr bool exact = true;
#endif

/// Both functions take the same arguments and leave the same numbers in the same order.
template <class Workload>
constexpr std::size_t numbers() {
  using by_hand = result<decltype(Workload::by_hand), point<Workload>>;
  using by_ctgrad = result<decltype(Workload::by_ctgrad), point<Workload>>;
  static_assert(std::is_trivially_copyable_v<by_hand> && std::is_trivially_copyable_v<by_ctgrad>);
  static_assert(sizeof(by_hand) == sizeof(by_ctgrad) && sizeof(by_hand) % sizeof(double) == 0);
  return sizeof(by_hand) / sizeof(double);
}

template <class Workload>
row make(const char* name, function by_hand, function by_ctgrad) {
  using result_by_hand = result<decltype(Workload::by_hand), point<Workload>>;
  constexpr std::size_t values = exact ? sizeof(result_by_hand::value) / sizeof(double) : 0;
  row made{name, by_hand, by_ctgrad, numbers<Workload>(), values, {}};
  for (std::size_t i = 0; i < made.points.size(); ++i) made.points[i] = &points<Workload>[i];
  return made;
}

}  // namespace rows

#define CTGRAD_ROW_FUNCTION(name, workload, call)                                           \
  extern "C" void name(void* result, const void* point);                                    \
  extern "C" void name(void* result, const void* point) {                                   \
    const auto& arguments = *static_cast<const rows::point<workloads::workload>*>(point);   \
    const auto evaluate = [](const auto&... x) { return workloads::workload::call(x...); }; \
    ::new (result) auto(std::apply(evaluate, arguments));                                   \
  }

#define CTGRAD_ROW(workload)                                  \
  CTGRAD_ROW_FUNCTION(hand_##workload, workload, by_hand)     \
  CTGRAD_ROW_FUNCTION(static_##workload, workload, by_ctgrad) \
  static const bool added =                                   \
      rows::add(rows::make<workloads::workload>(#workload, hand_##workload, static_##workload));
