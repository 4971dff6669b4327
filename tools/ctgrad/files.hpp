// Files by name, "-" for stdin and stdout; and the errors of both.
#pragma once

#include <cstdint>
#include <fstream>
#include <iosfwd>
#include <optional>
#include <string>

namespace command {

/// What messages call a file: "-" is stdin.
std::string shown_name(const std::string& name);

/// All of a file but for a byte-order mark in front. Error: a failure if it cannot be read.
std::string text_of_file(const std::string& name);

/// A file that is read from its beginning to its end.
class input_file {
 public:
  explicit input_file(const std::string& name);

  [[nodiscard]] std::istream& stream();
  /// In bytes; nothing where that is not known.
  [[nodiscard]] std::optional<std::uint64_t> size() const { return size_; }
  /// Throws if reading has ended before the end of the file.
  void require_good();

 private:
  std::string name_;
  std::ifstream file_;
  std::optional<std::uint64_t> size_;
};

/// A file that is written anew; stdout if it has no name.
class output_file {
 public:
  explicit output_file(const std::string& name);

  void write(const std::string& text);
  /// Throws if something has not been written.
  void close();

 private:
  [[nodiscard]] std::ostream& stream();
  void require_good();

  std::string name_;
  std::ofstream file_;
};

/// Error: a failure if both names are those of one file, which would be lost.
void require_different(const std::string& input, const std::string& output);

}  // namespace command
