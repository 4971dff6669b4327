// A function that does not exist, in the second line of the text.
// shows: at_line_and_column<2, 5>
// shows: expected::a_function_that_exists
#include <ctgrad/ctgrad.hpp>

int main() {
#ifdef VALID
  constexpr auto f = ctgrad::formula<"a +\n    sigmoid(b)">;
#else
  constexpr auto f = ctgrad::formula<"a +\n    sigmiod(b)">;
#endif
  static_cast<void>(f);
}
