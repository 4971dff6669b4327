// A function that returns Value, whatever it is called with, has no second derivative.
#include <ctgrad/ctgrad.hpp>

#include <vector>

using ctgrad::dynamic, ctgrad::hessian;

int main() {
#ifdef VALID
  const auto f = [](const auto& x) { return x[0] * x[0] * x[1]; };
#else
  const auto f = [](const auto& x) -> ctgrad::Value { return x[0] * x[0] * x[1]; };
#endif
  const auto h = hessian(dynamic(f))(std::vector{1.0, 2.0});
  static_cast<void>(h);
}
