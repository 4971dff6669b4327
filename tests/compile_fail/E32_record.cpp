// Something that is no option of record.
#include <ctgrad/ctgrad.hpp>
#include <ctgrad/record/recorder.hpp>

constexpr auto f = [](auto x) { return x * x; };

int main() {
#ifdef VALID
  const auto r = ctgrad::record<ctgrad::guarded>(f, 2.0);
#else
  const auto r = ctgrad::record<ctgrad::wrt<0>>(f, 2.0);
#endif
  static_cast<void>(r);
}
