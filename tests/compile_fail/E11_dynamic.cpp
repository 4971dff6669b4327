// A text among the arguments that are differentiated at run time.
#include <ctgrad/ctgrad.hpp>

#include <string>

constexpr auto f = [](auto x, const auto& name) { return name.empty() ? x : x * x; };

int main() {
  const std::string name = "x";
#ifdef VALID
  const auto g = ctgrad::gradient<ctgrad::wrt<0>>(ctgrad::dynamic(f))(2.0, name);
#else
  const auto g = ctgrad::gradient(ctgrad::dynamic(f))(2.0, name);
#endif
  static_cast<void>(g);
}
