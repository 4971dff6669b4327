// The example of micrograd's page (A. Karpathy, 2020), line for line: a graph of scalars that is
// recorded while it is computed, and swept backwards.
#include <ctgrad/ctgrad.hpp>

#include <fstream>
#include <iostream>

using ctgrad::Value;

int main() {
  const Value a{-4.0}, b{2.0};
  auto c = a + b;
  auto d = a * b + pow(b, 3);
  c += c + 1;
  c += 1 + c + (-a);
  d += d * 2 + relu(b + a);
  d += 3 * d + relu(b - a);
  auto e = c - d;
  auto f = pow(e, 2);
  auto g = f / 2.0;
  g += 10.0 / f;
  std::cout << g.data() << '\n';  // 24.7041, the outcome of this forward pass
  g.backward();
  std::cout << a.grad() << '\n'   // 138.8338, dg/da
            << b.grad() << '\n';  // 645.5773, dg/db

  a.label("a"), b.label("b"), c.label("c"), d.label("d");
  e.label("e"), f.label("f"), g.label("g");
  std::ofstream("micrograd.dot") << to_dot(g, {.direction = ctgrad::graph_direction::down});
}
