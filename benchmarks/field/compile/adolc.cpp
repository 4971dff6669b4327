// What the compiler takes for price and Greeks: adolc.
#include "../peers/adolc.hpp"

#include "../workloads/black_scholes.hpp"

void gradient(const double* x, double* out);
void gradient(const double* x, double* out) {
  static const field::black_scholes price;
  static peer::tape<field::black_scholes> recorded(price);
  recorded.record({x, 5});
  recorded.derive({x, 5}, {out, 6});
}
