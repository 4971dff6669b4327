// A direction is a std::vector, whose length the compiler does not know.
#include <ctgrad/ctgrad.hpp>

#include <array>
#include <vector>

constexpr auto f = [](const auto& x) { return x[0] * x[0] * x[1]; };

int main() {
  constexpr std::array point{2.0, 3.0};
#ifdef VALID
  const std::array direction{1.0, 0.0};
#else
  const std::vector direction{1.0, 0.0};
#endif
  return static_cast<int>(ctgrad::hvp(f)(point, direction)[0]);
}
