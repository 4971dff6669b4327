// One weight for a function with two results.
#include <ctgrad/ctgrad.hpp>

#include <array>

constexpr auto f = [](auto x) { return std::array{x * x, 3 * x}; };

int main() {
#ifdef VALID
  return static_cast<int>(ctgrad::vjp(f)(2.0, std::array{1.0, 10.0})[0]);
#else
  return static_cast<int>(ctgrad::vjp(f)(2.0, 1.0)[0]);
#endif
}
