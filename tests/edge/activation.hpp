// What is stated about the activation functions of neural networks; relu stands in piecewise.hpp,
// sigmoid and softplus in logistic.hpp, tanh in hyperbolic.hpp.
#pragma once

#include <ctgrad/op/activation.hpp>
#include <ctgrad/op/registry.hpp>

#include <numbers>

#include "entry.hpp"

namespace edge {

struct silu : function<"silu", 1> {
  static constexpr auto value(const auto& x) { return ctgrad::silu(x); }
};
struct gelu : function<"gelu", 1> {
  static constexpr auto value(const auto& x) { return ctgrad::gelu(x); }
};

using activation = ctgrad::op_list<ops::leaky_relu, ops::elu, silu, gelu>;

template <>
struct entry<ops::leaky_relu> : stated<ops::leaky_relu> {
  static constexpr about text{.value = "x for x > 0, else a x",
                              .derivatives = {"by x: 1 for x > 0, else a", "by a: min(x, 0)"},
                              .domain = "all x, a",
                              .note = "a is 0.01 unless given. At 0 the slope is a."};
  static constexpr double bound[]{0, 0};
  static points at() { return pairs(both_signs(ratios(1e-30, 1e300, 40)), {0.01, 0.2, 1, -0.5}); }
  static constexpr row edges[]{
      {{0, 0.01}, 0, {0.01, 0}},
      {{-0.0, 0.01}, -0.0, {0.01, 0}},
      {{2, 0.01}, 2, {1, 0}},
      {{-2, 0.01}, -0.02, {0.01, -2}},
      {{tiniest, 0.5}, tiniest, {1, 0}},
      {{inf, 0.01}, inf, {1, 0}},
      {{-inf, 0.01}, -inf, {0.01, -inf}},
      {{nan_, 0.01}, nan_, {0.01, nan_}},
  };
};

template <>
struct entry<ops::elu> : stated<ops::elu> {
  static constexpr about text{
      .value = "x for x > 0, else a (exp(x) - 1)",
      .derivatives = {"by x: 1 for x > 0, else a exp(x)", "by a: expm1(min(x, 0))"},
      .domain = "all x, a",
      .note = "a is 1 unless given. At 0 the slope is a, which is 1 from both sides for a = 1."};
  static constexpr double bound[]{1, 0.6};
  static points at() {
    return pairs(join({both_signs(ratios(1e-10, 700, 40)), steps(-5, 5, 30)}), {1, 0.3, 1.7});
  }
  static auto value(const auto& x, const auto& a) { return x > 0 ? x : a * expm1(x); }
  static constexpr row edges[]{
      {{0, 1}, 0, {1, 0}},
      {{-0.0, 1}, -0.0, {1, 0}},
      {{0, 2}, 0, {2, 0}},
      {{3, 2}, 3, {1, 0}},
      {{-1, 1}, -0.63212055882855767, {0.36787944117144233, -0.63212055882855767}},
      {{-2, 0.5}, -0.43233235838169365, {0.067667641618306351, -0.8646647167633873}},
      {{-tiniest, 1}, -tiniest, {1, -tiniest}},
      {{-40, 1}, -1, {4.2483542552915889e-18, -1}},
      {{-750, 1}, -1, {0, -1}},
      {{inf, 1}, inf, {1, 0}},
      {{-inf, 2}, -2, {0, -1}},
      {{-1, -0.5}, 0.31606027941427883, {-0.18393972058572117, -0.63212055882855767}},
      {{nan_, 1}, nan_, {nan_, nan_}},
  };
};

template <>
struct entry<silu> : stated<silu> {
  static constexpr about text{
      .value = "x sigmoid(x)",
      .derivatives = {"s + x s (1 - s) with s = sigmoid(x)"},
      .domain = "all x",
      .note = "Also called swish. The slope has a zero at -1.278. At -inf: 0 · inf, NaN.",
      .relative_to = "s and x s (1 - s)"};
  static constexpr unsigned value_steps = 3;
  static constexpr double bound[]{2.2};
  static points at() {
    return each(join({both_signs(ratios(1e-10, 1, 50)), steps(-40, 40, 201), steps(-700, 700, 60),
                      around(-1.2784645427610738, ratios(1e-15, 1e-3, 12))}));
  }
  static auto value(const auto& x) { return x / (1 + exp(-x)); }
  static double terms(std::size_t, const point& x) {
    const double e = std::exp(-std::abs(x[0])), s = x[0] < 0 ? e / (1 + e) : 1 / (1 + e);
    return s + std::abs(x[0]) * e / ((1 + e) * (1 + e));
  }
  static constexpr row edges[]{
      {{0}, 0, {0.5}},
      {{-0.0}, -0.0, {0.5}},
      {{tiniest}, tiniest, {0.5}},
      {{1}, 0.7310585786300049, {0.92767051187148675}},
      {{-1}, -0.2689414213699951, {0.072329488128513267}},
      {{-1.2784645427610739}, -0.2784645427610738, {-2.4520079389357081e-17}},
      {{20}, 19.999999958776929, {1.0000000391619186}},
      {{-20}, -4.1223072363804073e-08, {-3.9161918660646786e-08}},
      {{-700}, -6.9017735806318399e-302, {-6.8919139040880794e-302}},
      {{800}, 800, {1}},
      {{-800}, -0.0, {0}},
      {{inf}, inf, {nan_}},
      {{-inf}, nan_, {nan_}},
      {{nan_}, nan_, {nan_}},
  };
};

template <>
struct entry<gelu> : stated<gelu> {
  static constexpr about text{
      .value = "x Φ(x)",
      .derivatives = {"Φ(x) + x φ(x)"},
      .domain = "all x",
      .note =
          "Exact, not the approximation by tanh. The slope has a zero at -0.752, and far left "
          "it is a small difference. At -inf: 0 · inf, NaN.",
      .relative_to = "Φ(x), x φ(x), and x² Φ(x) for the rounding of x/sqrt(2)"};
  static constexpr unsigned value_steps = 3;
  static constexpr double bound[]{1.1};
  static points at() {
    return each(join({both_signs(ratios(1e-10, 1, 60)), steps(-10, 10, 161), steps(-37, 37, 50),
                      around(-0.75179162110106, ratios(1e-15, 1e-3, 12))}));
  }
  static auto value(const auto& x) {
    using real = std::remove_cvref_t<decltype(x)>;
    return x * erfc(-x / sqrt(real(2))) / 2;
  }
  static double terms(std::size_t, const point& p) {
    const double x = p[0], below = std::erfc(-x / std::numbers::sqrt2) / 2;
    const double density = std::exp(-x * x / 2) * 0.3989422804014327;
    return x < 0 ? below * (1 + x * x) - x * density : 0;
  }
  static constexpr row edges[]{
      {{0}, 0, {0.5}},
      {{-0.0}, -0.0, {0.5}},
      {{tiniest}, tiniest, {0.5}},
      {{1}, 0.84134474606854293, {1.0833154705876864}},
      {{-1}, -0.15865525393145705, {-0.083315470587686305}},
      {{3}, 2.9959503059051098, {1.0119456472041839}},
      {{-0.7517916243321443}, -0.16997120747990152, {-4.2993444751532559e-08}},
      {{20}, 20, {1}},
      {{50}, 50, {1}},
      {{-50}, -0.0, {0}},
      {{inf}, inf, {nan_}},
      {{-inf}, nan_, {nan_}},
      {{nan_}, nan_, {nan_}},
  };
};

}  // namespace edge
