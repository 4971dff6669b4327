// The arguments of a function of two numbers are given one by one.
#include <ctgrad/ctgrad.hpp>

constexpr auto f = [](auto x, auto y) { return x * x * y; };

int main() {
#ifdef VALID
  const auto product = ctgrad::hvp(f)(std::tuple{1.0, 2.0}, std::tuple{1.0, 0.0});
#else
  const auto product = ctgrad::hvp(f)(1.0, 2.0);
#endif
  return sizeof(product) > 0 ? 0 : 1;
}
