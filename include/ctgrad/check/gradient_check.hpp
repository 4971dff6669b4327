// The result of a check: every partial derivative with what is known of it, and a text for people.
#pragma once

#include <ctgrad/check/digits.hpp>
#include <ctgrad/detail/text.hpp>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <limits>
#include <ostream>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace ctgrad {

/// What became of one partial derivative; only `agrees` is good.
enum class verdict {
  agrees,
  kink,        ///< the function has a kink here, and ctgrad's number lies between the slopes
  undecided,   ///< the values around this point do not tell a slope: a jump, a pole, noise
  not_finite,  ///< the function is not finite here or right next to it
  differs
};

/// One partial derivative, as ctgrad computes it and as it was expected.
struct checked_partial {
  std::string name;                      ///< "x1", "x0[2].rate", the name of a variable
  double at = 0;                         ///< its value where the function was checked
  verdict outcome = verdict::undecided;  ///< what became of it
  double by_ctgrad = std::numeric_limits<double>::quiet_NaN();  ///< what was checked
  double expected = by_ctgrad;  ///< by differences or the complex step
  double error_estimate = 0,    ///< of what is expected
      allowed = 0;              ///< the difference that is allowed, a multiple of it
  double left = by_ctgrad,      ///< the slope on the left of a kink
      right = left;             ///< and on its right
  double bad_at = by_ctgrad;    ///< not_finite: where

  /// How far ctgrad's number is from the expected one.
  [[nodiscard]] double difference() const { return std::abs(by_ctgrad - expected); }
};

/// What check_gradient and check_op return. It is true if all partial derivatives agree; message()
/// says what was found, and so does printing it.
class gradient_check {
 public:
  /// From what was checked, by which method, and all outcomes.
  gradient_check(std::string subject_in, std::string_view method_in,
                 std::vector<checked_partial> all_)
      : partials(std::move(all_)), subject_(std::move(subject_in)), method_(method_in) {}

  std::vector<checked_partial> partials;  ///< one for every number that the function takes

  /// Everything agrees, and there was something to check.
  [[nodiscard]] bool ok() const { return !partials.empty() && worst().outcome == verdict::agrees; }
  /// The same as ok().
  explicit operator bool() const { return ok(); }

  /// The partial that is furthest from agreeing. There must be one.
  [[nodiscard]] const checked_partial& worst() const {
    return *std::max_element(partials.begin(), partials.end(), [](const auto& a_, const auto& b_) {
      return std::pair(a_.outcome, excess(a_)) < std::pair(b_.outcome, excess(b_));
    });
  }
  /// Its position among all numbers that the function takes.
  [[nodiscard]] std::size_t worst_index() const { return std::size_t(&worst() - partials.data()); }

  /// What was found, in one or a few lines.
  [[nodiscard]] std::string message() const {
    if (partials.empty()) return text("there is nothing to differentiate by");
    if (ok()) return agreement();
    return text(complaint(worst()), others());
  }

  /// Prints message().
  friend std::ostream& operator<<(std::ostream& out, const gradient_check& c) {
    return out << c.message();
  }

 private:
  template <class... Parts>
  std::string text(const Parts&... parts) const {
    return detail::text(subject_, ": ", parts...);
  }

  /// How often the allowed difference is exceeded; a NaN more than anything.
  static double excess(const checked_partial& p) {
    const double times = p.difference() / p.allowed;
    return std::isnan(times) && p.outcome == verdict::differs
               ? std::numeric_limits<double>::infinity()
           : std::isnan(times) ? 0
                               : times;
  }

  std::string agreement() const {
    const checked_partial& w = worst();
    return text(std::to_string(partials.size()),
                partials.size() == 1 ? " partial derivative agrees" : " partial derivatives agree",
                " with ", method_, " (worst: d/d", w.name, " is ", detail::digits(w.by_ctgrad, 10),
                ", difference ", detail::digits(w.difference(), 2), ", allowed ",
                detail::digits(w.allowed, 2), ")");
  }

  std::string complaint(const checked_partial& p) const {
    using detail::digits;
    const std::string slopes = detail::text("slope ", digits(p.left, 4), " on the left, ",
                                            digits(p.right, 4), " on the right");
    const std::string found =
        detail::text("d/d", p.name, " is ", digits(p.by_ctgrad, 10), " by ctgrad");
    switch (p.outcome) {
      case verdict::kink:
        return detail::text("the function has a kink", place(), " (", slopes, "; ", found,
                            "): nothing is wrong, and nothing is checked either");
      case verdict::undecided:
        return detail::text(found, place(), ", but ", method_,
                            " do not settle on a number (best: ", digits(p.expected, 4), " ± ",
                            digits(p.error_estimate, 2),
                            "): is there a jump, an infinite slope or much noise?");
      case verdict::not_finite:
        return detail::text(found, place(), ", but there is nothing to compare with: the function ",
                            "is not finite at ", p.name, " = ", digits(p.bad_at));
      default:
        if (std::isnan(p.expected))
          return detail::text(found, place(), ", outside the slopes of a kink (", slopes, ")");
        return detail::text(found, " but ", digits(p.expected, 10), " by ", method_,
                            " (difference ", digits(p.difference(), 2), ", allowed ",
                            digits(p.allowed, 2), ")", place());
    }
  }

  std::string place() const {
    std::string result;
    for (std::size_t i = 0; i < partials.size() && i < 6; ++i) {
      result += detail::text(i == 0 ? " at " : ", ", partials[i].name, " = ",
                             detail::digits(partials[i].at));
    }
    return partials.size() > 6 ? result + ", ..." : result;
  }

  std::string others() const {
    const auto bad = std::count_if(partials.begin(), partials.end(),
                                   [](const auto& p_) { return p_.outcome != verdict::agrees; });
    if (bad < 2) return {};
    return detail::text("; ", std::to_string(bad), " of ", std::to_string(partials.size()),
                        " partial derivatives do not agree");
  }

  std::string subject_;
  std::string_view method_;
};

}  // namespace ctgrad
