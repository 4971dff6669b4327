// Programs as C++ that needs no ctgrad: a function to be pasted elsewhere.
//
// Every instruction keeps its place in the order of rounding: parentheses stand wherever C++ would
// group otherwise, and an operation that is written inside of another is one that nobody else uses.
#pragma once

#include <ctgrad/op/piecewise.hpp>
#include <ctgrad/program/print.hpp>

#include <algorithm>
#include <array>
#include <concepts>
#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace ctgrad {

/// How to_cpp calls the parameters, and what it says above the function. Names that C++ or the
/// function itself uses otherwise get a "_"; without names they are x0, x1, ...
struct cpp_style {
  std::vector<std::string> inputs{};
  std::string comment{};
};

namespace detail {

/// The ops that are functions of <cmath>. (An op of another meaning says so by its `cpp`.)
inline constexpr std::string_view functions_of_cmath =
    " acos acosh asin asinh atan atan2 atanh cbrt ceil copysign cos cosh erf erfc exp exp2 expm1 "
    "fdim floor fma fmod hypot lgamma log log10 log1p log2 remainder rint round sin sinh sqrt tan "
    "tanh tgamma trunc ";

inline constexpr std::string_view signs_of_cpp = " + - * / < <= > >= == != && || ! ";

inline constexpr std::string_view keywords_of_cpp =
    " alignas alignof and and_eq asm auto bitand bitor bool break case catch char char8_t char16_t "
    "char32_t class co_await co_return co_yield compl concept const const_cast consteval constexpr "
    "constinit continue decltype default delete do double dynamic_cast else enum explicit export "
    "extern false float for friend goto if inline int long mutable namespace new noexcept not "
    "not_eq nullptr operator or or_eq private protected public register reinterpret_cast requires "
    "return short signed sizeof static static_assert static_cast struct switch template this "
    "thread_local throw true try typedef typeid typename union unsigned using virtual void "
    "volatile wchar_t while xor xor_eq boost std quiet policies ";

/// Does a list of words between blanks hold the word?
constexpr bool holds(std::string_view list, std::string_view word) {
  for (auto at = list.find(word); at != list.npos; at = list.find(word, at + 1)) {
    if (at > 0 && list[at - 1] == ' ' && list[at + word.size()] == ' ') return true;
  }
  return false;
}

constexpr bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

constexpr bool is_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' ||
         static_cast<unsigned char>(c) >= 128;
}

/// A text as a name of C++: what no name may hold becomes "_".
inline std::string as_name(std::string_view text) {
  std::string name;
  if (text.empty() || is_digit(text[0])) name = "_";
  for (const char c : text) name += is_letter(c) || is_digit(c) ? c : '_';
  return name;
}

inline std::string replaced(std::string text, std::string_view from, std::string_view to) {
  for (auto at = text.find(from); at != text.npos; at = text.find(from, at + to.size())) {
    text.replace(at, from.size(), to);
  }
  return text;
}

template <std::floating_point T>
inline constexpr std::string_view cpp_type = std::is_same_v<T, float>    ? "float"
                                             : std::is_same_v<T, double> ? "double"
                                                                         : "long double";

/// A literal of type T that reads back as the same number.
template <std::floating_point T>
std::string cpp_literal(T x) {
  const auto special = [&](const char* name) {
    return text("std::numeric_limits<", cpp_type<T>, ">::", name, "()");
  };
  if (x != x) return special("quiet_NaN");
  if (x - x != 0) return text(x < 0 ? "-" : "", special("infinity"));
  std::string number = number_text(x);
  if (number.find_first_of(".e") == number.npos) number += ".0";
  return number + (std::is_same_v<T, float> ? "f" : std::is_same_v<T, double> ? "" : "L");
}

/// What Boost.Math is told in op/special.hpp: a result outside of the domain is NaN.
inline constexpr std::string_view quiet_policy =
    "  namespace policies = boost::math::policies;\n"
    "  using quiet = policies::policy<policies::domain_error<policies::ignore_error>,\n"
    "                                 policies::pole_error<policies::ignore_error>,\n"
    "                                 policies::overflow_error<policies::ignore_error>,\n"
    "                                 policies::rounding_error<policies::ignore_error>,\n"
    "                                 policies::evaluation_error<policies::ignore_error>>;\n";

