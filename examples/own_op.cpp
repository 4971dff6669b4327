// An op of your own: two resistors in parallel, r1 || r2 = r1*r2 / (r1 + r2).
//
// The struct below is all there is to it. It is registered nowhere, and formulas, functions, higher
// derivatives, Values and printing know it like the ops that ctgrad brings along.
#include <ctgrad/ctgrad.hpp>

#include <array>
#include <fstream>
#include <iostream>
#include <tuple>

namespace cg = ctgrad;

namespace circuit {

struct parallel_op : cg::op<"parallel", 2> {
  // How it is printed: with a sign that binds more strongly than + (10) and less than * (20).
  static constexpr cg::notation written{"||", 15};

  static constexpr auto value(const auto& a, const auto& b) { return a * b / (a + b); }

  // One partial per operand; the result y is at hand. dy/da = (b / (a + b))^2 = (y / a)^2
  static constexpr auto partials(const auto& a, const auto& b, const auto& y) {
    const auto share_of_a = y / a;
    const auto share_of_b = y / b;
    return std::tuple{share_of_a * share_of_a, share_of_b * share_of_b};
  }
};

// The function that users call. apply finds the engine by the types of the operands; for two plain
// numbers it computes the value.
constexpr auto parallel(const auto& a, const auto& b) {
  return cg::apply<parallel_op>(a, b);
}

// A generic function that uses the op: 2 ohms in front of the two resistors.
constexpr auto resistance = [](auto r1, auto r2) { return 2 + parallel(r1, r2); };

}  // namespace circuit

using circuit::parallel;
using circuit::resistance;

// Plain numbers, a function and a formula, all computed by the compiler: 4 || 12 = 3.
static_assert(parallel(4.0, 12.0) == 3.0);
static_assert(cg::gradient(resistance)(4.0, 12.0) == std::array{0.5625, 0.0625});

constexpr auto r1 = cg::var<"r1">;
constexpr auto r2 = cg::var<"r2">;
constexpr auto formula = resistance(r1, r2);
constexpr auto slopes = cg::gradient(formula)(r1 = 4.0, r2 = 12.0);
static_assert(slopes[r1] == 0.5625 && slopes[r2] == 0.0625);

// Partials are made of ops again, so the second derivative needs no further rule:
// d2y/da2 = -2 b^2 / (a + b)^3 = -288 / 4096
constexpr auto beside_12 = [](auto r) { return parallel(r, 12); };
static_assert(cg::derivative<2>(beside_12)(4.0) == -0.0703125);

int main() {
  std::cout << "formula   " << formula << " = " << formula(r1 = 4.0, r2 = 12.0) << '\n'
            << "  d/dr1   " << cg::derivative(formula, r1) << " = " << slopes[r1] << '\n'
            << "  d/dr2   " << cg::derivative(formula, r2) << " = " << slopes[r2] << '\n';

  const auto [value, gradient] = cg::value_and_gradient(resistance)(4.0, 12.0);
  std::cout << "function  " << value << ", gradient " << gradient[0] << " and " << gradient[1]
            << ", second derivative by r1 " << cg::derivative<2>(beside_12)(4.0) << '\n';

  const cg::Value a{4.0}, b{12.0};
  a.label("r1");
  b.label("r2");
  const cg::Value total = resistance(a, b);
  total.label("total");
  total.backward();
  std::cout << "Value     " << total << ", gradient " << a.grad() << " and " << b.grad() << '\n';

  std::ofstream("own_op.dot") << cg::to_dot(total);
  std::cout << "The graph is in own_op.dot; draw it with: dot -Tsvg own_op.dot -o own_op.svg\n";
}
