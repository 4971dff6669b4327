// What the tests of the graph share.
#pragma once

#include <ctgrad/graph/dot.hpp>

#include <boost/test/unit_test.hpp>

#include <cstddef>
#include <string>
#include <string_view>
#include <tuple>

#include "../support/compare.hpp"

using ctgrad::graph_of;
using ctgrad::scope;
using ctgrad::to_dot;
using ctgrad::Value;
using support::is_equal;

/// An operation of three operands whose name needs care inside quotes.
struct quoted_op : ctgrad::op<"say \"a\\N\"", 3> {
  static constexpr auto value(const auto& x, const auto& y, const auto& z) { return x * y + z; }
  static constexpr auto partials(const auto& x, const auto& y, const auto&, const auto&) {
    return std::tuple{y, x, 1};
  }
};

inline std::size_t count(std::string_view text, std::string_view part) {
  std::size_t found = 0;
  for (auto at = text.find(part); at != text.npos; at = text.find(part, at + part.size())) ++found;
  return found;
}

inline bool contains(std::string_view text, std::string_view part) {
  return text.find(part) != text.npos;
}

/// Does this action throw a ctgrad::error with this tag?
template <class Action>
bool throws(std::string_view tag, Action action) {
  try {
    action();
  } catch (const ctgrad::error& e) {
    return contains(e.what(), "[ctgrad-" + std::string(tag) + "]");
  }
  return false;
}
