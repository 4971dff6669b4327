// optimizer: something that moves parameters against their gradients. sgd and adam are two.
#pragma once

#include <ctgrad/nn/adam.hpp>
#include <ctgrad/nn/sgd.hpp>

#include <concepts>
#include <vector>

namespace ctgrad::nn {

/// What train() asks of an optimizer; your own may have it too.
template <class O>
concept optimizer = requires(O& o, const O& same, double rate) {
  { same.parameters() } -> std::convertible_to<const std::vector<Value*>&>;
  { same.rate() } -> std::convertible_to<double>;
  o.set_rate(rate);
  o.zero_grad();
  o.step();
};

}  // namespace ctgrad::nn
