// Writes a program that holds every mutant of every rule of one header:
//   mutate <header> <family>  >  mutants.cpp
//
// A mutant is a copy of an op's struct with one change in partials(): a sign flipped, a factor
// dropped, two partials swapped, a guard's comparison changed or the guard removed, an argument in
// place of another or of the result, a parenthesis removed, another constant. The line markers say
// which mutant the compiler complains about.
#include <algorithm>
#include <array>
#include <cctype>
#include <fstream>
#include <iostream>
#include <iterator>
#include <map>
#include <regex>
#include <set>
#include <string>
#include <vector>

namespace {

using tokens = std::vector<std::string>;

std::string without_comments(const std::string& text) {
  return std::regex_replace(text, std::regex("//[^\n]*"), "");
}

tokens split(const std::string& text) {
  static const std::regex token(R"([A-Za-z_]\w*|\d+\.?\d*f?|::|<=|>=|==|!=|&&|\|\||->|\S)");
  return {std::sregex_token_iterator(text.begin(), text.end(), token), {}};
}

std::string join(const tokens& t) {
  std::string text;
  for (const auto& s : t) text += (text.empty() ? "" : " ") + s;
  return text;
}

/// Position behind the bracket that closes the one at `open`.
std::size_t behind(const tokens& t, std::size_t open) {
  static const std::map<std::string, std::string> closes{{"(", ")"}, {"{", "}"}, {"<", ">"}};
  const std::string& close = closes.at(t[open]);
  int depth = 0;
  for (std::size_t i = open; i < t.size(); ++i) {
    if (t[i] == t[open]) ++depth;
    if (t[i] == close && --depth == 0) return i + 1;
  }
  return t.size();
}

bool is_name(const std::string& s) {
  return std::isalpha(static_cast<unsigned char>(s[0])) != 0 || s[0] == '_';
}
bool is_number(const std::string& s) {
  return std::isdigit(static_cast<unsigned char>(s[0])) != 0;
}
bool takes_types(const std::string& s) {
  return s == "apply" || s == "scalar_of" || s == "constant_for" || s == "decltype";
}

/// Position behind the operand that starts at i: a number, a name, a call, a parenthesis.
std::size_t behind_operand(const tokens& t, std::size_t i) {
  if (t[i] == "(") return behind(t, i);
  if (t[i] == "-") return behind_operand(t, i + 1);
  std::size_t end = i + 1;
  while (end + 1 < t.size() && t[end] == "::") end += 2;
  if (end < t.size() && t[end] == "<" && takes_types(t[end - 1])) end = behind(t, end);
  if (end < t.size() && t[end] == "(" && is_name(t[i])) end = behind(t, end);
  return end;
}

/// Replaces the tokens from `from` to `to`.
tokens spliced(const tokens& t, std::size_t from, std::size_t to, const tokens& by) {
  tokens result(t.begin(), t.begin() + static_cast<std::ptrdiff_t>(from));
  result.insert(result.end(), by.begin(), by.end());
  result.insert(result.end(), t.begin() + static_cast<std::ptrdiff_t>(to), t.end());
  return result;
}

struct rule {
  tokens body;      // of partials()
  tokens operands;  // names of operands and result
};

class mutator {
 public:
  explicit mutator(const rule& r) : rule_(r), t_(r.body) {}

  std::set<std::string> operator()() {
    for (std::size_t i = 0; i < t_.size(); ++i) {
      if (t_[i] == "<" && i > 0 && takes_types(t_[i - 1])) {
        functions(i + 1);
        i = behind(t_, i) - 1;
        continue;
      }
      signs(i);
      factors(i);
      comparisons(i);
      constants(i);
      arguments(i);
      parentheses(i);
      guards(i);
      partials(i);
    }
    return found_;
  }

 private:
  void add(std::size_t from, std::size_t to, const tokens& by) {
    found_.insert(join(spliced(t_, from, to, by)));
  }
  void swap_for(std::size_t i, const std::vector<std::array<const char*, 2>>& table) {
    for (const auto& [from, to] : table) {
      if (t_[i] == from) add(i, i + 1, {to});
    }
  }
  [[nodiscard]] bool binary(std::size_t i) const {
    if (i == 0) return false;
    const auto& before = t_[i - 1];
    return is_number(before) || before == ")" || (is_name(before) && before != "return");
  }

  void signs(std::size_t i) {
    if (t_[i] == "-" && !binary(i)) add(i, i + 1, {});
    if (binary(i)) swap_for(i, {{"+", "-"}, {"-", "+"}});
  }

