// sgd: gradient descent.
#pragma once

#include <ctgrad/nn/parameters.hpp>

#include <cstddef>
#include <span>
#include <utility>
#include <vector>

namespace ctgrad::nn {

/// Settings of sgd.
struct sgd_settings {
  double rate = 0.1;        ///< >= 0: the length of a step by the gradient
  double momentum = 0;      ///< in [0, 1): 0.9 averages the gradient over about ten steps
  double weight_decay = 0;  ///< is multiplied with a parameter and added to its gradient
  bool nesterov = false;    ///< look ahead: the step is taken from where the momentum will lead
};

/// Gradient descent, with momentum if wanted:
///
///   ctgrad::nn::sgd optimizer(net.parameters(), 0.1);
///   for (int step = 0; step < 100; ++step) {
///     ctgrad::scope s;                 // releases what this step records
///     Value loss = ...;
///     optimizer.zero_grad();
///     loss.backward();
///     optimizer.step();
///   }
///
/// Every parameter must be a variable and outlive the optimizer. A step takes time linear in their
/// number and records nothing.
class sgd : public parameters_and_rate {
 public:
  /// step() is p -= rate * gradient for every parameter p.
  sgd(std::vector<Value*> parameters_in, double rate_in)
      : sgd(std::move(parameters_in), sgd_settings{.rate = rate_in}) {}

  /// step() is v = momentum * v + gradient; p -= rate * v, with v = 0 at first.
  sgd(std::vector<Value*> parameters_in, double rate_in, double momentum_in)
      : sgd(std::move(parameters_in), sgd_settings{.rate = rate_in, .momentum = momentum_in}) {}

  /// All of it: sgd(net.parameters(), {.rate = 0.1, .momentum = 0.9, .nesterov = true}). The
  /// gradient is that of the loss plus weight_decay * p; with nesterov (Sutskever et al. 2013) a
  /// step is p -= rate * (gradient + momentum * v). Error: [ctgrad-E35] for a setting out of range
  /// and for a parameter that is no variable.
  sgd(std::vector<Value*> parameters_in, const sgd_settings& settings_in)
      : parameters_and_rate(std::move(parameters_in), settings_in.rate, "sgd"),
        velocities_(parameters().size()),
        settings_(settings_in) {
    detail::require_setting(settings_.momentum >= 0 && settings_.momentum < 1,
                            "a momentum is in [0, 1)", settings_.momentum);
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
    for (std::size_t i = 0; i < gradient.size(); ++i) {
      double& p = parameters()[i]->data();
      const double g = gradient[i] + settings_.weight_decay * p;
      double& v = velocities_[i] = settings_.momentum * velocities_[i] + g;
      p -= rate() * (settings_.nesterov ? g + settings_.momentum * v : v);
    }
  }

 private:
  std::vector<double> velocities_;
  sgd_settings settings_;
};

}  // namespace ctgrad::nn
