// Forward mode: up to 16 directions at a time, and a number of duals of duals for a Hessian.
#include <ctgrad/ctgrad.hpp>
#include <ctgrad/diff/dual.hpp>

#include "../run.hpp"
#include "version.hpp"

namespace {

namespace cg = ctgrad;
using field::kind;

/// As few passes as will do, with as many directions in each.
template <class Workload>
constexpr std::size_t directions() {
  constexpr std::size_t passes = (Workload::inputs + 15) / 16;
  return (Workload::inputs + passes - 1) / passes;
}

template <class Workload>
struct passes {
  static constexpr std::size_t n = Workload::inputs, m = Workload::outputs,
                               width = directions<Workload>();
  using number = cg::dual<double, width>;
  const Workload& f;
  mutable std::vector<number> variables = std::vector<number>(n);

  passes(const Workload& f_in, std::span<const double>) : f(f_in) {}
  void operator()(std::span<const double> x, std::span<double> out) const {
    for (std::size_t i = 0; i < n; ++i) variables[i] = x[i];
    for (std::size_t first = 0; first < n; first += width) {
      const std::size_t last = std::min(first + width, n);
      for (std::size_t i = first; i < last; ++i) {
        variables[i] = number::variable(x[i], i - first);
      }
      read(f(variables), first, last, out);
      for (std::size_t i = first; i < last; ++i) variables[i] = x[i];
    }
  }

 private:
  static void read(const number& y, std::size_t first, std::size_t last, std::span<double> out) {
    out[0] = y.primal();
    for (std::size_t i = first; i < last; ++i) out[1 + i] = y.tangent(i - first);
  }
  static void read(const std::array<number, m>& y, std::size_t first, std::size_t last,
                   std::span<double> out) {
    for (std::size_t k = 0; k < m; ++k) {
      out[k] = y[k].primal();
      for (std::size_t i = first; i < last; ++i) out[m + k * n + i] = y[k].tangent(i - first);
    }
  }
};

template <class Workload>
struct twice {
  static constexpr std::size_t n = Workload::inputs;
  using inner = cg::dual<double, n>;
  using number = cg::dual<inner, n>;
  const Workload& f;

  twice(const Workload& f_in, std::span<const double>) : f(f_in) {}
  void operator()(std::span<const double> x, std::span<double> out) const {
    std::array<number, n> variables;
    for (std::size_t i = 0; i < n; ++i) {
      variables[i] = number::variable(inner::variable(x[i], i), i);
    }
    const number y = f(variables);
    out[0] = y.primal().primal();
    for (std::size_t i = 0; i < n; ++i) {
      out[1 + i] = y.primal().tangent(i);
      for (std::size_t j = 0; j < n; ++j) out[1 + n + i * n + j] = y.tangent(i).tangent(j);
    }
  }
};

struct engine {
  static constexpr const char* name = "dual";
  static std::string version() { return field::ctgrad_version(); }
  template <class Workload>
  static constexpr const char* refusal =
      Workload::inputs > 2000 ? "quadratic time: a pass over the function for every 16 numbers"
                              : nullptr;
  template <class Workload>
  using evaluation =
      std::conditional_t<Workload::what == kind::hessian, twice<Workload>, passes<Workload>>;
};

}  // namespace

int main(int argc, char** argv) {
  return field::run<engine>(argc, argv);
}
