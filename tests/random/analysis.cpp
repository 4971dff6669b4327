#include "analysis.hpp"

#include <cmath>
#include <limits>

#include "operations.hpp"
#include "range.hpp"

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
  to.sums += from.sums * weight + (to.reached ? u * to.magnitude : 0);
  to.reached = true;
  if (was_finite && !finite(to.magnitude)) to.decided = false;
}

/// Is there another node that computes the same? A program has one place for both, whose adjoints
/// are added before they are multiplied: (2 - 1) inf instead of 2 inf - 1 inf.
bool has_twin(const dag& d, const std::vector<double>& values, std::size_t i) {
  for (std::size_t j = 0; j < d.size(); ++j) {
    if (j == i || d.nodes[j].op != d.nodes[i].op) continue;
    if (values[j] == values[i]) return true;
  }
  return false;
}

/// Is an operand so small that its reciprocal is infinite?
bool has_tiny_operand(const std::vector<double>& values, const node& n) {
  for (std::size_t k = 0; k < std::size_t(arity_of(n)); ++k) {
    const double x = values[std::size_t(n.operands[k])];
    if (x != 0 && std::isinf(1 / x)) return true;
  }
  return false;
}

/// Is another operand the same, or another node that computes the same? A program adds the partials
/// by both before it multiplies: (2 - 1) inf instead of 2 inf - 1 inf.
bool stands_twice(const dag& d, const std::vector<double>& values, const node& n, std::size_t k) {
  const auto is_twin = [&](int a, int b) {
    if (a == b) return true;
    const auto i = std::size_t(a), j = std::size_t(b);
    return d.nodes[i].op >= 0 && d.nodes[i].op == d.nodes[j].op && values[i] == values[j];
  };
  for (std::size_t j = 0; j < std::size_t(arity_of(n)); ++j) {
    if (j != k && is_twin(n.operands[j], n.operands[k])) return true;
  }
  return false;
}

void evaluate(const dag& d, analysis& a, std::vector<slopes>& partials) {
  static const int copysign = named("copysign"), leaky_relu = named("leaky_relu");
  std::vector<char> fixed(d.size());  // depends on no input
  for (std::size_t i = 0; i < d.size(); ++i) {
    const node& n = d.nodes[i];
    a.values[i] = n.number;
    fixed[i] = n.op != input;
    if (n.op < 0) continue;
    double x[3];
    for (std::size_t k = 0; k < std::size_t(arity_of(n)); ++k) {
      x[k] = a.values[std::size_t(n.operands[k])];
      if (!fixed[std::size_t(n.operands[k])]) fixed[i] = false;
    }
    a.values[i] = on_numbers[std::size_t(n.op)](x);
    if (n.op == copysign && x[1] != x[1]) a.promised = false;
    // its rule where(x > 0, 1, slope) is relu's for a slope that is the literal 0
    if (n.op == leaky_relu && x[1] == 0 && fixed[std::size_t(n.operands[1])]) a.promised = false;
    const auto differentiate = [&] { partials[i] = slopes_at[std::size_t(n.op)](x, a.values[i]); };
    if (leaves_range(differentiate)) a.in_range = false;
  }
}

/// Does forward mode overflow on the way to a result that may be finite?
bool tangents_overflow(const dag& d, const analysis& a, const std::vector<slopes>& partials) {
  std::vector<double> size(d.size(), 0);
  for (std::size_t i = 0; i < d.size(); ++i) {
    const node& n = d.nodes[i];
    if (n.op == input) size[i] = 1;
    for (std::size_t k = 0; k < std::size_t(arity_of(n)); ++k) {
      const double before = size[std::size_t(n.operands[k])], p = partials[i].partial[k];
      if (before != 0 && partials[i].active[k]) size[i] += before * std::abs(p);
    }
    if (a.bounds[i].reached && size[i] > 1e300) return true;
  }
  return false;
}

}  // namespace

analysis analyse(const dag& d) {
  analysis a{std::vector<double>(d.size()), std::vector<adjoint_bound>(d.size())};
  std::vector<slopes> partials(d.size());
  evaluate(d, a, partials);
  a.bounds.back() = {.adjoint = 1, .magnitude = 1, .reached = true};
  for (std::size_t i = d.size(); i-- > 0;) {
    const node& n = d.nodes[i];
    if (!a.bounds[i].reached || n.op < 0) continue;
    const operation& o = description(n.op);
    for (std::size_t k = 0; k < std::size_t(o.arity); ++k) {
      if (o.flat[k] || !partials[i].active[k]) continue;
      if (finite(a.bounds[i].magnitude)) a.underflow += smallest * a.bounds[i].magnitude;
      const double partial = partials[i].partial[k];
      auto& to = a.bounds[std::size_t(n.operands[k])];
      contribute(to, a.bounds[i], partial);
      if (!finite(partial) && has_twin(d, a.values, i)) to.decided = false;
      if (!finite(a.bounds[i].magnitude) && stands_twice(d, a.values, n, k)) to.decided = false;
      to.quotient = to.quotient || a.bounds[i].quotient ||
                    (!finite(partial) && has_tiny_operand(a.values, n));
    }
  }
  a.tangents_overflow = tangents_overflow(d, a, partials);
  return a;
}

double rounding_error(const dag& d, double ulps) {
  const analysis a = analyse(d);
  double sum = 0, underflows = static_cast<double>(d.size());  // in steps of the smallest number
  for (std::size_t i = 0; i < d.size(); ++i) {
    if (d.nodes[i].op != input && a.bounds[i].adjoint != 0) {
      sum += std::abs(a.bounds[i].adjoint * a.values[i]);
      underflows += std::abs(a.bounds[i].adjoint);
    }
  }
  return 2 * u * ulps * sum + underflows * smallest;
}

}  // namespace dags
