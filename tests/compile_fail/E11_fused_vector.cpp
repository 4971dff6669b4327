// A fused function of a std::vector of Values would not be fused.
#include <ctgrad/ctgrad.hpp>

#include <array>
#include <vector>

constexpr auto energy = ctgrad::fused([](const auto& x) { return x[0] * x[0] + sin(x[1]); });

int main() {
#ifdef VALID
  const std::array x{ctgrad::Value{1.0}, ctgrad::Value{2.0}};
  static_cast<void>(energy(std::vector{1.0, 2.0}));
#else
  const std::vector x{ctgrad::Value{1.0}, ctgrad::Value{2.0}};
#endif
  const ctgrad::Value y = energy(x);
  y.backward();
}
