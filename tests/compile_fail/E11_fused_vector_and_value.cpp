// A std::vector among the arguments of a fused function.
#include <ctgrad/ctgrad.hpp>

#include <array>
#include <vector>

constexpr auto f = ctgrad::fused([](const auto& x, auto k, auto y) { return x[0] * k + y; });

int main() {
#ifdef VALID
  const std::array x{ctgrad::Value{1.0}, ctgrad::Value{2.0}};
#else
  const std::vector x{ctgrad::Value{1.0}, ctgrad::Value{2.0}};
#endif
  const ctgrad::Value y = f(x, 3.0, ctgrad::Value{2.0});
  y.backward();
}
