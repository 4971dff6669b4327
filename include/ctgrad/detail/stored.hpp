// What stands in files: lines of text with a checksum, numbers with every bit, and how a file is
// replaced so that there is always a whole one.
#pragma once

#include <ctgrad/detail/error.hpp>

#include <bit>
#include <cerrno>
#include <charconv>
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <fstream>
#include <istream>
#include <optional>
#include <ostream>
#include <string>
#include <string_view>
#include <system_error>

namespace ctgrad::detail {

/// The sum over the lines that have been written or read so far.
class checksum {
 public:
  void add(std::string_view line) {
    for (const char c : line) add(c);
    add('\n');
  }
  [[nodiscard]] std::uint64_t value() const { return value_; }

 private:
  void add(char c) { value_ = (value_ ^ static_cast<unsigned char>(c)) * 0x100000001b3U; }
  std::uint64_t value_ = 0xcbf29ce484222325U;
};

/// 16 hexadecimal digits.
inline std::string hexadecimal(std::uint64_t bits) {
  std::string result(16, '0');
  for (std::size_t i = 16; i-- > 0; bits >>= 4U) result[i] = "0123456789abcdef"[bits & 15U];
  return result;
}
inline std::optional<std::uint64_t> from_hexadecimal(std::string_view digits) {
  std::uint64_t bits = 0;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), bits, 16);
  const bool good = error == std::errc() && end == digits.data() + digits.size();
  return good && digits.size() == 16 ? std::optional(bits) : std::nullopt;
}

/// The bits of a number and the shortest decimals that mean it.
inline std::string written(double x) {
  char decimals[32];
  const auto [end, error] = std::to_chars(decimals, decimals + sizeof decimals, x);
  return text(hexadecimal(std::bit_cast<std::uint64_t>(x)), " ",
              std::string_view(decimals, static_cast<std::size_t>(end - decimals)));
}

/// Reads whole lines; '\r' in front of '\n' is no part of them.
class line_reader {
 public:
  explicit line_reader(std::istream& in_) : in_stream_(in_) {}

  /// The next line; problem() says whether there was one.
  std::string next() {
    std::string result;
    problem_ = {};
    if (!std::getline(in_stream_, result)) {
      problem_ = "they end too early: the file is cut off";
    } else if (in_stream_.eof()) {
      problem_ = "the last line is cut off";
    }
    if (result.ends_with('\r')) result.pop_back();
    return result;
  }
  [[nodiscard]] std::string_view problem() const { return problem_; }

 private:
  std::istream& in_stream_;
  std::string_view problem_;
};

/// What is stored, and the tag of the errors of files that cannot be opened or written.
struct stored_thing {
  std::string_view tag, name;
};

/// Why the system has refused something, if it tells.
inline std::string reason(const std::error_code& problem) {
  return problem ? text(": ", problem.message()) : std::string();
}

/// Where a file is written in the end: a link stays one. Nothing but a file is replaced.
inline std::filesystem::path place_of_file(const std::filesystem::path& path,
                                           const stored_thing& what) {
  std::error_code none;
  if (!std::filesystem::exists(path, none)) return path;
  if (std::filesystem::is_regular_file(path, none)) return std::filesystem::canonical(path, none);
  raise(what.tag, text(what.name, " cannot be written to ", path.string(), ": it is no file"));
}

/// Writes a file beside the old one, which it then replaces: if that fails, an error, the old one
/// is still there. write(stream) says whether it went well.
inline void replace_file(const std::filesystem::path& path, const stored_thing& what,
                         auto&& write) {
  const auto place = place_of_file(path, what);
  const auto beside = std::filesystem::path(place).concat(".part");
  errno = 0;
  std::ofstream file(beside, std::ios::binary);
  const bool good = write(file);
  file.close();
  std::error_code problem(errno, std::generic_category()), none;
  if (good && file) std::filesystem::rename(beside, place, problem);  // which sets it, or clears it
  if (good && file && !problem) return;
  std::filesystem::remove(beside, none);
  raise(what.tag, text(what.name, " cannot be written to ", path.string(), reason(problem)));
}

/// A file to read from, or an error that says why not.
inline std::ifstream open_file(const std::filesystem::path& path, const stored_thing& what) {
  errno = 0;
  std::ifstream file(path, std::ios::binary);
  const std::error_code problem(errno, std::generic_category());
  if (!file || std::filesystem::is_directory(path)) {
    raise(what.tag, text(what.name, " cannot be read from ", path.string(),
                         file ? ": it is a folder" : reason(problem)));
  }
  return file;
}

}  // namespace ctgrad::detail
