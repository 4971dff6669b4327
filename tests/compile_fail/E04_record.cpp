// A function that is recorded branches on its argument.
#include <ctgrad/ctgrad.hpp>
#include <ctgrad/record/recorder.hpp>

constexpr auto f = [](auto x) { return x > 0 ? x : -x; };

int main() {
#ifdef VALID
  const auto r = ctgrad::record<ctgrad::guarded>(f, 2.0);
#else
  const auto r = ctgrad::record(f, 2.0);
#endif
  static_cast<void>(r);
}
