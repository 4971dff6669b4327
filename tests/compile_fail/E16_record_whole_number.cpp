// A recording is differentiated by a whole number, which is a constant of it.
#include <ctgrad/ctgrad.hpp>
#include <ctgrad/record/record.hpp>

constexpr auto f = [](auto x, int n) { return x * n; };

int main() {
  const auto r = ctgrad::record(f, 2.0, 3);
#ifdef VALID
  const auto g = ctgrad::gradient<ctgrad::wrt<0>>(r);
#else
  const auto g = ctgrad::gradient<ctgrad::wrt<0, 1>>(r);
#endif
  static_cast<void>(g);
}
