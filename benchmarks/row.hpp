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
#include <utility>

#include "hand/result.hpp"
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

template <class Workload>
const point<Workload>& point_at(const void* address) {
  return *static_cast<const point<Workload>*>(address);
}

/// Calls a function with the elements of a tuple and constructs its result.
template <const auto& Function, class Point, std::size_t... I>
CTGRAD_INLINED void call(void* result, const Point& arguments, std::index_sequence<I...>) {
  ::new (result) auto(Function(std::get<I>(arguments)...));
}

template <class Workload>
using elements = std::make_index_sequence<std::tuple_size_v<point<Workload>>>;

}  // namespace rows

// By hand through std::apply, which lets g++ read arguments as late as it likes. ctgrad's call
// stands in the function itself; its parts are inlined as far as they say so themselves.
#define CTGRAD_ROW(workload)                                                                       \
  extern "C" void hand_##workload(void* result, const void* point);                                \
  extern "C" void hand_##workload(void* result, const void* point) {                               \
    const auto by_hand = [](const auto&... x) { return workloads::workload::by_hand(x...); };      \
    ::new (result) auto(std::apply(by_hand, rows::point_at<workloads::workload>(point)));          \
  }                                                                                                \
  extern "C" void static_##workload(void* result, const void* point);                              \
  extern "C" void static_##workload(void* result, const void* point) {                             \
    rows::call<workloads::workload::by_ctgrad>(result, rows::point_at<workloads::workload>(point), \
                                               rows::elements<workloads::workload>{});             \
  }                                                                                                \
  static const bool added =                                                                        \
      rows::add(rows::make<workloads::workload>(#workload, hand_##workload, static_##workload));
