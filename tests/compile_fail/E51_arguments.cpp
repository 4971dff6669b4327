// A recording is called with another number of arguments.
#include <ctgrad/ctgrad.hpp>
#include <ctgrad/record/recorder.hpp>

constexpr auto f = [](auto x, auto y) { return x * y; };

int main() {
  const auto r = ctgrad::record(f, 2.0, 3.0);
#ifdef VALID
  const double y = r(2.0, 4.0);
#else
  const double y = r(2.0);
#endif
  static_cast<void>(y);
}
