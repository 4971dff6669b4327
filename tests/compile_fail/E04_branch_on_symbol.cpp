// A traced function looks at the value of its argument.
#include <ctgrad/ctgrad.hpp>

constexpr auto f = [](auto x) {
#ifdef VALID
  return where(x > 0, x * x, -x);
#else
  if (x > 0) return x * x;
  return -x;
#endif
};

int main() {
  return static_cast<int>(ctgrad::derivative(f)(2.0));
}
