// Functions of floats that are computed as doubles.
#pragma once

#include <ctgrad/config.hpp>

#include <cstddef>
#include <type_traits>

namespace ctgrad {

template <class T>
class lanes;

namespace detail {

/// The numbers of lanes as doubles, to be taken as lanes again.
template <class T>
struct as_doubles {
  using lanes_of_doubles = lanes<std::common_type_t<T, double>>;
  double numbers[lanes<T>::size];

  CTGRAD_RECORD explicit as_doubles(const lanes<T>& x) {
    T narrow[lanes<T>::size];
    x.store(narrow);
    for (std::size_t i = 0; i < lanes<T>::size; ++i) numbers[i] = static_cast<double>(narrow[i]);
  }
  CTGRAD_RECORD lanes_of_doubles at(std::size_t i) const {
    return lanes_of_doubles::load(&numbers[i]);
  }
};

/// f(x...) for lanes of floats.
template <class T, class... Wide>
CTGRAD_RECORD lanes<T> narrowed(const auto& f, const Wide&... x) {
  using doubles = lanes<std::common_type_t<T, double>>;
  T narrow[lanes<T>::size];
  double wide[lanes<T>::size];
  for (std::size_t i = 0; i < lanes<T>::size; i += doubles::size) f(x.at(i)...).store(&wide[i]);
  for (std::size_t i = 0; i < lanes<T>::size; ++i) narrow[i] = static_cast<T>(wide[i]);
  return lanes<T>::load(narrow);
}
template <class T, class... X>
CTGRAD_RECORD lanes<T> by_doubles(const auto& f, const lanes<T>& x, const X&... more) {
  return narrowed<T>(f, as_doubles<T>(x), as_doubles<T>(more)...);
}

}  // namespace detail
}  // namespace ctgrad
