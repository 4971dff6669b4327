// What to_dot, to_mermaid and to_json can be told about a picture.
#pragma once

#include <cstddef>

namespace ctgrad {

/// Where the result is, seen from what it is computed from.
enum class graph_direction { right, down };

/// Every option has a name, and a value that does for most graphs:
///
///   to_dot(loss, {.nodes_at_most = 50, .digits = 6, .direction = ctgrad::graph_direction::down})
struct graph_options {
  /// A larger graph is cut at its far end, and a note says so. What is read at a glance: 20 to 50.
  std::size_t nodes_at_most = 500;
  int digits = 4;  ///< significant ones, 1 to 17, of the numbers in a picture; JSON has all of them
  graph_direction direction = graph_direction::right;  ///< of pictures
  bool open_fused = false;  ///< a fused operation is drawn as the operations that it is made of
};

}  // namespace ctgrad
