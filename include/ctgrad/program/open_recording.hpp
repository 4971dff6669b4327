// Which functions this thread is recording at the moment, so that a symbol that has escaped from
// its recording is an error and never a wrong number.
//
// A symbol of a function that is recorded at run time (record/recorder.hpp) carries the number of
// its recording. Programs that are built inside of the compiler, or by a pass, have the number 0
// and are not looked at.
#pragma once

#include <ctgrad/config.hpp>
#include <ctgrad/detail/error.hpp>

#include <cstdint>

namespace ctgrad::detail {

/// A recording that is going on, from its construction to its end; they are nested.
class open_recording {
 public:
  open_recording() : number_(next()), outer_(innermost()) { innermost() = this; }
  ~open_recording() { innermost() = outer_; }
  open_recording(const open_recording&) = delete;
  open_recording& operator=(const open_recording&) = delete;

  [[nodiscard]] std::uint32_t number() const { return number_; }

  /// Is this the number of one that is going on in this thread?
  static bool is_open(std::uint32_t number) {
    const open_recording* r = innermost();
    while (r != nullptr && r->number_ != number) r = r->outer_;
    return r != nullptr;
  }

 private:
  static std::uint32_t next() {
    static std::uint32_t counter = 0;
    std::uint32_t number = 0;
    while (number == 0) number = CTGRAD_FETCH_ADD(counter, std::uint32_t{1}) + 1;
    return number;
  }
  static open_recording*& innermost() {
    static CTGRAD_THREAD_LOCAL open_recording* current = nullptr;
    return current;
  }

  std::uint32_t number_;
  open_recording* outer_;
};

[[noreturn]] CTGRAD_COLD inline void refuse_foreign_symbol() {
  raise("ctgrad-E50",
        "a function that is recorded uses a symbol of another recording: of one around it, of one "
        "that has ended, or of another thread. Pass it to the inner function as an argument and "
        "record both in one, or give the inner function numbers");
}

}  // namespace ctgrad::detail
