// A fused function gives one number.
#include <ctgrad/ctgrad.hpp>

#include <array>

int main() {
  const ctgrad::Value x{2.0};
#ifdef VALID
  const auto y = ctgrad::fused([](auto a) { return a * a; })(x);
#else
  const auto y = ctgrad::fused([](auto a) { return std::array{a, a * a}; })(x);
#endif
  y.backward();
}
