// A mixed partial by a third number of a function of two.
#include <ctgrad/ctgrad.hpp>

constexpr auto f = [](auto x, auto y) { return x * x * y; };

int main() {
#ifdef VALID
  return static_cast<int>(ctgrad::partial<0, 1>(f)(2.0, 3.0));
#else
  return static_cast<int>(ctgrad::partial<0, 2>(f)(2.0, 3.0));
#endif
}
