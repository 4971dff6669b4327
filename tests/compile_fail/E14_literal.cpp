// A literal formula of more digits than can be read exactly.
#include <ctgrad/ctgrad.hpp>

using namespace ctgrad::literals;

int main() {
#ifdef VALID
  constexpr auto pi = 3.14159265358979_c;
#else
  constexpr auto pi = 3.1415926535897932384626_c;
#endif
  return static_cast<int>((pi * ctgrad::var<"x">)(ctgrad::var<"x"> = 1.0));
}
