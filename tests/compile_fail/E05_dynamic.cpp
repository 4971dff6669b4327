// The gradient of a function with several results, at run time.
#include <ctgrad/ctgrad.hpp>

#include <vector>

constexpr auto f = [](const auto& x) {
#ifdef VALID
  return x[0] * x[1];
#else
  return x;
#endif
};

int main() {
  const auto g = ctgrad::gradient(ctgrad::dynamic(f))(std::vector{2.0, 3.0});
  static_cast<void>(g);
}
