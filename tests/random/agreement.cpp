#include "agreement.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <sstream>

#include "../support/compare.hpp"

namespace dags {
namespace {

std::string message(const char* what, std::size_t i, double a, double b, double allowed) {
  std::ostringstream out;
  out.precision(17);
  out << what;
  if (allowed >= 0) out << ' ' << i;
  out << ": " << a << " and " << b;
  if (allowed >= 0) out << ", allowed difference " << allowed;
  out << '\n';
  return out.str();
}

bool finite(double x) {
  return std::abs(x) <= std::numeric_limits<double>::max();
}

}  // namespace

std::string difference(const std::vector<double>& a, const std::vector<double>& b,
                       const analysis& bounds, tally& counts, order in) {
  for (std::size_t i = 0; i < a.size(); ++i) {
    const adjoint_bound& limit = bounds.bounds[i];
    const double underflow = in == order::other ? bounds.underflow : 0;
    const double allowed = 2 * (limit.error + underflow);
    if (in == order::other && bounds.tangents_overflow) {
      ++counts.undecided;
    } else if (in != order::same && limit.quotient) {
      ++counts.undecided;
    } else if (finite(limit.magnitude) && finite(allowed)) {
      ++counts.partials;
      const double apart = std::abs(a[i] - b[i]);
      if (!(apart <= allowed)) return message("partial", i, a[i], b[i], allowed);
      if (apart > 0) counts.worst = std::max(counts.worst, apart / allowed);
    } else if (limit.decided) {
      ++counts.not_finite;
      const bool agree =
          in == order::other ? !finite(a[i]) && !finite(b[i]) : support::equal(a[i], b[i]);
      if (!agree) return message("partial", i, a[i], b[i], 0);
    } else {
      ++counts.undecided;
    }
  }
  return {};
}

std::string disagreement(const dag& d, tally& counts) {
  ++counts.programs;
  counts.operations += static_cast<std::uint64_t>(operations_in(d));
  const analysis limits = analyse(d);
  if (!limits.promised) return ++counts.skipped, std::string{};
  const double plain = by_numbers(d);
  const outcome tape = by_tape(d), program = by_program(d), forward = by_dual(d);
  const auto value = [&](const char* engine, double got) {
    return support::identical(plain, got) ? std::string{} : message(engine, 0, plain, got, -1);
  };
  std::vector<double> sweep;
  for (int i = 0; i < d.inputs; ++i) sweep.push_back(limits.bounds[std::size_t(i)].adjoint);
  std::string wrong = value("value by numbers and by Value", tape.value);
  wrong += value("value by numbers and by program", program.value);
  wrong += value("value by numbers and by dual", forward.value);
  const auto compare = [&](const char* engines, const auto& a, const auto& b,
                           order in = order::same) {
    const auto apart = difference(a, b, limits, counts, in);
    if (apart.empty()) return;
    if (in != order::same && !(limits.in_range && program.in_range)) return void(++counts.excused);
    wrong += std::string(engines) + ": " + apart;
  };
  compare("Value and program", tape.gradient, program.gradient, order::program);
  compare("dual and program", forward.gradient, program.gradient, order::other);
  compare("plain sweep and Value", sweep, tape.gradient);
  return wrong;
}

}  // namespace dags
