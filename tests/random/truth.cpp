#include "truth.hpp"

#include <algorithm>
#include <cmath>
#include <sstream>

#include "../support/oracle.hpp"
#include "analysis.hpp"
#include "engines.hpp"

namespace dags {
namespace {

constexpr double distance = 1e-6;
constexpr double worst_condition = 1e8;
constexpr double ulps_of_an_operation = 8;

/// What differences of values below 1e10 in 100 digits do not see.
constexpr double resolution = 1e-50;

/// The first-order error of an op's rounded operands does not explain a change of slope by more
/// than this within `distance`.
constexpr double change_of_slope = 1e-2;

bool changes_slope(int op, std::array<double, 3> x, std::size_t k) {
  const double step = distance * std::max(1.0, std::abs(x[k])), middle = x[k];
  const auto f = [&](double at) {
    x[k] = at;
    return on_numbers[std::size_t(op)](x.data());
  };
  const double y = f(middle), above = (f(middle + step) - y) / step,
               below = (y - f(middle - step)) / step;
  const double noise = 1e-15 * (1 + std::abs(y)) / step;
  return !(std::abs(above - below) <= change_of_slope * (1 + std::abs(above)) + noise);
}

/// Results that rounding cannot move: numbers that are given, and those of ops that are constant
/// between jumps.
bool is_exact(const node& n) {
  if (n.op < 0) return n.op == constant;
  const operation& o = description(n.op);
  return std::all_of(o.flat.begin(), o.flat.begin() + o.arity, [](bool flat) { return flat; });
}

std::string report(std::size_t k, double got, const real& truth, double allowed) {
  std::ostringstream out;
  out.precision(17);
  out << "partial " << k << ": " << got << ", truth " << truth.text() << ", allowed difference "
      << allowed << '\n';
  return out.str();
}

}  // namespace

bool near_a_kink(const dag& d) {
  const auto values = analyse(d).values;
  for (const node& n : d.nodes) {
    std::array<double, 3> x{};
    for (int k = 0; k < arity_of(n); ++k) {
      x[std::size_t(k)] = values[std::size_t(n.operands[std::size_t(k)])];
    }
    for (std::size_t k = 0; k < std::size_t(arity_of(n)); ++k) {
      const bool exact = is_exact(d.nodes[std::size_t(n.operands[k])]);
      const bool signed_zero = x[k] == 0 && description(n.op).operands[k] != takes::condition;
      if (exact && !signed_zero) continue;  // 100 digits know one zero only
      if (changes_slope(n.op, x, k)) return true;
    }
  }
  return false;
}

judgement judge(const dag& d, const std::vector<double>& gradient) {
  if (near_a_kink(d)) return {"kink", {}};
  const auto partials = derivatives(d);
  const auto bounds = analyse(d).bounds;
  judgement result;
  for (std::size_t k = 0; k < gradient.size(); ++k) {
    const double error = rounding_error(partials[k], ulps_of_an_operation);
    const double largest = worst_condition * 1e-15 * std::abs(gradient[k]);
    if (error != error || (error > largest && gradient[k] != 0)) {
      return {"condition", {}};
    }
    const auto f = [&](const std::vector<real>& x) { return by_reals(d, x); };
    const auto truth = support::detail::best<real>(f, point_of(d), k);
    if (!(truth.doubt < 1e-20) && !(truth.value == 0)) return {"no answer in 100 digits", {}};
    const double apart = static_cast<double>(abs(real(gradient[k]) - truth.value));
    // the program of a partial may add up in another order than the engine did
    const double allowed = 2 * (error + bounds[k].sums) + resolution;
    if (!(apart <= allowed)) result.wrong += report(k, gradient[k], truth.value, allowed);
  }
  return result;
}

}  // namespace dags
