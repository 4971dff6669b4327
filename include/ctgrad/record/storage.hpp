// Recordings in files: save and load.
//
//   ctgrad::save("price.txt", r);
//   const auto r = ctgrad::load<double, std::vector<double>>("price.txt");   // result, arguments
//
// The format is text, the same on every computer; numbers keep every bit. Every line but the last
// is covered by the checksum in the last (FNV-1a of 64 bits over the lines, each with one '\n'):
//
//   ctgrad recording 1                the version of the format
//   scalar double                     what it is computed in
//   result number                     see stored_structure.hpp
//   lengths                           of the result, if it has any
//   argument vector<number>           and the same for every argument,
//   lengths 2
//   3ff0000000000000 1                with its numbers: the bits of a double, and its decimals
//   4000000000000000 2
//   inputs 2
//   literal 4008000000000000 3        the instructions behind the inputs; this one is the third
//   call multiply 0 2
//   output 3                          the outputs: those of the result, then those of the guards
//   guard 4 1                         with their outcomes
//   end 5d3c6e1f0a9b8877
#pragma once

#include <ctgrad/detail/stored.hpp>
#include <ctgrad/op/registry.hpp>
#include <ctgrad/record/recording.hpp>
#include <ctgrad/record/stored_structure.hpp>

#include <charconv>
#include <cstddef>
#include <filesystem>
#include <istream>
#include <ostream>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

namespace ctgrad {
namespace detail {

inline constexpr std::string_view recording_head = "ctgrad recording ";
inline constexpr std::string_view recording_version = "1";
inline constexpr stored_thing recording_thing{"ctgrad-E54", "a recording"};

template <class T>
consteval std::string_view scalar_name() {
  static_assert(std::is_same_v<T, float> || std::is_same_v<T, double>,
                "[ctgrad-E54] recordings of float and double can be saved and loaded: a long "
                "double is not the same on every computer");
  return std::is_same_v<T, float> ? "float" : "double";
}

// -- writing -------------------------------------------------------------------------------------

/// Writes lines and sums them up.
class recording_writer {
 public:
  explicit recording_writer(std::ostream& out_) : out_stream_(out_) {}

  template <class... Parts>
  void line(const Parts&... parts) {
    const std::string all = text(parts...);
    out_stream_ << all << '\n';
    sum_.add(all);
  }

  template <class X>
  void structure_of(std::string_view what, const X& x) {
    line(what, " ", stored_structure<X>::name());
    std::vector<std::size_t> lengths;
    stored_structure<X>::lengths(x, lengths);
    std::string all = "lengths";
    for (const std::size_t n : lengths) all += text(" ", std::to_string(n));
    line(all);
  }

  template <class X>
  void numbers_of(const X& x) {
    layout<X>::visit(x, [&](const auto& x_) {
      if constexpr (std::is_integral_v<std::remove_cvref_t<decltype(x_)>>) {
        line(std::to_string(x_));
      } else {
        line(written(static_cast<double>(x_)));
      }
    });
  }

  template <class T>
  void instruction_of(const instruction<T>& step) {
    if (step.what == role::literal) line("literal ", written(static_cast<double>(step.literal)));
    if (step.what != role::call) return;
    std::string all = text("call ", step.op->name);
    for_each_operand(step, [&](slot x_) { all += text(" ", std::to_string(x_)); });
    line(all);
  }

  /// Says whether all went well.
  [[nodiscard]] bool end() {
    out_stream_ << "end " << hexadecimal(sum_.value()) << '\n' << std::flush;
    return static_cast<bool>(out_stream_);
  }

 private:
  std::ostream& out_stream_;
  checksum sum_;
};

template <class Result, class... Args>
[[nodiscard]] bool write_recording(std::ostream& out, const recording<Result, Args...>& r) {
  recording_writer writer(out);
  writer.line(recording_head, recording_version);
  writer.line("scalar ", scalar_name<typename recording<Result, Args...>::scalar>());
  writer.structure_of("result", r.result());
  std::apply(
      [&](const auto&... x_) {
        ((writer.structure_of("argument", x_), writer.numbers_of(x_)), ...);
      },
      r.arguments());
  const auto& code = r.code();
  writer.line("inputs ", std::to_string(code.inputs));
  for (const auto& step : code.code) writer.instruction_of(step);
  const std::size_t results = code.outputs.size() - r.guards();
  for (std::size_t i = 0; i < code.outputs.size(); ++i) {
    const std::string at = std::to_string(code.outputs[i]);
    if (i < results) writer.line("output ", at);
    if (i >= results) writer.line("guard ", at, r.outcomes()[i - results] != 0 ? " 1" : " 0");
  }
  return writer.end();
}

// -- reading -------------------------------------------------------------------------------------

/// The ops that a file may name; the first one of a name counts.
template <class T>
class known_ops {
 public:
  template <class... Ops>
  void add(op_list<Ops...> ops) {
    for_each_op(ops, [&]<class Op>() { all_.push_back(&info_of<Op, T>); });
  }
  const op_info<T>* find(std::string_view name) const {
    for (const auto* op : all_) {
      if (op->name == name) return op;
    }
    return nullptr;
  }

