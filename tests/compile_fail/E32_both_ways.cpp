// A derivative is asked for in two ways at once.
#include <ctgrad/ctgrad.hpp>

constexpr auto f = [](auto x, auto y) { return x * y; };

int main() {
#ifdef VALID
  const auto slopes = ctgrad::gradient<ctgrad::unrolled>(f)(2.0, 3.0);
#else
  const auto slopes = ctgrad::gradient<ctgrad::unrolled, ctgrad::interpreted>(f)(2.0, 3.0);
#endif
  return static_cast<int>(slopes[0]);
}
