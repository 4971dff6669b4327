// What the tests of nn share.
#pragma once

#include <ctgrad/nn/nn.hpp>

#include <algorithm>
#include <cmath>
#include <random>
#include <string>
#include <string_view>
#include <vector>

namespace cg = ctgrad;
using cg::Value;
using cg::nn::activation;

/// A predicate for BOOST_CHECK_EXCEPTION: the message ends with this tag in brackets.
inline auto tagged(std::string_view tag) {
  return [tag](const cg::error& e) {
    std::string_view what = e.what();
    if (!what.ends_with(']')) return false;
    what.remove_suffix(1);
    return what.ends_with(tag);
  };
}

/// What the error of an action says.
template <class Action>
std::string message_of(Action action) {
  try {
    action();
  } catch (const cg::error& e) {
    return e.what();
  }
  return "nothing was thrown";
}

inline std::vector<double> data_of(const std::vector<Value*>& values) {
  std::vector<double> result;
  for (const Value* v : values) result.push_back(v->data());
  return result;
}

/// The largest difference between the gradients of `loss` and central differences, over all
/// parameters, relative to the larger of 1 and the gradient. loss() returns a new Value every time.
template <class Loss>
double worst_gradient_error(const std::vector<Value*>& parameters, Loss loss) {
  for (const Value* p : parameters) p->zero_grad();
  loss().backward();
  double worst = 0;
  for (Value* p : parameters) {
    const double gradient = p->grad(), at = p->data(), h = 1e-5;
    p->data() = at + h;
    const double above = loss().data();
    p->data() = at - h;
    const double below = loss().data();
    p->data() = at;
    const double error = std::abs(gradient - (above - below) / (2 * h));
    worst = std::max(worst, error / std::max(1.0, std::abs(gradient)));
  }
  return worst;
}
