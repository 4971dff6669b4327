// Directions of two derivatives, one inside of the other, that would be confused.
#include <ctgrad/diff/dual.hpp>

struct inner;
using outer_dual = ctgrad::dual<double, 1>;
#ifdef VALID
using inner_dual = ctgrad::dual<outer_dual, 1>;
#else
using inner_dual = ctgrad::dual<double, 1, inner>;
#endif

int main() {
  const auto x = outer_dual::variable(1);
  const auto y = inner_dual::variable(1);
  static_cast<void>(x + y);
}