/// Writes one function. Expressions grow from the operands up, without recursion; one that is used
/// twice, or that would make a line too long, becomes a statement of its own.
template <class Program>
class cpp_writer {
  using T = typename Program::scalar;

 public:
  cpp_writer(const Program& p, std::string_view name, cpp_style style)
      : p_(p), name_(name), style_(std::move(style)), uses_(p.code.size(), 0) {
    for (const auto& step : p_.code) {
      for (int k = 0; k < step.arity(); ++k) ++uses_[step.operands[std::size_t(k)]];
    }
    for (const slot out : p_.outputs) ++uses_[out];
    for (const auto& step : p_.code) ask_for(step);
    for (const auto& step : p_.code) help(step);
  }

  [[nodiscard]] std::string function() {
    name_inputs();
    for (slot i = 0; i < p_.code.size(); ++i) write(i);
    const std::string body =
        text(signature(), " {\n", mentions(helpers_, "quiet") ? quiet_policy : "", helpers_,
             statements_, "  return ", results(), ";\n}\n");
    return text(includes(body), "\n", comment(), body);
  }

 private:
  /// An expression; strengths are those of `notation`, which are the precedences of C++.
  struct piece {
    std::string text;
    int strength = atom;
    bool condition = false;
    bool named = true;
  };
  static constexpr int ternary = 2, logical = 6, compared = 7, negated = 25, atom = 100;
  static constexpr std::size_t long_text = 68, many = 8;

  // -- what stands in front ---------------------------------------------------------------------

  /// A function that nobody has written keeps its name.
  void ask_for(const instruction<T>& step) {
    if (step.what != role::call || is_written(*step.op) || !step.op->cpp.empty()) return;
    const std::string name = as_name(step.op->name);
    if (!learn(*step.op, name)) return;
    const char* const operands[]{"(u)", "(u, v)", "(u, v, w)"};
    missing_ += text(missing_.empty() ? "" : ", ", name, operands[step.op->arity - 1]);
  }

  /// A lambda is written in front, under the name of its op.
  void help(const instruction<T>& step) {
    if (step.what != role::call || is_written(*step.op)) return;
    const std::string name = not_taken(as_name(step.op->name));
    if (!learn(*step.op, name)) return;
    const auto lambda = replaced(std::string(step.op->cpp), "double", cpp_type<T>);
    helpers_ += text("  const auto ", name, " = ", replaced(lambda, "\n", "\n  "), ";\n");
  }

  /// Remembers how an op is called; false if that is known.
  bool learn(const op_info<T>& op, const std::string& name) {
    if (!name_of(op).empty()) return false;
    called_.push_back({&op, name});
    taken_ += name + " ";
    return true;
  }
  std::string_view name_of(const op_info<T>& op) const {
    for (const auto& [known, name] : called_) {
      if (known == &op) return name;
    }
    return {};
  }

  /// Is the op a sign or a function that exists?
  static bool is_written(const op_info<T>& op) {
    return is_sign(op) || op.cpp.starts_with("std::") || is_choice(op) ||
           (op.cpp.empty() && holds(functions_of_cmath, op.name));
  }
  static bool is_sign(const op_info<T>& op) {
    return op.cpp.empty() && !op.written.sign.empty() && holds(signs_of_cpp, op.written.sign);
  }
  static bool is_choice(const op_info<T>& op) { return &op == &info_of<ops::where, T>; }

  void name_inputs() {
    if (is_array()) array_ = not_taken("x");
    for (std::size_t i = 0; i < p_.inputs; ++i) {
      const std::string number = std::to_string(i);
      if (is_array()) {
        inputs_.push_back(text(array_, "[", number, "]"));
      } else {
        const bool named = i < style_.inputs.size();
        inputs_.push_back(not_taken(named ? as_name(style_.inputs[i]) : text("x", number)));
        taken_ += inputs_[i] + " ";
      }
    }
  }

