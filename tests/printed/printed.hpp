// What functions.cpp, written by print.cpp, defines. It is compiled without the library.
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <string>
#include <vector>

namespace printed {

template <class T>
struct function {
  std::string name;
  void (*run)(const T* inputs, T* outputs);
};

/// All functions that compute in T; declared here, defined in functions.cpp.
template <class T>
std::vector<function<T>> functions();
template <>
std::vector<function<float>> functions();
template <>
std::vector<function<double>> functions();
template <>
std::vector<function<long double>> functions();

template <class T>
void store(const T& result, T* outputs) {
  *outputs = result;
}

template <class T, std::size_t N>
void store(const std::array<T, N>& results, T* outputs) {
  std::copy(results.begin(), results.end(), outputs);
}

template <std::size_t N, class T>
std::array<T, N> array_of(const T* inputs) {
  std::array<T, N> result{};
  std::copy(inputs, inputs + N, result.begin());
  return result;
}

}  // namespace printed
