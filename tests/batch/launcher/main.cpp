// Runs a program if this processor has the instructions that the program was compiled for: the
// first argument names them (avx2 or avx512), the others are the command. Ends with 77, which
// ctest takes for skipped, if it has not.
#include <cstdio>
#include <string_view>

#include <unistd.h>

namespace {

bool processor_has(std::string_view instructions) {
  if (instructions == "avx2") {
    return __builtin_cpu_supports("avx2") && __builtin_cpu_supports("fma");
  }
  return instructions == "avx512" && __builtin_cpu_supports("avx512f") &&
         __builtin_cpu_supports("avx512cd") && __builtin_cpu_supports("avx512dq") &&
         __builtin_cpu_supports("avx512bw") && __builtin_cpu_supports("avx512vl");
}

}  // namespace

int main(int count, char** arguments) {
  if (count < 3) return 1;
  if (!processor_has(arguments[1])) {
    std::printf("skipped: this processor has no %s\n", arguments[1]);
    return 77;
  }
  ::execv(arguments[2], arguments + 2);
  std::perror(arguments[2]);
  return 1;
}
