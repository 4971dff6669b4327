// A matrix of Values is stored in one of plain numbers.
#include <ctgrad/eigen/eigen.hpp>

int main() {
  const auto a = ctgrad::variables(Eigen::Matrix2d::Identity());
  Eigen::Matrix2d numbers;
#ifdef VALID
  numbers = ctgrad::data(a);
#else
  numbers = a;
#endif
  return static_cast<int>(numbers(0, 0));
}
