// A guard for pictures of long recordings.
#pragma once

#include <ctgrad/tape/value.hpp>

#include <span>

namespace ctgrad {

/// While it lives, every operation of this thread's Values has a note, so that all of it can be
/// drawn; otherwise the first 1,024 of a scope have:
///
///   ctgrad::keep_notes all;
///   Value y = x;
///   for (int i = 0; i < 5000; ++i) y = sin(y) + x;
///   to_dot(y, {.nodes_at_most = 100});       // the last 100 operations
///
/// A note takes 64 bytes, and 16 for each operand beyond three; recording is several times slower,
/// and sums are not joined (tape/operators.hpp). Guards nest, also with detect_anomaly. Use
/// keep_notes for Values, basic_keep_notes<float> for basic_value<float>.
template <class T>
class [[nodiscard]] basic_keep_notes final : observer<T> {
  using tape = basic_tape<T>;

 public:
  /// From now on, on this thread's tape.
  basic_keep_notes() : tape_(tape::current()), before_(tape_.observe(this)) {}
  ~basic_keep_notes() { tape_.observe(before_); }
  basic_keep_notes(const basic_keep_notes&) = delete;
  basic_keep_notes& operator=(const basic_keep_notes&) = delete;

 private:
  // Being looked at is what makes a tape keep notes; who looked before goes on.
  void recording(tape& t, const note<T>& operation) override {
    if (before_ != nullptr) before_->recording(t, operation);
  }
  void recording(tape& t, const wide_text<T>& what, const T& data,
                 std::span<const detail::met_operand<T>> operands) override {
    if (before_ != nullptr) before_->recording(t, what, data, operands);
  }
  void backward(tape& t, position root) override {
    if (before_ != nullptr) {
      before_->backward(t, root);
    } else {
      t.sweep_from(root);
    }
  }

  tape& tape_;
  observer<T>* before_;
};

/// For Values.
using keep_notes = basic_keep_notes<double>;

}  // namespace ctgrad
