// A recording cannot replace what an argument of this type holds.
#include <ctgrad/ctgrad.hpp>
#include <ctgrad/record/recorder.hpp>

#include <string>

constexpr auto f = [](auto x, const auto&... name) { return (x * ... * double(name.size())); };

int main() {
#ifdef VALID
  const auto r = ctgrad::record(f, 2.0);
#else
  const auto r = ctgrad::record(f, 2.0, std::string("name"));
#endif
  static_cast<void>(r);
}
