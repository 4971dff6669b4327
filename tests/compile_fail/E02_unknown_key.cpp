// A gradient is read by a variable that the formula does not have.
#include <ctgrad/ctgrad.hpp>

constexpr auto x = ctgrad::var<"x">;
constexpr auto y = ctgrad::var<"y">;
constexpr auto g = ctgrad::gradient(x * x);

int main() {
#ifdef VALID
  return static_cast<int>(g(x = 2.0)[x]);
#else
  return static_cast<int>(g(x = 2.0)[y]);
#endif
}
