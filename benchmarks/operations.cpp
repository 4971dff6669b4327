// Operations of Jacobians and Hessians by the order of elimination, before and after the passes of
// the optimiser, as a markdown table. What an entry needs beside the value counts: the partials,
// and the products and sums of their elimination.
#include <ctgrad/ctgrad.hpp>
#include <ctgrad/program/hessian.hpp>
#include <ctgrad/program/optimize.hpp>

#include <algorithm>
#include <array>
#include <cstddef>
#include <iomanip>
#include <iostream>
#include <string>
#include <string_view>
#include <vector>

#include "../tests/support/vector_functions.hpp"

namespace {

using ctgrad::elimination;
using symbols = std::vector<ctgrad::symbol>;

/// A program whose first outputs are the values.
struct derived {
  ctgrad::program<double> program;
  std::size_t values;
};

/// Every instruction that computes something, as recorded and as run.
std::string counts(const derived& d) {
  return std::to_string(operations(d.program)) + " / " +
         std::to_string(operations(optimized(d.program, d.values)));
}

/// The program of f's value and of what derive(home, x, y) adds to it.
template <std::size_t N>
derived program_of(auto f, auto derive) {
  ctgrad::builder<double> home;
  std::array<ctgrad::symbol, N> x;
  for (auto& input : x) input = {home, home.input()};
  const auto y = f(x);
  symbols all;
  if constexpr (requires { y.begin(); }) {
    all.assign(y.begin(), y.end());
  } else {
    all.push_back(y);
  }
  const std::size_t values = all.size();
  for (const auto& d : derive(home, symbols(x.begin(), x.end()), symbols(all))) all.push_back(d);
  std::vector<ctgrad::slot> outputs;
  for (const auto& s : all) outputs.push_back(s.at(home));
  return {home.finish(outputs), values};
}

/// A row: the value, every order of elimination, and which of them is chosen.
template <std::size_t N>
void print_row(std::string_view name, auto f, auto derive) {
  const auto with = [&](elimination how) {
    return counts(program_of<N>(f, [&](auto& home, const symbols& x, const symbols& y) {
      return derive(home, x, y, how);
    }));
  };
  const auto value = program_of<N>(f, [](auto&, const auto&, const auto&) { return symbols(); });
  std::cout << "| " << name << " | " << operations(value.program);
  for (const auto how : {elimination::forward, elimination::reverse, elimination::markowitz,
                         elimination::cheapest}) {
    std::cout << " | " << with(how);
  }
  std::cout << " |\n";
}

void print_head(std::string_view what) {
  std::cout << "| " << what << " | value | forward | reverse | markowitz | chosen |\n"
            << "|---|---:|---:|---:|---:|---:|\n";
}

}  // namespace

int main() {
  std::cout << "Operations of value and derivative together: recorded / after the passes.\n\n";
  print_head("Jacobian");
  support::for_each_vector_function([]<class E>(const E& entry) {
    print_row<E::inputs>(entry.name, entry.f,
                         [](auto& home, const symbols& x, const symbols& y, elimination how) {
                           return jacobian(home, y, x, how);
                         });
  });
  std::cout << '\n';
  print_head("Hessian");
  support::for_each_scalar_function([]<class E>(const E& entry) {
    print_row<E::inputs>(entry.name, entry.f,
                         [](auto& home, const symbols& x, const symbols& y, elimination how) {
                           return hessian(home, y[0], x, how);
                         });
  });
}
