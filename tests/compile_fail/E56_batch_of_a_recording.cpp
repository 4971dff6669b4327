// An argument of a recording's batch that is neither like the recorded one nor spread over points.
#include <ctgrad/batch/batch.hpp>

#include <vector>

int main() {
  const auto f = [](const auto& w, auto x) { return w[0] * x + w[1]; };
  const auto r = ctgrad::record(f, std::vector{1.0, 2.0}, 1.0);
  const std::vector<double> x{1, 2, 3};
#ifdef VALID
  const auto y = ctgrad::vmap(r)(std::vector{1.0, 2.0}, x);
#else
  const auto y = ctgrad::vmap(r)(1.0, x);
#endif
  return static_cast<int>(y[0]);
}
