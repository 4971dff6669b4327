// A picture of a computation: one tanh neuron with two inputs, every step with its name, its number
// and its gradient.
#include <ctgrad/ctgrad.hpp>

#include <fstream>
#include <iostream>

namespace cg = ctgrad;
using cg::Value;

int main() {
  // Inputs, weights and bias. Braces make variables; label names them in the picture.
  const Value x1 = Value{2.0}.label("x1");
  const Value x2 = Value{0.0}.label("x2");
  const Value w1 = Value{-3.0}.label("w1");
  const Value w2 = Value{1.0}.label("w2");
  const Value b = Value{6.8813735870195432}.label("b");

  // The neuron, step by step.
  const Value from_1 = (x1 * w1).label("x1*w1");
  const Value from_2 = (x2 * w2).label("x2*w2");
  const Value inputs = (from_1 + from_2).label("x1*w1 + x2*w2");
  const Value n = (inputs + b).label("n");
  const Value o = tanh(n).label("o");
  o.backward();

  for (const Value& v : {x1, x2, w1, w2, b, n, o}) std::cout << v.label() << "  " << v << '\n';

  std::ofstream file("graph.dot");
  file << cg::to_dot(o);
  file.close();
  if (!file) {
    std::cerr << "graph.dot cannot be written here\n";
    return 1;
  }
  std::cout << "The graph is in graph.dot; draw it with: dot -Tsvg graph.dot -o graph.svg\n";
}
