// A lambda with a capture cannot be called inside the compiler.
#include <ctgrad/ctgrad.hpp>

int main() {
  const double rate = 0.5;
#ifdef VALID
  const auto f = [](auto x, auto r) { return r * x; };
  return static_cast<int>(ctgrad::gradient<ctgrad::wrt<0>>(f)(2.0, rate)[0]);
#else
  const auto f = [&rate](auto x) { return rate * x; };
  return static_cast<int>(ctgrad::gradient(f)(2.0)[0]);
#endif
}
