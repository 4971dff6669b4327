// A variable is given two values.
#include <ctgrad/ctgrad.hpp>

constexpr auto x = ctgrad::var<"x">;
constexpr auto e = x * x;

int main() {
#ifdef VALID
  return static_cast<int>(e(x = 2.0));
#else
  return static_cast<int>(e(x = 2.0, x = 3.0));
#endif
}
