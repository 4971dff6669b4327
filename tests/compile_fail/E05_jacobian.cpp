// The Jacobian of a function whose result is a plain struct.
#include <ctgrad/ctgrad.hpp>

#include <array>

template <class T>
struct result {
  T square, cube;
};

constexpr auto f = [](auto x) {
#ifdef VALID
  return std::array{x * x, x * x * x};
#else
  return result<decltype(x)>{x * x, x * x * x};
#endif
};

int main() {
  const auto J = ctgrad::jacobian(f)(2.0);
  return sizeof(J) > 0 ? 0 : 1;
}
