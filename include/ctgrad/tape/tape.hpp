// The recording that Values write to: one entry per operation, in order.
//
// An entry holds the partials of its operation and the positions of its operands; the position of
// the result is that of the entry. Position 0 is nobody's: what a passive operand would contribute
// goes there and is never read. So recording and sweeping have no branches on activity.
//
// An adjoint that nothing has contributed to is -0.0, the number that changes nothing when it is
// added to. It takes no part in the sweep: where a branch was not taken, 0 * inf would be NaN. An
// operand that an op makes inactive (guards.hpp) has no edge at all. A zero that was contributed is
// an ordinary zero. So the rule is that of program/adjoint.hpp.
//
// Every scope has an epoch, a number that is not used again; a Value remembers the epoch it was
// recorded in. The lowest bits of an epoch are its depth, so that one comparison tells whether a
// Value still belongs to a live part of this tape. Epoch 0 is that of passive values.
#pragma once

#include <ctgrad/op/op.hpp>
#include <ctgrad/tape/error.hpp>

#include <algorithm>
#include <array>
#include <atomic>
#include <cmath>
#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

namespace ctgrad {

using position = std::uint32_t;
using epoch = std::uint32_t;

/// What is known of a recorded operation besides its partials, for drawing it.
template <class T>
struct note {
  std::string_view op{};  // empty: a variable
  notation written{};
  int arity = 0;
  T data{};
  std::array<T, 3> operand{};
  std::array<position, 3> from{};
};

template <class T>
class basic_tape {
 public:
  /// Operations beyond this number are recorded without a note: nobody looks at a larger picture.
  static constexpr position notes_at_most = 4096;
  /// Depths of scopes, that of passive values (0) and the tape's own (1) included.
  static constexpr epoch depths = 64;

  basic_tape() { enter(); }
  basic_tape(const basic_tape&) = delete;
  basic_tape& operator=(const basic_tape&) = delete;

  /// The tape that Values of this thread are recorded on.
  static basic_tape& current() {
    if (current_ == nullptr) [[unlikely]] {
      thread_local basic_tape own;
      current_ = &own;
    }
    return *current_;
  }

  // -- recording -------------------------------------------------------------------------------

  [[nodiscard]] epoch now() const { return live_[depth_]; }
  [[nodiscard]] bool paused() const { return paused_; }
  void pause(bool on) { paused_ = on; }

  /// A new variable.
  position variable(const T& data) {
    const position at = push({});
    variables_.push_back(at);
    if (at < notes_at_most) notes_[at] = {.data = data};
    return at;
  }

  /// An operation with at most two operands.
  position operation(const T& da, position a, const T& db, position b) {
    return push({da, db, a, b});
  }

  void annotate(position at, const note<T>& n) {
    if (at < notes_at_most) notes_[at] = n;
  }

  /// Throws unless the epoch is live here.
  void require(epoch e) const {
    if (live_[e % depths] != e) [[unlikely]]
      refuse(e);
  }
  [[nodiscard]] bool is_live(epoch e) const { return live_[e % depths] == e; }

  // -- sweeping --------------------------------------------------------------------------------

  /// Adjoints of everything that `root` depends on. Those of variables are added to what they hold,
  /// all others start from zero. One loop over the entries, no recursion.
  void backward(position root) {
    adjoints_.resize(entries_.size(), T{});
    kept_.clear();
    for (const position x : variables_) kept_.push_back(adjoints_[x]);
    std::fill(adjoints_.begin(), adjoints_.end(), untouched);
    sweep(root);
    for (std::size_t i = 0; i < kept_.size(); ++i) adjoints_[variables_[i]] += kept_[i];
  }

  [[nodiscard]] T adjoint(position at) const {
    return at < adjoints_.size() ? adjoints_[at] + T{} : T{};  // -0.0 + 0 is 0
  }
  void clear_adjoint(position at) {
    if (at < adjoints_.size()) adjoints_[at] = T{};
  }

