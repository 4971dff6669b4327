// module: whatever has parameters to train, save and load.
#pragma once

#include <ctgrad/tape/value.hpp>

#include <concepts>
#include <string>
#include <vector>

namespace ctgrad::nn {

/// A neuron, a layer, an mlp, or a class of your own with a member function parameters().
template <class M>
concept module = requires(M& m) {
  { m.parameters() } -> std::same_as<std::vector<Value*>>;
};

/// What a module is made like, in one line: its shape() if it has one. Parameters are for modules
/// of the same shape only.
template <module M>
[[nodiscard]] std::string shape_of(const M& m) {
  if constexpr (requires { std::string(m.shape()); }) return std::string(m.shape());
  return "any";
}

/// The parameters of a module as plain numbers, in the order of parameters(): what a recording of
/// it is called with.
template <module M>
[[nodiscard]] std::vector<double> values_of(M& m) {
  std::vector<double> values;
  for (const Value* const p : m.parameters()) values.push_back(p->data());
  return values;
}

}  // namespace ctgrad::nn
