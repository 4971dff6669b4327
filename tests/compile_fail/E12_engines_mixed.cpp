// A Value meets a formula.
#include <ctgrad/ctgrad.hpp>

int main() {
  const ctgrad::Value v{2.0};
  constexpr auto x = ctgrad::var<"x">;
#ifdef VALID
  const auto e = x * v.data();
#else
  const auto e = x * v;
#endif
  return static_cast<int>(e(x = 3.0));
}
