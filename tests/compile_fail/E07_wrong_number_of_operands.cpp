// An op of two operands is applied to one.
#include <ctgrad/ctgrad.hpp>

constexpr auto f = [](auto x) {
#ifdef VALID
  return ctgrad::apply<ctgrad::ops::max>(x, x);
#else
  return ctgrad::apply<ctgrad::ops::max>(x);
#endif
};

int main() {
  return static_cast<int>(ctgrad::derivative(f)(2.0));
}
