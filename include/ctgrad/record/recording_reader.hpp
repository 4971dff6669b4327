// Reads the lines of a recording, and refuses whatever is not as it was saved.
#pragma once

#include <ctgrad/op/registry.hpp>
#include <ctgrad/record/recording_writer.hpp>

#include <algorithm>
#include <bit>
#include <charconv>
#include <cstddef>
#include <istream>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

namespace ctgrad::detail {

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

}  // namespace ctgrad::detail
