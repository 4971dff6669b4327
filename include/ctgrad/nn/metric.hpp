// Metrics: how good predictions are, in numbers that people look at.
#pragma once

#include <ctgrad/nn/loss.hpp>
#include <ctgrad/tape/value.hpp>

#include <cstddef>
#include <ranges>

namespace ctgrad::nn {

/// The index of the largest element, of several equal ones the first: the class of the highest
/// score. NaN is never the largest. Error: [ctgrad-E34] for an empty range.
template <operands_range Range>
[[nodiscard]] constexpr std::size_t argmax(const Range& scores) {
  std::size_t best = 0, k = 0;
  auto top = std::begin(scores);
  for (auto at = top; at != std::end(scores); ++at, ++k) {
    if (*at > *top || (*top != *top && *at == *at)) {
      top = at;
      best = k;
    }
  }
  if (k == 0) detail::raise("ctgrad-E34", "the largest of no numbers");
  return best;
}

/// The share of predictions that are equal to their target, in [0, 1].
/// Error: [ctgrad-E34] if the ranges differ in length or are empty.
template <std::ranges::sized_range P, std::ranges::sized_range T>
[[nodiscard]] constexpr double accuracy(const P& predictions, const T& targets) {
  detail::require_same_size(std::size(predictions), std::size(targets));
  if (std::size(targets) == 0) detail::raise("ctgrad-E34", "the accuracy of no predictions");
  auto target = std::begin(targets);
  std::size_t right = 0;
  for (const auto& p : predictions) right += p == *target++ ? 1 : 0;
  return static_cast<double>(right) / static_cast<double>(std::size(targets));
}

/// The mean of what is added, e.g. of the losses of an epoch; 0 before anything is.
///
///   running_mean loss;
///   for (const sample& s : samples) loss.add(loss_of(s).data());
///   std::cout << loss.value();
class running_mean {
 public:
  /// A weight is the number of things that x is the mean of.
  constexpr void add(double x, double weight = 1) {
    weight_ += weight;
    if (weight != 0) mean_ += (x - mean_) * (weight / weight_);
  }
  /// The mean of what was added.
  [[nodiscard]] constexpr double value() const { return mean_; }

 private:
  double mean_ = 0, weight_ = 0;
};

/// The mean of loss_of(sample) over a range of samples; nothing is recorded.
/// Error: [ctgrad-E34] for an empty range.
template <std::ranges::input_range Samples, class Loss>
[[nodiscard]] double mean_loss(const Samples& samples, Loss loss_of) {
  const no_grad only_numbers;
  running_mean result;
  bool any = false;
  for (const auto& s : samples) {
    result.add(Value(loss_of(s)).data());
    any = true;
  }
  if (!any) detail::raise("ctgrad-E34", "the mean loss of no samples");
  return result.value();
}

}  // namespace ctgrad::nn
