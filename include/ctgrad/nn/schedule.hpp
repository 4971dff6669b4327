// schedule: the rate of learning over time.
//
// Time starts at 0 and counts whatever you pass: steps in a loop of your own, epochs (with
// fractions) in train(). A schedule is a function, so a lambda does as well:
//
//   schedule halves = [](double time) { return 0.1 / (1 + time); };
#pragma once

#include <ctgrad/check/digits.hpp>
#include <ctgrad/detail/error.hpp>
#include <ctgrad/detail/text.hpp>

#include <algorithm>
#include <cmath>
#include <functional>
#include <numbers>
#include <string>
#include <string_view>
#include <utility>

namespace ctgrad {
namespace detail {

/// Throws unless the setting is good.
inline void require_setting(bool good, std::string_view what) {
  if (!good) raise("ctgrad-E35", text("a setting of a training is out of range: ", what));
}
/// The same for a number, which the message shows; NaN never is good.
inline void require_setting(bool good, std::string_view what, double given) {
  if (!good) require_setting(good, text(what, ", not ", digits(given)));
}

}  // namespace detail

namespace nn {

/// The rate at a time. Errors of all that make one: [ctgrad-E35] unless rates are numbers >= 0 and
/// times > 0.
using schedule = std::function<double(double)>;

/// The same rate at all times.
[[nodiscard]] inline schedule constant_rate(double rate) {
  detail::require_setting(rate >= 0, "a rate is >= 0", rate);
  return [rate](double /*time*/) { return rate; };
}

/// The rate, multiplied with the factor whenever this much time has gone by.
[[nodiscard]] inline schedule step_decay(double rate, double factor, double every) {
  detail::require_setting(rate >= 0, "a rate is >= 0", rate);
  detail::require_setting(factor >= 0, "the factor of a rate is >= 0", factor);
  detail::require_setting(every > 0, "the time between two steps of a rate is > 0", every);
  return [=](double time_) { return rate * std::pow(factor, std::floor(time_ / every)); };
}

/// The rate, multiplied with the factor in every unit of time.
[[nodiscard]] inline schedule exponential_decay(double rate, double factor) {
  detail::require_setting(rate >= 0, "a rate is >= 0", rate);
  detail::require_setting(factor >= 0, "the factor of a rate is >= 0", factor);
  return [=](double time_) { return rate * std::pow(factor, time_); };
}

/// Half a cosine from the first rate down to the last one, where it stays (Loshchilov and Hutter
/// 2017).
[[nodiscard]] inline schedule cosine_decay(double rate, double duration, double last = 0) {
  detail::require_setting(rate >= 0, "a rate is >= 0", rate);
  detail::require_setting(last >= 0, "the last rate of a decay is >= 0", last);
  detail::require_setting(duration > 0, "the duration of a decay is > 0", duration);
  return [=](double time_) {
    const double share = std::min(time_ / duration, 1.0);
    return last + (rate - last) * (1 + std::cos(std::numbers::pi * share)) / 2;
  };
}

/// A straight line from 0 up to where `next` starts, and then `next`, whose time starts there. The
/// very first step has a rate of 0 unless its time is later than 0.
[[nodiscard]] inline schedule warm_up(double duration, schedule next) {
  detail::require_setting(duration > 0, "the duration of a warm-up is > 0", duration);
  detail::require_setting(static_cast<bool>(next), "a warm-up leads to another schedule");
  return [duration, next = std::move(next)](double time_) {
    return time_ < duration ? next(0) * time_ / duration : next(time_ - duration);
  };
}

}  // namespace nn
}  // namespace ctgrad
