// The text of a formula without an operand: the message names line 1, column 10.
#include <ctgrad/ctgrad.hpp>

int main() {
#ifdef VALID
  constexpr auto f = ctgrad::formula<"relu(a + b*c)">;
#else
  constexpr auto f = ctgrad::formula<"relu(a + *c)">;
#endif
  static_cast<void>(f);
}
