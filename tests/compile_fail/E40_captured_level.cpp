// An inner derivative at a plain number, of a function whose result depends on a variable of a
// derivative around it.
#include <ctgrad/ctgrad.hpp>

using ctgrad::dynamic, ctgrad::gradient, ctgrad::Value;

int main() {
  const ctgrad::basic_value<Value> x{Value{2.0}};
#ifdef VALID
  const ctgrad::basic_value<Value> one = 1;
#else
  const double one = 1;
#endif
  const auto g = gradient(dynamic([x](auto y) { return x * y; }))(one);
  static_cast<void>(g);
}
