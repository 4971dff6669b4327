#include "dag.hpp"

#include <sstream>

#include "operations.hpp"

namespace dags {

int arity_of(const node& n) {
  return n.op < 0 ? 0 : description(n.op).arity;
}

int operations_in(const dag& d) {
  int count = 0;
  for (const node& n : d.nodes) count += n.op >= 0 ? 1 : 0;
  return count;
}

namespace {

std::string name_of(const dag& d, int i) {
  const int op = d.nodes[std::size_t(i)].op;
  return (op == input ? "x" : op == constant ? "c" : "n") + std::to_string(i);
}

void write(std::ostream& out, const dag& d, const node& n) {
  if (n.op < 0) {
    out << n.number;
    return;
  }
  out << description(n.op).name;
  for (int k = 0; k < arity_of(n); ++k) {
    out << (k == 0 ? "(" : ", ") << name_of(d, n.operands[std::size_t(k)]);
  }
  out << ')';
}

}  // namespace

std::string text(const dag& d) {
  std::ostringstream out;
  out.precision(17);
  for (int i = 0; i <= d.last(); ++i) {
    out << "  " << name_of(d, i) << " = ";
    write(out, d, d.nodes[std::size_t(i)]);
    out << '\n';
  }
  return out.str();
}

dag without_dead(const dag& d) {
  std::vector<char> used(d.size(), false);
  used.back() = true;
  for (std::size_t i = d.size(); i-- > 0;) {
    if (!used[i]) continue;
    for (int k = 0; k < arity_of(d.nodes[i]); ++k) {
      used[std::size_t(d.nodes[i].operands[std::size_t(k)])] = true;
    }
  }
  dag live{.nodes = {}, .inputs = d.inputs};
  std::vector<int> moved(d.size(), 0);
  for (std::size_t i = 0; i < d.size(); ++i) {
    if (!used[i] && d.nodes[i].op != input) continue;
    node n = d.nodes[i];
    for (int& operand : n.operands) operand = moved[std::size_t(operand)];
    moved[i] = live.add(n);
  }
  return live;
}

int splice(dag& to, const dag& f, const std::vector<int>& arguments) {
  std::vector<int> moved(f.size(), 0);
  for (std::size_t i = 0; i < f.size(); ++i) {
    node n = f.nodes[i];
    for (int& operand : n.operands) operand = moved[std::size_t(operand)];
    moved[i] = n.op == input ? arguments[i] : to.add(n);
  }
  return moved.back();
}

std::vector<double> point_of(const dag& d) {
  std::vector<double> point;
  for (int i = 0; i < d.inputs; ++i) point.push_back(d.nodes[std::size_t(i)].number);
  return point;
}

dag at(dag d, const std::vector<double>& point) {
  for (std::size_t i = 0; i < point.size(); ++i) d.nodes[i].number = point[i];
  return d;
}

}  // namespace dags
