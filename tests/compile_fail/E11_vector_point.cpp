// The point of a product is a std::vector.
#include <ctgrad/ctgrad.hpp>

#include <array>
#include <vector>

constexpr auto f = [](const auto& x) { return x[0] * x[0] * x[1]; };

int main() {
  constexpr std::array direction{1.0, 0.0};
#ifdef VALID
  const std::array point{2.0, 3.0};
#else
  const std::vector point{2.0, 3.0};
#endif
  return static_cast<int>(ctgrad::jvp(f)(point, direction));
}
