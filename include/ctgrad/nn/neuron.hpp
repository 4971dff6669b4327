// neuron: a weighted sum of its inputs plus a bias, and an activation.
#pragma once

#include <ctgrad/nn/initial.hpp>
#include <ctgrad/tape/sum.hpp>

#include <cstddef>
#include <random>
#include <span>
#include <string>
#include <vector>

namespace ctgrad::nn {

/// One number from several: activate(w[0]*x[0] + ... + w[n-1]*x[n-1] + bias).
///
///   std::mt19937_64 engine(7);
///   ctgrad::nn::neuron n(2, ctgrad::nn::activation::tanh, engine);
///   Value y = n(std::vector<Value>{1.0, 2.0});
///
/// Weights are random, the bias starts at 0. Both are variables of the scope in which the neuron is
/// made. A neuron can be moved but not copied: a copied Value would share its gradient.
class neuron {
 public:
  /// One that stands alone, with weights by the automatic rule.
  neuron(std::size_t inputs_, activation how_in, std::mt19937_64& engine_)
      : neuron({inputs_, 1, how_in}, initial::automatic, engine_) {}
  /// One of several side by side, with weights drawn by a rule.
  neuron(const weight_place& at_, initial rule_, std::mt19937_64& engine_) : how_(at_.how) {
    for (std::size_t i = 0; i < at_.inputs; ++i) {
      parameters_.push_back(Value{initial_weight(rule_, at_, engine_)});
    }
    parameters_.push_back(Value{0.0});
  }
  /// May be moved, and parameters keep their addresses then.
  neuron(neuron&&) noexcept = default;
  /// May be moved, and parameters keep their addresses then.
  neuron& operator=(neuron&&) noexcept = default;

  /// Errors: E27 when the number of inputs is another one than the neuron was made for.
  [[nodiscard]] Value operator()(std::span<const Value> inputs) const {
    require_inputs(inputs.size());
    return activate(how_, dot(weights(), inputs) + parameters_.back());
  }

  /// The same with other parameters, the weights and, last, the bias, of any kind of numbers.
  /// Error: E27.
  template <class T>
  [[nodiscard]] T with(std::span<const T> parameters, std::span<const T> inputs) const {
    require_inputs(inputs.size());
    return activated(how_, dot(parameters.first(inputs.size()), inputs) + parameters.back());
  }

  /// Pointers to the weights and, last, the bias: inputs + 1 of them. They stay valid as long as
  /// the neuron lives, also when it is moved.
  [[nodiscard]] std::vector<Value*> parameters() {
    std::vector<Value*> result;
    for (Value& p : parameters_) result.push_back(&p);
    return result;
  }

  /// "neuron 2-1 tanh": two inputs.
  [[nodiscard]] std::string shape() const {
    return detail::text("neuron ", std::to_string(weights().size()), "-1 ", name_of(how_));
  }

 private:
  [[nodiscard]] std::span<const Value> weights() const {
    return std::span(parameters_).first(parameters_.size() - 1);
  }

  void require_inputs(std::size_t given) const {
    const std::size_t wanted = weights().size();
    if (given == wanted) return;
    detail::raise("ctgrad-E27",
                  detail::text("this neuron, layer or mlp takes ", std::to_string(wanted),
                               " inputs and is given ", std::to_string(given)));
  }

  std::vector<Value> parameters_;  // the weights, then the bias
  activation how_;
};

}  // namespace ctgrad::nn