  [[nodiscard]] std::string not_taken(std::string name) const {
    while (is_taken(name)) name += "_";
    return name;
  }

  [[nodiscard]] bool is_taken(std::string_view name) const {
    const bool temporary =
        name[0] == 't' && std::all_of(name.begin() + 1, name.end(), detail::is_digit);
    return temporary || name == name_ || holds(taken_, name) || holds(keywords_of_cpp, name) ||
           mentions(helpers_, name);
  }

  /// Does the text hold the name as a whole word?
  static bool mentions(std::string_view text, std::string_view name) {
    const auto part = [&](std::size_t at) {
      return at < text.size() && (is_letter(text[at]) || is_digit(text[at]));
    };
    for (auto at = text.find(name); at != text.npos; at = text.find(name, at + 1)) {
      if (!part(at - 1) && !part(at + name.size())) return true;
    }
    return false;
  }

  [[nodiscard]] bool is_array() const { return p_.inputs > many && style_.inputs.empty(); }

  std::string signature() const {
    const auto array = [&](std::size_t size) {
      return text("std::array<", cpp_type<T>, ", ", std::to_string(size), ">");
    };
    const std::size_t size = p_.outputs.size();
    std::string line =
        text("inline ", size == 1 ? std::string(cpp_type<T>) : array(size), " ", name_, "(");
    if (is_array()) return text(line, "const ", array(p_.inputs), "& ", array_, ")");
    for (std::size_t i = 0; i < p_.inputs; ++i) {
      const auto parameter = text(cpp_type<T>, " ", uses_[i] > 0 ? inputs_[i] : "");
      line += text(i == 0 ? "" : ", ", uses_[i] > 0 ? parameter : std::string(cpp_type<T>));
    }
    return line + ")";
  }

  static std::string includes(std::string_view body) {
    const auto uses = [&](std::string_view part) { return body.find(part) != body.npos; };
    std::string lines;
    if (uses("std::array<")) lines += "#include <array>\n";
    lines += "#include <cmath>\n";
    if (uses("std::numeric_limits<")) lines += "#include <limits>\n";
    if (uses("boost::math::")) lines += "#include <boost/math/special_functions.hpp>\n";
    return lines;
  }

  std::string comment() const {
    std::string lines =
        style_.comment.empty() ? "" : text("// ", replaced(style_.comment, "\n", "\n// "), "\n");
    lines += "// Generated by ctgrad.\n";
    if (!missing_.empty()) lines += text("// To be provided by you: ", missing_, ".\n");
    return lines;
  }

  // -- expressions ------------------------------------------------------------------------------

  void write(slot i) {
    const auto& step = p_.code[i];
    if (step.what == role::input) return pieces_.push_back({inputs_[step.operands[0]]});
    if (step.what == role::literal) {
      const auto number = cpp_literal(step.literal);
      return pieces_.push_back({number, number[0] == '-' ? negated : atom});
    }
    piece result = expression(step);
    while (result.text.size() > long_text && name_longest(step)) result = expression(step);
    pieces_.push_back(result);
    if (uses_[i] > 1) name(i);
  }

  /// Gives the longest operand that has no name yet one; false if there is none.
  bool name_longest(const instruction<T>& step) {
    slot longest = step.operands[0];
    const auto length = [&](slot i) { return pieces_[i].named ? 0 : pieces_[i].text.size(); };
    for (int k = 1; k < step.arity(); ++k) {
      longest = std::max(longest, step.operands[std::size_t(k)],
                         [&](slot a, slot b) { return length(a) < length(b); });
    }
    if (length(longest) == 0) return false;
    name(longest);
    return true;
  }

  void name(slot i) {
    const std::string name = text("t", std::to_string(named_++));
    statements_ += text("  const ", pieces_[i].condition ? "bool" : cpp_type<T>, " ", name, " = ",
                        pieces_[i].text, ";\n");
    pieces_[i] = {name, atom, pieces_[i].condition};
  }

  piece expression(const instruction<T>& step) const {
    const op_info<T>& op = *step.op;
    piece result = is_choice(op) ? choice(step)
                   : is_sign(op) ? signed_by(step, op.written)
                                 : call(step);
    result.condition = op.predicate;
    result.named = false;
    return result;
  }

