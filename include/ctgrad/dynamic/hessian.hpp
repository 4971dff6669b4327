// hessian, value_and_hessian and value_gradient_hessian of dynamic(f).
//
//   const std::vector<std::vector<double>> H = ctgrad::hessian(ctgrad::dynamic(f))(x);   // H[i][j]
//
// Forward over reverse: f is called with Values of duals, which carry derivatives in several
// directions, and one sweep gives as many columns of the Hessian. It is symmetric to the last bit.
// One column, or a combination of them, is hvp(dynamic(f)): one call and one sweep.
#pragma once

#include <ctgrad/diff/dual.hpp>
#include <ctgrad/dynamic/gradient.hpp>

#include <algorithm>
#include <cstddef>
#include <utility>
#include <vector>

namespace ctgrad {
namespace detail {

/// How many columns of a Hessian one recording gives: 8, or what divides the columns evenly where
/// their number is known.
template <class X>
constexpr std::size_t hessian_width() {
  constexpr std::size_t all = numbers_by_type<X>, sweeps = (all + 7) / 8;
  return all == 0 ? 8 : (all + sweeps - 1) / std::max<std::size_t>(sweeps, 1);
}

/// The lower triangle of a symmetric matrix, and the gradient.
template <class T>
struct second_derivatives {
  T value{};
  std::vector<T> gradient, triangle;

  explicit second_derivatives(std::size_t n_) : gradient(n_), triangle(n_ * (n_ + 1) / 2) {}
  T& at(std::size_t i, std::size_t j) { return triangle[i * (i + 1) / 2 + j]; }  // j <= i
};

struct dynamic_hessian {
  static constexpr bool scalar_result = true;
  template <class Call>
  static constexpr std::size_t width = hessian_width<typename Call::point_type>();
  template <class T, class Call>
  using number = dual<T, width<Call>, dynamic_level<typename Call::function>>;
  template <class T, class Call>
  using carrier = basic_value<number<T, Call>>;

  template <class T, class Call>
  static auto run(const Call& call) {
    const auto point = numbers_of_point<T>(call);
    second_derivatives<T> d(point.size());
    std::size_t first = 0;
    do {
      columns<T>(call, point, first, d);
      first += width<Call>;
    } while (first < point.size());
    return result<T>(call.point(), d);
  }

 private:
  /// What belongs to the columns from `first` on.
  template <class T, class Call>
  static void columns(const Call& call, const std::vector<T>& point, std::size_t first,
                      second_derivatives<T>& d) {
    using D = number<T, Call>;
    using V = basic_value<D>;
    const inner_recording<D> recording;
    const auto x = carriers<V>(point, [&](const T& x_, std::size_t k_) {
      const bool moves_ = k_ >= first && k_ < first + width<Call>;
      return V{moves_ ? D::variable(x_, k_ - first) : D(x_)};
    });
    const V y = result_number<V>(call(x));
    y.backward();
    d.value = y.data().primal();
    for (std::size_t i = first; i < x.size(); ++i) {
      const D gradient = x[i].grad();
      d.gradient[i] = gradient.primal();
      const std::size_t end = std::min(i + 1, first + width<Call>);
      for (std::size_t j = first; j < end; ++j) d.at(i, j) = gradient.tangent(j - first);
    }
  }

  template <class T>
  static auto result(const auto& x, second_derivatives<T>& d) {
    using point = std::remove_cvref_t<decltype(x)>;
    auto gradient = arranged_as<T>(x, [&](std::size_t k_) { return d.gradient[k_]; });
    auto hessian = matrix_layout<point, point>::template like<T>(x, x);
    std::size_t next = 0;
    const std::size_t n = d.gradient.size();
    matrix_layout<point, point>::visit(hessian, [&](auto& entry_) {
      const std::size_t i_ = next / n, j_ = next % n;
      entry_ = d.at(std::max(i_, j_), std::min(i_, j_));
      ++next;
    });
    return value_with_gradient_and_hessian<T, decltype(gradient), decltype(hessian)>{
        d.value, std::move(gradient), std::move(hessian)};
  }
};

struct hessian_part {
  static auto of(auto all) { return std::move(all.hessian); }
};
struct value_and_hessian_part {
  template <class V, class G, class H>
  static value_with_hessian<V, H> of(value_with_gradient_and_hessian<V, G, H> all) {
    return {std::move(all.value), std::move(all.hessian)};
  }
};

}  // namespace detail

/// The Hessian of a function that is recorded at every call: a gradient of gradients, by a
/// std::vector a std::vector of rows. f is called once for every 8 numbers of the point. Errors: as
/// gradient(dynamic(f)).
template <class... Options, class F>
constexpr auto hessian(dynamic_function<F> function) {
  return detail::dynamic_differential<detail::dynamic_hessian, detail::hessian_part, F, Options...>{
      std::move(function.f)};
}

/// auto [value, hessian] = value_and_hessian(dynamic(f))(x);
template <class... Options, class F>
constexpr auto value_and_hessian(dynamic_function<F> function) {
  return detail::dynamic_differential<detail::dynamic_hessian, detail::value_and_hessian_part, F,
                                      Options...>{std::move(function.f)};
}

/// auto [value, gradient, hessian] = value_gradient_hessian(dynamic(f))(x);
template <class... Options, class F>
constexpr auto value_gradient_hessian(dynamic_function<F> function) {
  return detail::dynamic_differential<detail::dynamic_hessian, detail::all_parts, F, Options...>{
      std::move(function.f)};
}

}  // namespace ctgrad
