// What the compiler takes for price and Greeks: Values.
#include <ctgrad/ctgrad.hpp>

#include "../engines/recorded.hpp"
#include "../workloads/black_scholes.hpp"

void gradient(const double* x, double* out);
void gradient(const double* x, double* out) {
  field::recorded_gradient(field::black_scholes{}, {x, 5}, {out, 6});
}
