// A recording is differentiated by an argument that it does not have.
#include <ctgrad/ctgrad.hpp>
#include <ctgrad/record/record.hpp>

constexpr auto f = [](auto x, auto y) { return x * y; };

int main() {
  const auto r = ctgrad::record(f, 2.0, 3.0);
#ifdef VALID
  const auto g = ctgrad::gradient<ctgrad::wrt<1>>(r);
#else
  const auto g = ctgrad::gradient<ctgrad::wrt<2>>(r);
#endif
  static_cast<void>(g);
}
