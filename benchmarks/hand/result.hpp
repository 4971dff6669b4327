// What a function differentiated by hand returns: the same in memory as what ctgrad returns.
//
// The rules of this folder: a function computes the value that its text in workloads/ computes, to
// the last bit; its derivatives it may arrange as it likes, with the same calls into <cmath> and in
// as few operations as a careful engineer finds. Loops over few elements are unrolled, as ctgrad
// unrolls them.
#pragma once

#include <array>
#include <cstddef>

// Code by hand is inlined whatever the compiler thinks.
#if defined(__GNUC__) || defined(__clang__)
#define CTGRAD_INLINED [[gnu::always_inline]] inline
#else
#define CTGRAD_INLINED inline
#endif

namespace hand {

template <std::size_t Inputs>
struct with_gradient {
  double value;
  std::array<double, Inputs> gradient;
};

template <std::size_t Inputs>
struct with_hessian {
  double value;
  std::array<double, Inputs> gradient;
  std::array<std::array<double, Inputs>, Inputs> hessian;
};

template <std::size_t Outputs, std::size_t Inputs>
struct with_jacobian {
  std::array<double, Outputs> value;
  std::array<std::array<double, Inputs>, Outputs> jacobian;
};

}  // namespace hand
