// A lambda with a capture is fused.
#include <ctgrad/ctgrad.hpp>

int main() {
  const double k = 0.5;
  const ctgrad::Value x{2.0};
#ifdef VALID
  const ctgrad::Value y = ctgrad::fused([](auto a, auto b) { return a * b; })(x, k);
#else
  const ctgrad::Value y = ctgrad::fused([k](auto a) { return a * k; })(x);
#endif
  y.backward();
}
