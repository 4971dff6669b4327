// Pictures drawn by Graphviz.
#pragma once

#include <string>

namespace command {

/// Runs `dot`, without a shell, on a text. An empty output or "-" is stdout. Error: a failure if
/// Graphviz is not installed or does not draw; it says what else can be done.
void draw_by_graphviz(const std::string& text, const std::string& format,
                      const std::string& output);

}  // namespace command
