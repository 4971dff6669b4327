// What a replay is told whose comparisons come out otherwise than those that were recorded.
#pragma once

#include <ctgrad/program/mathematics.hpp>
#include <ctgrad/record/arguments.hpp>

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace ctgrad::detail {

/// The names of the inputs in what is printed: x0, or x1[2] for a number of an argument that holds
/// several. Whole numbers have none.
template <class Arguments>
std::vector<std::string> names_of_inputs(const Arguments& arguments) {
  std::vector<std::string> all;
  std::size_t argument = 0;
  const auto append = [&](const auto& x_) {
    using X_ = std::remove_cvref_t<decltype(x_)>;
    const std::string name_ = text("x", std::to_string(argument++));
    if constexpr (operand<X_> && becomes_constant<X_>) {
      all.push_back(name_);
    } else if constexpr (becomes_constant<X_>) {
      const std::size_t count_ = count_numbers(x_);
      for (std::size_t k_ = 0; k_ < count_; ++k_) {
        all.push_back(text(name_, "[", std::to_string(k_), "]"));
      }
    }
  };
  std::apply([&](const auto&... x_) { (append(x_), ...); }, arguments);
  return all;
}

/// One output as mathematics, if that can be read; empty if it is too long.
template <class T>
std::string printed_output(const program<T>& p, std::size_t output,
                           const std::vector<std::string>& inputs) {
  const auto alone = remove_dead(program<T>{p.code, {p.outputs[output]}, p.inputs});
  if (operations(alone) > 100) return {};
  const std::string all = mathematics<T>(alone, {inputs.begin(), inputs.end()}).output(0);
  return all.size() > 400 ? std::string() : all;
}

template <class T, class Arguments>
[[noreturn]] CTGRAD_COLD void refuse_guard(const program<T>& p, std::size_t guards,
                                           std::size_t guard, bool recorded,
                                           const Arguments& arguments) {
  const std::string printed =
      printed_output(p, p.outputs.size() - guards + guard, names_of_inputs(arguments));
  raise("ctgrad-E52",
        text("with these arguments the recorded function takes another way: comparison ",
             std::to_string(guard + 1), " of ", std::to_string(guards),
             printed.empty() ? "" : text(", ", printed, ","),
             recorded ? " was true when it was "
                        "recorded and is false now"
                      : " was false when it was recorded and is true now",
             ". Record it again with these arguments, or write where(condition, a, b), which "
             "holds both ways"));
}

}  // namespace ctgrad::detail
