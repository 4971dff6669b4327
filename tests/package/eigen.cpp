// A user of ctgrad::eigen: the gradient of |x|^2 is 2x.
#include <ctgrad/ctgrad.hpp>
#include <ctgrad/eigen/eigen.hpp>

#include <cstdio>

namespace cg = ctgrad;

int main() {
  const auto f = [](const auto& x) { return x.squaredNorm(); };
  const Eigen::Vector3d x(1, 2, 3);
  const Eigen::Vector3d slope = cg::gradient(cg::dynamic(f))(x);
  if (slope != 2 * x) {
    std::puts("wrong");
    return 1;
  }
}
