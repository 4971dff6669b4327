#include "files.hpp"

#include <cerrno>
#include <cstring>
#include <filesystem>
#include <iostream>
#include <iterator>
#include <string_view>
#include <system_error>

#include "failure.hpp"

namespace command {
namespace {

bool is_standard(const std::string& name) {
  return name.empty() || name == "-";
}

std::string reason() {
  return errno == 0 ? "" : std::string(": ") + std::strerror(errno);
}

[[noreturn]] void refuse(const std::string& what, const std::string& name) {
  throw failure(exit_code::wrong_file, what + " " + name + reason());
}

}  // namespace

std::string shown_name(const std::string& name) {
  return name == "-" ? "stdin" : name;
}

// -- reading -------------------------------------------------------------------------------------

input_file::input_file(const std::string& name) : name_(name) {
  if (is_standard(name)) return;
  std::error_code problem;
  if (std::filesystem::is_directory(name, problem)) {
    throw failure(exit_code::wrong_file, "cannot read " + name + ": it is a folder");
  }
  errno = 0;
  file_.open(name, std::ios::binary);
  if (!file_) refuse("cannot read", name);
  const auto bytes = std::filesystem::file_size(name, problem);
  if (!problem && std::filesystem::is_regular_file(name, problem)) size_ = bytes;
}

std::istream& input_file::stream() {
  return is_standard(name_) ? std::cin : file_;
}

void input_file::require_good() {
  if (stream().bad()) refuse("cannot read all of", shown_name(name_));
}

std::string text_of_file(const std::string& name) {
  input_file file(name);
  std::string text(std::istreambuf_iterator<char>(file.stream()), {});
  file.require_good();
  constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";
  if (text.starts_with(byte_order_mark)) text.erase(0, byte_order_mark.size());
  return text;
}

// -- writing -------------------------------------------------------------------------------------

output_file::output_file(const std::string& name) : name_(name) {
  if (is_standard(name)) return;
  errno = 0;
  file_.open(name, std::ios::binary | std::ios::trunc);
  if (!file_) refuse("cannot write", name);
}

std::ostream& output_file::stream() {
  return is_standard(name_) ? std::cout : file_;
}

void output_file::require_good() {
  if (!stream()) refuse("cannot write all of", is_standard(name_) ? "stdout" : name_);
}

void output_file::write(const std::string& text) {
  errno = 0;
  stream().write(text.data(), std::streamsize(text.size()));
  require_good();
}

void output_file::close() {
  errno = 0;
  stream().flush();
  require_good();
}

void require_different(const std::string& input, const std::string& output) {
  if (is_standard(input) || is_standard(output)) return;
  std::error_code problem;
  if (std::filesystem::equivalent(input, output, problem)) {
    throw failure(exit_code::wrong_file, "cannot write " + output + ": it is what is read");
  }
}

}  // namespace command
