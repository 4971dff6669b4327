// Calibration: the parameters of a yield curve that explain the quoted yields best.
//
// Levenberg-Marquardt steps solve (JᵀJ + damping diag JᵀJ) step = -Jᵀ residuals. The parameters are
// a struct, so that row i of the Jacobian is one as well: J[i].level is the derivative of residual
// i by the level.
#include <ctgrad/ctgrad.hpp>

#include <boost/hana/adapt_struct.hpp>

#include <array>
#include <cmath>
#include <cstddef>
#include <iomanip>
#include <iostream>
#include <utility>

#include "solve.hpp"

namespace cg = ctgrad;

template <class T>
struct curve {  // C. Nelson, A. Siegel: Parsimonious modeling of yield curves, 1987
  T level, slope, hump, years;
};
BOOST_HANA_ADAPT_STRUCT(curve<double>, level, slope, hump, years);

constexpr auto yield = [](const auto& c, auto maturity) {
  const auto t = maturity / c.years;
  const auto loading = (1 - exp(-t)) / t;
  return c.level + c.slope * loading + c.hump * (loading - exp(-t));
};

constexpr auto residuals = [](const auto& c, const auto& maturities, const auto& quotes) {
  auto r = maturities;
  for (std::size_t i = 0; i < r.size(); ++i) r[i] = yield(c, maturities[i]) - quotes[i];
  return r;
};

constexpr std::array maturities{0.25, 0.5, 1.0, 2.0, 3.0, 5.0, 7.0, 10.0, 20.0, 30.0};
constexpr std::array quotes{2.04, 2.09, 2.22, 2.51, 2.79, 3.21, 3.49, 3.73, 4.07, 4.17};

double squared(const auto& r) {
  double sum = 0;
  for (const double x : r) sum += x * x;
  return sum;
}

curve<double> stepped(const curve<double>& from, double damping) {
  const auto [r, J] = cg::value_and_jacobian<cg::wrt<0>>(residuals)(from, maturities, quotes);
  normal_equations<4> equations;
  for (std::size_t i = 0; i < r.size(); ++i) {
    equations.add({J[i].level, J[i].slope, J[i].hump, J[i].years}, r[i]);
  }
  const auto d = equations.step(damping);
  return {from.level + d[0], from.slope + d[1], from.hump + d[2], from.years + d[3]};
}

int main() {
  curve<double> best{4, -2, 0, 2};
  double error = squared(residuals(best, maturities, quotes)), damping = 0.01;
  std::cout << std::fixed << "step      level      slope       hump      years   error\n";
  for (int step = 0; step <= 12; ++step) {
    std::cout << std::setw(4) << step << std::setprecision(4);
    for (const double x : {best.level, best.slope, best.hump, best.years}) {
      std::cout << std::setw(11) << x;
    }
    std::cout << std::setprecision(6) << std::setw(11) << error << '\n';
    const auto next = stepped(best, damping);
    const double next_error = squared(residuals(next, maturities, quotes));
    const bool better = next_error < error;
    damping *= better ? 0.1 : 10;
    if (better && error - next_error < 1e-12) break;
    if (better) best = next, error = next_error;
  }
  return error < 0.01 ? 0 : 1;
}
