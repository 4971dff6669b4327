// What the compiler takes for price and Greeks: codipack.
#include "../peers/codipack.hpp"

#include "../workloads/black_scholes.hpp"

void gradient(const double* x, double* out);
void gradient(const double* x, double* out) {
  static const field::black_scholes price;
  static peer::recorded<field::black_scholes, codi::RealReverse> evaluate(price, {x, 5});
  evaluate({x, 5}, {out, 6});
}
