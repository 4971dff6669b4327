#include "range.hpp"

#include <ctgrad/program/symbol.hpp>

#include <cstddef>

namespace dags {
namespace {

std::vector<char> needed_by_value(const ctgrad::program<double>& p) {
  std::vector<char> needed(p.code.size(), false);
  needed[p.outputs.front()] = true;
  for (std::size_t i = needed.size(); i-- > 0;) {
    for (int k = 0; needed[i] && k < p.code[i].arity(); ++k) {
      needed[p.code[i].operands[std::size_t(k)]] = true;
    }
  }
  return needed;
}

}  // namespace

bool derivative_leaves_range(const ctgrad::program<double>& p, const std::vector<double>& results) {
  const auto value = needed_by_value(p);
  const auto* const product = &ctgrad::info_of<ctgrad::ops::multiply, double>;
  for (std::size_t i = 0; i < p.code.size(); ++i) {
    const auto& step = p.code[i];
    if (step.what != ctgrad::role::call) continue;
    if (value[i] && step.op != product) continue;
    const auto& x = step.operands;
    volatile double y = 0;
    if (leaves_range([&] { y = step.op->value({results[x[0]], results[x[1]], results[x[2]]}); })) {
      return true;
    }
  }
  return false;
}

}  // namespace dags
