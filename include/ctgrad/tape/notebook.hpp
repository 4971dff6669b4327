// All that is known of a recording for drawing it: notes of its operations (tape/notes.hpp), the
// operands of those that have many (tape/wide_notes.hpp), and labels.
#pragma once

#include <ctgrad/config.hpp>
#include <ctgrad/tape/labels.hpp>
#include <ctgrad/tape/notes.hpp>
#include <ctgrad/tape/wide_notes.hpp>

#include <array>
#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace ctgrad::detail {

template <class T>
class notebook {
 public:
  static constexpr std::size_t at_most = notes<T>::at_most;

  /// Is there room for one more note?
  [[nodiscard]] bool has_room() const { return notes_.has_room(); }
  /// Makes room for one more, whatever the limit.
  void make_room() {
    if (!notes_.has_room()) notes_.make_room();
    if (!wide_.has_room()) wide_.make_room();
  }

  /// There is room.
  template <std::size_t N>
  CTGRAD_RECORD void add(position at, const op_text* op, const T& data,
                         const std::array<T, N>& operand, const std::array<position, N>& from) {
    notes_.add(at, op, data, operand, from);
  }
  /// The same for an operation with any number of operands: each(put) calls put(data, position)
  /// with all of them. Up to three are in the note itself.
  template <class Each>
  CTGRAD_RECORD void add_wide(position at, const wide_text<T>& what, const T& data, Each each) {
    std::array<T, 3> operand{};
    std::array<position, 3> from{};
    std::size_t count = 0;
    each([&](const T& data_in, position from_in) {
      if (count < 3) {
        operand[count] = data_in;
        from[count] = from_in;
      }
      ++count;
    });
    if (count > 3) {
      if (!wide_.has_room()) return;
      from[0] = static_cast<position>(wide_.add(at, each));
      count = 0;
    }
    notes_.add_wide(at, &what, data, count, operand, from);
  }

  /// The latest note of a position; null if there is none.
  [[nodiscard]] const note<T>* at(position p) const { return notes_.at(p); }
  /// Calls f with all notes, in the order in which they were made.
  template <class F>
  void for_each(F f) const {
    notes_.for_each(f);
  }
  /// The operands of an operation with any number of them; empty if they have not been kept.
  [[nodiscard]] std::vector<met_operand<T>> wide_operands(const note<T>& n) const {
    std::vector<met_operand<T>> all;
    for (std::size_t k = 0; k < n.few; ++k) all.push_back({n.operand[k], n.from[k]});
    if (n.few == 0) {
      const auto kept = wide_.of(n.from[0]);
      all.assign(kept.begin(), kept.end());
    }
    return all;
  }

  void label(position at, std::string text) { labels_.set(at, std::move(text)); }
  [[nodiscard]] std::string_view label(position at) const { return labels_.at(at); }

  // -- scopes ------------------------------------------------------------------------------------

  /// Asks for what enter() will need.
  void get_ready() { notes_.get_ready(); }
  void enter() {
    notes_.enter();
    wide_.enter();
  }
  /// Leaves all scopes but so many, and forgets what is known of positions from this one on.
  void leave(std::size_t depth, std::size_t from) {
    notes_.leave(depth);
    wide_.forget_from(from);
    labels_.forget_from(from);
  }

 private:
  notes<T> notes_;
  wide_notes<T> wide_;
  labels labels_;
};

}  // namespace ctgrad::detail
