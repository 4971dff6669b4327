// The recording that Values write to: results and the edges between them (tape/results.hpp), the
// scopes that it consists of (tape/epochs.hpp), notes for pictures (tape/notebook.hpp), and
// adjoints (tape/adjoints.hpp), computed by a sweep back over the edges (tape/backward.hpp).
#pragma once

#include <ctgrad/config.hpp>
#include <ctgrad/detail/error.hpp>
#include <ctgrad/tape/adjoints.hpp>
#include <ctgrad/tape/checkpoints.hpp>
#include <ctgrad/tape/edges.hpp>
#include <ctgrad/tape/epochs.hpp>
#include <ctgrad/tape/notebook.hpp>
#include <ctgrad/tape/observer.hpp>
#include <ctgrad/tape/refusal.hpp>
#include <ctgrad/tape/results.hpp>
#include <ctgrad/tape/sweep.hpp>

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace ctgrad {

namespace detail {
template <class T>
class backward;
template <class T>
class all_or_nothing;

/// How many no_grad guards of this thread are alive, for all Values whose number is a Number.
template <class Number>
struct pauses {
  static inline constinit CTGRAD_THREAD_LOCAL unsigned alive = 0;
};

}  // namespace detail

/// A recording of operations on Values of T; every thread has one, and a use_tape puts another in
/// its place. Of doubles a result takes 8 bytes, for its adjoint, and 16 for each operand that is
/// recorded, a variable 24. What engines call is left out here.
template <class T>
class basic_tape {
 public:
  /// \cond engines
  using place = detail::place_on_tape;

  /// \endcond

  /// In each scope, operations beyond this number are recorded without a note: nobody looks at a
  /// larger picture.
  static constexpr std::size_t notes_at_most = detail::notebook<T>::at_most;

  /// Results and variables that a recording may have.
  static constexpr std::size_t at_most = UINT32_MAX - 1;

  /// A recording of at most so many results and variables; one more is [ctgrad-E23].
  explicit basic_tape(std::size_t at_most_in = at_most) : results_(std::min(at_most_in, at_most)) {
    enter();
    get_ready();
  }
  ~basic_tape() {
    if (current_ == this) current_ = nullptr;
  }
  basic_tape(const basic_tape&) = delete;
  basic_tape& operator=(const basic_tape&) = delete;

  /// The tape that Values of this thread are recorded on.
  static basic_tape& current() {
    if (current_ == nullptr) [[unlikely]]
      make_own();
    return *current_;
  }

  /// \cond engines

  /// The same, null if there is none yet.
  static basic_tape* existing() { return current_; }

  /// Makes another tape this thread's current one, null for its own; returns which one was before.
  static basic_tape* exchange_current(basic_tape* tape) { return std::exchange(current_, tape); }
  /// This tape is that of a derivative inside of a computation, from now on; what is paused by now
  /// is the computation around it.
  void begin_inner() {
    inner_ = true;
    pauses_before_ = detail::pauses<scalar_of<T>>::alive;
  }

  // -- recording -------------------------------------------------------------------------------

  [[nodiscard]] epoch now() const { return results_.now(); }
  [[nodiscard]] bool paused() const { return paused_ || number_is_paused(); }
  /// Sets whether operations are computed only; returns what was before.
  bool pause(bool on) {
    std::swap(paused_, on);
    close();
    return on;
  }
  /// Sets who looks on, null for nobody; returns who did before.
  observer<T>* observe(observer<T>* who) {
    std::swap(observer_, who);
    close();
    return who;
  }
  /// What the guards of a thread, no_grad and detect_anomaly, have asked of its tape.
  struct guarded {
    bool paused = false;
    observer<T>* looking_on = nullptr;
  };
  [[nodiscard]] guarded guards() const { return {paused_, observer_}; }
  void set_guards(const guarded& g) {
    if (g.paused == paused_ && g.looking_on == observer_) return;
    paused_ = g.paused;
    observer_ = g.looking_on;
    close();
  }

  /// Is the next operation recorded just so? If not, is_recorded() has to be asked. One question
  /// for all that is rare: no room, paused, observed.
  [[nodiscard]] bool is_ready() const { return results_.is_ready() && !number_is_paused(); }
  /// The same for one with so many operands.
  [[nodiscard]] bool is_ready(std::size_t operands) const {
    return results_.is_ready(operands) && !number_is_paused();
  }
  /// Shows an operation to the observer, if there is one; true if it is to be recorded, for which
  /// there is room now.
  CTGRAD_COLD bool is_recorded(const note<T>& n) {
    if (paused()) return false;
    if (observer_ != nullptr) {
      observer_->recording(*this, n);
      keep_note();
    }
    make_room();
    return true;
  }

  /// A new variable.
  position variable(const T& data) {
    const bool nearly_full = results_.is_nearly_full();
    if (nearly_full) [[unlikely]]
      results_.require_positions(1);
    const position at = results_.next_position();
    variables_.push_back({at, data, T{}});
    results_.skip(1);
    if (nearly_full) [[unlikely]]
      get_ready();
    return at;
  }

  /// An engine writes there when the tape is ready.
  detail::results<T>& results() { return results_; }
  /// Is there to be recorded an operation with so many operands, for which there is room then? If
  /// somebody looks on, show(observer) is called.
  CTGRAD_RECORD bool is_ready_for(std::size_t operands, const auto& show) {
    if (is_ready(operands)) [[likely]]
      return true;
    return get_ready_for(operands, show);
  }

  /// Keeps a note of the operation recorded last, while there is room for it.
  template <std::size_t N>
  CTGRAD_RECORD void annotate(position at, const op_text* op, const T& data,
                              const std::array<T, N>& operand,
                              const std::array<position, N>& from) {
    if (!notes_.has_room()) return;
    notes_.add(at, op, data, operand, from);
    if (!notes_.has_room()) [[unlikely]]
      close();  // what has a note stays what it says
  }

  /// Is there room for notes of operations?
  [[nodiscard]] bool has_notes() const { return notes_.has_room(); }
  /// The same for an operation with any number of operands: each(put) calls put(data, position)
  /// with all of them. There is room.
  template <class Each>
  CTGRAD_RECORD void annotate_wide(position at, const wide_text<T>& what, const T& data,
                                   Each each) {
    notes_.add_wide(at, what, data, each);
  }
  /// The operands of such a note; empty if they have not been kept.
  [[nodiscard]] std::vector<detail::met_operand<T>> wide_operands(const note<T>& n) const {
    return notes_.wide_operands(n);
  }

  /// Throws unless the epoch is live here.
  void require(epoch e) const {
    if (!scopes_.is_live(e)) [[unlikely]]
      refuse(e);
  }
  [[nodiscard]] bool is_live(epoch e) const { return scopes_.is_live(e); }

  // -- sweeping --------------------------------------------------------------------------------

  /// Adjoints of everything that `root` depends on. Those of variables are added to what they hold,
  /// all others start from zero. One loop over the entries, no recursion.
  void backward(position root) {
    if (sweeps_forbidden_) [[unlikely]]
      detail::refuse_sweep();
    if (observer_ != nullptr) [[unlikely]]
      return observer_->backward(*this, root);
    sweep_from(root);
  }
  /// The same, whoever looks on.
  void sweep_from(position root) {
    detail::all_or_nothing<T> sweep(*this, root);
    detail::backward<T>(*this).run([&](position& at_, const auto* begin_, const auto* end_) {
      detail::sweep(begin_, end_, at_, adjoints_.data());
    });
    for (const variable_of& x : variables_) rule::add(adjoints_[x.at], x.before);
    sweep.done();
    results_.settle();
    if (root + std::size_t{1} == results_.size()) close();  // somebody may look at it
  }

  /// In a function at a checkpoint, which a sweep may be waiting for; returns what was before.
  bool forbid_sweeps(bool on) { return std::exchange(sweeps_forbidden_, on); }
  /// So many results that are computed again in every sweep; gives the place of the first one.
  place checkpoint(std::unique_ptr<detail::computation<T>> again, std::size_t results) {
    results_.require_positions(results);
    const auto edges = results_.here().edges;
    checkpoints_.push_back({results_.next_position(), results, edges, std::move(again)});
    const place first = results_.skip(results);
    get_ready();
    return first;
  }

  /// The derivative by what is at a position.
  [[nodiscard]] T adjoint(position at) const { return adjoints_.at(at); }
  /// Sets other adjoints; returns those before. None are zero everywhere.
  detail::adjoint_array<T> exchange_adjoints(detail::adjoint_array<T> other) {
    return std::exchange(adjoints_, std::move(other));
  }
  /// All are zero, those of variables too.
  void forget_adjoints() { adjoints_.shrink(0); }
  void clear_adjoint(position at) {
    if (at < adjoints_.size()) adjoints_[at] = T{};
  }

  // -- scopes ----------------------------------------------------------------------------------

  /// What a scope returns to when it ends.
  struct mark {
    epoch own;
    typename detail::results<T>::mark results;
    std::size_t variables, checkpoints;
  };

  mark enter() {
    notes_.get_ready();  // it may throw
    const mark m{scopes_.enter(), results_.here(), variables_.size(), checkpoints_.size()};
    notes_.enter();
    results_.enter(m.own);
    return m;
  }

  /// Forgets everything recorded since the mark, scopes inside of it included; the memory is kept
  /// for what comes next. Does nothing if an outer scope has ended before.
  void leave(const mark& m) {
    if (!scopes_.is_live(m.own)) return;
    const std::size_t size = m.results.size;
    results_.leave(scopes_.leave(m.own), m.results, has_adjoint(size - 1));
    notes_.leave(scopes_.depth(), size);
    variables_.resize(m.variables);
    checkpoints_.erase(checkpoints_.begin() + std::ptrdiff_t(m.checkpoints), checkpoints_.end());
    adjoints_.shrink(size);
    get_ready();
  }

  /// \endcond

  // -- looking ---------------------------------------------------------------------------------

  /// Number of recorded results and variables. (A sum may be part of another.)
  [[nodiscard]] std::size_t size() const { return results_.size() - 1; }
  /// \cond engines

  /// Calls f with all notes, in the order of recording. An operand at a position is the latest
  /// result there before the note: results that became a part of another share its position.
  template <class F>
  void for_each_note(F f) const {
    notes_.for_each(f);
  }
  /// The note of the latest operation at a position; null for a variable, and where there was no
  /// room for a note.
  [[nodiscard]] const note<T>* note_at(position at) const { return notes_.at(at); }
  /// The number that a variable was made with; null if there is none at this position.
  [[nodiscard]] const T* variable_at(position at) const {
    const auto found =
        std::lower_bound(variables_.begin(), variables_.end(), at,
                         [](const variable_of& x_, position p_) { return x_.at < p_; });
    return found != variables_.end() && found->at == at ? &found->data : nullptr;
  }
  /// Is it a result of a function at a checkpoint?
  [[nodiscard]] bool is_computed_again(position at) const {
    return std::any_of(checkpoints_.begin(), checkpoints_.end(),
                       [&](const auto& c_) { return at - c_.at < c_.results; });
  }
  void label(position at, std::string text) { notes_.label(at, std::move(text)); }
  [[nodiscard]] std::string_view label(position at) const { return notes_.label(at); }

  /// \endcond

 private:
  using rule = detail::adjoint_rule<T>;

  struct variable_of {
    position at;
    T data;    // it was made with
    T before;  // its adjoint at the start of a sweep
  };

  [[nodiscard]] bool is_unusual() const { return paused_ || observer_ != nullptr; }
  /// The last result does not change any more.
  CTGRAD_COLD void close() {
    results_.close();
    get_ready();
  }

  CTGRAD_COLD bool get_ready_for(std::size_t operands, const auto& show) {
    if (paused()) return false;
    if (observer_ != nullptr) {
      show(*observer_);
      keep_note();
    }
    make_room(operands);
    return true;
  }

  /// While somebody looks on, every operation has a note, and nothing is joined without being
  /// shown.
  void keep_note() {
    results_.settle();
    notes_.make_room();
  }
  void make_room(std::size_t operands = detail::edge_blocks<T>::at_once) {
    results_.make_room(operands);
    get_ready();
  }
  void get_ready() { results_.be_ready(!is_unusual()); }

  /// Has the last sweep come by this result?
  [[nodiscard]] bool has_adjoint(std::size_t at) const {
    return at != 0 && at < adjoints_.size() && !rule::is_untouched(adjoints_[at]);
  }
  /// A no_grad for double pauses Values of duals of double as well. (Values of double ask paused_.)
  [[nodiscard]] bool number_is_paused() const {
    if constexpr (active<T>) {
      return detail::pauses<scalar_of<T>>::alive != pauses_before_;
    } else {
      return false;
    }
  }

  [[noreturn]] CTGRAD_COLD void refuse(epoch e) const {
    if (e == detail::open_scopes::gone) detail::refuse_moved();
    if (scopes_.is_mine(e)) detail::refuse_released();
    if (inner_) detail::refuse_outer();
    detail::refuse_foreign();
  }

  CTGRAD_COLD static void make_own() {
    static CTGRAD_THREAD_LOCAL basic_tape own;
    current_ = &own;
  }

  static inline constinit CTGRAD_THREAD_LOCAL basic_tape* current_ = nullptr;

  detail::results<T> results_;
  detail::open_scopes scopes_;
  detail::notebook<T> notes_;
  std::vector<variable_of> variables_;                 // ascending
  std::vector<detail::checkpoint_at<T>> checkpoints_;  // ascending
  detail::adjoint_array<T> adjoints_;
  bool paused_ = false;
  bool inner_ = false;
  bool sweeps_forbidden_ = false;
  unsigned pauses_before_ = 0;
  observer<T>* observer_ = nullptr;

  template <class>
  friend class detail::backward;
  template <class>
  friend class detail::all_or_nothing;
  template <class>
  friend class basic_detect_anomaly;
};

}  // namespace ctgrad

#include <ctgrad/tape/backward.hpp>
