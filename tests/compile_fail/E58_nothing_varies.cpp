// A batch of numbers only.
#include <ctgrad/batch/batch.hpp>

#include <vector>

constexpr auto f = [](auto x, auto y) { return x * y; };

int main() {
#ifdef VALID
  const auto y = ctgrad::vmap(f)(std::vector{2.0}, 3.0);
#else
  const auto y = ctgrad::vmap(f)(2.0, 3.0);
#endif
  return static_cast<int>(y[0]);
}
