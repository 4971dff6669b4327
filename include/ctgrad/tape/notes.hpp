// What is known of recorded operations besides their partials, for drawing them: what they were and
// the numbers they met.
#pragma once

#include <ctgrad/config.hpp>
#include <ctgrad/detail/memory.hpp>
#include <ctgrad/op/op.hpp>
#include <ctgrad/op/place.hpp>
#include <ctgrad/tape/edges.hpp>

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

namespace ctgrad {

template <class T>
struct note {
  const op_text* op = nullptr;
  T data{};
  std::array<T, 3> operand{};
  position at = 0;
  std::array<position, 3> from{};
  std::uint32_t few = 0;  // of an operation with any number of operands: so many, if they are here
  [[no_unique_address]] detail::remembered_place place{};  // empty without CTGRAD_LOCATIONS
};

namespace detail {

/// The notes of a scope and of those around it. Every depth of scopes has memory of its own, so
/// that a note is only written, and nothing is written of it but what the operation has.
template <class T>
class notes {
 public:
  /// In each scope, operations beyond this number are recorded without a note: nobody looks at a
  /// larger picture.
  static constexpr std::size_t at_most = active<T> ? 0 : 1024;  // nobody draws duals

  [[nodiscard]] bool has_room() const { return has_room_; }
  /// There is room.
  template <std::size_t N>
  CTGRAD_RECORD void add(position at, const op_text* op, const T& data,
                         const std::array<T, N>& operand, const std::array<position, N>& from) {
    note<T>& n = *next_++;
    n.op = op;
    n.data = data;
    n.at = at;
    for (std::size_t k = 0; k < N; ++k) n.operand[k] = operand[k];
    for (std::size_t k = 0; k < N; ++k) n.from[k] = from[k];
    n.place = {};
    has_room_ = next_ != end_;
  }
  /// The same for an operation with any number of operands, of which there are so many: up to three
  /// here, or else the number of their own note (tape/wide_notes.hpp).
  CTGRAD_RECORD void add_wide(position at, const op_text* op, const T& data, std::size_t count,
                              const std::array<T, 3>& operand,
                              const std::array<position, 3>& from) {
    next_->few = static_cast<std::uint32_t>(count);
    add(at, op, data, operand, from);
  }

  /// Room for one more, whatever the limit.
  CTGRAD_COLD void make_room() {
    page& p = pages_[depth_ - 1];
    if (next_ == p.notes.get() + p.notes.size()) {
      heap_array<note<T>> larger(2 * p.notes.size() + 16);
      next_ = std::copy(p.notes.get(), next_, larger.get());
      p.notes = std::move(larger);
    }
    set_end(next_ + 1);
  }

  /// Asks for what enter() will need.
  void get_ready() {
    if (depth_ == pages_.size()) pages_.push_back({heap_array<note<T>>(at_most), nullptr});
  }
  /// After get_ready().
  void enter() {
    if (depth_ != 0) pages_[depth_ - 1].next = next_;
    next_ = pages_[depth_++].notes.get();
    set_end(next_ + at_most);
  }
  /// Leaves all scopes but so many.
  void leave(std::size_t depth) {
    depth_ = depth;
    const page& p = pages_[depth - 1];
    next_ = p.next;
    set_end(std::max(next_, p.notes.get() + at_most));
  }

  /// The latest of a position; null if there is none.
  [[nodiscard]] const note<T>* at(position at) const {
    for (std::size_t d = depth_; d-- > 0;) {
      for (const note<T>* n = end_of(d); n != pages_[d].notes.get();) {
        if ((--n)->at == at) return n;
      }
    }
    return nullptr;
  }
  /// Calls f with all of them, in the order in which they were made.
  template <class F>
  void for_each(F f) const {
    for (std::size_t d = 0; d < depth_; ++d) {
      std::for_each(static_cast<const note<T>*>(pages_[d].notes.get()), end_of(d), f);
    }
  }

 private:
  struct page {
    heap_array<note<T>> notes;
    note<T>* next;  // while a scope inside is open
  };

  void set_end(note<T>* end) {
    end_ = end;
    has_room_ = next_ != end_;
  }
  [[nodiscard]] const note<T>* end_of(std::size_t depth) const {
    return depth + 1 == depth_ ? next_ : pages_[depth].next;
  }

  bool has_room_ = false;  // one number to ask for where most operations go by
  note<T>* next_ = nullptr;
  note<T>* end_ = nullptr;
  std::size_t depth_ = 0;
  std::vector<page> pages_;
};

}  // namespace detail
}  // namespace ctgrad
