// A direction of as many numbers as the point, in another arrangement: (2 x 3) instead of (3 x 2).
#include <ctgrad/ctgrad.hpp>

#include <array>

template <std::size_t Rows, std::size_t Columns>
using matrix = std::array<std::array<double, Columns>, Rows>;

constexpr auto f = [](const auto& m) { return m[0][0] * m[2][1]; };

int main() {
  constexpr matrix<3, 2> point{{{1, 2}, {3, 4}, {5, 6}}};
#ifdef VALID
  constexpr matrix<3, 2> direction{};
#else
  constexpr matrix<2, 3> direction{};
#endif
  return static_cast<int>(ctgrad::jvp(f)(point, direction));
}