  piece choice(const instruction<T>& step) const {
    const auto [c, a, b] = step.operands;
    return {text(enclosed(condition(c), ternary + 1), " ? ", enclosed(number(a), ternary + 1),
                 " : ", enclosed(number(b), ternary)),
            ternary};
  }

  piece signed_by(const instruction<T>& step, const notation& written) const {
    const auto [sign, strength, associative] = written;
    const bool of_conditions = strength < compared || sign == "!";
    const auto operand = [&](std::size_t k, int at_least) {
      const slot i = step.operands[k];
      return enclosed(of_conditions ? condition(i) : number(i), at_least);
    };
    if (step.op->arity == 1) return {text(sign, operand(0, strength + 1)), strength};
    const int left = std::max(strength, of_conditions ? logical : strength);
    return {text(operand(0, left), " ", sign, " ", operand(1, std::max(strength + 1, left))),
            strength};
  }

  piece call(const instruction<T>& step) const {
    const std::string_view spelled = step.op->cpp;
    std::string line = spelled.starts_with("std::") ? std::string(spelled)
                       : is_written(*step.op)       ? text("std::", step.op->name)
                                                    : std::string(name_of(*step.op));
    for (int k = 0; k < step.arity(); ++k) {
      line += text(k == 0 ? "(" : ", ", number(step.operands[std::size_t(k)]).text);
    }
    return {line += ")"};
  }

  static std::string enclosed(const piece& x, int at_least) {
    return x.strength >= at_least ? x.text : text("(", x.text, ")");
  }

  piece number(slot i) const {
    const piece& x = pieces_[i];
    if (!x.condition) return x;
    return {text(enclosed(x, ternary + 1), " ? ", cpp_literal(T(1)), " : ", cpp_literal(T(0))),
            ternary};
  }

  piece condition(slot i) const {
    const piece& x = pieces_[i];
    if (x.condition) return x;
    return {text(enclosed(x, compared + 1), " != ", cpp_literal(T(0))), compared};
  }

  std::string results() const {
    const std::size_t size = p_.outputs.size();
    if (size == 1) return number(p_.outputs[0]).text;
    std::string all, lines;
    for (const slot out : p_.outputs) {
      const std::string result = number(out).text;
      all += text(all.empty() ? "" : ", ", result);
      lines += text(lines.empty() ? "" : ",\n", "    ", result);
    }
    return all.size() <= long_text ? text("{", all, "}") : text("{\n", lines, "\n  }");
  }

  const Program& p_;
  std::string_view name_;
  cpp_style style_;
  std::vector<int> uses_;
  std::vector<std::pair<const op_info<T>*, std::string>> called_;
  std::vector<std::string> inputs_;
  std::vector<piece> pieces_;
  std::string array_, taken_ = " ", missing_, helpers_, statements_;
  int named_ = 0;
};

}  // namespace detail

/// A program, frozen or not, as a C++ function that can be compiled without this library:
///
///   #include <array>
///   #include <cmath>
///
///   // Generated by ctgrad.
///   inline std::array<double, 2> name(double x0) {
///     const double t0 = std::exp(x0 * x0);
///     return {t0, 2.0 * x0 * t0};
///   }
///
/// It has a parameter per input, since that is how a formula is called by hand, or one std::array
/// for more than 8 of them without names; it returns the outputs, as a std::array if there are
/// several: `const auto [y, dy] = name(x)`.
/// It computes the program's values to the last bit if both are compiled without contraction
/// (-ffp-contract=off). It needs C++17 (C++20 for lerp) and the standard library; the functions of
/// op/special.hpp need Boost.Math. An op without a C++ text (see op/op.hpp) is called by its name,
/// and a comment says that you provide it. Linear in the size of the program.
template <class Program>
  requires requires(const Program& p) {
    p.code;
    p.outputs;
    requires std::floating_point<typename Program::scalar>;
  }
std::string to_cpp(const Program& p, std::string_view name, cpp_style style = {}) {
  return detail::cpp_writer<Program>(p, name, std::move(style)).function();
}

}  // namespace ctgrad
