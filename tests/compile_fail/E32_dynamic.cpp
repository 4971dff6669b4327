// What is recorded at run time cannot be unrolled.
#include <ctgrad/ctgrad.hpp>

constexpr auto f = [](auto x) { return x * x; };

int main() {
#ifdef VALID
  const auto g = ctgrad::gradient(ctgrad::dynamic(f))(2.0);
#else
  const auto g = ctgrad::gradient<ctgrad::unrolled>(ctgrad::dynamic(f))(2.0);
#endif
  static_cast<void>(g);
}
