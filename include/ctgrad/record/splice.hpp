// A recording that is called in a function that is being recorded: its program becomes a part of
// the other one.
#pragma once

#include <ctgrad/program/interpret.hpp>
#include <ctgrad/record/guarded_number.hpp>

#include <cstddef>
#include <type_traits>
#include <vector>

namespace ctgrad::detail {

/// What a recording of T computes on for arguments that hold numbers of these types: T, or what a
/// function is recorded with.
template <class T, class... Numbers>
using number_of_replay = std::conditional_t<
    (std::is_same_v<Numbers, guarded_number<T>> || ...), guarded_number<T>,
    std::conditional_t<(std::is_same_v<Numbers, basic_symbol<T>> || ...), basic_symbol<T>, T>>;

/// The builder that these belong to; null if all are constants. Error: [ctgrad-E50].
template <class T>
builder<T>* common_home(const std::vector<basic_symbol<T>>& all) {
  basic_symbol<T> known;
  for (const auto& x : all) {
    require_one_home(known, x);
    if (known.home() == nullptr) known = x;
  }
  return known.home();
}

/// The outputs of a program for these inputs. Linear.
template <class T>
std::vector<basic_symbol<T>> spliced(const program<T>& p,
                                     const std::vector<basic_symbol<T>>& inputs) {
  builder<T>* const home = common_home(inputs);
  std::vector<basic_symbol<T>> outputs;
  if (home == nullptr) {
    std::vector<T> x, y(p.outputs.size()), results;
    for (const auto& input : inputs) x.push_back(input.literal());
    interpret(p, x, y, results);
    return {y.begin(), y.end()};
  }
  std::vector<slot> places(p.code.size());
  for (std::size_t i = 0; i < p.code.size(); ++i) {
    auto step = p.code[i];
    if (step.what == role::input) places[i] = inputs[i].at(*home);
    if (step.what == role::literal) places[i] = home->literal(step.literal);
    if (step.what != role::call) continue;
    for_each_operand(step, [&](slot& x_) { x_ = places[x_]; });
    places[i] = home->call(*step.op, step.operands);
  }
  for (const slot out : p.outputs) outputs.push_back({*home, places[out]});
  return outputs;
}

/// The results of a recording r for numbers of functions that are recorded without guards. Error:
/// [ctgrad-E52] if r has some.
template <class T>
std::vector<basic_symbol<T>> called_on(const auto& r, const std::vector<basic_symbol<T>>& x) {
  if (r.guards() > 0 && common_home(x) != nullptr) {
    raise("ctgrad-E52",
          "a recording with guards is called in a function that is recorded without: "
          "record<guarded>(f, x...) takes them over");
  }
  return spliced(r.code(), x);
}

/// The same with guards: those of r become guards of the function. Error: [ctgrad-E52] if one
/// comes out otherwise at the point of the recording.
template <class T>
std::vector<guarded_number<T>> called_on(const auto& r, const std::vector<guarded_number<T>>& x) {
  std::vector<basic_symbol<T>> inputs;
  std::vector<T> point, values(r.code().outputs.size() - r.guards());
  for (const auto& number : x) {
    inputs.push_back(number.symbol());
    point.push_back(number.value());
  }
  r.evaluate(point, values);
  const auto outputs = spliced(r.code(), inputs);
  std::vector<guarded_number<T>> results;
  for (std::size_t i = 0; i < values.size(); ++i) results.push_back({outputs[i], values[i]});
  for (std::size_t i = 0; i < r.guards(); ++i) {
    decided(outputs[values.size() + i], static_cast<T>(r.outcomes()[i]));
  }
  return results;
}

}  // namespace ctgrad::detail
