// The weights of a vjp are another struct than the result, at run time.
#include <ctgrad/ctgrad.hpp>

#include <array>
#include <utility>

constexpr auto f = [](auto x) { return std::array{x, x * x}; };

int main() {
#ifdef VALID
  const std::array weights{1.0, 2.0};
#else
  const std::array weights{1.0, 2.0, 3.0};
#endif
  const auto g = ctgrad::vjp(ctgrad::dynamic(f))(2.0, weights);
  static_cast<void>(g);
}
