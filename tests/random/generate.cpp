#include "generate.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

#include "operations.hpp"

namespace dags {
namespace {

constexpr double infinity = std::numeric_limits<double>::infinity();
constexpr std::array special_numbers{
    0.0,    -0.0,      1.0,    -1.0,
    0.5,    2.0,       1e300,  -1e300,
    5e-324, 1e-300,    700.0,  infinity,
    1e16,   -infinity, -800.0, std::numeric_limits<double>::quiet_NaN()};
constexpr std::array whole_numbers{2.0, 3.0, -1.0, -2.0, 0.0, 5.0};

class generator {
 public:
  generator(random_source& random, const wishes& w) : random_(random), wishes_(w) {}

  dag operator()() {
    const int some = 1 + random_.below(wishes_.inputs);
    for (int i = 0; wishes_.at.empty() && i < some; ++i) leaf(input, number());
    for (const double x : wishes_.at) leaf(input, x);
    result_.inputs = static_cast<int>(result_.size());
    for (const double n : whole_numbers) leaf(constant, n);
    for (int i = random_.below(4); i >= 0; --i) leaf(constant, number());
    leaves_ = static_cast<int>(result_.size());
    const double wanted = random_.log_uniform(1, wishes_.largest);
    for (int tries = 0; calls() < wanted && tries < 20 * wanted; ++tries) attempt();
    if (wishes_.tame || random_.chance(0.5)) join();
    return without_unused_constants();
  }

 private:
  double number() {
    if (!wishes_.tame && random_.chance(0.3)) {
      return special_numbers[std::size_t(random_.below(int(special_numbers.size())))];
    }
    return random_.signed_number(0.05, 20);
  }

  [[nodiscard]] int calls() const { return static_cast<int>(result_.size()) - leaves_; }

  void leaf(int kind, double value) {
    result_.add({.op = kind, .operands = {}, .number = value});
    values_.push_back(value);
    growth_.push_back(kind == input ? 1 : 0);
  }

  /// One more operation, unless it is too wild for a tame program.
  void attempt() {
    const int op = random_.below(operations);
    const operation& o = description(op);
    if (!is_wanted(o)) return;
    node n{.op = op};
    for (std::size_t k = 0; k < std::size_t(o.arity); ++k) n.operands[k] = operand(o.operands[k]);
    if (o.arity > 1 && n.operands[0] == n.operands[1] && random_.chance(0.9)) return;
    add(n, wishes_.tame);
  }

  void add(const node& n, bool tame) {
    std::array<double, 3> x{};
    for (int k = 0; k < arity_of(n); ++k) {
      x[std::size_t(k)] = values_[std::size_t(n.operands[std::size_t(k)])];
    }
    const double y = on_numbers[std::size_t(n.op)](x.data()), growth = growth_of(n, x, y);
    if (tame && !(std::abs(y) <= 1e4 && growth <= 1e12)) return;
    if (tame && y != 0 && std::abs(y) < 1e-4) return;
    for (int k = 0; k < arity_of(n); ++k) std::erase(unused_, n.operands[std::size_t(k)]);
    unused_.push_back(result_.add(n));
    values_.push_back(y);
    growth_.push_back(growth);
    if (description(n.op).predicate) conditions_.push_back(result_.last());
  }

  /// Brings all results that nobody has used together into one.
  void join() {
    static const std::array joints{named("add"), named("subtract"), named("add"), named("hypot"),
                                   named("max")};
    while (unused_.size() > 1) {
      const int a = unused_[unused_.size() - 2], b = unused_.back();
      add({.op = joints[std::size_t(random_.below(int(joints.size())))], .operands = {a, b}},
          false);
    }
  }

  /// What has no slope is rarer than the rest.
  [[nodiscard]] bool is_wanted(const operation& o) {
    const bool constant_between_jumps =
        o.predicate ||
        std::all_of(o.flat.begin(), o.flat.begin() + o.arity, [](bool b) { return b; });
    if (constant_between_jumps && random_.chance(0.75)) return false;
    for (const takes what : o.operands) {
      if (what == takes::result) return false;  // makes sense in derivatives only
      if (what == takes::detached && wishes_.derivatives) return false;
    }
    return true;
  }

  /// How much the result may change with the inputs; infinite where a slope is large.
  double growth_of(const node& n, const std::array<double, 3>& x, double y) const {
    const slopes s = slopes_at[std::size_t(n.op)](x.data(), y);
    double growth = 0;
    for (std::size_t k = 0; k < std::size_t(arity_of(n)); ++k) {
      const double before = growth_[std::size_t(n.operands[k])];
      if (before == 0 || description(n.op).flat[k]) continue;
      if (!(std::abs(s.partial[k]) <= 100)) return infinity;
      growth += std::max(std::abs(s.partial[k]), 1e-9) * before;  // 0 is for constants
    }
    return growth;
  }

  int operand(takes what) {
    switch (what) {
      case takes::whole:
        return result_.inputs + random_.below(int(whole_numbers.size()));
      case takes::parameter:
        return result_.inputs + random_.below(leaves_ - result_.inputs);
      case takes::condition:
        if (!conditions_.empty() && random_.chance(0.9)) {
          return conditions_[std::size_t(random_.below(int(conditions_.size())))];
        }
        [[fallthrough]];
      default:
        return any_operand();
    }
  }

  /// Results that nobody has used yet more often than others, and rarely what depends on no input.
  int any_operand() {
    const int first = one_operand();
    return growth_[std::size_t(first)] == 0 && random_.chance(0.8) ? one_operand() : first;
  }

  int one_operand() {
    if (!unused_.empty() && random_.chance(0.5)) {
      const int recent = std::min(static_cast<int>(unused_.size()), 8);
      return unused_[unused_.size() - 1 - std::size_t(random_.below(recent))];
    }
    if (calls() == 0 || random_.chance(0.3)) {
      return random_.below(random_.chance(0.7) ? result_.inputs : leaves_);
    }
    return leaves_ + random_.below(calls());
  }

  dag without_unused_constants() {
    std::vector<char> used(result_.size(), false);
    for (const node& n : result_.nodes) {
      for (int k = 0; k < arity_of(n); ++k) used[std::size_t(n.operands[std::size_t(k)])] = true;
    }
    used.back() = true;
    dag kept{.nodes = {}, .inputs = result_.inputs};
    std::vector<int> moved(result_.size(), 0);
    for (std::size_t i = 0; i < result_.size(); ++i) {
      if (result_.nodes[i].op == constant && !used[i]) continue;
      node n = result_.nodes[i];
      for (int& o : n.operands) o = moved[std::size_t(o)];
      moved[i] = kept.add(n);
    }
    return kept;
  }

  random_source& random_;
  wishes wishes_;
  dag result_;
  std::vector<double> values_;
  std::vector<double> growth_;
  std::vector<int> conditions_;
  std::vector<int> unused_;
  int leaves_ = 0;
};

}  // namespace

dag generate(random_source& random, const wishes& w) {
  return generator(random, w)();
}

}  // namespace dags
