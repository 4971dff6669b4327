// The program of a user: the same file is built against ctgrad in every way that the library
// offers.
#include <ctgrad/ctgrad.hpp>

#include <cstdio>

namespace cg = ctgrad;

int main() {
  constexpr auto f = [](auto a, auto b, auto c) { return a * b + c; };
  const auto slopes = cg::gradient(f)(2.0, -3.0, 10.0);
  std::printf("%g %g %g\n", slopes[0], slopes[1], slopes[2]);
}
