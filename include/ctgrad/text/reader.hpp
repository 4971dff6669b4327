// From the text of a formula to instructions.
//
//   expression = operand { infix operand }
//   operand = { "-" | "+" | "!" } ( number | name | call | "(" expression ")" ) { "." call }
//   call = name "(" expression { "," expression } ")"
//
// The infix signs and how strongly they bind are those of the ops (`written` in op/), weakest
// first: || && == and != < <= > >=, + and -, * and /, the prefixes - and !, and ^ (or **), which
// is read from the right: -x^2 is -(x^2), 2^-x is good. x.f(y) is f(x, y). Comparisons are not
// chained.
//
// What is open waits on a stack of its own, so that no text, however deep, is a deep recursion
// (E. W. Dijkstra's "shunting yard", 1961). Linear in the length of the text.
#pragma once

#include <ctgrad/text/decimal.hpp>
#include <ctgrad/text/functions.hpp>
#include <ctgrad/text/names.hpp>

#include <cstddef>
#include <cstdint>
#include <limits>
#include <string_view>
#include <utility>
#include <vector>

namespace ctgrad::detail {

/// Records the instructions of a text. `variables` are its names and what they stand for; More is a
/// list of ops that the text may call besides those of the library.
template <class T, class More = op_list<>>
class text_reader {
 public:
  using symbol = basic_symbol<T>;

  /// Reads it as far as it is right.
  constexpr text_reader(builder<T>& home_in, std::string_view text_in,
                        const std::vector<std::string_view>& variables_in,
                        const std::vector<symbol>& values_in)
      : home_(home_in), text_(text_in), words_(text_in), values_(values_in) {
    for (const auto name : variables_in) names_.add(name);
    while (take_statement()) continue;
  }

  [[nodiscard]] constexpr const mistake& wrong() const { return wrong_; }
  [[nodiscard]] constexpr const symbol& result() const { return result_; }

 private:
  enum class role : std::uint8_t { infix, prefix, group, call };
  /// What waits for its last operand. Small, since a hostile text opens millions of them.
  struct waiting {
    const text_function<T>* function;  // of an infix or prefix; null for +
    std::size_t at;                    // of a call, where its name stands
    std::uint32_t arguments;           // of a call, those that are complete
    role what;

    [[nodiscard]] constexpr int strength() const {
      if (what == role::group || what == role::call) return 0;
      return function == nullptr ? prefix_strength : function->written.strength;
    }
  };
  static constexpr int prefix_strength = 25, comparisons = 8, from_the_right = 30;
  enum class next : std::uint8_t { operand, sign, nothing };

  constexpr void fail(expected what, std::size_t at) {
    if (!wrong_) wrong_ = {what, at};
  }

  /// Reads one; is there another?
  constexpr bool take_statement() {
    const auto head = take_head(words_);
    const word end = take_expression();
    if (wrong_ || end.kind == word_kind::end) return false;
    if (words_.at_end()) return false;
    if (head.what != statement_head::form::definition) {
      fail(expected::an_operator_or_the_end, end.at);
      return false;
    }
    names_.add(head.name.text);
    values_.push_back(result_);
    return true;
  }

  /// Reads an expression into result_ and returns the word behind it.
  constexpr word take_expression() {
    waiting_.clear();
    operands_.clear();
    next wanted = next::operand;
    for (;;) {
      const word w = words_.next();
      wanted = wanted == next::operand ? take_operand(w) : take_sign(w);
      if (wrong_) return w;
      if (wanted == next::nothing) {
        result_ = operands_.back();
        return w;
      }
    }
  }

  // -- where an operand is expected
  // ----------------------------------------------------------------

  constexpr next take_operand(const word& w) {
    if (w.kind == word_kind::number) return take_number(w);
    if (w.is_name()) return words_.opens() ? open_call(w, 0) : take_name(w);
    if (w.is('(')) {
      waiting_.push_back({nullptr, w.at, 0, role::group});
      return next::operand;
    }
    if (w.is('+')) {
      waiting_.push_back({nullptr, w.at, 0, role::prefix});
      return next::operand;
    }
    if (w.kind == word_kind::sign) {
      if (const auto* prefix = find_sign<T, More>(w.sign, 1)) {
        waiting_.push_back({prefix, w.at, 0, role::prefix});
        return next::operand;
      }
    }
    refuse(w,
           is_empty(w) ? expected::a_formula : expected::a_number_a_name_or_an_opening_parenthesis);
    return next::nothing;
  }

  [[nodiscard]] constexpr bool is_empty(const word& w) const {
    return w.kind == word_kind::end && waiting_.empty();
  }

  constexpr next take_number(const word& w) {
    const double x = double_of(w.text);
    if (x > std::numeric_limits<double>::max()) {
      fail(expected::a_number_within_the_range_of_double, w.at);
    }
    return push(x);
  }

  constexpr next take_name(const word& w) {
    if (const auto* constant = constant_called(w.text)) return push(constant->value);
    const std::size_t known = names_.find(w.text);
    if (known == name_index::none) {
      fail(expected::an_argument_of_the_formula, w.at);
      return next::nothing;
    }
    operands_.push_back(values_[known]);
    return next::sign;
  }

