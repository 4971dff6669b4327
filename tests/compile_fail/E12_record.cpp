// A recording is run on Values.
#include <ctgrad/ctgrad.hpp>
#include <ctgrad/record/record.hpp>

constexpr auto f = [](auto x) { return x * x; };

int main() {
  const auto r = ctgrad::record(f, 2.0);
#ifdef VALID
  const auto y = ctgrad::gradient(r)(3.0);
#else
  const auto y = r(ctgrad::Value{3.0});
#endif
  static_cast<void>(y);
}
