// The recording that Values write to: one entry per operation, in order.
//
// An entry holds the partials of its operation and the positions of its operands; the position of
// the result is that of the entry. Position 0 is nobody's: what a passive operand would contribute
// goes there and is never read. So recording and sweeping have no branches on activity.
//
// An adjoint that nothing has contributed to is -0.0, the number that changes nothing when it is
// added to. It takes no part in the sweep: where a branch was not taken, 0 * inf would be NaN. An
// operand that an op makes inactive (program/guards.hpp) has no edge at all. A zero that was
// contributed is an ordinary zero. So the rule is that of program/adjoint.hpp.
//
// Every scope has an epoch; a Value remembers the epoch it was recorded in. An epoch is a serial
// number and, in its lowest bits, the depth of the scope, so that one comparison tells whether a
// Value still belongs to a live part of this tape. Epoch 0 is that of passive values. Serials are
// drawn from one counter for all tapes and come again only after 2^26 scopes.
#pragma once

#include <ctgrad/config.hpp>
#include <ctgrad/detail/error.hpp>
#include <ctgrad/op/op.hpp>
#include <ctgrad/op/place.hpp>
#include <ctgrad/tape/adjoint_rule.hpp>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace ctgrad {

using position = std::uint32_t;
using epoch = std::uint32_t;

/// What is known of a recorded operation besides its partials, for drawing it.
template <class T>
struct note {
  position at = 0;
  const op_text* op = nullptr;
  T data{};
  std::array<T, 3> operand{};
  std::array<position, 3> from{};
  [[no_unique_address]] detail::remembered_place place{};  // empty without CTGRAD_LOCATIONS
};

template <class T>
class basic_tape;

/// Looks on while a tape records and sweeps; see check/detect_anomaly.hpp.
template <class T>
class observer {
 public:
  /// An operation is about to be recorded.
  virtual void recording(basic_tape<T>& tape, const note<T>& operation) = 0;
  /// Takes the place of the tape's own backward().
  virtual void backward(basic_tape<T>& tape, position root) = 0;

 protected:
  ~observer() = default;
};

namespace detail {

/// How many no_grad guards of this thread are alive, for all Values whose number is a Number.
template <class Number>
struct pauses {
  static inline constinit thread_local unsigned alive = 0;
};

}  // namespace detail

template <class T>
class basic_tape {
 public:
  /// In each scope, operations beyond this number are recorded without a note: nobody looks at a
  /// larger picture.
  static constexpr std::size_t notes_at_most = 4096;
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
  /// Makes another tape this thread's current one, null for its own; returns which one was before.
  static basic_tape* exchange_current(basic_tape* tape) { return std::exchange(current_, tape); }
  /// This tape is that of a derivative inside of a computation, from now on; what is paused by now
  /// is the computation around it.
  void begin_inner() {
    inner_ = true;
    pauses_before_ = detail::pauses<scalar_of<T>>::alive;
  }

  // -- recording -------------------------------------------------------------------------------

  [[nodiscard]] epoch now() const { return live_[depth_]; }
  [[nodiscard]] bool paused() const { return paused_ || number_is_paused(); }
  void pause(bool on) {
    paused_ = on;
    unusual_ = paused_ || observer_ != nullptr;
  }
  /// Sets who looks on, null for nobody; returns who did before.
  observer<T>* observe(observer<T>* who) {
    std::swap(observer_, who);
    unusual_ = paused_ || observer_ != nullptr;
    return who;
  }
  /// Paused or observed: one question for both, because the answer is nearly always no.
  [[nodiscard]] bool unusual() const { return unusual_ || number_is_paused(); }
  /// Shows an operation to the observer; there will be room for its note.
  void show(const note<T>& n) {
    notes_end_ = std::max(notes_end_, notes_.size() + 1);
    observer_->recording(*this, n);
  }

  /// A new variable.
  position variable(const T& data) {
    const position at = push({});
    variables_.push_back(at);
    variable_data_.push_back(data);
    return at;
  }

  /// An operation with at most two operands.
  position operation(const T& da, position a, const T& db, position b) {
    return push({da, db, a, b});
  }

