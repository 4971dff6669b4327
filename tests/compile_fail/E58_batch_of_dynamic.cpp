// A function that is recorded anew at every point cannot be computed at many points at once.
#include <ctgrad/batch/batch.hpp>

#include <vector>

int main() {
  const auto f = [](auto x) { return x * x; };
  const std::vector<double> x{1, 2, 3};
#ifdef VALID
  const auto y = ctgrad::vmap(ctgrad::gradient(f))(x);
#else
  const auto y = ctgrad::vmap(ctgrad::gradient(ctgrad::dynamic(f)))(x);
#endif
  return static_cast<int>(y[0][0]);
}
