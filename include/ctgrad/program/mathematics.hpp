// Programs as readable mathematics: 2*x rather than x*2*1, x^2 rather than x*x, a - b rather than
// a + -b, and no parentheses but those that are needed.
//
// How it is written, in plain text or for LaTeX, a notation says (program/plain_text.hpp).
//
// Every instruction is read as a sum of products, so that equal terms and equal factors are written
// once; nothing is expanded or cancelled. Texts are built from the operands up, without recursion.
// A long text that is used more than once gets a name, and so does a very long one, so that the
// whole stays about as long as the program.
#pragma once

#include <ctgrad/program/plain_text.hpp>
#include <ctgrad/program/symbol.hpp>

#include <algorithm>
#include <cmath>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace ctgrad::detail {

/// coefficient * above[0] * ... / (divisor * below[0] * ...)
template <class T>
struct monomial {
  struct factor {
    slot what;
    int times;
    friend bool operator==(const factor&, const factor&) = default;
  };
  using factors = std::vector<factor>;

  T coefficient = 1, divisor = 1;
  factors above{}, below{};

  static void multiply_in(factors& all, const factors& more) {
    for (const factor& f : more) {
      const auto known =
          std::find_if(all.begin(), all.end(), [&](const factor& k_) { return k_.what == f.what; });
      if (known == all.end()) {
        all.push_back(f);
      } else {
        known->times += f.times;
      }
    }
  }

  friend monomial operator*(monomial a, const monomial& b) {
    a.coefficient *= b.coefficient;
    a.divisor *= b.divisor;
    multiply_in(a.above, b.above);
    multiply_in(a.below, b.below);
    return a.reduced();
  }

  friend monomial operator/(const monomial& a, const monomial& b) {
    return a * monomial{b.divisor, b.coefficient, b.below, b.above};
  }

  /// 4/2 becomes 2, and 2/-3 becomes -2/3.
  [[nodiscard]] monomial reduced() const {
    monomial p = *this;
    if (p.divisor < 0) p.divisor = -p.divisor, p.coefficient = -p.coefficient;
    const T quotient = p.coefficient / p.divisor;
    if (quotient == std::floor(quotient)) p.coefficient = quotient, p.divisor = 1;
    return p;
  }

  /// Is a number of it 0, infinite or subnormal?
  [[nodiscard]] bool is_extreme() const {
    return !std::isnormal(coefficient) || !std::isnormal(divisor) ||
           !std::isnormal(coefficient / divisor);
  }
  /// Then 1e200*(1e200*x) stays as it is: inf*x is another function.
  [[nodiscard]] bool left_the_range_of(const monomial& a, const monomial& b) const {
    return is_extreme() && !a.is_extreme() && !b.is_extreme();
  }

  /// The same but for the coefficient.
  [[nodiscard]] bool like(const monomial& other) const {
    return divisor == other.divisor &&
           std::is_permutation(above.begin(), above.end(), other.above.begin(),
                               other.above.end()) &&
           std::is_permutation(below.begin(), below.end(), other.below.begin(), other.below.end());
  }
};

template <class T, class Notation = in_plain_text>
class mathematics {
 public:
  mathematics(program<T> p_in, const std::vector<std::string_view>& variables_in)
      : p_(std::move(p_in)),
        variables_(Notation::variables(variables_in)),
        taken_(variables_),
        uses_(p_.code.size(), 0),
        pieces_(p_.code.size()),
        sums_(p_.code.size()) {
    std::ranges::sort(taken_);
    for (const auto& step : p_.code) {
      for (int k = 0; k < step.arity(); ++k) ++uses_[step.operands[std::size_t(k)]];
    }
    for (slot i = 0; i < p_.code.size(); ++i) write(i);
  }

  /// The text of one output, with the names that it uses explained behind it.
  [[nodiscard]] std::string output(std::size_t k) const {
    return Notation::lines({{"", pieces_[p_.outputs[k]].text}}, definitions_);
  }

