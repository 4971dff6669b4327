// Objects to be looked at by gdb: look.py prints them in look(), and expected.txt is what it
// prints.
#include <ctgrad/ctgrad.hpp>
#include <ctgrad/record/record.hpp>

#include <cstring>

namespace cg = ctgrad;
using cg::Value;
using cg::operator""_c;

namespace {

struct raw_memory {
  unsigned char bytes[4096];
};

void look() {}

}  // namespace

constexpr auto x = cg::var<"x">;
constexpr auto temperature = cg::var<"temperature">;

int main() {
  raw_memory garbage;
  std::memset(garbage.bytes, 0xAB, sizeof garbage.bytes);

  const Value a = Value{0.5}.label("a");
  const Value b{3.0};
  const Value y = tanh(a * b).label("result");
  y.backward();
  const Value passive = 7.0;
  Value released;
  {
    const cg::scope inner;
    const Value q{1.0};
    released = q * 2.0;
  }
  const auto& tape = cg::Tape::current();

  const auto dual = cg::dual<double, 2>::variable(2.0, 1) * 3;
  const auto nested =
      cg::dual<cg::dual<double, 1>, 1>::variable(cg::dual<double, 1>::variable(2.0));

  const auto wave = sin(x) * (temperature + 2.5) - x / 2.5_c;
  const auto slope = derivative(pow(x, 3), x);
  const auto gradient = cg::gradient(x * x * temperature)(x = 2.0, temperature = 3.0);
  const auto hessian = cg::hessian(x * x * temperature)(x = 2.0, temperature = 3.0);
  const auto recording = cg::record([](auto u, auto v) { return u * v + sin(u); }, 1.0, 2.0);

  const auto guarded = cg::record<cg::guarded>([](auto u) { return u > 0 ? u : -u; }, 1.0);

  look();
  return static_cast<int>(wave(x = 0.0, temperature = 0.0) + slope(x = 0.0) + recording(0.0, 0.0) +
                          guarded(1.0) + dual.primal() - nested.primal().primal() + gradient[x] +
                          hessian[x][x] + static_cast<double>(tape.size()) + passive.data() +
                          garbage.bytes[0]) *
         0;
}
