// The second derivative of a function of two numbers, by neither of them.
#include <ctgrad/ctgrad.hpp>

constexpr auto f = [](auto x, auto y) { return x * x * y; };

int main() {
#ifdef VALID
  return static_cast<int>(ctgrad::derivative<2, ctgrad::wrt<0>>(f)(2.0, 3.0));
#else
  return static_cast<int>(ctgrad::derivative<2>(f)(2.0, 3.0));
#endif
}
