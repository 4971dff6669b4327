// The arguments of a function of two numbers are given one by one, at run time.
#include <ctgrad/ctgrad.hpp>

#include <tuple>

constexpr auto f = [](auto x, auto y) { return x * x * y; };

int main() {
#ifdef VALID
  const auto product = ctgrad::hvp(ctgrad::dynamic(f))(std::tuple{1.0, 2.0}, std::tuple{1.0, 0.0});
#else
  const auto product = ctgrad::hvp(ctgrad::dynamic(f))(1.0, 2.0);
#endif
  return sizeof(product) > 0 ? 0 : 1;
}
