// An inner derivative in forward mode at a plain number, of a function that captures a variable of
// a derivative around it: the two would be confused.
#include <ctgrad/ctgrad.hpp>

using ctgrad::derivative, ctgrad::dual, ctgrad::dynamic;

int main() {
  const auto x = dual<double>::variable(1);
#ifdef VALID
  const dual<double> one = 1;
#else
  const double one = 1;
#endif
  const auto d = derivative(dynamic([x](auto y) { return x + y; }))(one);
  static_cast<void>(d);
}
