// A user of ctgrad::batch: f and its slope at ten points.
#include <ctgrad/batch/batch.hpp>

#include <cstddef>
#include <cstdio>
#include <vector>

namespace cg = ctgrad;

int main() {
  constexpr auto f = [](auto x, auto a) { return a * x * x; };
  std::vector<double> x;
  for (int i = 0; i < 10; ++i) x.push_back(i);
  const auto out = cg::vmap(cg::value_and_gradient<cg::wrt<0>>(f))(x, 0.5);
  for (std::size_t i = 0; i < x.size(); ++i) {
    if (out.value[i] != 0.5 * x[i] * x[i] || out.gradient[0][i] != x[i]) {
      std::printf("wrong at %zu\n", i);
      return 1;
    }
  }
}
