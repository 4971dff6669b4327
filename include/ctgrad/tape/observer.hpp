// Who looks on while a tape records and sweeps.
#pragma once

#include <ctgrad/tape/notes.hpp>
#include <ctgrad/tape/wide_notes.hpp>

#include <span>

namespace ctgrad {

template <class T>
class basic_tape;

/// Looks on while a tape records and sweeps; see check/detect_anomaly.hpp.
template <class T>
class observer {
 public:
  /// An operation is about to be recorded.
  virtual void recording(basic_tape<T>& tape, const note<T>& operation) = 0;
  /// The same for one with any number of operands.
  virtual void recording(basic_tape<T>& tape, const wide_text<T>& what, const T& data,
                         std::span<const detail::met_operand<T>> operands) = 0;
  /// Takes the place of the tape's own backward().
  virtual void backward(basic_tape<T>& tape, position root) = 0;

 protected:
  ~observer() = default;
};

}  // namespace ctgrad
