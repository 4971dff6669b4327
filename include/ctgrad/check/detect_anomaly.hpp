// Where does the NaN come from? While a detect_anomaly lives, the first operation on this thread's
// Values that makes a NaN or an infinity is an exception:
//
//   ctgrad::detect_anomaly guard;
//   Value loss = ...;  // throws if an operation on finite operands has a result that is not finite
//   loss.backward();   // throws if an adjoint that is not finite comes up
//
// What is not recorded, under no_grad or because it depends on constants only, is not looked at.
//
// The text ([ctgrad-E29]) names the operation, its operands, their labels and what went wrong. With
// CTGRAD_LOCATIONS defined for the whole program it also names the line. Nothing is lost: what was
// to be recorded is not recorded, and after a backward() that throws all gradients are what they
// were before. Guards nest. Without a guard this costs nothing; with one, backward() is slower and
// every operation is kept for the text.
#pragma once

#include <ctgrad/check/digits.hpp>
#include <ctgrad/detail/text.hpp>
#include <ctgrad/tape/value.hpp>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <span>
#include <string>
#include <vector>

namespace ctgrad {

/// While it lives, the first operation on this thread's Values of T that makes a NaN or an infinity
/// of finite operands, and the first such adjoint in backward(), is an exception, [ctgrad-E29],
/// that names the operation, its operands and their labels. Guards nest; without one nothing is
/// paid for it.
///
///   ctgrad::detect_anomaly guard;
///   Value loss = ...;
///   loss.backward();
template <class T>
class [[nodiscard]] basic_detect_anomaly final : observer<T> {
 public:
  /// Looks on at this thread's tape from now on.
  basic_detect_anomaly() : tape_(basic_tape<T>::current()), before_(tape_.observe(this)) {}
  ~basic_detect_anomaly() { tape_.observe(before_); }
  basic_detect_anomaly(const basic_detect_anomaly&) = delete;
  basic_detect_anomaly& operator=(const basic_detect_anomaly&) = delete;

 private:
  using tape = basic_tape<T>;
  using edge = detail::recorded_edge<T>;

  void recording(tape& t, const note<T>& n) override {
    bool operands_finite = true;
    for (int k = 0; k < n.op->arity; ++k) operands_finite &= finite(n.operand[std::size_t(k)]);
    if (finite(n.data) || !operands_finite) return;
    fail(detail::text(written(t, n), " is ", number(n.data), ", although its operands are finite"),
         &n);
  }

  void recording(tape& t, const wide_text<T>& what, const T& data,
                 std::span<const detail::met_operand<T>> operands) override {
    if (finite(data) || !std::all_of(operands.begin(), operands.end(),
                                     [](const auto& operand_) { return finite(operand_.data); })) {
      return;
    }
    note<T> here;
    here.op = &what;
    fail(detail::text(written(t, what, operands), " is ", number(data),
                      ", although they are finite"),
         &here);
  }

  void backward(tape& t, position root) override {
    detail::adjoint_array<T> before = t.adjoints_;
    try {
      detail::all_or_nothing<T> sweep(t, root);
      detail::backward<T>(t).run([&](position& at_, const edge* first_, const edge* last_) {
        for (; last_ != first_; at_ -= last_->step()) contribute(t, at_, --last_);
      });
      for (const auto& x : t.variables_) accumulate(t, x.at, x.before);
      sweep.done();
    } catch (...) {
      std::swap(t.adjoints_, before);  // those of results too
      throw;
    }
  }

  struct operand_of {
    const note<T>* operation;  // null: recorded before anybody looked, and without a note
    int k;
  };

  /// Which operand of which operation an edge leads to. What was recorded before the guard may be a
  /// part of a sum, whose note tells nothing of it.
  static operand_of operation_of(const tape& t, position at, const edge* e) {
    const note<T>* const n = t.note_at(at);
    if (n == nullptr) return {nullptr, 0};
    if (n->op->arity == 0) return {n, 3};
    int before = 0;  // edges to the same operand
    for (const edge* other = e; !other->is_first();) before += (--other)->to() == e->to();
    for (int k = 0; k < n->op->arity; ++k) {
      if (n->from[std::size_t(k)] == e->to() && before-- == 0) return {n, k};
    }
    return {nullptr, 0};
  }

  /// What an edge contributes: the same arithmetic as the tape's own.
  static void contribute(tape& t, position at, const edge* e) {
    const T adjoint = t.adjoints_[at];
    if (detail::adjoint_rule<T>::is_untouched(adjoint)) return;
    const T sum = detail::adjoint_rule<T>::sum(t.adjoints_[e->to()], e->partial, adjoint);
    if (e->to() != 0 && !finite(sum)) {
      blame(t, e->to(), operation_of(t, at, e), e->partial, adjoint);
    }
    t.adjoints_[e->to()] = sum;
  }

