// A deeply shared formula: its type doubles with every step.
#include <ctgrad/ctgrad.hpp>

template <int Steps>
constexpr auto chain(auto x, auto y) {
  if constexpr (Steps == 0) {
    return y;
  } else {
    return chain<Steps - 1>(x, y * x + y);
  }
}

int main() {
  constexpr auto x = ctgrad::var<"x">;
#ifdef VALID
  constexpr auto e = chain<8>(x, x);
#else
  constexpr auto e = chain<20>(x, x);
#endif
  return static_cast<int>(e(x = 1.0));
}
