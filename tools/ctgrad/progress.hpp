// How far a batch is, on stderr, where that is a terminal.
#pragma once

#include <ctgrad/nn/progress_bar.hpp>

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>

namespace command {

/// A bar with percentage and rate where the size of the input is known, otherwise the rows and
/// their rate.
class progress {
 public:
  progress(std::optional<std::uint64_t> bytes_in, bool quiet);

  void show(std::uint64_t bytes, std::uint64_t rows);
  /// Makes the line free for a message.
  void clear();

 private:
  using clock = std::chrono::steady_clock;
  [[nodiscard]] std::string rate(std::uint64_t rows) const;

  std::optional<std::uint64_t> bytes_;
  bool live_;
  ctgrad::nn::progress_bar bar_;
  clock::time_point start_ = clock::now(), next_{};
};

}  // namespace command
