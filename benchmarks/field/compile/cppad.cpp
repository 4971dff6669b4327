// What the compiler takes for price and Greeks: cppad.
#include "../peers/cppad.hpp"

#include "../workloads/black_scholes.hpp"

void gradient(const double* x, double* out);
void gradient(const double* x, double* out) {
  static const field::black_scholes price;
  static peer::recorded_function<field::black_scholes> recorded(price);
  recorded.record({x, 5});
  recorded.derive({x, 5}, {out, 6});
}
