// The gradient of a function with a vector as its result.
#include <ctgrad/eigen/eigen.hpp>

int main() {
  constexpr auto f = [](const auto& x) { return 2 * x; };
#ifdef VALID
  const auto g = ctgrad::jacobian(f);
#else
  const auto g = ctgrad::gradient(f);
#endif
  static_cast<void>(g(Eigen::Vector2d(1, 2)));
  return 0;
}
