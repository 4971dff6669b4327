// The pattern of a function of two arguments is asked for with one.
#include <ctgrad/ctgrad.hpp>

#include <array>

constexpr auto f = [](auto x, auto y) { return std::array{x, x * y}; };

int main() {
#ifdef VALID
  constexpr auto known = ctgrad::sparsity<double, double>(ctgrad::jacobian(f));
#else
  constexpr auto known = ctgrad::sparsity<double>(ctgrad::jacobian(f));
#endif
  return static_cast<int>(known.nonzeros);
}
