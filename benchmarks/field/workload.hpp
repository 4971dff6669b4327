// The workloads that every engine and every other library is measured on: one text each, a template
// on the scalar that knows nothing of ctgrad.
//
// A workload is an object with
//   key, title, what       for the command line, for people, and which derivative is wanted
//   inputs, outputs        how many numbers go in, and how many values come out (1 of a function)
//   operations             roughly how many operations the text has
//   longest_sum            how many numbers are added up one after the other, for the tolerance
//   point()                the numbers that it is differentiated at, all of them variables
//   operator()(x)          the text, where x[i] is a scalar: a scalar, or an array of `outputs`
//   by_hand(x, out)        what a careful engineer writes: the value or values, then the gradient,
//                          the Jacobian row by row, or gradient and Hessian row by row
//
// Texts keep their intermediates in variables of the scalar's type, never `auto`, because the
// operators of some libraries return references to what is gone at the end of a statement.
#pragma once

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <type_traits>
#include <utility>
#include <vector>

#include "../hand/result.hpp"

namespace field {

using numbers = std::vector<double>;

enum class kind { gradient, jacobian, hessian };

/// Something between -0.5 and 0.5 that looks random and is the same everywhere.
constexpr double noise(std::size_t i) {
  auto bits = static_cast<std::uint32_t>(i) * 2654435761u + 12345u;
  bits = (bits ^ (bits >> 15)) * 2246822519u;
  bits ^= bits >> 13;
  return static_cast<double>(bits % 100000u) / 100000.0 - 0.5;
}

inline numbers noises(std::size_t count, std::size_t first) {
  numbers result(count);
  for (std::size_t i = 0; i < count; ++i) result[i] = noise(first + i);
  return result;
}

template <class X>
using element = std::remove_cvref_t<decltype(std::declval<const X&>()[0])>;

/// How many numbers an evaluation leaves: values and derivatives.
template <class Workload>
constexpr std::size_t results() {
  constexpr std::size_t n = Workload::inputs, m = Workload::outputs;
  return Workload::what == kind::hessian ? 1 + n + n * n : m + m * n;
}

}  // namespace field

// -- functions that not every scalar has ---------------------------------------------------------

namespace field_lookup {

void relu() = delete;  // what is found below is found in the namespace of the scalar

template <class T>
concept has_relu = requires(const T& x) { relu(x); };

template <class T>
constexpr T call_relu(const T& x) {
  return relu(x);
}

}  // namespace field_lookup

namespace field {

/// The scalar's own, or a branch.
template <class T>
constexpr T relu(const T& x) {
  if constexpr (field_lookup::has_relu<T>)
    return field_lookup::call_relu(x);
  else
    return x > 0.0 ? x : T(0.0);
}

// -- what was written by hand --------------------------------------------------------------------

template <std::size_t N>
void write(const hand::with_gradient<N>& result, std::span<double> out) {
  out[0] = result.value;
  std::copy_n(result.gradient.begin(), N, out.begin() + 1);
}

template <std::size_t M, std::size_t N>
void write(const hand::with_jacobian<M, N>& result, std::span<double> out) {
  std::copy_n(result.value.begin(), M, out.begin());
  for (std::size_t i = 0; i < M; ++i) {
    std::copy_n(result.jacobian[i].begin(), N, out.data() + M + i * N);
  }
}

/// The arguments of a function by hand that takes an array.
template <std::size_t N>
std::array<double, N> array_of(std::span<const double> x) {
  std::array<double, N> all;
  std::copy_n(x.begin(), N, all.begin());
  return all;
}

}  // namespace field
