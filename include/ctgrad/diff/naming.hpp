// What the numbers of a derivative are called where it is printed: df/dx, d^2 f/dx dy, or the same
// in another notation (program/plain_text.hpp).
#pragma once

#include <ctgrad/diff/derivative.hpp>
#include <ctgrad/diff/gradient.hpp>
#include <ctgrad/diff/hessian.hpp>
#include <ctgrad/diff/jacobian.hpp>
#include <ctgrad/diff/product.hpp>
#include <ctgrad/program/plain_text.hpp>

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace ctgrad::detail {

/// f0, f1, ...; f alone if that is wanted.
inline texts numbered(std::string_view name, std::size_t size, bool number_one = true) {
  if (size == 1 && !number_one) return {std::string(name)};
  texts all;
  for (std::size_t i = 0; i < size; ++i) all.push_back(text(name, std::to_string(i)));
  return all;
}

template <class Notation>
texts partial_names(const texts& results, const std::vector<texts>& all_by) {
  texts all;
  for (const auto& f : results) {
    for (const auto& by : all_by) all.push_back(Notation::partial(f, by));
  }
  return all;
}

/// The names of the numbers of a kind of derivative, for the names of the function's results and of
/// what it is differentiated by, and how many there are for each result. Kinds that are not listed
/// have none.
template <class Kind>
struct naming {
  static constexpr bool values = false;  // do the function's results come first?
  static std::size_t size(std::size_t) { return 0; }
  template <class Notation = in_plain_text>
  static texts names(const texts&, const texts&) {
    return {};
  }
};

template <>
struct naming<jacobian_kind> {
  static constexpr bool values = false;
  static std::size_t size(std::size_t inputs) { return inputs; }
  template <class Notation = in_plain_text>
  static texts names(const texts& f, const texts& x) {
    std::vector<texts> by;
    for (const auto& a : x) by.push_back({a});
    return partial_names<Notation>(f, by);
  }
};

template <>
struct naming<gradient_kind> : naming<jacobian_kind> {};

template <int Order>
struct naming<derivative_kind<Order>> {
  static constexpr bool values = false;
  static std::size_t size(std::size_t) { return 1; }
  template <class Notation = in_plain_text>
  static texts names(const texts& f, const texts& x) {
    return partial_names<Notation>(f, {texts(std::size_t(Order), x[0])});
  }
};

template <std::size_t... By>
struct naming<partial_kind<By...>> {
  static constexpr bool values = false;
  static std::size_t size(std::size_t) { return 1; }
  template <class Notation = in_plain_text>
  static texts names(const texts& f, const texts& x) {
    return partial_names<Notation>(f, {{x[By]...}});
  }
};

template <>
struct naming<hessian_kind> {
  static constexpr bool values = false;
  static std::size_t size(std::size_t inputs) { return inputs * inputs; }
  template <class Notation = in_plain_text>
  static texts names(const texts& f, const texts& x) {
    std::vector<texts> by;
    for (const auto& a : x) {
      for (const auto& b : x) by.push_back({a, b});
    }
    return partial_names<Notation>(f, by);
  }
};

template <>
struct naming<jvp_kind> {
  static constexpr bool values = false;
  static std::size_t size(std::size_t) { return 1; }
  template <class Notation = in_plain_text>
  static texts names(const texts& f, const texts&) {
    texts all;
    for (const auto& result : f) all.push_back(Notation::along_v(result));
    return all;
  }
};

/// The gradient of a product with the vector v.
template <>
struct naming<vjp_kind> : naming<gradient_kind> {
  template <class Notation = in_plain_text>
  static texts names(const texts&, const texts& x) {
    return naming<gradient_kind>::template names<Notation>({std::string(Notation::f_times_v)}, x);
  }
};
template <>
struct naming<hvp_kind> : naming<gradient_kind> {
  template <class Notation = in_plain_text>
  static texts names(const texts&, const texts& x) {
    return naming<gradient_kind>::template names<Notation>({std::string(Notation::df_along_v)}, x);
  }
};

/// The value itself, which is no derivative.
struct value_kind;
template <>
struct naming<value_kind> {
  static constexpr bool values = true;
  static std::size_t size(std::size_t) { return 1; }
  template <class Notation = in_plain_text>
  static texts names(const texts& f, const texts&) {
    return f;
  }
};

/// First the numbers of Kind, then those of More.
template <class Kind, class More>
struct naming_both {
  static constexpr bool values = true;
  static std::size_t size(std::size_t inputs) {
    return naming<Kind>::size(inputs) + naming<More>::size(inputs);
  }
  template <class Notation = in_plain_text>
  static texts names(const texts& f, const texts& x) {
    texts all = naming<Kind>::template names<Notation>(f, x);
    for (const auto& name : naming<More>::template names<Notation>(f, x)) all.push_back(name);
    return all;
  }
};

template <template <class...> class Aggregate, class Kind>
struct naming<with_value<Aggregate, Kind>> : naming_both<value_kind, Kind> {};

/// How many of these numbers are values depends on more than their number.
template <template <class...> class Aggregate>
struct naming<with_value<Aggregate, vjp_kind>> : naming<void> {};

template <>
struct naming<gradient_and_hessian_kind> : naming_both<value_and_gradient_kind, hessian_kind> {};

}  // namespace ctgrad::detail
