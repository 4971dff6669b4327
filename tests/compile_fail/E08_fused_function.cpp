// A plain function is fused.
#include <ctgrad/ctgrad.hpp>

#ifdef VALID
template <class T>
constexpr T g(const T& x) {
  return x * x;
}
constexpr auto square = ctgrad::fused([](auto x) { return g(x); });
#else
double g(double x) {
  return x * x;
}
constexpr auto square = ctgrad::fused(g);
#endif

int main() {
  const ctgrad::Value y = square(ctgrad::Value{2.0});
  y.backward();
}
