// Sets of points: where the accuracy of an op is measured.
#pragma once

#include <array>
#include <cmath>
#include <initializer_list>
#include <vector>

namespace edge {

/// Operands of an op; those beyond its arity are 0.
using point = std::array<double, 3>;
using points = std::vector<point>;
using numbers = std::vector<double>;

/// count numbers from low to high in equal ratios.
inline numbers ratios(double low, double high, int count) {
  numbers result;
  for (int i = 0; i < count; ++i) {
    const double share = static_cast<double>(i) / (count - 1);
    result.push_back(std::pow(low, 1 - share) * std::pow(high, share));
  }
  return result;
}

/// count numbers from low to high in equal distances.
inline numbers steps(double low, double high, int count) {
  numbers result;
  for (int i = 0; i < count; ++i) result.push_back(low + (high - low) * i / (count - 1));
  return result;
}

inline numbers join(std::initializer_list<numbers> parts) {
  numbers result;
  for (const numbers& part : parts) result.insert(result.end(), part.begin(), part.end());
  return result;
}

inline numbers negative(numbers x) {
  for (double& v : x) v = -v;
  return x;
}

inline numbers both_signs(const numbers& x) {
  return join({x, negative(x)});
}

/// Both signs, and magnitudes whose squares stay within double.
inline numbers wide(int count) {
  return both_signs(ratios(1e-150, 1e150, count));
}

/// center + d for every d, and center - d.
inline numbers around(double center, const numbers& distances) {
  numbers result;
  for (const double d : both_signs(distances)) result.push_back(center + d);
  return result;
}

inline points each(const numbers& x) {
  points result;
  for (const double v : x) result.push_back({v, 0, 0});
  return result;
}

inline points pairs(const numbers& x, const numbers& y) {
  points result;
  for (const double v : x) {
    for (const double w : y) result.push_back({v, w, 0});
  }
  return result;
}

inline points triples(const numbers& x, const numbers& y, const numbers& z) {
  points result;
  for (const point& p : pairs(x, y)) {
    for (const double w : z) result.push_back({p[0], p[1], w});
  }
  return result;
}

/// The points for which a condition holds: those that are not a tie, or inside of a domain.
inline points only(points all, auto condition) {
  std::erase_if(all, [&](const point& p) { return !condition(p[0], p[1], p[2]); });
  return all;
}

inline points distinct_pairs(const numbers& x) {
  return only(pairs(x, x), [](double a, double b, double) { return a != b; });
}

}  // namespace edge
