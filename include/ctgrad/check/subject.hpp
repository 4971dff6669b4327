// What can be checked: a function, a function of Values, a formula, an op. A subject tells the
// numbers it is checked at and their names, its value at other numbers, and its gradient by ctgrad.
#pragma once

#include <ctgrad/check/argument.hpp>
#include <ctgrad/check/complex_number.hpp>
#include <ctgrad/ctgrad.hpp>

#include <algorithm>
#include <concepts>
#include <cstddef>
#include <string>
#include <tuple>
#include <vector>

namespace ctgrad::detail {

template <class F>
struct function_of_values {
  F f;
};

template <class T>
double plain(const basic_value<T>& x) {
  return static_cast<double>(x.data());
}
double plain(const number auto& x) {
  return static_cast<double>(x);
}

/// A function, by gradient(f). Its values are computed with passive Values, for which relu(x) and
/// the like are found as they are for symbols.
template <class F>
struct static_subject {
  const F& f;

  auto numbers(const auto&... x) const { return numbers_of(x...); }
  auto names(const auto&... x) const { return names_of_numbers(x...); }
  double value(const std::vector<double>& at, const auto&... x) const {
    return plain(call_at(f, std::vector<Value>(at.begin(), at.end()), x...));
  }
  complex_number value(const std::vector<complex_number>& at, const auto&... x) const {
    return call_at(f, at, x...);
  }
  std::vector<double> gradient(const auto&... x) const {
    return numbers_of(call_at(ctgrad::gradient(f), numbers_of(x...), x...));  // as doubles
  }
};

/// Under no_grad, derivatives would be compared with nothing.
class no_pause {
 public:
  no_pause() : before_(basic_tape<double>::current().pause(false)) {}
  ~no_pause() { basic_tape<double>::current().pause(before_); }
  no_pause(const no_pause&) = delete;
  no_pause& operator=(const no_pause&) = delete;

 private:
  bool before_;
};

/// A function, by Values.
template <class F>
struct value_subject : static_subject<F> {
  std::vector<double> gradient(const auto&... x) const {
    const scope released;
    const no_pause recording;
    const std::vector<Value> variables = ctgrad::variables(numbers_of(x...));
    const Value y = call_at(this->f, variables, x...);
    y.backward();
    std::vector<double> result;
    for (const Value& v : variables) result.push_back(v.grad());
    return result;
  }
};

/// A formula and its bindings.
template <class E>
struct formula_subject {
  const E& e;

  auto numbers(const auto&... bindings) const {
    const auto inputs = inputs_of<double>(e, bindings...);
    return std::vector<double>(inputs.begin(), inputs.begin() + sizeof...(bindings));
  }
  auto names(const auto&...) const {
    return std::vector<std::string>(variable_names<E>.begin(), variable_names<E>.end());
  }
  template <class Scalar>
  Scalar value(const std::vector<Scalar>& at, const auto&... bindings) const {
    const auto given = inputs_of<double>(e, bindings...);
    std::vector<Scalar> inputs(given.begin(), given.end());
    std::copy(at.begin(), at.end(), inputs.begin());
    return unroll<frozen<formula_program<E, double>>::value, Scalar>(inputs.data())[0];
  }
  std::vector<double> gradient(const auto&... bindings) const {
    const auto partials = ctgrad::gradient(e)(bindings...);
    std::vector<double> result;
    for_each_leaf(partials, [&](const auto& d_) { result.push_back(static_cast<double>(d_)); });
    return result;
  }
};

/// An op, by its partials. An operand of an integer type stays as it is.
template <class Op>
struct op_subject {
  auto numbers(const auto&... x) const {
    std::vector<double> result;
    (append_if_real(result, x, static_cast<double>(x)), ...);
    return result;
  }
  auto names(const auto&... x) const {
    std::vector<std::string> result;
    std::size_t i = 0;
    (append_if_real(result, x, text("x", std::to_string(i++))), ...);
    return result;
  }
  template <class Scalar>
  Scalar value(const std::vector<Scalar>& at, const auto&... x) const {
    auto next = at.begin();
    const std::tuple operands{operand_at(x, next)...};  // braces: left to right
    return static_cast<Scalar>(
        std::apply([](const auto&... operand_) { return apply<Op>(operand_...); }, operands));
  }
  std::vector<double> gradient(const auto&... x) const {
    std::vector<double> result;
    const auto append = [&](const auto&... partial_) {
      (append_if_real(result, x, static_cast<double>(partial_)), ...);
    };
    std::apply(append, Op::partials(as_real(x)..., Op::value(as_real(x)...)));
    return result;
  }

 private:
  template <class X>
  static auto as_real(const X& x) {
    return static_cast<common_scalar_t<X>>(x);
  }
  template <class X>
  static void append_if_real(auto& list, const X&, const auto& entry) {
    if constexpr (!std::integral<X>) list.push_back(entry);
  }
  template <class X>
  static auto operand_at(const X& x, auto& next) {
    if constexpr (std::integral<X>) {
      return x;
    } else {
      return *next++;
    }
  }
};

}  // namespace ctgrad::detail
