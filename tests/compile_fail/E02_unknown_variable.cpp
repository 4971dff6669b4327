// A value is given for a variable that the formula does not have.
#include <ctgrad/ctgrad.hpp>

constexpr auto x = ctgrad::var<"x">;
constexpr auto y = ctgrad::var<"y">;
constexpr auto e = x * x;

int main() {
#ifdef VALID
  return static_cast<int>(e(x = 2.0));
#else
  return static_cast<int>(e(x = 2.0, y = 3.0));
#endif
}
