// Prints the table as Markdown.
#include "page.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <sstream>
#include <string>
#include <string_view>
#include <utility>

#include "page_introduction.hpp"
#include "table.hpp"

namespace edge {
namespace {

/// The shortest text that reads back as x.
std::string shortest(double x) {
  char text[32];
  const auto end = std::to_chars(std::begin(text), std::end(text), x).ptr;
  return {text, end};
}

/// A number of a row, for readers.
std::string number(double x) {
  constexpr std::array names{
      std::pair{inf, "inf"},      std::pair{biggest, "max"}, std::pair{smallest, "min"},
      std::pair{tiniest, "tiny"}, std::pair{above_1, "1+ε"}, std::pair{below_1, "1-ε/2"},
      std::pair{eps, "ε"},        std::pair{pi, "π"},        std::pair{pi / 2, "π/2"},
      std::pair{pi / 4, "π/4"},   std::pair{2 * pi, "2π"},   std::pair{3 * pi, "3π"}};
  if (std::isnan(x)) return "NaN";
  for (const auto& [value, name] : names) {
    if (std::abs(x) == value) {
      const std::string_view text = name;
      const bool sum = text.starts_with("1");
      std::string result = x > 0 ? "" : sum ? "-(" : "-";
      result += text;
      if (x < 0 && sum) result += ')';
      return result;
    }
  }
  const std::string text = shortest(x);
  if (text.size() <= 8) return text;
  std::ostringstream six_digits;
  six_digits.precision(6);
  six_digits << x;
  const std::string rounded = six_digits.str();
  const bool looks_whole = rounded.find_first_of(".e") == std::string::npos;
  return looks_whole ? text : rounded + "…";
}

/// A cell of a table: a bar would end it.
std::string cell(std::string_view text) {
  std::string result;
  for (const char c : text) {
    if (c == '|') result += '\\';
    result += c;
  }
  return result;
}

/// The parts that are not empty, with something between them.
std::string joined(const auto& parts, std::string_view between) {
  std::string result;
  for (const std::string& part : parts) {
    if (!result.empty() && !part.empty()) result += between;
    result += part;
  }
  return result;
}

std::string derivatives(const record& op) {
  std::array<std::string, 3> parts;
  for (std::size_t k = 0; k < op.arity; ++k) {
    if (const char* text = op.text.derivatives[k]) parts[k] = cell(text);
  }
  return joined(parts, "<br>");
}

std::string worst(const record& op) {
  std::array<std::string, 3> parts;
  for (std::size_t k = 0; k < op.arity; ++k) {
    if (op.text.derivatives[k]) parts[k] = shortest(op.bound[k]);
  }
  const auto& first =
      *std::find_if(parts.begin(), parts.end(), [](const auto& p) { return !p.empty(); });
  const bool all_equal = std::all_of(parts.begin(), parts.end(),
                                     [&](const auto& p) { return p.empty() || p == first; });
  if (all_equal) return first;
  return joined(parts, ", ");
}

std::string notes(const record& op) {
  const std::string_view relative_to = op.text.relative_to;
  std::string result = op.text.note;
  if (!relative_to.empty()) {
    if (!result.empty()) result += ' ';
    result += "Cancelling terms: ";
    result += relative_to;
    result += '.';
  }
  return cell(result);
}

void print_ops(std::ostream& out, const family& f) {
  out << "| op | value | derivative | domain | worst ulp | notes |\n|---|---|---|---|---|---|\n";
  for (const record& op : f.records) {
    out << "| `" << op.name << "` | " << cell(op.text.value) << " | " << derivatives(op) << " | "
        << cell(op.text.domain) << " | " << worst(op) << " | " << notes(op) << " |\n";
  }
}

void print_row(std::ostream& out, const record& op, const row& r) {
  out << "| `" << op.name << '(';
  for (std::size_t k = 0; k < op.arity; ++k) out << (k == 0 ? "" : ", ") << number(r.at[k]);
  out << ")` | " << number(r.value) << " | ";
  for (std::size_t k = 0; k < op.arity; ++k) {
    out << (k == 0 ? "" : ", ") << (op.text.derivatives[k] ? number(r.partials[k] + 0.0) : "—");
  }
  out << " |\n";
}

void print_rows(std::ostream& out, const family& f) {
  std::size_t count = 0;
  for (const record& op : f.records) count += op.edges.size();
  out << "\n<details>\n<summary>" << count << " rows</summary>\n\n"
      << "| call | value | derivatives |\n|---|---|---|\n";
  for (const record& op : f.records) {
    for (const row& r : op.edges) print_row(out, op, r);
  }
  out << "\n</details>\n";
}

}  // namespace

std::string page() {
  std::ostringstream out;
  out << introduction;
  for (const family& f : table()) {
    out << "\n## " << f.title << "\n\n[" << f.header << "](../include/ctgrad/op/" << f.header
        << ")\n\n";
    print_ops(out, f);
    print_rows(out, f);
  }
  return out.str();
}

}  // namespace edge
