// Results of a batch are written to what cannot hold them.
#include <ctgrad/batch/batch.hpp>

#include <vector>

constexpr auto f = [](auto x, auto y) { return x * y; };

int main() {
  const std::vector<double> x{1, 2, 3};
#ifdef VALID
  std::vector<double> out(3);
#else
  const std::vector<double> out(3);
#endif
  ctgrad::vmap(f).into(out)(x, 2.0);
  return static_cast<int>(out[0]);
}
