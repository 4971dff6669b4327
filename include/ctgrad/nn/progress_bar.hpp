// progress_bar: how far a long computation is.
#pragma once

#include <chrono>
#include <cstddef>
#include <filesystem>
#include <iostream>
#include <string_view>
#include <system_error>

namespace ctgrad::nn {

/// Does what is written to this stream appear on a terminal? Only of std::cout, std::cerr and
/// std::clog can that be known, and only where they are files in /dev; otherwise the answer is no.
/// (<unistd.h>, which knows more, would fill the global namespace with names such as `close`.)
[[nodiscard]] inline bool on_terminal(const std::ostream& out) {
  const bool to_stderr = &out == &std::cerr || &out == &std::clog;
  if (!to_stderr && &out != &std::cout) return false;
  std::error_code none;
  return std::filesystem::is_character_file(to_stderr ? "/dev/stderr" : "/dev/stdout", none);
}

/// A bar that grows in one line of the terminal, with a text behind it:
///
///   progress_bar bar(steps);
///   for (std::size_t step = 0; step < steps; ++step) {
///     ...
///     bar.show(step + 1, "loss 0.25");
///   }
///
///   ████████████░░░░░░░░░░░░░░░░░░░░  loss 0.25
///
/// Nothing is written where the output is no terminal. It is drawn twenty times a second at most.
class progress_bar {
 public:
  /// Of so many steps; drawn if the stream is a terminal.
  explicit progress_bar(std::size_t steps_in, std::ostream& out_in = std::cerr)
      : progress_bar(steps_in, out_in, on_terminal(out_in)) {}
  /// Drawn or not as you say.
  progress_bar(std::size_t steps_in, std::ostream& out_in, bool live_in)
      : steps_(steps_in), out_(out_in), live_(live_in) {}
  ~progress_bar() {
    if (drawn_) out_ << '\n';
  }
  progress_bar(const progress_bar&) = delete;
  progress_bar& operator=(const progress_bar&) = delete;

  /// Is it drawn?
  [[nodiscard]] bool is_live() const noexcept { return live_; }

  /// So many steps are done.
  void show(std::size_t step, std::string_view text = {}) {
    if (!live_ || (drawn_ && step < steps_ && clock::now() < next_)) return;
    out_ << '\r';
    for (std::size_t i = 0; i < width; ++i) out_ << (i * steps_ < step * width ? "█" : "░");
    out_ << "  " << text << "\x1b[K" << std::flush;  // and clears what stood behind it
    drawn_ = true;
    next_ = clock::now() + std::chrono::milliseconds(50);
  }

  /// Makes the line free for something else; the next show() draws the bar below it.
  void clear() {
    if (drawn_) out_ << "\r\x1b[K" << std::flush;
    drawn_ = false;
  }

 private:
  using clock = std::chrono::steady_clock;
  static constexpr std::size_t width = 32;

  std::size_t steps_;
  std::ostream& out_;
  bool live_;
  bool drawn_ = false;
  clock::time_point next_{};
};

}  // namespace ctgrad::nn
