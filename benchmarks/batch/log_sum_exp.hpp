#pragma once

#include <algorithm>
#include <cmath>

#include "workload.hpp"

namespace batch_workloads {

/// log(exp x_0 + exp x_1 + ...) of 40,000 numbers, by all of them: the exponentials and their
/// slopes are a batch, the sum and the division are loops.
class log_sum_exp {
 public:
  static constexpr std::size_t n = 40'000;

  static std::string name() { return "log-sum-exp, 40,000"; }
  static std::size_t results() { return 1 + n; }
  static std::size_t points() { return n; }
  static double tolerance() { return 1e-12; }

  void by_hand(std::span<double> out) const {
    const double highest = largest();
    const hand::pack top(highest);
    double* const slopes = out.data() + 1;
    hand::pack total(0.0);
    hand::for_each_pack(n, [&](std::size_t i, const auto& here, std::size_t) {
      const hand::pack y = hand::exp(here(x_) - top);
      hand::store(slopes + i, y);
      total += y;
    });
    finish(highest, hand::sum_of(total), out);
  }

  void in_batch(std::span<double> out, const auto&... policy) const {
    static numbers terms(n);
    const double top = largest();
    const std::span<double> slopes = out.subspan(1);
    cg::vmap(policy..., cg::value_and_gradient<cg::wrt<0>>(term)).into(terms, slopes)(x_, top);
    finish(top, sum_of(terms), out);
  }

  void on_values(std::span<double> out) const {
    const cg::scope recording;
    static std::vector<cg::Value> x;
    x.resize(n);
    for (std::size_t i = 0; i < n; ++i) x[i] = cg::Value{x_[i]};
    const double top = largest();
    cg::Value total = 0.0;
    for (const auto& x_i : x) total += term(x_i, top);
    const cg::Value y = top + log(total);
    y.backward();
    out[0] = y.data();
    for (std::size_t i = 0; i < n; ++i) out[1 + i] = x[i].grad();
  }

 private:
  static constexpr auto term = [](const auto& x, const auto& top) { return cg::exp(x - top); };
  static_assert(n % hand::pack_size == 0);

  [[nodiscard]] double largest() const {
    hand::pack top = hand::load(x_.data());
    for (std::size_t i = 0; i < n; i += hand::pack_size) {
      const hand::pack x = hand::load(x_.data() + i);
      top = hand::where_greater(x, top, x, top);
    }
    std::array<double, hand::pack_size> each;
    hand::store(each.data(), top);
    return *std::max_element(each.begin(), each.end());
  }

  static double sum_of(const numbers& terms) {
    hand::pack total(0.0);
    for (std::size_t i = 0; i < n; i += hand::pack_size) total += hand::load(terms.data() + i);
    return hand::sum_of(total);
  }

  static void finish(double top, double total, std::span<double> out) {
    out[0] = top + std::log(total);
    const double scale = 1 / total;
    for (std::size_t i = 1; i <= n; ++i) out[i] *= scale;
  }

  numbers x_ = [] {
    numbers x = noises(n, 123);
    for (double& number : x) number *= 20;
    return x;
  }();
};

}  // namespace batch_workloads
