// sgd: gradient descent.
#pragma once

#include <ctgrad/tape/value.hpp>

#include <cstddef>
#include <utility>
#include <vector>

namespace ctgrad::nn {

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
class sgd {
 public:
  /// step() is p -= rate * gradient for every parameter p.
  sgd(std::vector<Value*> parameters_in, double rate) : sgd(std::move(parameters_in), rate, 0.0) {}

  /// step() is v = momentum * v + gradient; p -= rate * v, with v = 0 at first. A momentum of 0.9
  /// averages the gradient over about ten steps.
  sgd(std::vector<Value*> parameters_in, double rate, double momentum_in)
      : parameters_(std::move(parameters_in)),
        velocities_(parameters_.size()),
        rate_(rate),
        momentum_(momentum_in) {}

  [[nodiscard]] double rate() const noexcept { return rate_; }
  /// For rates that change while training.
  void set_rate(double rate) noexcept { rate_ = rate; }

  /// Moves every parameter against its gradient.
  void step() {
    for (std::size_t i = 0; i < parameters_.size(); ++i) {
      velocities_[i] = momentum_ * velocities_[i] + parameters_[i]->grad();
      parameters_[i]->data() -= rate_ * velocities_[i];
    }
  }

  /// Sets the gradients of all parameters to 0: gradients add up over calls of backward().
  void zero_grad() {
    for (const Value* p : parameters_) p->zero_grad();
  }

 private:
  std::vector<Value*> parameters_;
  std::vector<double> velocities_;
  double rate_;
  double momentum_;
};

}  // namespace ctgrad::nn