  /// All outputs, a line each, "name = text"; those without a name are y0, y1, ...
  [[nodiscard]] std::string outputs(const texts& left) const {
    std::vector<equation> all;
    for (std::size_t k = 0; k < p_.outputs.size(); ++k) {
      const bool named = k < left.size();
      all.push_back({named ? left[k] : Notation::variable(text("y", std::to_string(k))),
                     pieces_[p_.outputs[k]].text});
    }
    return Notation::lines(std::move(all), definitions_);
  }

 private:
  using term = monomial<T>;
  using sum = std::vector<term>;
  static constexpr std::size_t long_text = 48, longest_text = 2000, many = 16;

  void write(slot i) {
    const auto& step = p_.code[i];
    if (step.what == role::input) {
      set(i, {variables_[step.operands[0]]});
    } else if (step.what == role::literal) {
      sums_[i] = {{step.literal, 1, {}, {}}};
      pieces_[i] = written(sums_[i]);
    } else {
      call(i);
      if (uses_[i] > 0 && pieces_[i].text.size() > long_text && deserves_name(i)) name(i);
    }
  }

  /// A part of a text that would be copied from part to part gets one as well.
  bool deserves_name(slot i) const {
    const std::size_t length = Notation::length(pieces_[i].text);
    return length > (uses_[i] > 1 ? long_text : longest_text);
  }

  /// A text that is one factor of one term.
  void set(slot i, piece text) {
    pieces_[i] = std::move(text);
    sums_[i] = {{1, 1, {{i, 1}}, {}}};
  }

  void set(slot i, const sum& terms) {
    set(i, written(terms));
    const bool short_enough =
        terms.size() <= many && terms[0].above.size() <= many && terms[0].below.size() <= many;
    if (short_enough) sums_[i] = terms;
  }

  void call(slot i) {
    const auto& step = p_.code[i];
    const slot a = step.operands[0], b = step.operands[1];
    if (step.op == &info_of<ops::add, T>) return set(i, plus(sums_[a], sums_[b], 1));
    if (step.op == &info_of<ops::subtract, T>) return set(i, plus(sums_[a], sums_[b], -1));
    if (step.op == &info_of<ops::negate, T>) return set(i, plus({}, sums_[a], -1));
    if (step.op == &info_of<ops::multiply, T>) return set(i, sum{product(a, b)});
    if (step.op == &info_of<ops::divide, T>) return set(i, sum{quotient(a, b)});
    if (step.op->written.strength == bond::raised) {
      return set(i, Notation::power(pieces_[a], pieces_[b]));
    }
    if (step.op->written.sign.empty()) return set(i, function(step));
    set(i, step.op->arity == 1 ? prefix(step) : infix(step));
  }

  // -- sums and products -----------------------------------------------------------------------

  static sum plus(sum terms, const sum& more, int sign) {
    for (term t : more) {
      t.coefficient *= static_cast<T>(sign);
      const auto same = std::find_if(terms.begin(), terms.end(),
                                     [&](const term& known_) { return known_.like(t); });
      const bool joins = same != terms.end() && same->coefficient != -t.coefficient &&
                         std::isfinite(same->coefficient + t.coefficient);
      if (joins) {
        same->coefficient += t.coefficient;
      } else {
        terms.push_back(t);
      }
    }
    return terms;
  }

  /// What a slot is inside of a product: its own product, or itself in parentheses.
  term factor(slot i) const { return sums_[i].size() == 1 ? sums_[i][0] : whole(i); }
  static term whole(slot i) { return {1, 1, {{i, 1}}, {}}; }

  term product(slot a, slot b) const {
    const term x = factor(a), y = factor(b), joined = x * y;
    return joined.left_the_range_of(x, y) ? whole(a) * whole(b) : joined;
  }
  term quotient(slot a, slot b) const {
    const term x = factor(a), y = factor(b), joined = x / y;
    return joined.left_the_range_of(x, y) ? whole(a) / whole(b) : joined;
  }

