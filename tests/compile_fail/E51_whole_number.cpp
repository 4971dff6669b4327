// A fraction is given for what was recorded as a whole number.
#include <ctgrad/ctgrad.hpp>
#include <ctgrad/record/recorder.hpp>

constexpr auto f = [](auto x, int n) { return x * n; };

int main() {
  const auto r = ctgrad::record(f, 2.0, 3);
#ifdef VALID
  const double y = r(2.0, 3);
#else
  const double y = r(2.0, 3.0);
#endif
  static_cast<void>(y);
}
