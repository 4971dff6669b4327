// Names, operands and structural zeros of the ops.
#include "operations.hpp"

#include <algorithm>
#include <stdexcept>
#include <string>
#include <unordered_map>

namespace dags {
namespace {

using ctgrad::builder, ctgrad::symbol;

struct restriction {
  std::string_view op;
  std::size_t operand;
  takes what;
};

// Whole numbers and parameters are not differentiated by; any number may be a condition, but
// comparisons are the useful ones.
constexpr restriction restrictions[]{
    {"integer_power", 1, takes::whole},      {"ldexp", 1, takes::whole},
    {"constant_power", 1, takes::parameter}, {"lower_power", 2, takes::result},
    {"detach", 0, takes::detached},          {"where", 0, takes::condition},
    {"both", 0, takes::condition},           {"both", 1, takes::condition},
    {"either", 0, takes::condition},         {"either", 1, takes::condition},
    {"negation", 0, takes::condition},
};

/// A restriction on an op that does not exist any more would be forgotten here.
static_assert(std::all_of(std::begin(restrictions), std::end(restrictions),
                          [](const restriction& r) {
                            bool exists = false;
                            ctgrad::for_each_op(all_operations{}, [&]<class Op>() {
                              exists = exists ||
                                       (Op::name == r.op && r.operand < std::size_t(Op::arity));
                            });
                            return exists;
                          }));

template <class Op>
std::array<bool, 3> flat_operands() {
  builder<double> home;
  std::array<symbol, 3> x{};
  for (auto& v : x) v = {home, home.input()};
  const auto partials = ctgrad::detail::partials_of<Op, double>(x, {home, home.input()});
  std::array<bool, 3> flat{};
  for (std::size_t k = 0; k < 3; ++k) flat[k] = partials[k].is_literal(0);
  return flat;
}

template <class Op>
operation describe() {
  operation result{Op::name,
                   Op::arity,
                   ctgrad::is_predicate<Op>,
                   {takes::number, takes::number, takes::number},
                   flat_operands<Op>(),
                   &ctgrad::info_of<Op, double>};
  if (Op::name.ends_with("_slope")) result.operands[std::size_t(Op::arity) - 1] = takes::result;
  for (const auto& r : restrictions) {
    if (r.op == Op::name) result.operands[r.operand] = r.what;
  }
  return result;
}

const auto& table() {
  static const auto rows = []<class... Ops>(ctgrad::op_list<Ops...>) {
    return std::array{describe<Ops>()...};
  }(all_operations{});
  return rows;
}

}  // namespace

const operation& description(int op) {
  return table()[std::size_t(op)];
}

int number_of(const ctgrad::op_info<double>* info) {
  static const auto numbers = [] {
    std::unordered_map<const ctgrad::op_info<double>*, int> result;
    for (int op = 0; op < operations; ++op) result[description(op).info] = op;
    return result;
  }();
  const auto found = numbers.find(info);
  return found == numbers.end() ? -1 : found->second;
}

int named(std::string_view name) {
  const auto found = std::find_if(table().begin(), table().end(),
                                  [&](const operation& o) { return o.name == name; });
  if (found == table().end()) throw std::logic_error("no op has the name " + std::string(name));
  return static_cast<int>(found - table().begin());
}

}  // namespace dags
