// Lines of a stream of any length, in constant memory.
#pragma once

#include <cstddef>
#include <cstdint>
#include <istream>
#include <string_view>
#include <vector>

namespace command {

class line_reader {
 public:
  /// Longer lines are passed over.
  static constexpr std::size_t longest = std::size_t{1} << 20;

  explicit line_reader(std::istream& in_in);

  /// Goes to the next line; false at the end. A byte-order mark in front of the first is dropped.
  bool next();

  /// Without its end, "\n" or "\r\n"; valid until next(). Empty if the line is too long.
  [[nodiscard]] std::string_view text() const { return text_; }
  [[nodiscard]] bool too_long() const { return too_long_; }
  /// Counted from 1.
  [[nodiscard]] std::uint64_t number() const { return number_; }
  /// How many bytes have been read up to the end of this line.
  [[nodiscard]] std::uint64_t bytes() const { return passed_ + first_; }

 private:
  bool more();
  void take(std::size_t end, std::size_t after);

  std::istream& in_;
  std::vector<char> buffer_;
  std::size_t first_ = 0, last_ = 0;  // what has been read and is no line yet
  std::uint64_t passed_ = 0, number_ = 0;
  std::string_view text_;
  bool too_long_ = false;
};

}  // namespace command
