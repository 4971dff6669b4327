// Can the processor that runs this test do what it was compiled for?
#pragma once

namespace support {

/// False where the instructions that the test was compiled for are missing.
inline bool can_run() {
#if defined(__AVX512F__) && defined(__AVX512DQ__) && defined(__AVX512BW__)
  return __builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512dq") &&
         __builtin_cpu_supports("avx512bw");
#elif defined(__AVX2__) && defined(__FMA__)
  return __builtin_cpu_supports("avx2") && __builtin_cpu_supports("fma");
#else
  return true;
#endif
}

}  // namespace support