  /// Keeps a note of the operation recorded last, while there is room for it.
  void annotate(const note<T>& n) {
    if (notes_.size() < notes_end_) notes_.push_back(n);
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
    if (observer_ != nullptr) [[unlikely]]
      return observer_->backward(*this, root);
    keep_variables();
    sweep(root);
    for (std::size_t i = 0; i < kept_.size(); ++i) rule::add(adjoints_[variables_[i]], kept_[i]);
  }

  [[nodiscard]] T adjoint(position at) const {
    return at < adjoints_.size() ? rule::finished(adjoints_[at]) : T{};
  }
  void clear_adjoint(position at) {
    if (at < adjoints_.size()) adjoints_[at] = T{};
  }

  // -- scopes ----------------------------------------------------------------------------------

  /// What a scope returns to when it ends.
  struct mark {
    epoch own, depth;
    std::size_t entries, variables, notes, notes_end;
  };

  mark enter() {
    if (depth_ + 1 == depths) detail::raise("ctgrad-E24", "more than 62 nested scopes");
    ++depth_;
    live_[depth_] = new_serial() * depths + depth_;
    const std::size_t notes_end_before = std::exchange(notes_end_, notes_.size() + notes_at_most);
    return {live_[depth_],     depth_,        entries_.size(),
            variables_.size(), notes_.size(), notes_end_before};
  }

  /// Forgets everything recorded since the mark, scopes inside of it included; the memory is kept
  /// for what comes next. Does nothing if an outer scope has ended before.
  void leave(const mark& m) {
    if (live_[m.depth] != m.own) return;
    while (depth_ >= m.depth) live_[depth_--] = 0;
    entries_.resize(m.entries);
    adjoints_.resize(std::min(adjoints_.size(), m.entries));
    variables_.resize(m.variables);
    variable_data_.resize(m.variables);
    notes_.resize(m.notes);
    notes_end_ = m.notes_end;
    labels_.erase(label_place(static_cast<position>(m.entries)), labels_.end());
  }

  // -- looking ---------------------------------------------------------------------------------

  /// Number of recorded operations and variables.
  [[nodiscard]] std::size_t size() const { return entries_.size() - 1; }
  /// The note of an operation; null for a variable, and where there was no room for a note.
  [[nodiscard]] const note<T>* note_at(position at) const {
    const auto found = std::lower_bound(notes_.begin(), notes_.end(), at,
                                        [](const note<T>& n_, position p_) { return n_.at < p_; });
    return found != notes_.end() && found->at == at ? &*found : nullptr;
  }
  /// The number that a variable was made with; null if there is none at this position.
  [[nodiscard]] const T* variable_at(position at) const {
    const auto found = std::lower_bound(variables_.begin(), variables_.end(), at);
    if (found == variables_.end() || *found != at) return nullptr;
    return &variable_data_[std::size_t(found - variables_.begin())];
  }
  void label(position at, std::string text) {
    const auto place = label_place(at);
    if (place != labels_.end() && place->first == at) {
      labels_[std::size_t(place - labels_.begin())].second = std::move(text);
    } else {
      labels_.insert(place, {at, std::move(text)});
    }
  }
  [[nodiscard]] std::string_view label(position at) const {
    const auto place = label_place(at);
    return place != labels_.end() && place->first == at ? place->second : std::string_view{};
  }

 private:
  using rule = detail::adjoint_rule<T>;

  struct entry {
    T da{}, db{};
    position a = 0, b = 0;
  };

  position push(const entry& e) {
    if (entries_.size() == UINT32_MAX) [[unlikely]]
      refuse_more();
    entries_.push_back(e);
    return static_cast<position>(entries_.size() - 1);
  }

  /// Where the label of a position is, or would be.
  [[nodiscard]] auto label_place(position at) const {
    return std::lower_bound(labels_.begin(), labels_.end(), at,
                            [](const auto& known_, position p_) { return known_.first < p_; });
  }

  /// Sets aside what variables hold and starts all adjoints anew.
  void keep_variables() {
    adjoints_.resize(entries_.size(), T{});
    kept_.clear();
    for (const position x : variables_) kept_.push_back(adjoints_[x]);
    std::fill(adjoints_.begin(), adjoints_.end(), rule::untouched());
  }

