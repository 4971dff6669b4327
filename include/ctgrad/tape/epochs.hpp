// Which scopes of a recording are open.
//
// Every scope has an epoch; a Value remembers the epoch it was recorded in. An epoch is a serial
// number and, in its lowest bits, the depth of the scope, so that one comparison tells whether a
// Value still belongs to a live part of this tape. Epoch 0 is that of passive values. Every scope
// has a second epoch, that of results of which there is no copy. Serials are drawn from one counter
// for all tapes and come again only after 2^24 scopes.
#pragma once

#include <ctgrad/config.hpp>
#include <ctgrad/detail/error.hpp>

#include <algorithm>
#include <array>
#include <cstdint>
#include <vector>

namespace ctgrad {

using epoch = std::uint32_t;

namespace detail {

/// A position and the epoch in which it was recorded, in one number: what is stored as two and
/// loaded as one is waited for. 0 is the place of passive values.
using place_on_tape = std::uint64_t;
constexpr place_on_tape place_of(std::uint32_t at, epoch since) {
  return place_on_tape{since} << 32 | at;
}
constexpr std::uint32_t position_of(place_on_tape place) {
  return static_cast<std::uint32_t>(place);
}
constexpr epoch epoch_of(place_on_tape place) {
  return static_cast<epoch>(place >> 32);
}

class open_scopes {
 public:
  /// Depths of scopes, that of passive values (0) and the tape's own (1) included.
  static constexpr epoch depths = 64;
  /// The difference between the two epochs of a scope.
  static constexpr epoch own = 2 * depths;
  /// The epoch of what has been moved away.
  static constexpr epoch gone = UINT32_MAX - own;  // and of its copies

  [[nodiscard]] bool is_live(epoch e) const { return live_[e % codes] == e; }

  /// The number of open scopes.
  [[nodiscard]] std::size_t depth() const { return depth_; }

  /// Opens one and gives its epoch. Errors: E24.
  epoch enter() {
    if (depth_ + 1 == depths) detail::raise("ctgrad-E24", "more than 62 nested scopes");
    const epoch shared = new_serial() * codes + depth_ + 1;  // before anything is changed
    ++depth_;
    live_[depth_ + own] = shared + own;
    return live_[depth_] = shared;
  }
  /// Ends a live scope and those inside of it. Gives the epoch of the one around it.
  epoch leave(epoch scope) {
    for (; depth_ >= scope % depths; --depth_) live_[depth_] = live_[depth_ + own] = 0;
    return live_[depth_];
  }

  /// Was the epoch ever one of these?
  [[nodiscard]] bool is_mine(epoch e) const {
    const epoch serial = e / codes;
    return std::any_of(serials_.begin(), serials_.end(),
                       [&](const serials& own_) { return serial - own_.first < own_.count; });
  }

 private:
  /// Depths and the mark of the second epoch: a byte, which is taken from a number at once.
  static constexpr epoch codes = 256;
  static_assert(own + depths <= codes);

  // Serial numbers are drawn in blocks of growing size, so that a short-lived thread takes few and
  // a tape can tell which ones were ever its own.
  struct serials {
    epoch first, count;
  };
  static constexpr epoch serials_in_all = UINT32_MAX / codes;  // the last one is `gone`'s

  epoch new_serial() {
    if (next_serial_ == serials_end_) [[unlikely]]
      draw_serials(serials_.empty() ? 64 : std::min<epoch>(2 * serials_.back().count, 65536));
    return next_serial_++;
  }

  CTGRAD_COLD void draw_serials(epoch count) {
    static epoch drawn = 1;
    epoch first = 0;
    do {
      first = CTGRAD_FETCH_ADD(drawn, count) % serials_in_all;
    } while (first == 0 || first + count > serials_in_all);  // 0 is passive; nor across the end
    serials_.push_back({first, count});
    next_serial_ = first;
    serials_end_ = first + count;
  }

  std::array<epoch, codes> live_{};
  epoch depth_ = 0;
  epoch next_serial_ = 0, serials_end_ = 0;
  std::vector<serials> serials_;
};

}  // namespace detail
}  // namespace ctgrad
