// What a table of times says about how it was compiled.
#pragma once

#include <string>

namespace benchmarks {

/// The compiler and what it was told, as far as it can be known in the source.
inline std::string compiler() {
  std::string text =
#if defined(__clang__)
      __VERSION__;
#elif defined(__GNUC__)
      "g++ " __VERSION__;
#else
      "unknown compiler";
#endif
#if defined(CTGRAD_BENCHMARK_FLAGS)
  text += ", " CTGRAD_BENCHMARK_FLAGS;
#else
#if !defined(__OPTIMIZE__)
  text += ", NOT OPTIMISED";
#endif
#if defined(__AVX512F__)
  text += ", with AVX-512";
#elif defined(__AVX2__)
  text += ", with AVX2";
#endif
#if defined(__FAST_MATH__)
  text += ", with -ffast-math";
#endif
#endif
  return text;
}

}  // namespace benchmarks
