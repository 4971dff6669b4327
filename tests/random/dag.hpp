// A random program as plain data: a list of {op, operands}.
//
// The inputs come first, an operand stands before its users, and the last node is the result. What
// an op number means is in operations.hpp.
#pragma once

#include <array>
#include <cstddef>
#include <string>
#include <vector>

namespace dags {

inline constexpr int input = -1, constant = -2;

struct node {
  int op = constant;
  std::array<int, 3> operands{};
  double number = 0;  // of an input or a constant
};

struct dag {
  std::vector<node> nodes;
  int inputs = 0;

  [[nodiscard]] std::size_t size() const { return nodes.size(); }
  [[nodiscard]] int last() const { return static_cast<int>(nodes.size()) - 1; }
  int add(const node& n) {
    nodes.push_back(n);
    return last();
  }
};

/// Number of operands: those of the op, none for an input or a constant.
int arity_of(const node& n);

/// How many nodes apply an op.
int operations_in(const dag& d);

/// One line per node: "n3 = multiply(x0, n2)".
std::string text(const dag& d);

/// Without the nodes that the last one does not need. The inputs stay.
dag without_dead(const dag& d);

/// Takes the nodes of f over into `to`, with the given nodes in place of its inputs. Returns where
/// the result of f is.
int splice(dag& to, const dag& f, const std::vector<int>& arguments);

/// The point at which the inputs are.
std::vector<double> point_of(const dag& d);
dag at(dag d, const std::vector<double>& point);

}  // namespace dags
