// What stands in the angle brackets is no option.
#include <ctgrad/ctgrad.hpp>

constexpr auto f = [](auto x, auto y) { return x * y; };
#ifdef VALID
using option = ctgrad::interpreted;
#else
using option = int;
#endif

int main() {
  return static_cast<int>(ctgrad::gradient<option>(f)(2.0, 3.0)[0]);
}
