// A function of numbers applied to lanes, one after the other.
#pragma once

#include <ctgrad/config.hpp>

#include <cstddef>

namespace ctgrad::detail {

/// f of every lane, one after the other.
template <class Lanes, class... X>
CTGRAD_RECORD Lanes each_lane(const auto& f, const X&... x) {
  using T = typename Lanes::value_type;
  struct row {
    T numbers[Lanes::size];
    CTGRAD_RECORD explicit row(const Lanes& from) { from.store(numbers); }
  };
  return [&](const auto&... rows_) CTGRAD_INLINE_LAMBDA {
    T y[Lanes::size];
    for (std::size_t i = 0; i < Lanes::size; ++i) y[i] = static_cast<T>(f(rows_.numbers[i]...));
    return Lanes::load(y);
  }(row(x)...);
}

}  // namespace ctgrad::detail
