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
#include <ctgrad/detail/stored.hpp>
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

/// Reads parameters line by line; refuses whatever is not as it was saved.
class parameter_reader {
 public:
  explicit parameter_reader(std::istream& in_) : lines_(in_) {}

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
    ++line_;
    const auto next = lines_.next();
    if (const auto problem = lines_.problem(); !problem.empty()) refuse(problem);
    return next;
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

  line_reader lines_;
  checksum sum_;
  std::size_t line_ = 0;
};

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
  detail::replace_file(path, {"ctgrad-E36", "parameters"}, [&](std::ostream& file_) {
    return detail::write_parameters(file_, shape, parameters);
  });
}

/// Errors: [ctgrad-E36] if the file cannot be opened, [ctgrad-E37] for its content; there is
/// nothing behind the parameters in a file.
template <module M>
void load(const std::filesystem::path& path, M& module_) {
  auto file = detail::open_file(path, {"ctgrad-E36", "parameters"});
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
