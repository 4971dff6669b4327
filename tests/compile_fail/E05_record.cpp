// What a recorded function returns holds no numbers.
#include <ctgrad/ctgrad.hpp>
#include <ctgrad/record/recorder.hpp>

#include <string>

constexpr auto f = [](auto x) {
#ifdef VALID
  return x * x;
#else
  static_cast<void>(x);
  return std::string("none");
#endif
};

int main() {
  const auto r = ctgrad::record(f, 2.0);
  static_cast<void>(r);
}
