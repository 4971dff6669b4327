// The traced function calls a template that is not constexpr.
#include <ctgrad/ctgrad.hpp>

template <class T>
#ifdef VALID
constexpr
#endif
T squared(const T& x) {
  return x * x;
}
constexpr auto f = [](auto x) { return squared(x); };

int main() {
  return static_cast<int>(ctgrad::derivative(f)(2.0));
}
