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

}  // namespace ctgrad::nn
