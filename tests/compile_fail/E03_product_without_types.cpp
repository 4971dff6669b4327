// A product is printed and its direction, whose type decides about the program, is not named.
#include <ctgrad/ctgrad.hpp>
#include <ctgrad/diff/print.hpp>

#include <array>

constexpr auto f = [](auto x, auto y) { return x * y; };

int main() {
#ifdef VALID
  return ctgrad::to_string<std::array<double, 2>, double, double>(ctgrad::jvp(f)).empty() ? 1 : 0;
#else
  return ctgrad::to_string(ctgrad::jvp(f)).empty() ? 1 : 0;
#endif
}