 private:
  std::vector<const op_info<T>*> all_;
};

/// The lines of a recording, read as far as the checksum, which is right; and taken one by one.
class recording_reader {
 public:
  explicit recording_reader(std::istream& in_) {
    line_reader lines(in_);
    checksum sum;
    for (;;) {
      std::string line = lines.next();
      if (!lines.problem().empty()) refuse(lines.problem());
      if (lines_.empty()) require_version(line);
      if (line.starts_with("end ")) {
        if (line == text("end ", hexadecimal(sum.value()))) break;
        refuse("the checksum is another one: a line has been changed");
      }
      sum.add(line);
      lines_.push_back(std::move(line));
    }
    ++next_;  // the version
  }

  /// Has the next line this key? The rest of it is taken with value().
  [[nodiscard]] bool at(std::string_view key) const {
    return next_ < lines_.size() && lines_[next_].starts_with(key) &&
           (lines_[next_].size() == key.size() || lines_[next_][key.size()] == ' ');
  }
  /// What stands behind the key of the next line.
  std::string_view value(std::string_view key) {
    if (!at(key)) refuse(text("it should begin with '", key, "'"));
    const std::string_view line = take();
    return line.substr(std::min(key.size() + 1, line.size()));
  }
  void require(std::string_view key, std::string_view wanted, std::string_view problem) {
    const auto found = value(key);
    if (found != wanted) refuse(text(problem, ": '", found, "' instead of '", wanted, "'"));
  }

  template <class X>
  X structure_of(std::string_view what) {
    require(what, stored_structure<X>::name(), "it is a recording of another type");
    stored_lengths lengths{words_of<std::size_t>(value("lengths")), lines_.size()};
    X x{};
    stored_structure<X>::resize(x, lengths);
    if (!lengths.complete()) refuse("these are no lengths of such an object");
    return x;
  }
  template <class X>
  void numbers_of(X& x) {
    layout<X>::visit(x, [&](auto& x_) {
      using number_ = std::remove_cvref_t<decltype(x_)>;
      if constexpr (std::is_same_v<number_, bool>) {
        x_ = word<unsigned>(take()) != 0;
      } else if constexpr (std::is_integral_v<number_>) {
        x_ = word<number_>(take());
      } else {
        x_ = static_cast<number_>(floating(take()));
      }
    });
  }

  template <class T>
  instruction<T> instruction_of(const known_ops<T>& ops) {
    if (at("literal")) {
      return {.what = role::literal, .literal = static_cast<T>(floating(value("literal")))};
    }
    const auto call = value("call");
    const auto name = call.substr(0, call.find(' '));
    instruction<T> step{.what = role::call, .op = ops.find(name)};
    if (step.op == nullptr) {
      refuse(text("the op '", name,
                  "' is not known here: name the ones that are not the library's "
                  "own in load<...>(file, ctgrad::op_list<...>{})"));
    }
    const auto operands = words_of<slot>(call.substr(name.size()));
    if (operands.size() != static_cast<std::size_t>(step.op->arity)) {
      refuse("the op has another number of operands");
    }
    std::copy(operands.begin(), operands.end(), step.operands.begin());
    return step;
  }

  template <class N>
  N word(std::string_view digits) {
    N number{};
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), number);
    if (error != std::errc() || end != digits.data() + digits.size()) {
      refuse(text("'", digits.substr(0, 40), "' is no whole number of this type"));
    }
    return number;
  }
  template <class N>
  std::vector<N> words_of(std::string_view line) {
    std::vector<N> all;
    while (!line.empty()) {
      const auto length = std::min(line.find(' '), line.size());
      if (length > 0) all.push_back(word<N>(line.substr(0, length)));
      line.remove_prefix(std::min(length + 1, line.size()));
    }
    return all;
  }

  [[nodiscard]] bool is_at_end() const { return next_ == lines_.size(); }

  [[noreturn]] void refuse(std::string_view problem) const {
    const std::size_t number = next_ == 0 ? lines_.size() + 1 : next_;
    raise("ctgrad-E53",
          text("no recording is loaded. Line ", std::to_string(number), ": ", problem));
  }

 private:
  void require_version(std::string_view first) const {
    if (!first.starts_with(recording_head)) {
      refuse("it should say 'ctgrad recording': this is no recording saved by ctgrad");
    }
    const auto version = first.substr(recording_head.size());
    if (version == recording_version) return;
    refuse(text("it is of version ", version, " of the format and this ctgrad reads version ",
                recording_version));
  }

  const std::string& take() {
    if (is_at_end()) refuse("it ends too early");
    return lines_[next_++];
  }
  double floating(std::string_view line) const {
    const auto bits = from_hexadecimal(line.substr(0, line.find(' ')));
    if (!bits) refuse(text("'", line.substr(0, 40), "' is no number"));
    return std::bit_cast<double>(*bits);
  }

  std::vector<std::string> lines_;
  std::size_t next_ = 0;
};

