// The derivative of a recording is a recording, not interpreted anew.
#include <ctgrad/ctgrad.hpp>
#include <ctgrad/record/record.hpp>

constexpr auto f = [](auto x) { return x * x; };

int main() {
  const auto r = ctgrad::record(f, 2.0);
#ifdef VALID
  const auto g = ctgrad::gradient<ctgrad::wrt<0>>(r);
#else
  const auto g = ctgrad::gradient<ctgrad::interpreted>(r);
#endif
  static_cast<void>(g);
}
