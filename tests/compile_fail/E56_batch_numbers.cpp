// Numbers of a batch that are of two types.
#include <ctgrad/batch/batch.hpp>

#include <vector>

constexpr auto f = [](auto x, auto y) { return x * y; };
const std::vector<float> x{1, 2, 3};

int main() {
#ifdef VALID
  const auto y = ctgrad::vmap(f)(x, 0.5F);
#else
  const auto y = ctgrad::vmap(f)(x, 0.5);
#endif
  return static_cast<int>(y[0]);
}
