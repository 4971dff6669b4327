// What a recorded function returns is another kind of number than its arguments.
#include <ctgrad/ctgrad.hpp>
#include <ctgrad/record/recorder.hpp>

constexpr auto f = [](auto x) {
#ifdef VALID
  return x * x;
#else
  static_cast<void>(x);
  return ctgrad::Value(1.0);
#endif
};

int main() {
  const auto r = ctgrad::record(f, 2.0);
  static_cast<void>(r);
}
