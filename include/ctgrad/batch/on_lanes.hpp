// Ops whose value registers compute in another way than their text.
#pragma once

#include <ctgrad/config.hpp>

namespace ctgrad::detail {

/// Base of an on_lanes that says something: value(x...) on lanes, with the edges of the op's own.
struct found_on_lanes {
  static constexpr bool exists = true;
};

template <class Op>
struct on_lanes {
  static constexpr bool exists = false;
};

}  // namespace ctgrad::detail