  void factors(std::size_t i) {
    if (!binary(i) || (t_[i] != "*" && t_[i] != "/")) return;
    swap_for(i, {{"*", "/"}, {"/", "*"}});
    add(i, behind_operand(t_, i + 1), {});
    std::size_t start = i - 1;  // the factor before, if it is a name, a number or a parenthesis
    if (t_[start] == ")") {
      int depth = 0;
      do {
        depth += t_[start] == ")" ? 1 : t_[start] == "(" ? -1 : 0;
      } while (depth > 0 && start-- > 0);
      if (start > 0 && (is_name(t_[start - 1]) || t_[start - 1] == ">")) return;
    }
    add(start, i + 1, {});
  }

  void comparisons(std::size_t i) {
    swap_for(i, {{"<", "<="},
                 {"<=", "<"},
                 {">", ">="},
                 {">=", ">"},
                 {"==", "!="},
                 {"!=", "=="},
                 {"<", ">"},
                 {">", "<"},
                 {"<=", ">="},
                 {">=", "<="},
                 {"&&", "||"},
                 {"||", "&&"}});
  }

  void constants(std::size_t i) {
    if (!is_number(t_[i])) return;
    swap_for(
        i, {{"0", "1"}, {"1", "2"}, {"1", "0"}, {"2", "1"}, {"2", "3"}, {"3", "2"}, {"0.5", "1"}});
  }

  /// Another argument, or the result, in place of an argument.
  void arguments(std::size_t i) {
    for (const auto& from : rule_.operands) {
      if (t_[i] != from) continue;
      for (const auto& to : rule_.operands) {
        if (to != from) add(i, i + 1, {to});
      }
    }
  }

  void functions(std::size_t i) {
    swap_for(i, {{"round", "trunc"},
                 {"round", "floor"},
                 {"sin", "cos"},
                 {"cos", "sin"},
                 {"sinh", "cosh"},
                 {"cosh", "sinh"},
                 {"exp", "expm1"},
                 {"expm1", "exp"},
                 {"gaussian", "exp"},
                 {"normal_pdf", "normal_cdf"},
                 {"log", "log1p"}});
  }

  /// (a + b) without its parentheses.
  void parentheses(std::size_t i) {
    if (t_[i] != "(" || (i > 0 && (is_name(t_[i - 1]) || t_[i - 1] == ">"))) return;
    const std::size_t end = behind(t_, i);
    add(i, end,
        tokens(t_.begin() + static_cast<std::ptrdiff_t>(i) + 1,
               t_.begin() + static_cast<std::ptrdiff_t>(end) - 1));
  }

  /// The elements between brackets, separated by commas.
  [[nodiscard]] std::vector<tokens> elements(std::size_t open) const {
    std::vector<tokens> result(1);
    int depth = 0;
    for (std::size_t i = open + 1; i + 1 < behind(t_, open); ++i) {
      if (t_[i] == "(") ++depth;
      if (t_[i] == ")") --depth;
      if (t_[i] == "<" && takes_types(t_[i - 1])) {
        for (const std::size_t end = behind(t_, i); i < end; ++i) result.back().push_back(t_[i]);
        --i;
      } else if (t_[i] == "," && depth == 0) {
        result.emplace_back();
      } else {
        result.back().push_back(t_[i]);
      }
    }
    return result;
  }

  /// where(c, a, b) without its condition.
  void guards(std::size_t i) {
    if (t_[i] != "where" || t_[i + 1] != "(") return;
    const auto parts = elements(i + 1);
    const std::size_t start = i >= 2 && t_[i - 1] == "::" ? i - 2 : i;
    if (parts.size() != 3) return;
    add(start, behind(t_, i + 1), parts[1]);
    add(start, behind(t_, i + 1), parts[2]);
  }

  /// Partials swapped, and each with the other sign.
  void partials(std::size_t i) {
    if (t_[i] != "{" || i == 0 || t_[i - 1] != "tuple") return;
    const auto parts = elements(i);
    for (std::size_t k = 0; k < parts.size(); ++k) {
      auto changed = parts;
      if (join(parts[k]) != "0") {
        changed[k].insert(changed[k].begin(), {"-", "("});
        changed[k].push_back(")");
        tuple(i, changed);
      }
      if (k + 1 == parts.size()) continue;
      changed = parts;
      std::swap(changed[k], changed[k + 1]);
      tuple(i, changed);
    }
  }
  void tuple(std::size_t i, const std::vector<tokens>& parts) {
    tokens all{"{"};
    for (const auto& part : parts) {
      if (all.size() > 1) all.push_back(",");
      all.insert(all.end(), part.begin(), part.end());
    }
    all.push_back("}");
    add(i, behind(t_, i), all);
  }

