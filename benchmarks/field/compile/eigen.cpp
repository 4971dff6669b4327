// What the compiler takes for price and Greeks: eigen.
#include "../peers/eigen.hpp"

#include "../workloads/black_scholes.hpp"

void gradient(const double* x, double* out);
void gradient(const double* x, double* out) {
  static const field::black_scholes price;
  static peer::evaluation<field::black_scholes> evaluate(price, {x, 5});
  evaluate({x, 5}, {out, 6});
}
