// A generic function that accumulates is called with formulas.
#include <ctgrad/ctgrad.hpp>

constexpr auto f = [](auto x) {
#ifdef VALID
  auto s = x * x + x;
#else
  auto s = x * x;
  s += x;
#endif
  return s;
};

int main() {
  constexpr auto x = ctgrad::var<"x">;
  return static_cast<int>(f(x)(x = 1.0));
}
