// Values are added to a matrix of plain numbers.
#include <ctgrad/eigen/eigen.hpp>

int main() {
  const auto a = ctgrad::variables(Eigen::Matrix2d::Identity());
  Eigen::Matrix2d sum = Eigen::Matrix2d::Zero();
#ifdef VALID
  sum += ctgrad::data(a);
#else
  sum += a;
#endif
  return static_cast<int>(sum(0, 0));
}