  static void accumulate(tape& t, position variable, const T& kept) {
    const T sum = t.adjoints_[variable] + kept;
    if (!finite(sum) && finite(kept)) {
      fail(detail::text("in backward(), the gradient of ", name_at(t, variable, "a variable"), ", ",
                        number(kept), " from before plus ", number(t.adjoints_[variable]), ", is ",
                        number(sum)),
           nullptr);
    }
    t.adjoints_[variable] = sum;
  }

  /// At entry i, a partial times the adjoint, or the sum with what was there, is not finite.
  [[noreturn]] static void blame(const tape& t, position to, const operand_of& x, const T& partial,
                                 const T& adjoint) {
    static constexpr const char* ordinal[]{"the first", "the second", "the third", "an"};
    const T product = partial * adjoint, other = t.adjoints_[to];
    const std::string what = x.operation == nullptr
                                 ? "an operation recorded before the guard, or at a checkpoint"
                                 : detail::text(result(t, *x.operation), written(t, *x.operation));
    const std::string by = name_at(t, to, detail::text(ordinal[x.k], " operand"));
    fail(detail::text(
             "in backward(), at ", what, ": the partial by ", by, ", ", number(partial),
             ", times the adjoint ", number(adjoint),
             finite(product) ? detail::text(" plus ", number(other), " from elsewhere") : "",
             " is ", number(product + other)),
         x.operation);
  }

  static bool finite(const T& x) { return x - x == 0; }
  static std::string number(const T& x) { return detail::digits(static_cast<double>(x), 6); }

  static std::string name_at(const tape& t, position at, const std::string& otherwise) {
    return t.label(at).empty() ? otherwise : std::string(t.label(at));
  }

  static std::string result(const tape& t, const note<T>& n) {
    return t.label(n.at).empty() ? "" : detail::text(t.label(n.at), " = ");
  }

  static std::string operand(const tape& t, const note<T>& n, std::size_t k) {
    return operand(t, n.operand[k], n.from[k]);
  }
  static std::string operand(const tape& t, const T& data, position from) {
    const auto label = from == 0 ? std::string_view{} : t.label(from);
    return label.empty() ? number(data) : detail::text(label, "=", number(data));
  }

  /// fused of 2 numbers, x=-1 and 3, or dot of two ranges of 100 numbers, 1, 2, 3, ...
  static std::string written(const tape& t, const wide_text<T>& what,
                             std::span<const detail::met_operand<T>> operands) {
    const bool pairs = what.name == "dot";
    std::string all = detail::text(what.name, pairs ? " of two ranges of " : " of ",
                                   std::to_string(operands.size() / (pairs ? 2 : 1)), " numbers (");
    for (std::size_t k = 0; k < std::min(shown, operands.size()); ++k) {
      all += detail::text(k == 0 ? "" : ", ", operand(t, operands[k].data, operands[k].from));
    }
    return all + (operands.size() > shown ? ", ...)" : ")");
  }
  static constexpr std::size_t shown = 3;

  /// log(x=-1), or (a=0) / (b=0)
  static std::string written(const tape& t, const note<T>& n) {
    if (n.op->arity == 0) return detail::text(n.op->name, "(...)");
    const auto bracketed = [&](std::size_t k_) {
      return detail::text("(", operand(t, n, k_), ")");
    };
    if (!n.op->written.sign.empty() && n.op->arity == 2)
      return detail::text(bracketed(0), " ", n.op->sign(), " ", bracketed(1));
    if (!n.op->written.sign.empty()) return detail::text(n.op->sign(), bracketed(0));
    std::string all = detail::text(n.op->name, "(", operand(t, n, 0));
    for (int k = 1; k < n.op->arity; ++k) all += ", " + operand(t, n, std::size_t(k));
    return all + ")";
  }

  [[noreturn]] static void fail(const std::string& what, const note<T>* n) {
    detail::raise("ctgrad-E29", detail::text(what, n == nullptr ? "" : place_of(*n)));
  }

#ifdef CTGRAD_LOCATIONS
  static std::string place_of(const note<T>& n) {
    const auto& where = n.place.where;
    if (where.line() == 0) {
      return n.op->arity != 0 ? "; where it stands is not known, it was applied by apply<Op>"
                              : "; where it stands is not known, as of fused(f) with more than "
                                "six arguments";
    }
    return detail::text("; computed at ", where.file_name(), ":", std::to_string(where.line()),
                        " in ", where.function_name());
  }
#else
  static std::string place_of(const note<T>&) {
    return "; define CTGRAD_LOCATIONS for the whole program to see where it was computed";
  }
#endif

  tape& tape_;
  observer<T>* before_;
};

/// For Values.
using detect_anomaly = basic_detect_anomaly<double>;

}  // namespace ctgrad
