#pragma once

#include <ctgrad/version.hpp>

#include <string>

namespace field {

inline std::string ctgrad_version() {
  return std::to_string(CTGRAD_VERSION_MAJOR) + '.' + std::to_string(CTGRAD_VERSION_MINOR) + '.' +
         std::to_string(CTGRAD_VERSION_PATCH);
}

}  // namespace field
