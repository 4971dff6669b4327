// A function of Value only, of which a second derivative is wanted.
#include <ctgrad/ctgrad.hpp>

#ifdef VALID
constexpr auto f = [](auto x) { return x * x; };
#else
constexpr auto f = [](ctgrad::Value x) { return x * x; };
#endif

int main() {
  return static_cast<int>(ctgrad::hvp(ctgrad::dynamic(f))(2.0, 1.0)[0]);
}
