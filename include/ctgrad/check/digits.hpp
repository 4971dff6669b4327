// Numbers for people.
#pragma once

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <string>

namespace ctgrad::detail {

/// The shortest text that reads as this number, of at most so many digits.
inline std::string digits(double x, int at_most = 17) {
  if (std::isnan(x)) return "nan";  // with a sign on some systems
  char result[40]{};
  const double size = std::abs(x);
  const int before_point = size >= 1 && size < 1e6 ? 1 + static_cast<int>(std::log10(size)) : 1;
  for (int n = std::min(before_point, at_most); n <= at_most; ++n) {
    std::snprintf(result, sizeof result, "%.*g", n, x);
    if (std::strtod(result, nullptr) == x) break;
  }
  return result;
}

}  // namespace ctgrad::detail
