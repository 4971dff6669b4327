// early_stopping: the end of a training that no longer gets better.
#pragma once

#include <ctgrad/nn/schedule.hpp>
#include <ctgrad/tape/value.hpp>

#include <cstddef>
#include <limits>
#include <utility>
#include <vector>

namespace ctgrad::nn {

/// Watches a number that should fall, the loss of samples that are not learned from, say, and keeps
/// the parameters for which it was lowest:
///
///   early_stopping best(net.parameters(), 10);
///   while (!best.should_stop(loss_of_held_out_samples())) train_one_epoch();
///   best.restore();
///
/// NaN is never better. Until a number is seen, the best parameters are those at the start.
class early_stopping {
 public:
  /// Stops at the `patience`-th number in a row that is not below the lowest one by more than
  /// `least`; 0 is no less patient than 1. Error: [ctgrad-E35] unless `least` is a number >= 0.
  early_stopping(std::vector<Value*> parameters_in, std::size_t patience_in, double least_in = 0)
      : parameters_(std::move(parameters_in)), patience_(patience_in), least_(least_in) {
    detail::require_setting(least_ >= 0, "the least improvement is >= 0", least_);
    keep();
  }

  /// Takes the next watched number; is patience at its end?
  [[nodiscard]] bool should_stop(double watched) {
    improved_ = watched < lowest_ - (seen_any_ ? least_ : 0);
    since_best_ = improved_ ? 0 : since_best_ + 1;
    if (improved_) {
      lowest_ = watched;
      seen_any_ = true;
      keep();
    }
    return !improved_ && since_best_ >= patience_;
  }

  /// Was the number seen last the lowest?
  [[nodiscard]] bool improved() const noexcept { return improved_; }
  /// The lowest number; infinity before the first.
  [[nodiscard]] double lowest() const noexcept { return lowest_; }

  /// Gives the parameters the numbers that they had when the watched number was lowest.
  void restore() const {
    for (std::size_t i = 0; i < parameters_.size(); ++i) parameters_[i]->data() = best_[i];
  }

 private:
  void keep() {
    best_.clear();
    for (const Value* p : parameters_) best_.push_back(p->data());
  }

  std::vector<Value*> parameters_;
  std::vector<double> best_;
  std::size_t patience_;
  double least_;
  double lowest_ = std::numeric_limits<double>::infinity();
  std::size_t since_best_ = 0;
  bool improved_ = false, seen_any_ = false;
};

}  // namespace ctgrad::nn
