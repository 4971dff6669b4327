// Outlines of the region where a function of the plane lies above a level ("marching squares").
#pragma once

#include <compare>
#include <map>
#include <utility>
#include <vector>

#include "picture.hpp"

namespace picture {

/// A function of the plane, sampled at columns x rows points of a rectangle.
struct field {
  range x, y;
  int columns, rows;
  std::vector<double> values;

  /// Outside of the rectangle everything is low, so that every outline is closed.
  double at(int i, int j) const {
    const bool inside = i >= 0 && j >= 0 && i < columns && j < rows;
    return inside ? values[static_cast<std::size_t>(j * columns + i)] : -1e9;
  }
  point place(double i, double j) const { return {x.at(i / (columns - 1)), y.at(j / (rows - 1))}; }
};

template <class F>
field sample(F f, range x, range y, int columns, int rows) {
  field result{x, y, columns, rows, {}};
  for (int j = 0; j < rows; ++j) {
    for (int i = 0; i < columns; ++i) result.values.push_back(f(result.place(i, j)));
  }
  return result;
}

/// The side of a grid cell that starts at (i, j) and goes right or up.
struct side {
  int i, j;
  bool up;
  auto operator<=>(const side&) const = default;
};

/// Where the field crosses the level on this side, by linear interpolation.
inline point crossing(const field& f, const side& s, double level) {
  const double from = f.at(s.i, s.j);
  const double to = s.up ? f.at(s.i, s.j + 1) : f.at(s.i + 1, s.j);
  const double t = (level - from) / (to - from);
  return s.up ? f.place(s.i, s.j + t) : f.place(s.i + t, s.j);
}

/// Every cell links the side where an outline enters it with the side where it leaves: going round
/// the cell's corners, from where they get low to where they get high again.
inline void link_cell(const field& f, int i, int j, double level, std::map<side, side>& next) {
  const side sides[]{{i, j, false}, {i + 1, j, true}, {i, j + 1, false}, {i, j, true}};
  const bool high[]{f.at(i, j) > level, f.at(i + 1, j) > level, f.at(i + 1, j + 1) > level,
                    f.at(i, j + 1) > level};
  for (int k = 0; k < 4; ++k) {
    if (!high[k] || high[(k + 1) % 4]) continue;
    int m = k + 1;
    while (high[m % 4] || !high[(m + 1) % 4]) ++m;
    next[sides[k]] = sides[m % 4];
  }
}

/// Closed outlines of the region above the level; filled by the even-odd rule they give the region.
inline std::vector<std::vector<point>> outlines(const field& f, double level) {
  std::map<side, side> next;
  for (int j = -1; j < f.rows; ++j) {
    for (int i = -1; i < f.columns; ++i) link_cell(f, i, j, level, next);
  }
  std::vector<std::vector<point>> result;
  while (!next.empty()) {
    auto& outline = result.emplace_back();
    for (auto link = next.begin(); link != next.end();) {
      outline.push_back(crossing(f, link->first, level));
      const side following = link->second;
      next.erase(link);
      link = next.find(following);
    }
    outline.push_back(outline.front());
  }
  return result;
}

}  // namespace picture
