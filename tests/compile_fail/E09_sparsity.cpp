// The pattern of a function that calls something that is not constexpr.
#include <ctgrad/ctgrad.hpp>

template <class T>
#ifdef VALID
constexpr
#endif
T squared(const T& x) {
  return x * x;
}
constexpr auto f = [](auto x) { return squared(x); };

int main() {
  constexpr auto known = ctgrad::sparsity<double>(ctgrad::jacobian(f));
  return static_cast<int>(known.nonzeros);
}
