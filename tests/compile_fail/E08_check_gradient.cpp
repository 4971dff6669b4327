// A function with captures is checked as gradient(f) would differentiate it.
#include <ctgrad/check/check_gradient.hpp>

int main() {
  const double factor = 2;
#ifdef VALID
  static_cast<void>(ctgrad::check_gradient([](auto k, auto x) { return k * x; }, factor, 1.0));
#else
  static_cast<void>(ctgrad::check_gradient([=](auto x) { return factor * x; }, 1.0));
#endif
}
