// adam: gradient descent with a step size of its own for every parameter.
#pragma once

#include <ctgrad/nn/parameters.hpp>

#include <cmath>
#include <cstddef>
#include <span>
#include <utility>
#include <vector>

namespace ctgrad::nn {

/// Settings of adam.
struct adam_settings {
  double rate = 0.001;    ///< >= 0: how long a step is, about
  double momentum = 0.9;  ///< in [0, 1): how much of the average gradient is kept in a step (beta1)
  double memory = 0.999;  ///< in [0, 1): the same for the average of its square (beta2)
  double epsilon = 1e-8;  ///< > 0: what a vanishing gradient is divided by
  double weight_decay = 0;  ///< a step takes rate * weight_decay of every parameter
};

/// Adam (Kingma and Ba 2015): a step is about as long as the rate, whatever the gradient's scale.
///
///   ctgrad::nn::adam optimizer(net.parameters(), {.rate = 0.01, .weight_decay = 1e-4});
///
/// Weight decay does not pass through the averages (AdamW, Loshchilov and Hutter 2019). Every
/// parameter must be a variable and outlive the optimizer. A step takes time linear in their number
/// and records nothing.
class adam : public parameters_and_rate {
 public:
  /// With the settings of the paper.
  explicit adam(std::vector<Value*> parameters_in)
      : adam(std::move(parameters_in), adam_settings{}) {}

  /// With a rate; everything else as in the paper.
  adam(std::vector<Value*> parameters_in, double rate_in)
      : adam(std::move(parameters_in), adam_settings{.rate = rate_in}) {}

  /// Error: [ctgrad-E35] for a setting out of range and for a parameter that is no variable.
  adam(std::vector<Value*> parameters_in, const adam_settings& settings_in)
      : parameters_and_rate(std::move(parameters_in), settings_in.rate, "adam"),
        averages_(parameters().size()),
        settings_(settings_in) {
    detail::require_setting(settings_.momentum >= 0 && settings_.momentum < 1,
                            "a momentum is in [0, 1)", settings_.momentum);
    detail::require_setting(settings_.memory >= 0 && settings_.memory < 1,
                            "the memory of adam is in [0, 1)", settings_.memory);
    detail::require_setting(settings_.epsilon > 0, "the epsilon of adam is > 0", settings_.epsilon);
    detail::require_setting(settings_.weight_decay >= 0, "a weight decay is >= 0",
                            settings_.weight_decay);
  }

  /// Moves every parameter against its gradient. Errors are those of Value::grad(), and leave all
  /// parameters as they were.
  void step() { step(gradients()); }

  /// The same with a gradient that has been computed elsewhere, by vmean(g) for example (batch/): a
  /// number for every parameter. Error: [ctgrad-E35] for another length.
  void step(std::span<const double> gradient) {
    require_length(gradient.size());
    momentum_left_ *= settings_.momentum;
    memory_left_ *= settings_.memory;
    for (std::size_t i = 0; i < gradient.size(); ++i)
      move(*parameters()[i], gradient[i], averages_[i]);
  }

 private:
  struct average {
    double gradient = 0, square = 0;
  };

  /// Averages start at 0 and are too small by what is left of that: they are divided by the rest.
  void move(Value& p, double g, average& mean) const {
    mean.gradient += (1 - settings_.momentum) * (g - mean.gradient);
    mean.square += (1 - settings_.memory) * (g * g - mean.square);
    const double slope = mean.gradient / (1 - momentum_left_);
    const double scale = std::sqrt(mean.square / (1 - memory_left_)) + settings_.epsilon;
    p.data() -= rate() * (slope / scale + settings_.weight_decay * p.data());
  }

  std::vector<average> averages_;
  adam_settings settings_;
  double momentum_left_ = 1, memory_left_ = 1;
};

}  // namespace ctgrad::nn
