// What the compiler takes for price and Greeks of 1,024 calls.
#include <ctgrad/batch/batch.hpp>
#include <ctgrad/ctgrad.hpp>

#include "../workloads/black_scholes.hpp"

void gradient(const double* x, double* out);
void gradient(const double* x, double* out) {
  constexpr std::size_t n = 1024;
  std::array<std::span<const double>, 5> columns;
  for (std::size_t i = 0; i < 5; ++i) columns[i] = {x + i * n, n};
  const auto to = [&](std::size_t k) { return std::span(out + k * n, n); };
  ctgrad::vmap(ctgrad::value_and_gradient(field::black_scholes{}))
      .into(to(0), to(1), to(2), to(3), to(4), to(5))(columns);
}
