// Numbers for people.
#pragma once

#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <string>

namespace ctgrad::detail {

/// The shortest text that reads as this number, of at most so many digits.
inline std::string digits(double x, int at_most = 17) {
  if (std::isnan(x)) return "nan";  // with a sign on some systems
  char result[40]{};
  const bool plain = std::abs(x) >= 1 && std::abs(x) < 1e6;
  for (int n = plain ? 1 + static_cast<int>(std::log10(std::abs(x))) : 1; n <= at_most; ++n) {
    std::snprintf(result, sizeof result, "%.*g", n, x);
    if (std::strtod(result, nullptr) == x) break;
  }
  return result;
}

}  // namespace ctgrad::detail
