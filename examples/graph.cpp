// A picture of a computation: one tanh neuron with two inputs, every step with its name, its number
// and its gradient; for Graphviz, for Markdown pages and as data.
#include <ctgrad/ctgrad.hpp>
#include <ctgrad/tape/fused.hpp>

#include <fstream>
#include <iostream>
#include <string>

namespace cg = ctgrad;
using cg::Value;

namespace {

bool write(const std::string& name, const std::string& text) {
  std::ofstream file(name);
  file << text;
  file.close();
  if (!file) std::cerr << name << " cannot be written here\n";
  return static_cast<bool>(file);
}

}  // namespace

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

  const bool written = write("graph.dot", cg::to_dot(o)) &&
                       write("graph.md", "```mermaid\n" + cg::to_mermaid(o) + "```\n") &&
                       write("graph.json", cg::to_json(o));
  if (!written) return 1;
  std::cout << "The graph is in graph.dot; draw it with: dot -Tsvg graph.dot -o graph.svg\n"
            << "graph.md has it as a Mermaid flowchart, graph.json as data\n";

  // In a picture from above, with fewer digits, of at most 8 values.
  const cg::graph_options small{
      .nodes_at_most = 8, .digits = 2, .direction = cg::graph_direction::down};
  if (!write("graph_small.dot", cg::to_dot(o, small))) return 1;

  // The same neuron as one operation, closed and opened.
  constexpr auto neuron = cg::fused([](auto x_1, auto x_2, auto w_1, auto w_2, auto bias) {
    return tanh(x_1 * w_1 + x_2 * w_2 + bias);
  });
  const Value fused = neuron(x1, x2, w1, w2, b).label("o");
  for (const Value& v : {x1, x2, w1, w2, b}) v.zero_grad();  // their gradients would add up
  fused.backward();
  const bool drawn = write("graph_fused.dot", cg::to_dot(fused)) &&
                     write("graph_opened.dot", cg::to_dot(fused, {.open_fused = true}));
  return drawn ? 0 : 1;
}
