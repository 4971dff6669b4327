// What the compiler takes for price and Greeks: recorded and replayed.
#include <ctgrad/ctgrad.hpp>
#include <ctgrad/record/record.hpp>

#include "../workloads/black_scholes.hpp"

void gradient(const double* x, double* out);
void gradient(const double* x, double* out) {
  static const auto f = ctgrad::value_and_gradient(
      ctgrad::record(field::black_scholes{}, field::array_of<5>({x, 5})));
  const auto y = f(field::array_of<5>({x, 5}));
  out[0] = y.value;
  std::copy_n(y.gradient.begin(), 5, out + 1);
}
