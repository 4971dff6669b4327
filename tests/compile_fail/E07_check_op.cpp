// An op is checked at as many operands as it has.
#include <ctgrad/check/check_gradient.hpp>

int main() {
#ifdef VALID
  static_cast<void>(ctgrad::check_op<ctgrad::ops::multiply>(1.0, 2.0));
#else
  static_cast<void>(ctgrad::check_op<ctgrad::ops::multiply>(1.0));
#endif
}
