// A std::vector is an argument of functions of Values only.
#include <ctgrad/check/check_gradient.hpp>

#include <vector>

int main() {
  const auto first = [](const std::vector<ctgrad::Value>& x) { return x[0]; };
#ifdef VALID
  static_cast<void>(ctgrad::check_gradient(ctgrad::on_values(first), std::vector{1.0}));
#else
  static_cast<void>(ctgrad::check_gradient(first, std::vector{1.0}));
#endif
}
