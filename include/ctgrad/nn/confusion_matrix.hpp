// confusion_matrix: which classes are taken for which.
#pragma once

#include <ctgrad/nn/loss.hpp>

#include <concepts>
#include <cstddef>
#include <vector>

namespace ctgrad::nn {

/// Counts of predictions, by the actual class and the predicted one, counted from 0:
///
///   confusion_matrix seen(10);
///   for (const auto& [image, digit] : test) seen.add(digit, argmax(net(image)));
///   seen.count(8, 1);    // how often an 8 was taken for a 1
///   seen.accuracy();
///   seen.f1(8);
///
/// Shares of nothing (the precision of a class that is never predicted) are 0. Errors: [ctgrad-E34]
/// for a class that there is not.
class confusion_matrix {
 public:
  /// Of so many classes, nothing counted yet.
  explicit confusion_matrix(std::size_t classes_in)
      : classes_(classes_in), counts_(classes_in * classes_in) {}

  /// Counts one prediction.
  void add(std::integral auto actual, std::integral auto predicted) {
    ++counts_[place(actual, predicted)];
  }

  /// How many classes there are.
  [[nodiscard]] std::size_t classes() const noexcept { return classes_; }
  /// How often one class was taken for another.
  [[nodiscard]] std::size_t count(std::integral auto actual, std::integral auto predicted) const {
    return counts_[place(actual, predicted)];
  }

  /// How many predictions there are in all.
  [[nodiscard]] std::size_t total() const {
    std::size_t sum = 0;
    for (const std::size_t n : counts_) sum += n;
    return sum;
  }
  /// How many are of class k.
  [[nodiscard]] std::size_t actual(std::size_t k) const {
    std::size_t sum = 0;
    for (std::size_t j = 0; j < classes_; ++j) sum += count(k, j);
    return sum;
  }
  /// How many are predicted as class k.
  [[nodiscard]] std::size_t predicted(std::size_t k) const {
    std::size_t sum = 0;
    for (std::size_t i = 0; i < classes_; ++i) sum += count(i, k);
    return sum;
  }

  /// The share of predictions that are right.
  [[nodiscard]] double accuracy() const {
    std::size_t right = 0;
    for (std::size_t k = 0; k < classes_; ++k) right += count(k, k);
    return share(right, total());
  }
  /// Of those predicted as a class, the share that is of it.
  [[nodiscard]] double precision(std::size_t k) const { return share(count(k, k), predicted(k)); }
  /// Of those of a class, the share that is predicted as it.
  [[nodiscard]] double recall(std::size_t k) const { return share(count(k, k), actual(k)); }
  /// The harmonic mean of precision and recall.
  [[nodiscard]] double f1(std::size_t k) const {
    return share(2 * count(k, k), actual(k) + predicted(k));
  }
  /// The mean of f1 over all classes, each with the same weight.
  [[nodiscard]] double macro_f1() const {
    double sum = 0;
    for (std::size_t k = 0; k < classes_; ++k) sum += f1(k);
    return classes_ == 0 ? 0 : sum / static_cast<double>(classes_);
  }

 private:
  [[nodiscard]] std::size_t place(auto actual, auto predicted) const {
    return detail::require_class(actual, classes_) * classes_ +
           detail::require_class(predicted, classes_);
  }
  static double share(std::size_t part, std::size_t whole) {
    return whole == 0 ? 0 : static_cast<double>(part) / static_cast<double>(whole);
  }

  std::size_t classes_;
  std::vector<std::size_t> counts_;
};

}  // namespace ctgrad::nn
