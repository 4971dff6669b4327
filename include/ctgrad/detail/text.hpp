// Putting texts together.
#pragma once

#include <string>
#include <string_view>

namespace ctgrad::detail {

/// The parts one behind the other. (GCC 12 at -O3 takes `"literal" + std::string` for an
/// overlapping copy and warns in the user's program.)
template <class... Parts>
std::string text(const Parts&... parts) {
  std::string result;
  (result.append(std::string_view(parts)), ...);
  return result;
}

}  // namespace ctgrad::detail
