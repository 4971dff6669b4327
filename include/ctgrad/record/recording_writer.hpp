// Writes recordings line by line, in the format of storage.hpp.
#pragma once

#include <ctgrad/detail/stored.hpp>
#include <ctgrad/record/recording.hpp>
#include <ctgrad/record/stored_structure.hpp>

#include <cstddef>
#include <ostream>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

namespace ctgrad::detail {

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

}  // namespace ctgrad::detail
