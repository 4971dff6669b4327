// An argument is named twice.
#include <ctgrad/ctgrad.hpp>

constexpr auto f = [](auto x, auto y) { return x * y; };

int main() {
#ifdef VALID
  using chosen = ctgrad::wrt<0, 1>;
#else
  using chosen = ctgrad::wrt<0, 0>;
#endif
  const auto g = ctgrad::gradient<chosen>(ctgrad::dynamic(f))(2.0, 3.0);
  static_cast<void>(g);
}
