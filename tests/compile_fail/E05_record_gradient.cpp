// The gradient of a recording with several results.
#include <ctgrad/ctgrad.hpp>
#include <ctgrad/record/record.hpp>

#include <vector>

constexpr auto f = [](const auto& x) { return std::vector{x[0] * x[1], x[0]}; };

int main() {
  const auto r = ctgrad::record(f, std::vector{2.0, 3.0});
#ifdef VALID
  const auto g = ctgrad::jacobian(r);
#else
  const auto g = ctgrad::gradient(r);
#endif
  static_cast<void>(g);
}
