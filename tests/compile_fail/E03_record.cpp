// A function is recorded with another number of arguments than it takes.
#include <ctgrad/ctgrad.hpp>
#include <ctgrad/record/recorder.hpp>

constexpr auto f = [](auto x, auto y) { return x * y; };

int main() {
#ifdef VALID
  const auto r = ctgrad::record(f, 2.0, 3.0);
#else
  const auto r = ctgrad::record(f, 2.0);
#endif
  static_cast<void>(r);
}
