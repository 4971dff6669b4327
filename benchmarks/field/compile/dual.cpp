// What the compiler takes for price and Greeks: five directions at once.
#include <ctgrad/diff/dual.hpp>

#include "../workloads/black_scholes.hpp"

void gradient(const double* x, double* out);
void gradient(const double* x, double* out) {
  using number = ctgrad::dual<double, 5>;
  std::array<number, 5> point;
  for (std::size_t i = 0; i < 5; ++i) point[i] = number::variable(x[i], i);
  const number y = field::black_scholes{}(point);
  out[0] = y.primal();
  for (std::size_t i = 0; i < 5; ++i) out[1 + i] = y.tangent(i);
}
