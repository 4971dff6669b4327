#include "shrink.hpp"

#include <cmath>
#include <cstddef>

namespace dags {
namespace {

using test = std::function<bool(const dag&)>;

/// Takes a smaller program if that fails, too.
bool take(dag& d, dag smaller, const test& fails) {
  smaller = without_dead(smaller);
  if (!fails(smaller)) return false;
  d = std::move(smaller);
  return true;
}

/// The result of an earlier node as that of the program.
bool cut(dag& d, const test& fails) {
  for (std::size_t i = std::size_t(d.inputs); i + 1 < d.size(); ++i) {
    dag shorter = d;
    shorter.nodes.resize(i + 1);
    if (d.nodes[i].op >= 0 && take(d, std::move(shorter), fails)) return true;
  }
  return false;
}

/// One of the node's operands in place of the node.
bool bypass(dag& d, std::size_t i, const test& fails) {
  for (int k = 0; k < arity_of(d.nodes[i]); ++k) {
    dag shorter = d;
    const int by = d.nodes[i].operands[std::size_t(k)];
    for (std::size_t j = i + 1; j < d.size(); ++j) {
      for (int& operand : shorter.nodes[j].operands) {
        if (operand == static_cast<int>(i)) operand = by;
      }
    }
    if (i + 1 == d.size()) shorter.nodes.resize(std::size_t(by) + 1);
    const bool whole = operations_in(shorter) > 0 && by >= d.inputs;
    if ((i + 1 < d.size() || whole) && take(d, std::move(shorter), fails)) return true;
  }
  return false;
}

bool bypass_any(dag& d, const test& fails) {
  for (std::size_t i = d.size(); i-- > 0;) {
    if (bypass(d, i, fails)) return true;
  }
  return false;
}

/// Shorter numbers at the inputs and constants.
bool round_numbers(dag& d, const test& fails) {
  for (std::size_t i = 0; i < d.size(); ++i) {
    const double number = d.nodes[i].number, rounder = std::nearbyint(number * 4) / 4;
    if (d.nodes[i].op >= 0 || number == rounder || number != number) continue;
    dag simpler = d;
    simpler.nodes[i].number = rounder;
    if (take(d, std::move(simpler), fails)) return true;
  }
  return false;
}

}  // namespace

dag shrunk(dag d, const std::function<bool(const dag&)>& fails) {
  take(d, d, fails);
  while (cut(d, fails) || bypass_any(d, fails) || round_numbers(d, fails)) {
  }
  return d;
}

}  // namespace dags
