// jacobian(dynamic(f)) and value_and_jacobian(dynamic(f)).
//
//   const std::vector<std::vector<double>> J = ctgrad::jacobian(ctgrad::dynamic(f))(x);   //
//   J[i][j]
//
// f is called once, with Values, and a sweep follows for every result. For the few columns of a
// function with many results take jvp(dynamic(f)), or derivative(dynamic(f)) of a curve.
#pragma once

#include <ctgrad/dynamic/gradient.hpp>

#include <cstddef>
#include <type_traits>
#include <utility>
#include <vector>

namespace ctgrad {
namespace detail {

struct dynamic_jacobian : in_reverse {
  static constexpr bool scalar_result = false;

  template <class T, class Call>
  static auto run(const Call& call) {
    const auto point = numbers_of_point<T>(call);
    const inner_recording<T> recording;
    const auto x = variables(point);
    const auto y = call(x);
    using matrix = matrix_layout<std::remove_cvref_t<decltype(y)>, typename Call::point_type>;
    auto jacobian = matrix::template like<T>(y, call.point());
    const std::vector<T> entries = row_by_row(values_in<T>(y), x);
    std::size_t next = 0;
    matrix::visit(jacobian, [&](auto& entry_) { entry_ = entries[next++]; });
    return value_with_jacobian<decltype(data_of<T>(y)), decltype(jacobian)>{data_of<T>(y),
                                                                            std::move(jacobian)};
  }

  template <class T, class Y>
  static std::vector<basic_value<T>> values_in(const Y& y) {
    std::vector<basic_value<T>> list;
    layout<Y>::visit(y, [&](const auto& y_) { list.push_back(result_number<basic_value<T>>(y_)); });
    return list;
  }
  template <class T, class Y>
  static auto data_of(const Y& y) {
    return from_result<T, basic_value<T>>(y, [](const auto& y_) { return y_.data(); });
  }

 private:
  template <class T>
  static std::vector<T> row_by_row(const std::vector<basic_value<T>>& y,
                                   const std::vector<basic_value<T>>& x) {
    std::vector<T> entries;
    entries.reserve(y.size() * x.size());
    for (const auto& result : y) {
      result.backward();
      for (const auto& variable : x) {
        entries.push_back(variable.grad());
        variable.zero_grad();
      }
    }
    return entries;
  }
};

}  // namespace detail

/// The Jacobian of a function that is recorded at every call: the result's arrangement with a
/// gradient in place of every number. Errors: as gradient(dynamic(f)).
template <class... Options, class F>
constexpr auto jacobian(dynamic_function<F> function) {
  return detail::dynamic_differential<detail::dynamic_jacobian, detail::derivative_part, F,
                                      Options...>{std::move(function.f)};
}

/// auto [value, jacobian] = value_and_jacobian(dynamic(f))(x);
template <class... Options, class F>
constexpr auto value_and_jacobian(dynamic_function<F> function) {
  return detail::dynamic_differential<detail::dynamic_jacobian, detail::all_parts, F, Options...>{
      std::move(function.f)};
}

}  // namespace ctgrad
