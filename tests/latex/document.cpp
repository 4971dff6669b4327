// Writes a document with everything that to_latex can write.
#include <ctgrad/ctgrad.hpp>
#include <ctgrad/diff/print.hpp>
#include <ctgrad/op/special.hpp>

#include <array>
#include <cstddef>
#include <iostream>
#include <string>
#include <vector>

#include "../random/through_text.hpp"
#include "../support/corpus.hpp"
#include "../support/texts.hpp"

namespace {

void print(const std::string& formula) {
  std::cout << "\\[\n" << formula << "\n\\]\n";
}

template <class Op>
void print_op() {
  ctgrad::builder<double> home;
  std::array<ctgrad::slot, 3> operands{};
  std::vector<std::string> names;
  for (std::size_t k = 0; k < std::size_t(Op::arity); ++k) {
    operands[k] = home.input();
    names.push_back(std::array{"x", "sigma_max", "strike"}[k]);
  }
  const auto p = home.finish({home.call(ctgrad::info_of<Op, double>, operands)});
  print(to_latex(p, names));
  const std::vector<std::string> name{std::string(Op::name)};
  print(to_latex(p, names, name));
}

}  // namespace

int main() {
  std::cout << "\\documentclass{article}\n\\usepackage{amsmath}\n"
               "\\usepackage[margin=1cm,paperwidth=100cm,paperheight=100cm]{geometry}\n"
               "\\begin{document}\n";
  const auto print_one = [&]<class Op>() { print_op<Op>(); };
  ctgrad::for_each_op(ctgrad::all_ops{}, print_one);
  ctgrad::for_each_op(ctgrad::special_ops{}, print_one);
  support::for_each_function([](const auto& function) {
    print(ctgrad::to_latex(ctgrad::value_and_gradient(function.f)));
  });
  dags::random_source random(20261123);
  support::text_generator generate(random);
  for (int i = 0; i < 300; ++i) print(for_latex(through_text::parsed(generate())));
  for (const char* name : {"100% {#1}", "a\\b^c~d & e_", "x1[2]", "_", "$x$", "Omega_x1"}) {
    print(ctgrad::detail::latex_name(name));
  }
  std::cout << "\\end{document}\n";
}
