// The first of two translation units: sees the headers in their order and prints what both
// computed.
#include <cstdio>

#include "everything.hpp"
#include "use.hpp"

results results_of_the_other();

int main() {
  const results here = use_everything();
  const results there = results_of_the_other();
  std::printf("%g %g %g\n", here.function, here.formula, here.value);
  std::printf("%g %g %g\n", there.function, there.formula, there.value);
}
