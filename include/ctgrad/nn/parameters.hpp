// What all optimizers do with their parameters.
#pragma once

#include <ctgrad/detail/error.hpp>
#include <ctgrad/detail/text.hpp>
#include <ctgrad/nn/schedule.hpp>
#include <ctgrad/tape/value.hpp>

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace ctgrad::nn {

/// Base of an optimizer: its parameters, variables that outlive it, and its rate.
class parameters_and_rate {
 public:
  /// Those it was made with.
  [[nodiscard]] const std::vector<Value*>& parameters() const noexcept { return parameters_; }

  /// The rate of the next step.
  [[nodiscard]] double rate() const noexcept { return rate_; }
  /// For rates that change while training. Error: [ctgrad-E35] unless it is a number >= 0.
  void set_rate(double rate) {
    detail::require_setting(rate >= 0, "a rate is >= 0", rate);
    rate_ = rate;
  }

  /// Sets the gradients of all parameters to 0: gradients add up over calls of backward().
  void zero_grad() const {
    for (const Value* p : parameters_) p->zero_grad();
  }

 protected:
  /// Errors: [ctgrad-E35] for a null pointer or a passive constant among the parameters, in the
  /// name of the optimizer, and for a rate that is not >= 0.
  parameters_and_rate(std::vector<Value*> parameters_in, double rate_in,
                      std::string_view name_in = "an optimizer")
      : parameters_(std::move(parameters_in)), gradients_(parameters_.size()) {
    for (std::size_t i = 0; i < parameters_.size(); ++i) require_variable(i, name_in);
    set_rate(rate_in);
  }

  /// A gradient that has been computed elsewhere. Error: [ctgrad-E35] for another length.
  void require_length(std::size_t given) const {
    if (given == parameters_.size()) return;
    detail::raise("ctgrad-E35",
                  detail::text("an optimizer of ", std::to_string(parameters_.size()),
                               " parameters is given a gradient of ", std::to_string(given),
                               " numbers: one for each, in the order of parameters()"));
  }

  /// The gradients now. All are read before anything is changed, so that an error changes nothing.
  const std::vector<double>& gradients() {
    for (std::size_t i = 0; i < parameters_.size(); ++i) gradients_[i] = parameters_[i]->grad();
    return gradients_;
  }

 private:
  void require_variable(std::size_t i, std::string_view name) const {
    const Value* const p = parameters_[i];
    if (p != nullptr && !p->is_passive()) return;
    detail::raise("ctgrad-E35",
                  detail::text("parameter ", std::to_string(i), " (counted from 0) of ", name,
                               p == nullptr ? " is a null pointer: pass the address of a variable"
                                            : " is a passive constant, which has no gradient: "
                                              "braces around one number make a variable, "
                                              "Value x{2.0}, unless under a no_grad"));
  }

  std::vector<Value*> parameters_;
  std::vector<double> gradients_;
  double rate_ = 0;
};

}  // namespace ctgrad::nn
