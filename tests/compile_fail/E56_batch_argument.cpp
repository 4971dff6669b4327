// An argument of a batch that has no numbers.
#include <ctgrad/batch/batch.hpp>

#include <vector>

struct rate {
  double percent;
};

constexpr auto f = [](auto x, auto y) { return x * y; };
const std::vector<double> x{1, 2, 3};

int main() {
#ifdef VALID
  const auto y = ctgrad::vmap(f)(x, 2.0);
#else
  const auto y = ctgrad::vmap(f)(x, rate{2.0});
#endif
  return static_cast<int>(y[0]);
}
