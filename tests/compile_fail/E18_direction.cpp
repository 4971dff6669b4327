// A direction with two numbers for a function of three.
#include <ctgrad/ctgrad.hpp>

#include <array>

constexpr auto f = [](auto x, auto y, auto z) { return x * y * z; };

int main() {
  constexpr std::array point{2.0, 3.0, 5.0};
#ifdef VALID
  constexpr std::array direction{1.0, 0.0, 0.0};
#else
  constexpr std::array direction{1.0, 0.0};
#endif
  const auto change = ctgrad::jvp(f)(point, direction);
  return sizeof(change) > 0 ? 0 : 1;
}
