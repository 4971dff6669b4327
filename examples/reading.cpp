// What the compiler has derived, to be read: as mathematics, as C++ that needs no ctgrad, and as a
// picture.
#include <ctgrad/ctgrad.hpp>
#include <ctgrad/diff/print.hpp>

#include <fstream>
#include <iostream>

namespace cg = ctgrad;

int main() {
  // A neuron as a formula.
  constexpr auto a = cg::var<"a">;
  constexpr auto b = cg::var<"b">;
  constexpr auto c = cg::var<"c">;
  constexpr auto neuron = relu(a + b * c);

  std::cout << cg::to_string(cg::gradient(neuron)) << "\n\n"
            << cg::to_cpp(cg::value_and_gradient(neuron), "neuron_and_slopes") << '\n';

  // A function. Its arguments are called x0, x1, ... if nobody names them.
  constexpr auto wave = [](auto time, auto damping) { return exp(-damping * time) * sin(time); };

  std::cout << cg::to_cpp(cg::value_and_gradient(wave), "wave_and_slopes", {{"t", "k"}}) << '\n';

  std::ofstream file("wave.dot");
  file << cg::to_dot(cg::value_and_gradient(wave), {"t", "k"});
  file.close();
  if (!file) {
    std::cerr << "wave.dot cannot be written here\n";
    return 1;
  }
  std::cout << "The picture is in wave.dot; draw it with: dot -Tsvg wave.dot -o wave.svg\n";
}
