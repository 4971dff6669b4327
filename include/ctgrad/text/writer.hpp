// A program as the text of a formula that is the same program when it is parsed: instruction by
// instruction, if it is in the order of reading (program/reading_order.hpp).
//
//   t1 = exp(x*x + y*y + 1)*sin(x*y + x + y) + cos(x - y) + 1;
//   t1*tanh(t1)
//
// Nothing is rearranged: there are parentheses wherever the parser would group otherwise, and an
// operation without a sign of its own is called by its name. Long parts that are used more than
// once are definitions, so that the text stays about as long as the program. It is written from the
// left to the right, by a stack of what is still to be written.
#pragma once

#include <ctgrad/op/registry.hpp>
#include <ctgrad/program/print.hpp>
#include <ctgrad/program/reading_order.hpp>
#include <ctgrad/program/symbol.hpp>
#include <ctgrad/text/functions.hpp>

#include <algorithm>
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace ctgrad::detail {

/// Is it an op that the text has a sign for? (One of the user's may be written with the same.)
template <class T>
bool has_sign(const op_info<T>* op) {
  bool found = false;
  for_each_op(all_ops{}, [&]<class Op>() {
    if constexpr (!Op::written.sign.empty()) found = found || op == &info_of<Op, T>;
  });
  return found;
}

template <class T>
class text_writer {
 public:
  /// A program of one output, and a name of the grammar for each input.
  text_writer(const program<T>& p_in, const std::vector<std::string>& names_in)
      : p_(in_order_of_reading(p_in)),
        variables_(names_in),
        taken_(names_in),
        names_(p_.code.size()),
        lengths_(p_.code.size(), 0),
        appeared_(p_.inputs, false) {
    std::sort(taken_.begin(), taken_.end());
    std::vector<std::size_t> uses(p_.code.size(), 0);
    for (const auto& step : p_.code) {
      for_each_operand(step, [&](slot x_) { ++uses[x_]; });
    }
    for (slot i = 0; i < p_.code.size(); ++i) {
      lengths_[i] = length(i);
      if (uses[i] > 1 && lengths_[i] > long_text) define(i);
    }
    begin_line();
    write(p_.outputs[0]);
    if (order_ != in_order(p_.inputs)) all_.insert(line_, head());
  }

  [[nodiscard]] std::string text() && { return std::move(all_); }

 private:
  static constexpr std::size_t long_text = 48;
  static constexpr int equated = 7, compared = 8, added = 10, multiplied = 20, unary = 25,
                       raised = 30, atom = 100;

  // -- how things are written --------------------------------------------------------------------

  static std::string literal_text(const T& x) { return x != x ? "nan" : number_text(x); }

  /// Would the sign ^ be read as this power?
  [[nodiscard]] bool is_read_as(const instruction<T>& step) const {
    const auto& exponent = p_.code[step.operands[1]];
    if (exponent.what != role::literal) return step.op == &info_of<ops::power, T>;
    const bool whole = is_whole_exponent(static_cast<double>(exponent.literal));
    return step.op == (whole ? &info_of<ops::integer_power, T> : &info_of<ops::constant_power, T>);
  }

  [[nodiscard]] bool is_called(const instruction<T>& step) const {
    if (step.op->written.sign.empty() || !has_sign(step.op)) return true;
    return step.op->written.strength == raised && !is_read_as(step);
  }

  [[nodiscard]] int strength(slot i) const {
    const auto& step = p_.code[i];
    if (step.what == role::literal) return literal_text(step.literal)[0] == '-' ? unary : atom;
    if (step.what == role::input || !names_[i].empty() || is_called(step)) return atom;
    return step.op->written.strength;
  }

  /// Does the k-th operand of a sign stand in parentheses?
  [[nodiscard]] bool is_enclosed(const instruction<T>& step, std::size_t k) const {
    const int own = step.op->written.strength, inner = strength(step.operands[k]);
    if (step.op->arity == 1) return inner <= own;
    if (own == raised) return k == 0 ? inner <= own : inner < unary;
    if (own == compared || own == equated) return inner < added;  // they are not chained
    return k == 0 ? inner < own : inner <= own || (inner == unary && own >= added);
  }

  // -- what becomes a definition -----------------------------------------------------------------

  [[nodiscard]] std::size_t length(slot i) const {
    const auto& step = p_.code[i];
    if (step.what == role::input) return variables_[i].size();
    if (step.what == role::literal) return literal_text(step.literal).size();
    std::size_t sum = step.op->sign().size() + 2;
    for_each_operand(
        step, [&](slot x_) { sum += 2 + (names_[x_].empty() ? lengths_[x_] : names_[x_].size()); });
    return sum;
  }

  void define(slot i) {
    begin_line();
    std::string name;
    do {
      name = detail::text("t", std::to_string(++defined_));
    } while (is_variable(name));
    all_ += name + " = ";
    write(i);
    all_ += ";";
    names_[i] = std::move(name);
  }

  [[nodiscard]] bool is_variable(const std::string& name) const {
    return std::binary_search(taken_.begin(), taken_.end(), name);
  }

  void begin_line() {
    if (!all_.empty()) all_ += "\n";
    line_ = all_.size();
  }

  // -- from left to right ------------------------------------------------------------------------

  struct task {
    slot what = 0;
    std::string_view text{};  // if there is one, that is all
  };

  void write(slot i) {
    std::vector<task> open{{i}};
    while (!open.empty()) {
      const task now = open.back();
      open.pop_back();
      if (!now.text.empty()) {
        all_ += now.text;
      } else {
        write(now.what, open);
      }
    }
  }

  void write(slot i, std::vector<task>& open) {
    const auto& step = p_.code[i];
    if (step.what == role::input) return append_variable(i);
    if (step.what == role::literal) return append(literal_text(step.literal));
    if (!names_[i].empty()) return append(names_[i]);
    const std::size_t first = open.size();
    is_called(step) ? open_call(step, open) : open_sign(step, open);
    std::reverse(open.begin() + static_cast<std::ptrdiff_t>(first), open.end());
  }

  void append(std::string_view text) { all_ += text; }

  void append_variable(slot i) {
    append(variables_[i]);
    if (!appeared_[i]) order_.push_back(i);
    appeared_[i] = true;
  }

  static void open_call(const instruction<T>& step, std::vector<task>& open) {
    open.push_back({0, step.op->name});
    for (std::size_t k = 0; k < std::size_t(step.op->arity); ++k) {
      open.push_back({0, k == 0 ? "(" : ", "});
      open.push_back({step.operands[k]});
    }
    open.push_back({0, ")"});
  }

  void open_sign(const instruction<T>& step, std::vector<task>& open) const {
    const auto& [sign, own, associative] = step.op->written;
    const bool spaced = own <= added;
    for (std::size_t k = 0; k < std::size_t(step.op->arity); ++k) {
      if (k == 1 && spaced) open.push_back({0, " "});
      if (k == 1 || step.op->arity == 1) open.push_back({0, sign});
      if (k == 1 && spaced) open.push_back({0, " "});
      const bool enclosed = is_enclosed(step, k);
      if (enclosed) open.push_back({0, "("});
      open.push_back({step.operands[k]});
      if (enclosed) open.push_back({0, ")"});
    }
  }

  // -- the names of the arguments ----------------------------------------------------------------

  static std::vector<slot> in_order(std::size_t size) {
    std::vector<slot> all(size);
    for (slot i = 0; i < size; ++i) all[i] = i;
    return all;
  }

  /// "f(x, y) = "
  [[nodiscard]] std::string head() const {
    std::string name = "f";
    while (is_variable(name)) name += "_";
    for (std::size_t i = 0; i < variables_.size(); ++i) {
      name += detail::text(i == 0 ? "(" : ", ", variables_[i]);
    }
    return name + (variables_.empty() ? "() = " : ") = ");
  }

  program<T> p_;
  const std::vector<std::string>& variables_;
  std::vector<std::string> taken_;    // the same, sorted
  std::vector<std::string> names_;    // of the instructions that are definitions
  std::vector<std::size_t> lengths_;  // of the texts of all instructions, about
  std::vector<char> appeared_;        // the inputs that are written already
  std::vector<slot> order_;           // the inputs in the order of appearance
  std::string all_;
  std::size_t line_ = 0;  // where the last line begins
  int defined_ = 0;
};

/// A program of one output as the text of a formula: what is parsed from it is the same program in
/// the order of reading, with the same names. Before: valid, a name of the grammar for each input,
/// all different. Linear, without recursion.
template <class T>
std::string exact_text(const program<T>& p, const std::vector<std::string>& inputs) {
  return text_writer<T>(p, inputs).text();
}

}  // namespace ctgrad::detail
