// Losses: how wrong a prediction is, 0 if it is right.
//
// They take numbers, Values, duals or symbols, so the same loss is computed, recorded and
// differentiated at compile time. Predictions are raw scores ("logits"), of which no exponential is
// taken that could overflow: a loss is finite wherever the mathematics is, and at infinite scores
// it is the limit, if there is one. The losses of two ranges are the mean over their elements.
#pragma once

#include <ctgrad/op/logistic.hpp>
#include <ctgrad/op/piecewise.hpp>
#include <ctgrad/op/reduction.hpp>

#include <bit>
#include <concepts>
#include <cstddef>
#include <limits>
#include <string>
#include <type_traits>

namespace ctgrad {
namespace detail {

constexpr void require_same_size(std::size_t predictions, std::size_t targets) {
  if (predictions == targets) return;
  raise("ctgrad-E34",
        text("a loss or metric is given ", std::to_string(predictions), " predictions and ",
             std::to_string(targets), " targets: there is one target for each prediction"));
}

constexpr std::size_t require_class(auto label, std::size_t classes) {
  const auto k = static_cast<std::size_t>(label);  // of a negative one: a very large number
  if (k < classes) return k;
  raise("ctgrad-E34", text("class ", std::to_string(label), " of ", std::to_string(classes),
                           " classes: they are counted from 0"));
}

/// A target in the scalar of the prediction, if both are plain numbers: a label may be an int.
template <class Prediction, class Target>
constexpr auto target_for(const Target& t) {
  if constexpr (number<Target>) {
    return static_cast<real_of<scalar_of<Prediction>>>(t);
  } else {
    return t;
  }
}

/// weight * x, and 0 for a weight of 0 if x is infinite: what never happens costs nothing.
constexpr auto weighted(const auto& weight, const auto& x) {
  using scalar = scalar_of<std::remove_cvref_t<decltype(x)>>;
  return ctgrad::where(weight == 0 && x == std::numeric_limits<scalar>::infinity(), 0, weight * x);
}

/// x with -infinity, the score of what is impossible, in place of element k.
template <operands_range Range>
constexpr auto without(const Range& x, std::size_t k) {
  auto result = mapped(x, [](const auto& v_) { return v_; });
  result[k] = -std::numeric_limits<scalar_of<element_of<Range>>>::infinity();
  return result;
}

}  // namespace detail

namespace nn {

/// (x[0] + ... + x[n-1])/n. Terms are scaled by a power of two, which is exact, so that no sum
/// overflows that the mean does not. Error: [ctgrad-E34] for an empty range.
template <operands_range Range>
constexpr element_of<Range> mean(const Range& x) {
  using scalar = scalar_of<element_of<Range>>;
  const std::size_t n = std::size(x);
  if (n == 0) detail::raise("ctgrad-E34", "the mean of no numbers");
  const scalar scale = scalar(1) / static_cast<scalar>(std::bit_ceil(n));
  auto scales = detail::like<scalar>(x);
  for (auto& s : scales) s = scale;
  return dot(x, scales) / (static_cast<scalar>(n) * scale);
}

}  // namespace nn

namespace detail {

/// The mean of loss(prediction, target) over two ranges.
template <operands_range P, operands_range T>
constexpr auto mean_of(auto loss, const P& predictions, const T& targets) {
  require_same_size(std::size(predictions), std::size(targets));
  auto target = std::begin(targets);
  using element = std::remove_cvref_t<decltype(loss(*std::begin(predictions), *target))>;
  auto losses = like<element>(predictions);
  auto next = losses.begin();
  for (const auto& p : predictions) *next++ = loss(p, *target++);
  return nn::mean(losses);
}

}  // namespace detail

namespace nn {

/// (prediction - target)^2.
template <operand P, operand T>
constexpr auto squared_error(const P& prediction, const T& target) {
  return ctgrad::square(prediction - detail::target_for<P>(target));
}
/// The mean of (prediction - target)^2, for regression.
///
///   mean_squared_error(net({0.5, -1.0}), std::array{1.0, 0.0})
///
/// Errors, of all losses of two ranges: [ctgrad-E34] if they differ in length or are empty.
template <operands_range P, operands_range T>
constexpr auto mean_squared_error(const P& predictions, const T& targets) {
  return detail::mean_of([](const auto& p_, const auto& t_) { return squared_error(p_, t_); },
                         predictions, targets);
}

/// max(0, 1 - label * score) for a label of 1 or -1: 0 for a score beyond 1 on the right side (the
/// hinge of support vector machines, Cortes and Vapnik 1995). At the kink the slope is 0.
template <operand S, operand L>
constexpr auto max_margin(const S& score, const L& label) {
  return ctgrad::relu(1 - detail::target_for<S>(label) * score);
}
template <operands_range S, operands_range L>
constexpr auto max_margin(const S& scores, const L& labels) {
  return detail::mean_of([](const auto& s_, const auto& l_) { return max_margin(s_, l_); }, scores,
                         labels);
}
/// The same for one of several classes, counted from 0: 0 if the score of the right class is above
/// all others by 1 or more (Crammer and Singer 2001). Error: [ctgrad-E34] if there is no such
/// class.
template <operands_range S, std::integral L>
constexpr auto max_margin(const S& scores, L label) {
  const std::size_t k = detail::require_class(label, std::size(scores));
  using element = element_of<S>;
  const auto rival = detail::folded(
      detail::without(scores, k), element(-std::numeric_limits<scalar_of<element>>::infinity()),
      [](const auto& m_, const auto& s_) { return element(ctgrad::max(m_, s_)); });
  return ctgrad::relu(1 + (rival - std::begin(scores)[static_cast<std::ptrdiff_t>(k)]));
}

/// -label log p - (1 - label) log(1 - p) with p = sigmoid(logit): for a label of 0 or 1, or for a
/// probability in between. Near 0 it keeps its digits, and so does its slope, p - label.
template <operand Z, operand L>
constexpr auto binary_cross_entropy(const Z& logit, const L& label) {
  const auto share = detail::target_for<Z>(label);
  return detail::weighted(share, ctgrad::softplus(-logit)) +
         detail::weighted(1 - share, ctgrad::softplus(logit));
}
template <operands_range Z, operands_range L>
constexpr auto binary_cross_entropy(const Z& logits, const L& labels) {
  return detail::mean_of(
      [](const auto& z_, const auto& l_) { return binary_cross_entropy(z_, l_); }, logits, labels);
}

/// -log softmax(logits)[label], the classes counted from 0. Near 0 it keeps its digits, and so do
/// its slopes, softmax(logits)[i], less 1 for the label. Error: [ctgrad-E34] if there is no such
/// class.
///
///   softmax_cross_entropy(net(image), 7)
///
/// With the logits of all other classes as one, their log_sum_exp, it is the loss of two classes.
template <operands_range Z, std::integral L>
constexpr element_of<Z> softmax_cross_entropy(const Z& logits, L label) {
  const std::size_t k = detail::require_class(label, std::size(logits));
  const auto others = log_sum_exp(detail::without(logits, k));
  return ctgrad::softplus(others - std::begin(logits)[static_cast<std::ptrdiff_t>(k)]);
}
/// The same for labels that are probabilities, one for each class: the sum of
/// -label[i] log softmax(logits)[i]. Error: [ctgrad-E34] if the ranges differ in length.
template <operands_range Z, operands_range L>
constexpr auto softmax_cross_entropy(const Z& logits, const L& labels) {
  detail::require_same_size(std::size(logits), std::size(labels));
  using scalar = scalar_of<element_of<Z>>;
  const scalar infinity = std::numeric_limits<scalar>::infinity();
  const auto top = detail::largest(logits, -infinity, [](const auto& z_) { return z_; });
  const auto below_top = detail::mapped(logits, [&](const auto& z_) {
    return ctgrad::where(z_ == top && abs(top) == infinity, 0, z_ - top);  // inf - inf is 0 here
  });
  const auto log_total = log_sum_exp(below_top);
  auto label = std::begin(labels);
  const auto next = [&](const auto& z_) {
    return detail::weighted(detail::target_for<element_of<Z>>(*label++), log_total - z_);
  };
  decltype(next(log_total)) result = 0;
  for (const auto& z : below_top) result = result + next(z);
  return result;
}

}  // namespace nn
}  // namespace ctgrad
