// The gradient of a function with two results.
#include <ctgrad/ctgrad.hpp>

#include <array>

constexpr auto f = [](auto x) {
#ifdef VALID
  return x * x;
#else
  return std::array{x, x * x};
#endif
};

int main() {
  return static_cast<int>(ctgrad::gradient(f)(2.0)[0]);
}