  void sweep(position root) {
    adjoints_[root] = 1;
    const entry* const entries = entries_.data();
    T* const adjoints = adjoints_.data();
    for (position i = root; i > 0; --i) {
      const entry& e = entries[i];
      const std::conditional_t<active<T>, const T&, T> adjoint = adjoints[i];
      if (rule::is_untouched(adjoint)) continue;
      contribute(adjoints, e.a, e.da, adjoint);
      contribute(adjoints, e.b, e.db, adjoint);
    }
  }

  /// To nobody's position nothing has to flow, and of numbers it may.
  static void contribute(T* adjoints, position to, const T& partial, const T& adjoint) {
    if constexpr (active<T>) {
      if (to == 0) return;
    }
    rule::contribute(adjoints[to], partial, adjoint);
  }

  /// A no_grad for double pauses Values of duals of double as well. (Values of double ask paused_.)
  [[nodiscard]] bool number_is_paused() const {
    if constexpr (active<T>) {
      return detail::pauses<scalar_of<T>>::alive != pauses_before_;
    } else {
      return false;
    }
  }

  [[noreturn]] CTGRAD_COLD static void refuse_more() {
    detail::raise("ctgrad-E23", "a recording holds at most 2^32 - 1 operations; use a scope");
  }

  [[noreturn]] void refuse(epoch e) const {
    const epoch serial = e / depths;
    const bool mine = std::any_of(serials_.begin(), serials_.end(), [&](const serials& own_) {
      return serial - own_.first < own_.count;
    });
    if (mine) {
      detail::raise(
          "ctgrad-E20",
          "this Value's recording has been released: the scope in which it was computed "
          "has ended. Use it inside the scope, or keep its data() instead; a parameter is "
          "updated in place, p.data() -= rate * p.grad()");
    }
    if (inner_) {
      detail::raise("ctgrad-E41",
                    "a function that is differentiated uses a Value of a computation around it, on "
                    "which its derivative would depend without anybody knowing: pass the Value as "
                    "an argument (wrt<...> names the ones to differentiate), or its data() if it "
                    "is a constant");
    }
    detail::raise(
        "ctgrad-E21",
        "this Value was recorded on another tape (by another thread, or inside of a derivative of "
        "dynamic(f)): a computation stays on one tape. Pass numbers between tapes with data()");
  }

  // Serial numbers are drawn in blocks of growing size, so that a short-lived thread takes few and
  // a tape can tell which ones were ever its own.
  struct serials {
    epoch first, count;
  };
  static constexpr epoch serials_in_all = UINT32_MAX / depths;

  epoch new_serial() {
    if (serials_.empty() || next_serial_ == serials_.back().first + serials_.back().count) {
      draw_serials(serials_.empty() ? 64 : std::min<epoch>(2 * serials_.back().count, 65536));
    }
    return next_serial_++;
  }

  void draw_serials(epoch count) {
    static epoch drawn = 1;
    epoch first = 0;
    do {
      first = CTGRAD_FETCH_ADD(drawn, count) % serials_in_all;
    } while (first == 0 || first + count > serials_in_all);  // 0 is passive; nor across the end
    serials_.push_back({first, count});
    next_serial_ = first;
  }

  static inline constinit thread_local basic_tape* current_ = nullptr;

  std::vector<entry> entries_{entry{}};
  std::vector<T> adjoints_;
  std::vector<position> variables_;  // ascending
  std::vector<T> variable_data_;
  std::vector<T> kept_;
  std::vector<note<T>> notes_;  // ascending
  std::size_t notes_end_ = notes_at_most;
  std::vector<std::pair<position, std::string>> labels_;  // ascending
  std::array<epoch, depths> live_{};
  std::vector<serials> serials_;
  epoch next_serial_ = 0;
  epoch depth_ = 0;
  bool paused_ = false;
  bool unusual_ = false;
  bool inner_ = false;
  unsigned pauses_before_ = 0;
  observer<T>* observer_ = nullptr;

  template <class>
  friend class basic_detect_anomaly;
};

}  // namespace ctgrad
