// Guards: what is recorded in a scope is released at its end; under no_grad nothing is recorded.
#pragma once

#include <ctgrad/tape/tape.hpp>

namespace ctgrad {

/// Everything recorded while it lives is released when it ends, and the memory is used again, so
/// a training loop with one scope per step runs in flat memory:
///
///   for (int step = 0; step < 1000; ++step) {
///     ctgrad::scope s;
///     Value loss = ...;      // parameters live outside of the scope
///     loss.backward();       // their gradients stay when the scope ends
///   }
///
/// Values of a scope that has ended still have data(); anything else is [ctgrad-E20]. Scopes nest
/// up to 62 deep ([ctgrad-E24]).
template <class T>
class [[nodiscard]] basic_scope {
 public:
  /// What is recorded from now on is its own.
  basic_scope() : tape_(basic_tape<T>::current()), start_(tape_.enter()) {}
  ~basic_scope() { tape_.leave(start_); }
  basic_scope(const basic_scope&) = delete;
  basic_scope& operator=(const basic_scope&) = delete;

 private:
  basic_tape<T>& tape_;
  typename basic_tape<T>::mark start_;
};

/// While it lives, operations on this thread's Values give passive results and record nothing,
/// whichever tape is its current one (use_tape). That of double is also one for Values of duals of
/// double, and so on. A derivative that is taken while it lives, gradient(dynamic(f))(x), is
/// computed all the same.
template <class T>
class [[nodiscard]] basic_no_grad {
 public:
  /// From now on, in this thread.
  basic_no_grad() : tape_(basic_tape<T>::current()), before_(tape_.pause(true)) { ++pauses::alive; }
  ~basic_no_grad() {
    --pauses::alive;
    tape_.pause(before_);
  }
  basic_no_grad(const basic_no_grad&) = delete;
  basic_no_grad& operator=(const basic_no_grad&) = delete;

 private:
  using pauses = detail::pauses<scalar_of<T>>;
  basic_tape<T>& tape_;
  bool before_;
};

/// A tape of one's own, in place of the one that every thread has for itself: Values are recorded
/// on it while a use_tape lives.
///
///   ctgrad::Tape t(1'000'000);        // at most so many results and variables
///   {
///     ctgrad::use_tape here(t);
///     Value x{2.0};
///     (x * x).backward();
///   }
///   t.size();                         // what has been recorded is still there
///
/// It may be made in one thread and used in another, but by one at a time. Guards nest; the tape
/// has to live longer than they do. A no_grad and a detect_anomaly of this thread are in force on
/// it as well. Without thread_local at all: define CTGRAD_NO_THREAD_LOCAL for the whole program,
/// which then differentiates in one thread only.
template <class T>
class [[nodiscard]] basic_use_tape {
 public:
  /// Makes a tape this thread's current one.
  explicit basic_use_tape(basic_tape<T>& tape_in)
      : tape_(tape_in), guards_(tape_in.guards()), before_(tape_in.exchange_current(&tape_in)) {
    if (before_ != nullptr) tape_.set_guards(before_->guards());
  }
  ~basic_use_tape() {
    basic_tape<T>::exchange_current(before_);
    tape_.set_guards(guards_);
  }
  basic_use_tape(const basic_use_tape&) = delete;
  basic_use_tape& operator=(const basic_use_tape&) = delete;

 private:
  basic_tape<T>& tape_;
  typename basic_tape<T>::guarded guards_;
  basic_tape<T>* before_;
};

/// A recording: that of Values.
using Tape = basic_tape<double>;
/// For Values.
using use_tape = basic_use_tape<double>;
/// For Values.
using scope = basic_scope<double>;
/// For Values.
using no_grad = basic_no_grad<double>;

}  // namespace ctgrad
