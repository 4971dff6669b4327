// Lanes hold numbers of two types, and this is a third one.
#include <ctgrad/batch/batch.hpp>

#include <vector>

constexpr auto f = [](auto x) { return x * x; };

int main() {
#ifdef VALID
  const auto y = ctgrad::vmap(f)(std::vector<double>{1, 2});
#else
  const auto y = ctgrad::vmap(f)(std::vector<long double>{1, 2});
#endif
  return static_cast<int>(y[0]);
}
