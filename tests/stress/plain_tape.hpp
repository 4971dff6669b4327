// Two kinds of numbers that Values must agree with to the last bit.
//
// `named` holds a Value and only ever shows it under a name, so that nothing that is recorded
// becomes a part of anything else. `plain` records on a tape of its own: one node per operation,
// nothing clever. The derivatives of operations are those of the library; what is in question is
// the recording.
#pragma once

#include <cstddef>
#include <utility>
#include <vector>

#include "support.hpp"

namespace stress {

struct named {
  Value value;
  named(double x = 0) : value(x) {}  // NOLINT: as of Value
  explicit named(Value x) : value(std::move(x)) {}

  friend named operator+(const named& a, const named& b) { return named(a.value + b.value); }
  friend named operator-(const named& a, const named& b) { return named(a.value - b.value); }
  friend named operator*(const named& a, const named& b) { return named(a.value * b.value); }
  friend named operator/(const named& a, const named& b) { return named(a.value / b.value); }
  friend named operator-(const named& a) { return named(-a.value); }
  friend named sin(const named& a) { return named(sin(a.value)); }
  friend named& operator+=(named& a, const named& b) { return a = a + b; }
  friend named& operator-=(named& a, const named& b) { return a = a - b; }
};

/// The plain tape: all nodes, the first one is nobody's.
class plain_tape {
 public:
  struct edge {
    std::size_t to;
    double partial;
  };
  struct node {
    std::vector<edge> edges;
    bool variable;
    double adjoint = 0;
    bool touched = false;
  };

  std::size_t add(std::vector<edge> edges, bool variable = false) {
    nodes.push_back({std::move(edges), variable});
    return nodes.size() - 1;
  }

  void backward(std::size_t root) {
    if (root == 0) return;
    std::vector<double> before;
    for (node& n : nodes) before.push_back(n.variable ? n.adjoint : 0);
    for (node& n : nodes) n.adjoint = -0.0, n.touched = false;
    nodes[root].adjoint = 1;
    nodes[root].touched = true;
    for (std::size_t at = nodes.size(); at-- > 1;) distribute(nodes[at]);
    for (std::size_t at = 0; at < nodes.size(); ++at) nodes[at].adjoint += before[at];
  }

  std::vector<node> nodes = std::vector<node>(1);

 private:
  void distribute(const node& n) {
    if (!n.touched) return;
    for (std::size_t k = n.edges.size(); k-- > 0;) {
      node& operand = nodes[n.edges[k].to];
      operand.adjoint = (operand.adjoint + n.edges[k].partial * n.adjoint) + 0.0;
      operand.touched = true;
    }
  }
};

inline plain_tape plain_recording;

struct plain {
  double data = 0;
  std::size_t at = 0;
  plain(double x = 0) : data(x) {}  // NOLINT: as of Value
  plain(double x, std::size_t at_in) : data(x), at(at_in) {}

  friend plain operator+(const plain& a, const plain& b) {
    return make(a.data + b.data, {{a.at, 1}, {b.at, 1}});
  }
  friend plain operator-(const plain& a, const plain& b) {
    return make(a.data - b.data, {{a.at, 1}, {b.at, -1}});
  }
  friend plain operator*(const plain& a, const plain& b) {
    if (a.at == b.at) return make(a.data * b.data, {{a.at, b.data + a.data}});
    return make(a.data * b.data, {{a.at, b.data}, {b.at, a.data}});
  }
  friend plain operator/(const plain& a, const plain& b) {
    const double y = a.data / b.data;
    const auto [da, db] = ctgrad::ops::divide::partials(a.data, b.data, y);
    return make(y, {{a.at, da}, {b.at, db}});
  }
  friend plain operator-(const plain& a) { return make(-a.data, {{a.at, -1}}); }
  friend plain sin(const plain& a) {
    const double y = ctgrad::ops::sin::value(a.data);
    return make(y, {{a.at, std::get<0>(ctgrad::ops::sin::partials(a.data, y))}});
  }
  friend plain& operator+=(plain& a, const plain& b) { return a = a + b; }
  friend plain& operator-=(plain& a, const plain& b) { return a = a - b; }

  static plain make(double y, std::vector<plain_tape::edge> edges) {
    std::size_t recorded = 0;
    for (const auto& e : edges) recorded += e.to;
    return recorded == 0 ? plain(y) : plain(y, plain_recording.add(std::move(edges)));
  }
};

}  // namespace stress