  // -- scopes ----------------------------------------------------------------------------------

  /// What a scope returns to when it ends.
  struct mark {
    std::size_t entries, variables;
  };

  mark enter() {
    if (depth_ + 1 == depths) throw error("ctgrad-E24", "more than 62 nested scopes");
    ++depth_;
    live_[depth_] = new_serial() * depths + depth_;
    return {entries_.size(), variables_.size()};
  }

  /// Forgets everything recorded since the mark; the memory is kept for what comes next.
  void leave(const mark& m) {
    live_[depth_--] = 0;
    entries_.resize(m.entries);
    variables_.resize(m.variables);
    adjoints_.resize(std::min(adjoints_.size(), m.entries));
    std::erase_if(labels_, [&](const auto& l) { return l.first >= m.entries; });
  }

  // -- looking ---------------------------------------------------------------------------------

  /// Number of recorded operations and variables.
  [[nodiscard]] std::size_t size() const { return entries_.size() - 1; }
  [[nodiscard]] const note<T>* note_at(position at) const {
    return at < notes_at_most ? &notes_[at] : nullptr;
  }
  void label(position at, std::string text) { labels_[at] = std::move(text); }
  [[nodiscard]] std::string_view label(position at) const {
    const auto found = labels_.find(at);
    return found == labels_.end() ? std::string_view{} : found->second;
  }

 private:
  struct entry {
    T da{}, db{};
    position a = 0, b = 0;
  };

  position push(const entry& e) {
    if (entries_.size() == UINT32_MAX) [[unlikely]] {
      throw error("ctgrad-E23", "a recording holds at most 2^32 - 1 operations; use a scope");
    }
    entries_.push_back(e);
    return static_cast<position>(entries_.size() - 1);
  }

  void sweep(position root) {
    adjoints_[root] = 1;
    const entry* const entries = entries_.data();
    T* const adjoints = adjoints_.data();
    for (position i = root; i > 0; --i) {
      const T adjoint = adjoints[i];
      if (adjoint == 0 && std::signbit(adjoint)) continue;
      const entry& e = entries[i];
      adjoints[e.a] += e.da * adjoint;
      adjoints[e.b] += e.db * adjoint;
    }
  }

  [[noreturn]] void refuse(epoch e) const {
    const bool mine = std::find(blocks_.begin(), blocks_.end(), block_of(e)) != blocks_.end();
    if (mine) {
      throw error("ctgrad-E20",
                  "this Value's recording has been released: the scope in which it was computed "
                  "has ended. Use it inside the scope, or keep its data() instead");
    }
    throw error("ctgrad-E21",
                "this Value was recorded on another tape (by another thread): a computation stays "
                "on one tape. Pass numbers between tapes with data()");
  }

  // Serial numbers come in blocks, so that a tape can tell which epochs were ever its own.
  static constexpr epoch block_size = 4096;
  static epoch block_of(epoch e) { return e / depths / block_size; }

  epoch new_serial() {
    if (next_serial_ % block_size == 0) {
      static std::atomic<epoch> next_block{1};
      blocks_.push_back(next_block.fetch_add(1, std::memory_order_relaxed) %
                        (UINT32_MAX / depths / block_size));
      next_serial_ = blocks_.back() * block_size;
    }
    return next_serial_++;
  }

  static constexpr T untouched = T(-0.0);
  static inline constinit thread_local basic_tape* current_ = nullptr;

  std::vector<entry> entries_{entry{}};
  std::vector<T> adjoints_;
  std::vector<position> variables_;
  std::vector<T> kept_;
  std::vector<note<T>> notes_{notes_at_most};
  std::unordered_map<position, std::string> labels_;
  std::array<epoch, depths> live_{};
  std::vector<epoch> blocks_;
  epoch next_serial_ = 0;
  epoch depth_ = 0;
  bool paused_ = false;
};

}  // namespace ctgrad
