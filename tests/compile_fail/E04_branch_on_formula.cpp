// A formula is used as a truth value.
#include <ctgrad/ctgrad.hpp>

constexpr auto x = ctgrad::var<"x">;

int main() {
#ifdef VALID
  constexpr auto e = where(x > 0, x, 2 * x);
#else
  auto e = x;
  if (x > 0) e = x;
#endif
  return static_cast<int>(e(x = 1.0));
}