  constexpr next push(double x) {
    operands_.push_back({home_, home_.literal(static_cast<T>(x))});
    return next::sign;
  }

  /// Of a function whose first `arguments` are there already. Before: '(' comes next.
  constexpr next open_call(const word& name, std::uint32_t arguments) {
    if (find_function<T, More>(name.text) == nullptr)
      fail(expected::a_function_that_exists, name.at);
    words_.next();
    waiting_.push_back({nullptr, name.at, arguments, role::call});
    if (arguments == 0 || !words_.peek().is(')')) return next::operand;
    words_.next();
    waiting_.back().arguments = 0;  // the one that is there is the last
    return close_call();
  }

  // -- where a sign is expected
  // --------------------------------------------------------------------

  constexpr next take_sign(const word& w) {
    if (w.is('.')) return take_method(w);
    if (w.kind == word_kind::sign) {
      if (const auto* infix = find_sign<T, More>(w.sign, 2)) {
        return take_infix(*infix, w);
      }
    }
    apply_down_to(1);
    const role inside = waiting_.empty() ? role::infix : waiting_.back().what;
    if (w.is(')') && inside == role::call) return close_call();
    if (w.is(')') && inside == role::group) {
      waiting_.pop_back();
      return next::sign;
    }
    if (w.is(',') && inside == role::call) {
      ++waiting_.back().arguments;
      return next::operand;
    }
    const bool complete = waiting_.empty() && (w.is(';') || w.kind == word_kind::end);
    if (!complete) refuse(w, missing_behind_operand(w, inside));
    return next::nothing;
  }

  static constexpr expected missing_behind_operand(const word& w, role inside) {
    if (w.is('=')) return expected::a_name_before_the_equals_sign;
    if (inside == role::call) return expected::an_operator_a_comma_or_a_closing_parenthesis;
    if (inside == role::group) return expected::an_operator_or_a_closing_parenthesis;
    return w.is(')') ? expected::an_opening_parenthesis_before_this
                     : expected::an_operator_or_the_end;
  }

  /// A word that does not belong here; what is no word at all is said to be that.
  constexpr void refuse(const word& w, expected what) {
    fail(w.kind == word_kind::unknown ? expected::a_character_of_a_formula : what, w.at);
  }

  constexpr next take_infix(const text_function<T>& infix, const word& w) {
    const int strength = infix.written.strength;
    apply_down_to(infix.is_comparison()        ? comparisons + 1
                  : strength == from_the_right ? strength + 1
                                               : strength);
    if (infix.is_comparison() && !waiting_.empty() && waiting_.back().what == role::infix &&
        waiting_.back().function->is_comparison()) {
      fail(expected::no_comparison_of_a_comparison, w.at);
    }
    waiting_.push_back({&infix, w.at, 0, role::infix});
    return next::operand;
  }

  constexpr next take_method(const word& point) {
    const word name = words_.next();
    if (!name.is_name() || !words_.opens()) {
      fail(expected::a_function_behind_the_point, name.is_name() ? name.at : point.at);
      return next::nothing;
    }
    return open_call(name, 1);
  }

  /// Applies what waits and binds at least so strongly.
  constexpr void apply_down_to(int strength) {
    while (!waiting_.empty() && waiting_.back().strength() >= strength) {
      const auto* function = waiting_.back().function;
      waiting_.pop_back();
      if (function != nullptr) apply(*function);
    }
  }

  constexpr next close_call() {
    const waiting call = waiting_.back();
    waiting_.pop_back();
    const word name = scanner(text_.substr(call.at)).next();
    if (const auto* function = find_function<T, More>(name.text, call.arguments + 1)) {
      apply(*function);
    } else {
      fail(expected::another_number_of_arguments, call.at);
    }
    return next::sign;
  }

  constexpr void apply(const text_function<T>& function) {
    operands_of<T> x{};
    for (std::size_t k = function.arity; k-- > 0;) {
      x[k] = operands_.back();
      operands_.pop_back();
    }
    operands_.push_back({home_, function.apply(x).at(home_)});
  }

  builder<T>& home_;
  std::string_view text_;
  scanner words_;
  name_index names_;
  std::vector<symbol> values_;  // of the names
  std::vector<waiting> waiting_;
  std::vector<symbol> operands_;
  symbol result_{};
  mistake wrong_{};
};

/// What a text is: its variables, and either the program that computes it or what is wrong.
template <class T>
struct read_text {
  std::vector<std::string_view> names{};
  program<T> code{};
  mistake wrong{};
};

template <class T, class More>
constexpr read_text<T> read(std::string_view text) {
  const variable_finder found(text);
  builder<T> home;
  std::vector<basic_symbol<T>> values;
  for (std::size_t i = 0; i < found.names().size(); ++i) values.push_back({home, home.input()});
  const text_reader<T, More> reader(home, text, found.names(), values);
  if (reader.wrong()) return {found.names(), {}, reader.wrong()};
  if (found.wrong()) return {found.names(), {}, found.wrong()};
  return {found.names(), home.finish({reader.result().at(home)}), {}};
}

}  // namespace ctgrad::detail
