// Two lists of arguments to differentiate by, of which one would be ignored.
#include <ctgrad/ctgrad.hpp>

constexpr auto f = [](auto x, auto y) { return x * y; };

int main() {
#ifdef VALID
  const auto slopes = ctgrad::gradient<ctgrad::wrt<0, 1>>(f)(2.0, 3.0);
#else
  const auto slopes = ctgrad::gradient<ctgrad::wrt<0>, ctgrad::wrt<1>>(f)(2.0, 3.0);
#endif
  return static_cast<int>(slopes[0]);
}
