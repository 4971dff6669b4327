// Derivatives to be read: as mathematics, as C++ that needs no ctgrad, as pictures.
//
//   std::cout << ctgrad::to_string(ctgrad::gradient(f));
//   std::cout << ctgrad::to_cpp(ctgrad::value_and_gradient(f), "price_and_greeks");
//   std::cout << ctgrad::to_dot(ctgrad::gradient(f));  // dot -Tsvg f.dot -o f.svg
//
// All three take a formula and what gradient(f), jacobian(f), hessian(f)... return. The numbers of
// a function's arguments are called x0, x1, ... in the order of declaration, those of a direction
// or of weights v0, v1, ..., the variables of a formula by their names. A function of other
// arguments than numbers needs their types, as in to_cpp<std::array<double, 3>>(gradient(f),
// "name"); a jvp, vjp or hvp needs the type of its direction or weights in front of them.
#pragma once

#include <ctgrad/diff/naming.hpp>
#include <ctgrad/diff/program_of.hpp>
#include <ctgrad/expr/print.hpp>
#include <ctgrad/program/cpp.hpp>
#include <ctgrad/program/dot.hpp>

#include <cstddef>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>
#include <vector>

namespace ctgrad {
namespace detail {

/// A program with what its ends are called; inputs without names are x0, x1, ... `values` outputs,
/// the first ones, are the function's own.
template <class T>
struct named_program {
  program<T> code;
  texts inputs, outputs;
  std::size_t values = 0;
};

template <class Kind, class T>
named_program<T> named(program<T> p, const texts& inputs, const texts& chosen) {
  const std::size_t per_result = naming<Kind>::size(chosen.size());
  const std::size_t results = per_result == 0 ? 0 : p.outputs.size() / per_result;
  const texts outputs = naming<Kind>::names(numbered("f", results, false), chosen);
  return {std::move(p), inputs, outputs, naming<Kind>::values ? results : 0};
}

/// The names of the inputs that belong to the chosen arguments.
template <std::size_t... Chosen, class... Args>
texts chosen_among(const texts& inputs, wrt<Chosen...>, std::tuple<Args...>*) {
  const std::size_t leaves[]{structure<Args>::leaves...};
  texts all;
  for (const std::size_t argument : {Chosen...}) {
    std::size_t first = 0;
    for (std::size_t i = 0; i < argument; ++i) first += leaves[i];
    for (std::size_t i = 0; i < leaves[argument]; ++i) all.push_back(inputs[first + i]);
  }
  return all;
}

template <class... Args, class Kind, class F, class... Options>
auto named_program_of(const differential<Kind, F, Options...>& d) {
  using arguments = typename types_of_arguments<F, Args...>::type;
  using chosen = typename chosen_of<Options...>::template type<std::tuple_size_v<arguments>>;
  auto p = program_of<Args...>(d);
  const auto by = chosen_among(numbered("x", p.inputs), chosen{}, static_cast<arguments*>(nullptr));
  return named<Kind>(std::move(p), {}, by);
}

template <class Along, class... Args, class Kind, class F, class... Options>
auto named_program_of(const differential_along<Kind, F, Options...>& d) {
  using chosen = typename chosen_of<Options...>::template type<sizeof...(Args)>;
  const texts own = numbered("x", (std::size_t{0} + ... + structure<Args>::leaves));
  texts inputs = own;
  for (const auto& v : numbered("v", structure<Along>::leaves)) inputs.push_back(v);
  return named<Kind>(program_of<Along, Args...>(d), inputs,
                     chosen_among(own, chosen{}, static_cast<std::tuple<Args...>*>(nullptr)));
}

/// The program of a formula, with its run-time constants as the numbers they are.
template <class Kind, class E>
auto with_constants(program<double> p, const E& e) {
  const auto variables = names_of<E>();
  std::size_t next = p.inputs = variables.size();
  auto constant = [&](const auto& value) {
    p.code[next++] = {.what = role::literal, .literal = static_cast<double>(value)};
  };
  constants_of<decltype(constant)&>{constant}(e);
  const texts inputs(variables.begin(), variables.end());
  return named<Kind>(std::move(p), inputs, inputs);
}
template <class Kind, class E>
auto named_program_of(const formula_differential<Kind, E>& d) {
  return with_constants<Kind>(program_of(d), d.e);
}
template <formula_node E>
auto named_program_of(const E& e) {
  return with_constants<value_kind>(recorded<formula_program<E, double>>(), e);
}

/// "Returns f, df/dx." in lines that are not too long.
inline std::string returned(const texts& outputs) {
  std::string all, line = "Returns";
  for (const auto& name : outputs) {
    if (line.size() + name.size() > 90) all += line + "\n", line = " ";
    line += text(" ", name, &name == &outputs.back() ? "." : ",");
  }
  const bool known = outputs.empty() || outputs == texts{"f"};
  return known ? "" : all + line;
}

/// What can be printed: it has a program whose ends have names.
template <class D, class... Args>
concept printable = requires(const D& d) { named_program_of<Args...>(d); };

}  // namespace detail

/// A derivative as readable mathematics, a line per number. Linear in the size of its program.
///
///   df/dx0 = 2*x0*x1
///   df/dx1 = x0^2
template <class... Args, class D>
  requires(detail::printable<D, Args...> && !formula_node<D>)
std::string to_string(const D& d) {
  const auto p = detail::named_program_of<Args...>(d);
  const auto names = p.inputs.empty() ? detail::numbered("x", p.code.inputs) : p.inputs;
  const std::vector<std::string_view> inputs(names.begin(), names.end());
  return detail::mathematics(spelled_out(p.code), inputs).outputs(p.outputs);
}

/// A formula or a derivative as C++ that needs no ctgrad: see program/cpp.hpp.
template <class... Args, class D>
  requires detail::printable<D, Args...>
std::string to_cpp(const D& d, std::string_view name, cpp_style style = {}) {
  auto p = detail::named_program_of<Args...>(d);
  if (style.inputs.empty()) style.inputs = p.inputs;
  if (style.comment.empty()) style.comment = detail::returned(p.outputs);
  return to_cpp(p.code, name, style);
}

/// A formula or a derivative as a picture: see program/dot.hpp.
template <class... Args, class D>
  requires detail::printable<D, Args...>
std::string to_dot(const D& d) {
  auto p = detail::named_program_of<Args...>(d);
  return to_dot(p.code, {p.inputs, p.outputs, p.values});
}

}  // namespace ctgrad
