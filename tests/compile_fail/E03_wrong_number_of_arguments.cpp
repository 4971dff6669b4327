// A function of two arguments is differentiated at one.
#include <ctgrad/ctgrad.hpp>

constexpr auto f = [](auto x, auto y) { return x * y; };

int main() {
#ifdef VALID
  return static_cast<int>(ctgrad::gradient(f)(2.0, 3.0)[0]);
#else
  return static_cast<int>(ctgrad::gradient(f)(2.0)[0]);
#endif
}