  piece written(sum terms) const {
    if (terms.size() == 1) return written(terms[0]);
    const auto positive =
        std::find_if(terms.begin(), terms.end(), [](const term& t_) { return t_.coefficient > 0; });
    if (positive != terms.end()) std::rotate(terms.begin(), positive, positive + 1);
    std::string all = enclosed(written(terms[0]), bond::added);
    for (std::size_t k = 1; k < terms.size(); ++k) {
      const piece next = written(terms[k]);
      all += next.negative ? text(" - ", next.text.substr(1))
                           : text(" + ", enclosed(next, bond::added));
    }
    return {all, bond::added, all[0] == '-'};
  }

  piece written(const term& t) const {
    const bool negative = t.coefficient < 0;
    const T size = negative ? -t.coefficient : t.coefficient;
    piece above = joined(size, t.above);
    if (!t.below.empty() || t.divisor != 1) {
      above = Notation::quotient(above, joined(t.divisor, t.below));
    }
    if (!negative) return above;
    return {text("-", enclosed(above, bond::multiplied)), bond::multiplied, true};
  }

  piece joined(const T& coefficient, const typename term::factors& factors) const {
    if (factors.empty()) return Notation::number(coefficient);
    if (factors.size() == 1 && coefficient == 1) return repeated(factors[0]);
    std::string all, last;
    if (coefficient != 1) all = last = enclosed(Notation::number(coefficient), bond::multiplied);
    for (const auto& f : factors) {
      // Behind another factor a product that was not joined keeps its parentheses.
      std::string next = enclosed(repeated(f), bond::multiplied + (all.empty() ? 0 : 1));
      if (!all.empty()) all += Notation::times(last, next);
      all += next;
      last = std::move(next);
    }
    return {all, bond::multiplied};
  }

  piece repeated(const typename term::factor& f) const {
    if (f.times == 1) return pieces_[f.what];
    return Notation::power(pieces_[f.what], {std::to_string(f.times)});
  }

  // -- everything else -------------------------------------------------------------------------

  static std::string enclosed(const piece& x, int at_least) {
    return Notation::enclosed(x, at_least);
  }

  piece function(const instruction<T>& step) const {
    std::vector<piece> operands;
    for (int k = 0; k < step.op->arity; ++k) {
      operands.push_back(pieces_[step.operands[std::size_t(k)]]);
    }
    if (step.op == &info_of<ops::where, T>) return Notation::choice(*step.op, operands);
    return Notation::function(*step.op, operands);
  }

  piece prefix(const instruction<T>& step) const {
    const auto& [sign, strength, associative] = step.op->written;
    return {text(Notation::sign(sign), enclosed(pieces_[step.operands[0]], strength)),
            Notation::strength_of_prefix(strength)};
  }

  piece infix(const instruction<T>& step) const {
    const auto& [sign, strength, associative] = step.op->written;
    const bool compares = strength == bond::equated || strength == bond::compared;
    const int left = compares ? bond::added : strength;  // comparisons are not chained
    const int right = compares || associative ? left : strength + 1;
    return {text(enclosed(pieces_[step.operands[0]], left), " ", Notation::sign(sign), " ",
                 enclosed(pieces_[step.operands[1]], right)),
            strength};
  }

  /// Gives the instruction a name that no variable has.
  void name(slot i) {
    std::string name;
    do {
      name = Notation::variable(text("t", std::to_string(++named_)));
    } while (std::ranges::binary_search(taken_, name));
    definitions_.push_back({name, pieces_[i].text});
    set(i, piece{name});
  }

  program<T> p_;
  texts variables_, taken_;  // taken_: the same, sorted
  std::vector<int> uses_;
  std::vector<piece> pieces_;
  std::vector<sum> sums_;
  std::vector<equation> definitions_;
  int named_ = 0;
};

}  // namespace ctgrad::detail
