#include "draw.hpp"

#include <ctgrad/graph/dot.hpp>
#include <ctgrad/graph/json.hpp>
#include <ctgrad/graph/mermaid.hpp>
#include <ctgrad/program/dot.hpp>

#include <algorithm>
#include <array>
#include <string_view>

#include "failure.hpp"
#include "files.hpp"
#include "formula_graph.hpp"
#include "graphviz.hpp"

namespace command {
namespace {

std::string format_of(const draw_options& options) {
  if (!options.format.empty()) return options.format;
  const auto point = options.output.rfind('.');
  if (options.output.empty() || options.output == "-") return "dot";
  const std::string ending = point == std::string::npos ? "" : options.output.substr(point + 1);
  constexpr std::array<std::string_view, 6> known{"svg", "png", "pdf", "dot", "mmd", "json"};
  if (std::find(known.begin(), known.end(), ending) != known.end()) return ending;
  throw failure(exit_code::wrong_usage,
                "what is '" + options.output +
                    "' to be? Let its name end with .svg, .png, .pdf, .dot, .mmd "
                    "or .json, or say --format");
}

/// The structure alone.
std::string dot_of_structure(const formula& f, const draw_options& options) {
  std::string text = to_dot(f.recorded().code(), ctgrad::dot_style{f.names(), {"result"}, 1});
  constexpr std::string_view right = "rankdir=LR", down = "rankdir=TB";
  return options.down ? text.replace(text.find(right), right.size(), down) : text;
}

std::string dot_of(const formula& f, const draw_options& options, const std::string& format) {
  const bool numbers = !options.given.empty() || f.names().empty();
  if (!numbers && (format == "mmd" || format == "json")) {
    throw failure(exit_code::wrong_usage,
                  format + " needs numbers: write " + f.names()[0] + "=number behind the formula");
  }
  if (!numbers) return dot_of_structure(f, options);
  const auto point = point_of(f.names(), read_arguments(options.given));
  const auto graph = graph_of_formula(f, point);
  ctgrad::graph_options look{.digits = options.digits};
  if (options.down) look.direction = ctgrad::graph_direction::down;
  if (format == "mmd") return to_mermaid(graph, look);
  return format == "json" ? to_json(graph) : to_dot(graph, look);
}

}  // namespace

void draw(const draw_options& options) {
  const std::string format = format_of(options);
  const std::string text = dot_of(read_formula(options.source), options, format);
  if (format == "svg" || format == "png" || format == "pdf") {
    return draw_by_graphviz(text, format, options.output);
  }
  output_file out(options.output);
  out.write(text);
  out.close();
}

}  // namespace command
