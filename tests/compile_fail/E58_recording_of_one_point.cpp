// A batch of a recording in which every argument is what was recorded.
#include <ctgrad/batch/batch.hpp>

#include <vector>

int main() {
  const auto r = ctgrad::record([](auto x, auto y) { return x * y; }, 1.0, 2.0);
#ifdef VALID
  const auto y = ctgrad::vsum(r)(std::vector{2.0}, 3.0);
#else
  const auto y = ctgrad::vsum(r)(2.0, 3.0);
#endif
  return static_cast<int>(y);
}
