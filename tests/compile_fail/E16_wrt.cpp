// wrt names an argument that is not there.
#include <ctgrad/ctgrad.hpp>

constexpr auto f = [](auto x, auto y) { return x * y; };

int main() {
#ifdef VALID
  return static_cast<int>(ctgrad::gradient<ctgrad::wrt<1>>(f)(2.0, 3.0)[0]);
#else
  return static_cast<int>(ctgrad::gradient<ctgrad::wrt<2>>(f)(2.0, 3.0)[0]);
#endif
}
