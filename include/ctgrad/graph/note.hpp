// What all pictures of a graph say in words.
#pragma once

#include <ctgrad/detail/text.hpp>
#include <ctgrad/graph/graph.hpp>
#include <ctgrad/tape/tape.hpp>

#include <algorithm>
#include <cstddef>
#include <string>

namespace ctgrad::detail {

/// The note below a picture that lacks something; empty if it lacks nothing.
template <class T>
std::string cut_note(const graph<T>& g) {
  const std::size_t cut = g.cut();
  if (cut == 0) return {};
  const std::string dashed =
      cut == 1 ? "what leads to the dashed value"
               : text("what leads to the ", std::to_string(cut), " dashed values");
  if (g.limit == 0) {
    return text(dashed, g.only_checkpoints ? " is computed again by a checkpoint"
                                           : " has not been kept: record it under keep_notes");
  }
  return text("cut at ", std::to_string(g.limit), g.limit == 1 ? " node: " : " nodes: ", dashed,
              " is not drawn");
}

/// Does it make a difference which operand is which? If so they are numbered.
template <class T>
bool is_ordered(const graph_node<T>& n) {
  const auto& all = n.operands;
  const bool same = std::all_of(all.begin(), all.end(), [&](auto k_) { return k_ == all[0]; });
  return !same && n.op != "+" && n.op != "*" && n.op != "max" && n.op != "min" && n.op != "sum";
}

}  // namespace ctgrad::detail
