// The program of a derivative with the names of its inputs and outputs.
#pragma once

#include <ctgrad/detail/given_names.hpp>
#include <ctgrad/diff/naming.hpp>
#include <ctgrad/diff/program_of.hpp>

#include <algorithm>
#include <cstddef>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

namespace ctgrad::detail {

/// A program and the names of its inputs; not `known` are those of a function's arguments, which
/// are no better than x0, x1, ...
template <class Kind, class T>
struct named_program {
  program<T> code;
  texts inputs;
  std::vector<std::size_t> by;  // the inputs that the function is differentiated by
  bool known = true;
  std::size_t along = 0;  // how many of the inputs, the last ones, are a direction or weights

  /// Names of the user's, for the arguments or for all inputs. Error: [ctgrad-E33].
  void rename(const texts& given) {
    check_names(given, given.size() == inputs.size() ? inputs.size() : inputs.size() - along);
    std::ranges::copy(given, inputs.begin());
    known = known || !given.empty();
  }

  /// The names of the outputs in a notation.
  template <class Notation = in_plain_text>
  [[nodiscard]] texts outputs() const {
    const texts written = Notation::variables({inputs.begin(), inputs.end()});
    texts f = numbered("f", results(), false), x;
    for (auto& name : f) name = Notation::variable(name);
    for (const std::size_t i : by) x.push_back(written[i]);
    return naming<Kind>::template names<Notation>(f, x);
  }

  /// How many outputs, the first ones, are the function's own.
  [[nodiscard]] std::size_t values() const { return naming<Kind>::values ? results() : 0; }

 private:
  [[nodiscard]] std::size_t results() const {
    const std::size_t per_result = naming<Kind>::size(by.size());
    return per_result == 0 ? 0 : code.outputs.size() / per_result;
  }
};

/// The inputs that belong to the chosen arguments.
template <std::size_t... Chosen, class... Args>
std::vector<std::size_t> chosen_among(wrt<Chosen...>, std::tuple<Args...>*) {
  const std::size_t leaves[]{structure<Args>::leaves...};
  std::vector<std::size_t> all;
  for (const std::size_t argument : {Chosen...}) {
    std::size_t first = 0;
    for (std::size_t i = 0; i < argument; ++i) first += leaves[i];
    for (std::size_t i = 0; i < leaves[argument]; ++i) all.push_back(first + i);
  }
  return all;
}

template <class Kind, class T, class Wrt, class... Args>
named_program<Kind, T> named(program<T> p, Wrt chosen, std::tuple<Args...>* arguments) {
  const std::size_t own = (std::size_t{0} + ... + structure<Args>::leaves);
  texts inputs = numbered("x", own);
  for (const auto& name : numbered("v", p.inputs - own)) inputs.push_back(name);
  const std::size_t along = p.inputs - own;
  return {std::move(p), inputs, chosen_among(chosen, arguments), along != 0, along};
}

template <class... Args, class Kind, class F, class... Options>
auto named_program_of(const differential<Kind, F, Options...>& d) {
  using arguments = typename types_of_arguments<F, Args...>::type;
  using chosen = typename chosen_of<Options...>::template type<std::tuple_size_v<arguments>>;
  return named<Kind>(program_of<Args...>(d), chosen{}, static_cast<arguments*>(nullptr));
}

template <class Along, class... Args, class Kind, class F, class... Options>
auto named_program_of(const differential_along<Kind, F, Options...>& d) {
  using chosen = typename chosen_of<Options...>::template type<sizeof...(Args)>;
  return named<Kind>(program_of<Along, Args...>(d), chosen{},
                     static_cast<std::tuple<Args...>*>(nullptr));
}

template <class Kind, class F, class... Options>
named_program<void, double> named_program_of(const differential_along<Kind, F, Options...>&) {
  static_assert(always_false<Kind>,
                "[ctgrad-E03] the program of a jvp, vjp or hvp depends on the types of its "
                "direction (or weights) and of its arguments: name them, as in "
                "to_string<std::array<double, 2>, double, double>(jvp(f))");
  return {};
}

/// The program of a formula, with its run-time constants as the numbers they are.
template <class Kind, class E>
named_program<Kind, double> with_constants(program<double> p, const E& e) {
  const auto variables = names_of<E>();
  std::size_t next = p.inputs = variables.size();
  auto constant = [&](const auto& value_) {
    p.code[next++] = {.what = role::literal, .literal = static_cast<double>(value_)};
  };
  constants_of<decltype(constant)&>{constant}(e);
  std::vector<std::size_t> all;
  for (std::size_t i = 0; i < p.inputs; ++i) all.push_back(i);
  return {std::move(p), {variables.begin(), variables.end()}, all};
}
template <class Kind, class E>
auto named_program_of(const formula_differential<Kind, E>& d) {
  return with_constants<Kind>(program_of(d), d.e);
}
template <formula_node E>
auto named_program_of(const E& e) {
  return with_constants<value_kind>(recorded<formula_program<E, double>>(), e);
}

/// What has a program whose ends have names.
template <class D, class... Args>
concept printable = requires(const D& d) { named_program_of<Args...>(d); };

}  // namespace ctgrad::detail
