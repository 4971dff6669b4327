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

#include <ctgrad/record/recording_reader.hpp>
#include <ctgrad/record/recording_writer.hpp>

#include <cstddef>
#include <filesystem>
#include <istream>
#include <ostream>
#include <tuple>
#include <type_traits>
#include <utility>
#include <vector>

namespace ctgrad {
namespace detail {

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
