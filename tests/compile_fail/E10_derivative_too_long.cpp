// The third derivative of a formula of many factors, as a formula.
#include <ctgrad/ctgrad.hpp>

template <int Levels, int First>
constexpr auto product(auto x) {
  if constexpr (Levels == 0) {
    return sin(x + First);
  } else {
    return product<Levels - 1, 2 * First>(x) * product<Levels - 1, 2 * First + 1>(x);
  }
}

int main() {
  constexpr auto x = ctgrad::var<"x">;
#ifdef VALID
  constexpr auto e = product<2, 1>(x);
#else
  constexpr auto e = product<7, 1>(x);
#endif
  return static_cast<int>(ctgrad::derivative<3>(e, x)(x = 1.0));
}
