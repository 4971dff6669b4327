#include "analysis.hpp"

#include <cmath>
#include <limits>

#include "operations.hpp"

namespace dags {
namespace {

constexpr double u = std::numeric_limits<double>::epsilon() / 2;
constexpr double smallest = std::numeric_limits<double>::denorm_min();
// A whole power is n x^(n-1) in one engine and the sweep through its products in another.
constexpr double roundings_per_product = 16;

bool finite(double x) {
  return std::abs(x) <= std::numeric_limits<double>::max();
}

/// The sign of an adjoint is certain if its contributions do not cancel.
bool certain(const adjoint_bound& b) {
  return b.magnitude == 0 || (b.magnitude > 1e-290 && std::abs(b.adjoint) > 0.999 * b.magnitude);
}

bool product_is_decided(const adjoint_bound& from, double partial) {
  if (!finite(from.adjoint)) return from.decided;
  if (!finite(partial)) return from.decided && certain(from);
  return from.decided && finite(from.magnitude * std::abs(partial));
}

void contribute(adjoint_bound& to, const adjoint_bound& from, double partial) {
  const double weight = std::abs(partial);
  const bool was_finite = finite(to.magnitude) && finite(from.magnitude * weight);
  to.decided = to.decided && product_is_decided(from, partial);
  to.adjoint = to.reached ? to.adjoint + from.adjoint * partial : from.adjoint * partial;
  to.magnitude += from.magnitude * weight;
  to.error += from.error * weight + roundings_per_product * u * from.magnitude * weight + smallest +
              u * to.magnitude;
  to.reached = true;
  if (was_finite && !finite(to.magnitude)) to.decided = false;
}

/// Which nodes have an edge that a Value does not record, being computed from constants and
/// comparisons alone.
std::vector<char> passive_nodes(const dag& d, const std::vector<double>& values) {
  static const int where = named("where"), whole_power = named("integer_power");
  std::vector<char> passive(d.size(), true);
  for (std::size_t i = 0; i < d.size(); ++i) {
    const node& n = d.nodes[i];
    if (n.op == input) passive[i] = false;
    if (n.op < 0 || description(n.op).predicate) continue;
    const auto second = values[std::size_t(n.operands[1])];
    if (n.op == whole_power && second == 0) continue;  // the constant 1
    for (int k = 0; k < arity_of(n); ++k) {
      if (n.op == where && k != (values[std::size_t(n.operands[0])] != 0 ? 1 : 2)) continue;
      if (!passive[std::size_t(n.operands[std::size_t(k)])]) passive[i] = false;
    }
  }
  return passive;
}

/// A known difference: a program skips a partial that is 0 as a literal and takes a comparison that
/// is a factor for a guard; a Value multiplies by the number 0, which shows where it meets an
/// infinity. Both happen only where another operand is passive.
bool literal_decides(const node& n, std::size_t k, double partial,
                     const std::vector<char>& passive) {
  if (partial != 0) return false;
  for (std::size_t j = 0; j < std::size_t(arity_of(n)); ++j) {
    if (j != k && passive[std::size_t(n.operands[j])]) return true;
  }
  return false;
}

void evaluate(const dag& d, analysis& a, std::vector<slopes>& partials) {
  static const int copysign = named("copysign");
  for (std::size_t i = 0; i < d.size(); ++i) {
    const node& n = d.nodes[i];
    a.values[i] = n.number;
    if (n.op < 0) continue;
    double x[3];
    for (std::size_t k = 0; k < std::size_t(arity_of(n)); ++k) {
      x[k] = a.values[std::size_t(n.operands[k])];
    }
    a.values[i] = on_numbers[std::size_t(n.op)](x);
    if (n.op == copysign && x[1] != x[1]) a.sign_of_nan = true;
    partials[i] = slopes_at[std::size_t(n.op)](x, a.values[i]);
  }
}

}  // namespace

analysis analyse(const dag& d) {
  analysis a{std::vector<double>(d.size()), std::vector<adjoint_bound>(d.size())};
  std::vector<slopes> partials(d.size());
  evaluate(d, a, partials);
  const auto passive = passive_nodes(d, a.values);
  a.bounds.back() = {1, 1, 0, true, true};
  for (std::size_t i = d.size(); i-- > 0;) {
    const node& n = d.nodes[i];
    if (!a.bounds[i].reached || n.op < 0) continue;
    const operation& o = description(n.op);
    for (std::size_t k = 0; k < std::size_t(o.arity); ++k) {
      if (o.flat[k] || !partials[i].active[k]) continue;
      if (finite(a.bounds[i].magnitude)) a.underflow += smallest * a.bounds[i].magnitude;
      auto& to = a.bounds[std::size_t(n.operands[k])];
      contribute(to, a.bounds[i], partials[i].partial[k]);
      if (literal_decides(n, k, partials[i].partial[k], passive)) to.decided = false;
    }
  }
  return a;
}

double rounding_error(const dag& d, double ulps) {
  const analysis a = analyse(d);
  double sum = 0;
  for (std::size_t i = 0; i < d.size(); ++i) {
    if (d.nodes[i].op != input && a.bounds[i].adjoint != 0) {
      sum += std::abs(a.bounds[i].adjoint * a.values[i]);
    }
  }
  return 2 * u * ulps * sum + static_cast<double>(d.size()) * smallest;
}

}  // namespace dags
