// Value: a number that records what is done with it, for control flow that depends on data.
//
//   ctgrad::Value a{2.0}, b{-3.0}, c{10.0};   // braces make variables
//   auto d = a + b * c;                       // d is a Value: auto is safe
//   auto e = relu(d);
//   e.backward();
//   a.grad();                                 // de/da
//
// A Value made in any other way from a number (Value s = 0.0, T(0), 2 * x, Value y;) is a passive
// constant: it records nothing and has no gradient.
#pragma once

#include <ctgrad/tape/basic_value.hpp>
#include <ctgrad/tape/engine.hpp>

#include <concepts>
#include <type_traits>
#include <vector>

namespace ctgrad {
namespace detail {

/// The number of a Value, and of a number.
template <class T>
constexpr const T& data_of(const basic_value<T>& x) {
  return x.data();
}
constexpr const auto& data_of(const number auto& x) {
  return x;
}

}  // namespace detail

/// Values of double: what most programs use.
using Value = basic_value<double>;

/// A variable for every number of a range: variables(std::array{1.0, 2.0}). Whole numbers become
/// doubles.
template <class Range>
auto variables(const Range& numbers) {
  using number_type = std::remove_cvref_t<decltype(*std::begin(numbers))>;
  using T = std::conditional_t<std::integral<number_type>, double, number_type>;
  std::vector<basic_value<T>> result;
  for (const auto& x : numbers) result.push_back(basic_value<T>{static_cast<T>(x)});
  return result;
}

}  // namespace ctgrad
