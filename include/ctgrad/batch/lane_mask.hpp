// lane_mask<T>: what lanes compare to, a truth for every lane.
#pragma once

#include <ctgrad/batch/register.hpp>

#include <cstddef>

namespace ctgrad {

template <class T>
struct lanes_engine;
template <class T>
class lanes;

/// As many truths as lanes<T> has numbers. `where` looks at it, && || ! combine it (evaluating
/// both sides), and it becomes lanes of 1 and 0 where numbers are wanted.
///
///   const auto inside = x > 0 && x < 1;
///   y = ctgrad::where(inside, x, 0);
///   if (all(inside)) ...
template <class T>
class lane_mask {
 public:
  using ctgrad_engine = lanes_engine<T>;
  using register_type = detail::mask_register<T>;

  lane_mask() = default;
  // NOLINTNEXTLINE(google-explicit-constructor): a bool is the same truth everywhere
  CTGRAD_RECORD lane_mask(bool all_) : bits_(all_) {}
  CTGRAD_RECORD explicit lane_mask(const register_type& bits_in) : bits_(bits_in) {}
  CTGRAD_RECORD explicit lane_mask(const lanes<T>& number_in)
      : lane_mask(number_in != lanes<T>(T(0))) {}

  [[nodiscard]] CTGRAD_RECORD const register_type& bits() const { return bits_; }
  /// Lane i.
  [[nodiscard]] CTGRAD_RECORD bool operator[](std::size_t i) const {
    return lanes<T>(*this)[i] != 0;
  }

  CTGRAD_RECORD friend lane_mask operator&&(const lane_mask& a, const lane_mask& b) {
    return lane_mask(register_type(a.bits_ && b.bits_));
  }
  CTGRAD_RECORD friend lane_mask operator||(const lane_mask& a, const lane_mask& b) {
    return lane_mask(register_type(a.bits_ || b.bits_));
  }
  CTGRAD_RECORD friend lane_mask operator!(const lane_mask& a) {
    return lane_mask(register_type(!a.bits_));
  }
  /// Does it hold in any lane, in all lanes?
  CTGRAD_RECORD friend bool any(const lane_mask& a) { return any(a.bits_); }
  CTGRAD_RECORD friend bool all(const lane_mask& a) { return all(a.bits_); }

 private:
  register_type bits_;
};

}  // namespace ctgrad
