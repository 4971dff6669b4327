// The text of a formula lacks an operand.
// shows: at_line_and_column<1, 10>
// shows: expected::a_number_a_name_or_an_opening_parenthesis
#include <ctgrad/ctgrad.hpp>

int main() {
#ifdef VALID
  constexpr auto f = ctgrad::formula<"relu(a + b*c)">;
#else
  constexpr auto f = ctgrad::formula<"relu(a + *c)">;
#endif
  static_cast<void>(f);
}
