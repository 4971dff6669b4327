// What the compiler takes for the price alone.
#include "../workloads/black_scholes.hpp"

void gradient(const double* x, double* out);
void gradient(const double* x, double* out) {
  out[0] = field::black_scholes{}(x);
}
