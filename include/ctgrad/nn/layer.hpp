// layer: neurons side by side, all with the same inputs.
#pragma once

#include <ctgrad/nn/neuron.hpp>

#include <cstddef>
#include <random>
#include <span>
#include <string>
#include <vector>

namespace ctgrad::nn {

/// A fully connected layer: `inputs` numbers in, `outputs` numbers out.
///
///   ctgrad::nn::layer l(3, 4, ctgrad::nn::activation::relu, engine);
///   std::vector<Value> y = l(std::vector<Value>{1.0, 2.0, 3.0});   // 4 Values
class layer {
 public:
  /// With weights drawn by a rule.
  layer(std::size_t inputs_, std::size_t outputs_, activation how_, std::mt19937_64& engine_,
        initial rule_ = initial::automatic)
      : made_({inputs_, outputs_, how_}) {
    neurons_.reserve(outputs_);
    for (std::size_t i = 0; i < outputs_; ++i) neurons_.emplace_back(made_, rule_, engine_);
  }
  /// May be moved, and parameters keep their addresses then.
  layer(layer&&) noexcept = default;
  /// May be moved, and parameters keep their addresses then.
  layer& operator=(layer&&) noexcept = default;

  /// Errors: E27 when the number of inputs is another one than the layer was made for.
  [[nodiscard]] std::vector<Value> operator()(std::span<const Value> inputs) const {
    std::vector<Value> outputs;
    outputs.reserve(neurons_.size());
    for (const neuron& n : neurons_) outputs.push_back(n(inputs));
    return outputs;
  }

  /// The same with other parameters, of any kind of numbers, in the order of parameters().
  template <class T>
  [[nodiscard]] std::vector<T> with(std::span<const T> parameters,
                                    std::span<const T> inputs) const {
    const std::size_t each = made_.inputs + 1;
    std::vector<T> outputs;
    for (std::size_t i = 0; i < neurons_.size(); ++i) {
      outputs.push_back(neurons_[i].with(parameters.subspan(i * each, each), inputs));
    }
    return outputs;
  }
  /// How many parameters it has.
  [[nodiscard]] std::size_t size() const { return made_.outputs * (made_.inputs + 1); }

  /// Pointers to all parameters, neuron by neuron: outputs * (inputs + 1) of them. They stay valid
  /// as long as the layer lives, also when it is moved.
  [[nodiscard]] std::vector<Value*> parameters() {
    std::vector<Value*> result;
    for (neuron& n : neurons_) {
      const auto those = n.parameters();
      result.insert(result.end(), those.begin(), those.end());
    }
    return result;
  }

  /// "layer 3-4 relu": three inputs, four neurons.
  [[nodiscard]] std::string shape() const {
    return detail::text("layer ", std::to_string(made_.inputs), "-", std::to_string(made_.outputs),
                        " ", name_of(made_.how));
  }

 private:
  weight_place made_;
  std::vector<neuron> neurons_;
};

}  // namespace ctgrad::nn
