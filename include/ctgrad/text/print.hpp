// Formulas that were read at run time, and their derivatives, to be read or compiled.
//
//   to_string(f)                 // text that parse reads as the same program
//   to_string(gradient(f))       // df/da = ..., a line for each
//   to_latex(f), to_dot(f)
//   to_cpp(value_and_gradient(f), "price_and_greeks")
#pragma once

#include <ctgrad/diff/print.hpp>
#include <ctgrad/text/named_recording.hpp>
#include <ctgrad/text/writer.hpp>

#include <cstddef>
#include <numeric>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace ctgrad {
namespace detail {

/// The kind of derivative that has such a Result.
template <class Result>
struct kind_with_result {
  using type = value_kind;
};
template <>
struct kind_with_result<std::vector<double>> {
  using type = gradient_kind;
};
template <>
struct kind_with_result<std::vector<std::vector<double>>> {
  using type = hessian_kind;
};
template <class V, class G>
struct kind_with_result<value_with_gradient<V, G>> {
  using type = value_and_gradient_kind;
};
template <class V, class H>
struct kind_with_result<value_with_hessian<V, H>> {
  using type = value_and_hessian_kind;
};
template <class V, class G, class H>
struct kind_with_result<value_with_gradient_and_hessian<V, G, H>> {
  using type = gradient_and_hessian_kind;
};

template <class Result>
auto named_program_of(const named_recording<Result>& f) {
  using derived_kind = typename kind_with_result<Result>::type;
  std::vector<std::size_t> by(f.names().size());
  std::iota(by.begin(), by.end(), std::size_t{0});
  return named_program<derived_kind, double>{f.recorded().code(), f.names(), std::move(by), true,
                                             0};
}

/// A formula by itself, what stands on the right of "f = ".
template <class Notation>
std::string right_side(const named_recording<double>& f) {
  const std::vector<std::string_view> variables(f.names().begin(), f.names().end());
  return mathematics<double, Notation>(spelled_out(f.recorded().code()), variables).output(0);
}

}  // namespace detail

/// A formula as text: parse(to_string(f)) is f, instruction by instruction. Linear.
inline std::string to_string(const named_recording<double>& f) {
  return detail::exact_text(f.recorded().code(), f.names());
}

/// A derivative of a formula as readable mathematics, a line per number, df/da = ...
template <class Result>
std::string to_string(const named_recording<Result>& d) {
  const auto p = detail::named_program_of(d);
  return detail::equations<detail::in_plain_text>(p.code, p.inputs, p.outputs());
}

/// A formula as readable mathematics, with equal terms and factors written once: 2*x*y for
/// x*y + y*x. It is read as a formula of the same value to a few ulps, not of the same bits.
inline std::string to_readable(const named_recording<double>& f) {
  return detail::right_side<detail::in_plain_text>(f);
}

/// A formula as mathematics for LaTeX: see program/latex.hpp.
inline std::string to_latex(const named_recording<double>& f) {
  return detail::right_side<detail::in_latex>(f);
}
/// A derivative of a formula for LaTeX, an equation per number.
template <class Result>
std::string to_latex(const named_recording<Result>& d) {
  const auto p = detail::named_program_of(d);
  return detail::equations<detail::in_latex>(p.code, p.inputs,
                                             p.template outputs<detail::in_latex>());
}

/// A formula or a derivative of one as C++ that needs no ctgrad, a parameter per variable: see
/// program/cpp.hpp.
template <class Result>
std::string to_cpp(const named_recording<Result>& f, std::string_view name,
                   std::string_view comment = {}) {
  const auto p = detail::named_program_of(f);
  const std::string returned = detail::returned(p.outputs());
  return to_cpp(p.code, name, {p.inputs, comment.empty() ? returned : std::string(comment)});
}

/// A formula or a derivative of one as a picture: see program/dot.hpp.
template <class Result>
std::string to_dot(const named_recording<Result>& f) {
  const auto p = detail::named_program_of(f);
  return to_dot(p.code, {p.inputs, p.outputs(), p.values()});
}

}  // namespace ctgrad