  const rule& rule_;
  const tokens& t_;
  std::set<std::string> found_;
};

// -- ops in a header
// -------------------------------------------------------------------------------

struct op_text {
  std::string name, head, parameters, body, tail;  // struct name head(...parameters...) body tail
};

/// Gives every operand a name: an argument that the rule does not use may take another's place.
std::string with_names(const std::string& parameters, tokens& names) {
  std::string result;
  for (std::size_t k = 0; const auto& t : split(parameters)) {
    const bool ends = t == ",";
    if (ends && names.size() == k) result += " unnamed_" + std::to_string(k);
    if (ends && names.size() == k) names.push_back("unnamed_" + std::to_string(k));
    if (ends) ++k;
    if (is_name(t) && t != "const" && t != "auto") names.push_back(t);
    result += " " + t;
  }
  const std::size_t commas = std::size_t(std::count(parameters.begin(), parameters.end(), ','));
  if (names.size() == commas) {
    names.push_back("unnamed_" + std::to_string(commas));
    result += " " + names.back();
  }
  return result;
}

std::size_t matching(const std::string& text, std::size_t open, char close) {
  int depth = 0;
  for (std::size_t i = open; i < text.size(); ++i) {
    if (text[i] == text[open]) ++depth;
    if (text[i] == close && --depth == 0) return i;
  }
  return text.size();
}

/// The rule in a piece of text that starts with partials(.
bool take_rule(const std::string& text, std::size_t at, op_text& op) {
  const std::size_t open = text.find('(', at), close = matching(text, open, ')');
  const std::size_t body = text.find_first_not_of(" \n", close + 1);
  if (text[body] != '{') return false;
  const std::size_t end = matching(text, body, '}');
  op.parameters = text.substr(open + 1, close - open - 1);
  op.body = text.substr(body + 1, end - body - 1);
  op.tail = text.substr(end + 1);
  return true;
}

std::vector<op_text> ops_in(const std::string& header) {
  std::vector<op_text> result;
  static const std::regex start(R"~(\nstruct (\w+) : (?:op|predicate|step)<")~");
  for (std::sregex_iterator m(header.begin(), header.end(), start), end; m != end; ++m) {
    const auto from = std::size_t(m->position()) + 1;
    const std::size_t open = header.find('{', from), close = matching(header, open, '}');
    const std::string text = header.substr(from, close - from + 1) + ";\n";
    op_text op{.name = (*m)[1], .head = {}, .parameters = {}, .body = {}, .tail = {}};
    const std::size_t at = text.find("static constexpr auto partials(");
    if (at == std::string::npos) continue;
    op.head = text.substr(0, at);
    if (!take_rule(text, at, op)) {  // defined behind the struct
      const std::size_t tail = text.find(';', at) + 1;
      const std::size_t outside = header.find("auto " + op.name + "::partials(");
      if (outside == std::string::npos || !take_rule(header, outside, op)) continue;
      op.tail = text.substr(tail);
    }
    result.push_back(op);
  }
  return result;
}

/// Writes one mutant and, into `calls`, how it is judged.
void write(const op_text& op, const std::string& parameters, const std::string& body, int number,
           std::string& calls) {
  const std::string id = std::to_string(number), name = op.name + "_mutant_" + id;
  const std::string guard = "#ifndef SKIP_" + id + "\n#line 1 \"mutant_" + id + "\"\n";
  const std::string old_head = "struct " + op.name + " ";
  std::cout << guard << "struct " << name << " " << op.head.substr(old_head.size())
            << "static constexpr auto partials(" << parameters << ") {" << body << "}" << op.tail
            << "#endif\n";
  calls += guard + "  mutation::judge<ctgrad::ops::" + op.name + ", ctgrad::ops::" + name + ">(" +
           id + ", R\"~(" + body + ")~\");\n#endif\n";
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 3) return std::cerr << "usage: mutate <header> <family>\n", 2;
  std::ifstream in(argv[1]);
  const std::string header = without_comments({std::istreambuf_iterator<char>(in), {}});
  std::cout << "#include \"../edge/" << argv[2] << ".hpp\"\n#include \"judge.hpp\"\n"
            << "namespace ctgrad::ops {\n";
  std::string calls;
  int number = 0;
  for (const op_text& op : ops_in(header)) {
    rule r{split(op.body), {}};
    const std::string parameters = with_names(op.parameters, r.operands);
    for (const auto& body : mutator(r)()) write(op, parameters, body, number++, calls);
    calls += "  mutation::judge_original<ctgrad::ops::" + op.name + ">();\n";
  }
  std::cout << "}\nint main() {\n" << calls << "  return mutation::report();\n}\n";
}
