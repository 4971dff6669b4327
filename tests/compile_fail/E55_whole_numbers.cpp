// A function is recorded with whole numbers only.
#include <ctgrad/ctgrad.hpp>
#include <ctgrad/record/recorder.hpp>

constexpr auto f = [](auto x) { return x * x; };

int main() {
#ifdef VALID
  const auto r = ctgrad::record(f, 2.0);
#else
  const auto r = ctgrad::record(f, 2);
#endif
  static_cast<void>(r);
}
