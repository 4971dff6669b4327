// A formula is evaluated although one of its variables has no value.
#include <ctgrad/ctgrad.hpp>

constexpr auto x = ctgrad::var<"x">;
constexpr auto y = ctgrad::var<"y">;
constexpr auto e = x * y;

int main() {
#ifdef VALID
  return static_cast<int>(e(x = 2.0, y = 3.0));
#else
  return static_cast<int>(e(x = 2.0));
#endif
}
