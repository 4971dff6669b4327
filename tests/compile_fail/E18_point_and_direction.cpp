// The arguments and the components of the direction are given one by one.
#include <ctgrad/ctgrad.hpp>

#include <array>

constexpr auto f = [](auto x, auto y) { return std::array{x * x * y, x - y}; };

int main() {
#ifdef VALID
  const auto change = ctgrad::jvp(f)(std::array{1.0, 2.0}, std::array{1.0, 0.0});
#else
  const auto change = ctgrad::jvp(f)(1.0, 2.0, 1.0, 0.0);
#endif
  return static_cast<int>(change[0]);
}
