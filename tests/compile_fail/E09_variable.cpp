// A function that reads a variable which is not constexpr.
#include <ctgrad/ctgrad.hpp>

#ifdef VALID
constexpr double rate = 2.0;
#else
const double rate = 2.0;
#endif
constexpr auto f = [](auto x) { return rate * x; };

int main() {
  return static_cast<int>(ctgrad::derivative(f)(2.0));
}
