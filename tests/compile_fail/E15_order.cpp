// A derivative of order 0.
#include <ctgrad/ctgrad.hpp>

constexpr auto f = [](auto x) { return x * x; };

int main() {
#ifdef VALID
  return static_cast<int>(ctgrad::derivative<2>(f)(2.0));
#else
  return static_cast<int>(ctgrad::derivative<0>(f)(2.0));
#endif
}
