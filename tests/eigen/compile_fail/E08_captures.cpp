// A function with captures at a vector of Eigen.
#include <ctgrad/eigen/eigen.hpp>

int main() {
  const Eigen::Vector2d x(1, 2);
  const double scale = 2;
  const auto f = [&](const auto& y) { return scale * y.sum(); };
#ifdef VALID
  const auto g = ctgrad::gradient(ctgrad::dynamic(f));
#else
  const auto g = ctgrad::gradient(f);
#endif
  static_cast<void>(g(x));
  return 0;
}
