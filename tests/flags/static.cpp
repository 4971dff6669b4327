// The static tier in one program: values and gradients as bit patterns, which must not depend on
// the flags that it is compiled with.
#include <ctgrad/ctgrad.hpp>

#include <bit>
#include <cinttypes>
#include <cstdint>
#include <cstdio>

namespace {

namespace cg = ctgrad;

constexpr auto f = [](auto x, auto y) {
  return (x + y) * exp(x * y) + where(x < y, tanh(x), log(x) / y) - relu(x - y) * pow(y, 3);
};

void print(const char* name, double x) {
  std::printf("%s %016" PRIx64 "\n", name, std::bit_cast<std::uint64_t>(x));
}

}  // namespace

int main() {
  // not known to the compiler, which would compute with its own exp
  volatile double xs[]{0.3, 1.7}, hidden = 0.9;
  const double y = hidden;
  constexpr auto a = cg::var<"a">;
  constexpr auto b = cg::var<"b">;
  using dual = cg::dual<double, 2>;
  for (const double x : xs) {
    const auto [value, d] = cg::value_and_gradient(f)(x, y);
    print("value", value);
    print("d/dx", d[0]);
    print("d/dy", d[1]);
    print("formula", cg::gradient(f(a, b))(a = x, b = y)[b]);
    print("second", cg::derivative<2>([](auto t) { return f(t, t * t); })(x));
    print("dual", f(dual::variable(x, 0), dual::variable(y, 1)).tangent(1));
  }
}
