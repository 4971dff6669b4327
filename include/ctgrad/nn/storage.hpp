// Parameters on paper: save and load.
//
// The format is text, the same on every computer. Every line but the last is covered by the
// checksum in the last (FNV-1a of 64 bits over the lines, each with one '\n'):
//
//   ctgrad parameters 1          the version of the format
//   shape mlp 2-4-1 tanh linear  what they are parameters of
//   count 17
//   bfd999999999999a -0.4        a number: the bits of a double, and its decimals for you to read
//   ...
//   end 5d3c6e1f0a9b8877
#pragma once

#include <ctgrad/detail/error.hpp>
#include <ctgrad/nn/module.hpp>

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
#include <vector>

namespace ctgrad::detail {

inline constexpr std::string_view parameters_head = "ctgrad parameters ";
inline constexpr std::string_view parameters_version = "1";

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

/// Reads parameters line by line; refuses whatever is not as it was saved.
class parameter_reader {
 public:
  explicit parameter_reader(std::istream& in_) : in_stream_(in_) {}

  std::vector<double> read(std::string_view shape, std::size_t count) {
    require_version();
    require("shape ", shape, "they are parameters of another shape");
    require("count ", std::to_string(count), "they are another number of parameters");
    std::vector<double> numbers;
    while (numbers.size() < count) numbers.push_back(number());
    require_end();
    return numbers;
  }

 private:
  std::string line() {
    std::string result;
    ++line_;
    if (!std::getline(in_stream_, result)) refuse("they end too early: the file is cut off");
    if (in_stream_.eof()) refuse("the last line is cut off");
    if (result.ends_with('\r')) result.pop_back();
    return result;
  }

  void require_version() {
    const std::string first = line();
    if (!first.starts_with(parameters_head)) {
      refuse("it should say 'ctgrad parameters': these are no parameters saved by ctgrad");
    }
    const auto version = std::string_view(first).substr(parameters_head.size());
    if (version != parameters_version) {
      refuse(text("they are of version ", version, " of the format and this ctgrad reads version ",
                  parameters_version));
    }
    sum_.add(first);
  }

  void require(std::string_view key, std::string_view wanted, std::string_view problem) {
    const std::string given = line();
    if (!given.starts_with(key)) refuse(text("it should begin with '", key, "'"));
    const auto found = std::string_view(given).substr(key.size());
    if (found != wanted) refuse(text(problem, ": '", found, "' instead of '", wanted, "'"));
    sum_.add(given);
  }

  double number() {
    const std::string given = line();
    const auto bits = from_hexadecimal(std::string_view(given).substr(0, given.find(' ')));
    if (!bits) refuse(text("'", std::string_view(given).substr(0, 40), "' is no parameter"));
    sum_.add(given);
    return std::bit_cast<double>(*bits);
  }

  void require_end() {
    if (line() != text("end ", hexadecimal(sum_.value()))) {
      refuse("the checksum is another one: a line has been changed");
    }
  }

  [[noreturn]] void refuse(std::string_view problem) const {
    raise("ctgrad-E37", text("parameters are not loaded and nothing is changed. Line ",
                             std::to_string(line_), ": ", problem));
  }