/// What load makes of the types that it is given: a result and arguments, or a recording.
template <class Result, class... Args>
struct loaded {
  using type = recording<Result, Args...>;
};
template <class Result, class... Args>
struct loaded<recording<Result, Args...>> {
  using type = recording<Result, Args...>;
};
template <class Recording>
struct loaded<const Recording> : loaded<Recording> {};

template <class Recording>
struct recording_loader;
template <class Result, class... Args>
struct recording_loader<recording<Result, Args...>> {
  using T = typename recording<Result, Args...>::scalar;

  static recording<Result, Args...> load(recording_reader reader, const known_ops<T>& ops) {
    reader.require("scalar", scalar_name<T>(), "it is a recording of other numbers");
    auto result = reader.structure_of<Result>("result");
    std::tuple<Args...> arguments{argument<Args>(reader)...};
    std::vector<char> outcomes;
    const auto numbers = [](const auto& x_) {
      return becomes_constant<std::remove_cvref_t<decltype(x_)>> ? count_numbers(x_) : 0;
    };
    const std::size_t inputs = std::apply(
        [&](const auto&... x_) { return (std::size_t{0} + ... + numbers(x_)); }, arguments);
    reader.require("inputs", std::to_string(inputs), "the program has another number of inputs");
    auto code = program_of(reader, inputs, ops, outcomes);
    const bool fits =
        validate(code).empty() && code.outputs.size() == count_numbers(result) + outcomes.size();
    if (!fits) reader.refuse("the program does not belong to these arguments and results");
    if (!reader.is_at_end()) reader.refuse("there is more than belongs to a recording");
    return {std::move(code), std::move(arguments), std::move(result), std::move(outcomes)};
  }

 private:
  template <class X>
  static X argument(recording_reader& reader) {
    auto x = reader.structure_of<X>("argument");
    reader.numbers_of(x);
    return x;
  }

  static program<T> program_of(recording_reader& reader, std::size_t inputs,
                               const known_ops<T>& ops, std::vector<char>& outcomes) {
    program<T> p;
    p.inputs = inputs;
    for (slot i = 0; i < inputs; ++i) p.code.push_back({.what = role::input, .operands = {i}});
    while (reader.at("literal") || reader.at("call")) {
      p.code.push_back(reader.instruction_of(ops));
    }
    while (reader.at("output"))
      p.outputs.push_back(reader.template word<slot>(reader.value("output")));
    while (reader.at("guard")) {
      const auto words = reader.template words_of<slot>(reader.value("guard"));
      if (words.size() != 2) reader.refuse("a guard is an output and its outcome");
      p.outputs.push_back(words[0]);
      outcomes.push_back(words[1] != 0 ? 1 : 0);
    }
    return p;
  }
};

template <class Recording, class... Ops>
Recording read_recording(std::istream& in, op_list<Ops...> more) {
  known_ops<typename Recording::scalar> ops;
  ops.add(more);
  ops.add(all_ops{});
  return recording_loader<Recording>::load(recording_reader(in), ops);
}

}  // namespace detail

/// Writes a recording, every bit of it. Linear. Error: [ctgrad-E54] if that fails.
template <class Result, class... Args>
void save(std::ostream& out, const recording<Result, Args...>& r) {
  if (detail::write_recording(out, r)) return;
  detail::raise("ctgrad-E54", "a recording cannot be written to this stream: it has failed");
}

/// The same to a file. It is written beside the old one, which it then replaces: if that fails,
/// [ctgrad-E54], the old one is still there.
template <class Result, class... Args>
void save(const std::filesystem::path& path, const recording<Result, Args...>& r) {
  detail::replace_file(path, detail::recording_thing,
                       [&](std::ostream& file_) { return detail::write_recording(file_, r); });
}

/// The recording that was saved: load<Result, Args...>(in) with the types of its result and its
/// arguments, or load<decltype(r)>(in). It has the same bits and can be differentiated again. Ops
/// that are not in all_ops are named behind the stream: load<double, double>(in,
/// ctgrad::op_list<cube_op>{}), special_ops{} for those of op/special.hpp. Lines behind it stay in
/// the stream. Errors: [ctgrad-E53], with the line, if it is cut off, damaged, of another version,
/// of other types, or names an op that is not known.
template <class Result, class... Args, class... Ops>
auto load(std::istream& in, op_list<Ops...> ops = {}) {
  return detail::read_recording<typename detail::loaded<Result, Args...>::type>(in, ops);
}

/// The same from a file, in which nothing stands behind it. Errors: [ctgrad-E54] if it cannot be
/// opened, E53 for its content.
template <class Result, class... Args, class... Ops>
auto load(const std::filesystem::path& path, op_list<Ops...> ops = {}) {
  auto file = detail::open_file(path, detail::recording_thing);
  auto r = detail::read_recording<typename detail::loaded<Result, Args...>::type>(file, ops);
  if (file.peek() != std::ifstream::traits_type::eof()) {
    detail::raise("ctgrad-E53", detail::text("no recording is loaded: there is more in ",
                                             path.string(), " than was saved"));
  }
  return r;
}

}  // namespace ctgrad
