// What the compiler takes for price and Greeks: the whole function as one node.
#include <ctgrad/ctgrad.hpp>
#include <ctgrad/tape/fused.hpp>

#include "../engines/recorded.hpp"
#include "../workloads/black_scholes.hpp"

void gradient(const double* x, double* out);
void gradient(const double* x, double* out) {
  constexpr auto price = [](auto variables) {
    std::array<ctgrad::Value, 5> point;
    std::ranges::copy(variables, point.begin());
    return ctgrad::fused(field::black_scholes{})(point);
  };
  field::recorded_gradient(price, {x, 5}, {out, 6});
}
