// Programs made of programs.
#pragma once

#include <initializer_list>
#include <string_view>
#include <vector>

#include "dag.hpp"
#include "operations.hpp"

namespace dags {

/// A program under construction: its inputs, then whatever is called.
class composition {
 public:
  explicit composition(const std::vector<double>& point) {
    for (const double x : point) result_.add({.op = input, .operands = {}, .number = x});
    result_.inputs = static_cast<int>(point.size());
  }

  int number(double value) {
    return result_.add({.op = constant, .operands = {}, .number = value});
  }
  int call(std::string_view op, std::initializer_list<int> operands) {
    node n{.op = named(op)};
    std::size_t k = 0;
    for (const int operand : operands) n.operands[k++] = operand;
    return result_.add(n);
  }
  int insert(const dag& f, const std::vector<int>& arguments) {
    return splice(result_, f, arguments);
  }
  /// The inputs themselves, as arguments of an inserted program.
  [[nodiscard]] std::vector<int> inputs() const {
    std::vector<int> all;
    for (int i = 0; i < result_.inputs; ++i) all.push_back(i);
    return all;
  }
  [[nodiscard]] const dag& result() const { return result_; }

 private:
  dag result_;
};

}  // namespace dags