  std::istream& in_stream_;
  checksum sum_;
  std::size_t line_ = 0;
};

/// Why the system has refused something, if it tells.
inline std::string reason(const std::error_code& problem) {
  return problem ? text(": ", problem.message()) : std::string();
}

/// Says whether that went well.
[[nodiscard]] inline bool write_parameters(std::ostream& out, std::string_view shape,
                                           const std::vector<Value*>& parameters) {
  checksum sum;
  const auto write = [&](const std::string& line_) {
    out << line_ << '\n';
    sum.add(line_);
  };
  write(text(parameters_head, parameters_version));
  write(text("shape ", shape));
  write(text("count ", std::to_string(parameters.size())));
  for (const Value* p : parameters) write(written(p->data()));
  out << "end " << hexadecimal(sum.value()) << '\n' << std::flush;
  return static_cast<bool>(out);
}

/// One line: a shape of several could not be read back.
template <nn::module M>
std::string line_of_shape(const M& m) {
  std::string shape = nn::shape_of(m);
  if (shape.find_first_of("\r\n") != shape.npos) {
    raise("ctgrad-E36", "parameters are not saved: the shape() of their module is several lines");
  }
  return shape;
}

/// Where a file is written in the end: a link stays one. Nothing but a file is replaced.
inline std::filesystem::path place_of_file(const std::filesystem::path& path) {
  std::error_code none;
  if (!std::filesystem::exists(path, none)) return path;
  if (std::filesystem::is_regular_file(path, none)) return std::filesystem::canonical(path, none);
  raise("ctgrad-E36", text("parameters cannot be written to ", path.string(), ": it is no file"));
}

inline void set_data(const std::vector<Value*>& parameters, const std::vector<double>& numbers) {
  for (std::size_t i = 0; i < numbers.size(); ++i) parameters[i]->data() = numbers[i];
}

}  // namespace ctgrad::detail

namespace ctgrad::nn {

/// Writes the parameters of a module, every bit of them. Error: [ctgrad-E36] if that fails.
///
///   save("digits.txt", net);
///   load("digits.txt", same_net_later);
template <module M>
void save(std::ostream& out, M& module_) {
  if (!detail::write_parameters(out, detail::line_of_shape(module_), module_.parameters())) {
    detail::raise("ctgrad-E36", "parameters cannot be written to this stream: it has failed");
  }
}

/// Gives a module of the same shape the parameters that were saved. Lines behind them stay in the
/// stream. Error: [ctgrad-E37], and nothing is changed, if they are cut off, damaged, in a format
/// of another version or those of a module of another shape.
template <module M>
void load(std::istream& in, M& module_) {
  const auto parameters = module_.parameters();
  detail::set_data(parameters,
                   detail::parameter_reader(in).read(shape_of(module_), parameters.size()));
}

/// The same with a file. It is written beside the old one, which it then replaces: if that fails,
/// [ctgrad-E36], the old one is still there.
template <module M>
void save(const std::filesystem::path& path, M& module_) {
  const std::string shape = detail::line_of_shape(module_);  // may throw: before there is a file
  const auto parameters = module_.parameters();
  const auto place = detail::place_of_file(path);
  const auto beside = std::filesystem::path(place).concat(".part");
  errno = 0;
  std::ofstream file(beside, std::ios::binary);
  const bool good = detail::write_parameters(file, shape, parameters);
  file.close();
  std::error_code problem(errno, std::generic_category()), none;
  if (good && file) std::filesystem::rename(beside, place, problem);  // which sets it, or clears it
  if (good && file && !problem) return;
  std::filesystem::remove(beside, none);
  detail::raise("ctgrad-E36", detail::text("parameters cannot be written to ", path.string(),
                                           detail::reason(problem)));
}

/// Errors: [ctgrad-E36] if the file cannot be opened, [ctgrad-E37] for its content; there is
/// nothing behind the parameters in a file.
template <module M>
void load(const std::filesystem::path& path, M& module_) {
  errno = 0;
  std::ifstream file(path, std::ios::binary);
  const std::error_code problem(errno, std::generic_category());
  if (!file || std::filesystem::is_directory(path)) {
    detail::raise("ctgrad-E36", detail::text("parameters cannot be read from ", path.string(),
                                             file ? ": it is a folder" : detail::reason(problem)));
  }
  const auto parameters = module_.parameters();
  const auto numbers = detail::parameter_reader(file).read(shape_of(module_), parameters.size());
  if (file.peek() != std::ifstream::traits_type::eof()) {
    detail::raise("ctgrad-E37",
                  detail::text("parameters are not loaded and nothing is changed: ",
                               "there is more in ", path.string(), " than was saved"));
  }
  detail::set_data(parameters, numbers);
}

}  // namespace ctgrad::nn
