// A function that does not exist.
#include <ctgrad/ctgrad.hpp>

int main() {
#ifdef VALID
  constexpr auto f = ctgrad::formula<"sigmoid(a)">;
#else
  constexpr auto f = ctgrad::formula<"sigmiod(a)">;
#endif
  static_cast<void>(f);
}
