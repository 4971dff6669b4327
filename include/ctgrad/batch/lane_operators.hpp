// The operators of lanes<T>, found because they are friends of its base.
#pragma once

#include <ctgrad/batch/lane_mask.hpp>

namespace ctgrad::detail {

/// Base of Lanes. A number on one side is the same number in every lane.
template <class Lanes, class T>
struct lane_operators {
#define CTGRAD_OF_LANES(sign)                                                \
  CTGRAD_RECORD friend Lanes operator sign(const Lanes& a, const Lanes& b) { \
    return Lanes(a.numbers() sign b.numbers());                              \
  }                                                                          \
  CTGRAD_RECORD friend Lanes& operator sign##=(Lanes & a, const Lanes & b) { \
    return a = Lanes(a.numbers() sign b.numbers());                          \
  }
  CTGRAD_OF_LANES(+)
  CTGRAD_OF_LANES(-)
  CTGRAD_OF_LANES(*)
  CTGRAD_OF_LANES(/)
#undef CTGRAD_OF_LANES
  CTGRAD_RECORD friend Lanes operator-(const Lanes& a) { return Lanes(-a.numbers()); }

#define CTGRAD_OF_LANES(sign)                                                         \
  CTGRAD_RECORD friend lane_mask<T> operator sign(const Lanes & a, const Lanes & b) { \
    return lane_mask<T>(a.numbers() sign b.numbers());                                \
  }
  CTGRAD_OF_LANES(<)
  CTGRAD_OF_LANES(<=)
  CTGRAD_OF_LANES(>)
  CTGRAD_OF_LANES(>=)
  CTGRAD_OF_LANES(==)
  CTGRAD_OF_LANES(!=)
#undef CTGRAD_OF_LANES
};

}  // namespace ctgrad::detail
