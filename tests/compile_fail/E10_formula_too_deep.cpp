// A continued fraction of 150 levels: 300 ops inside of each other.
#include <ctgrad/ctgrad.hpp>

constexpr auto five_levels = [](auto x) { return 1 / (1 + 1 / (1 + 1 / (1 + 1 / (1 + 1 / x)))); };

template <int Steps>
constexpr auto fraction(auto x) {
  if constexpr (Steps == 0) {
    return x;
  } else {
    return fraction<Steps - 1>(five_levels(1 + x));
  }
}

int main() {
  constexpr auto x = ctgrad::var<"x">;
#ifdef VALID
  constexpr auto e = fraction<3>(x);
#else
  constexpr auto e = fraction<30>(x);
#endif
  return static_cast<int>(ctgrad::gradient(e)(x = 1.0)[x]);
}
