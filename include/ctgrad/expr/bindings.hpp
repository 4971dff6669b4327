// Values given to variables by name, and results read by variable.
#pragma once

#include <ctgrad/detail/scalars.hpp>
#include <ctgrad/expr/lower.hpp>

#include <array>
#include <cstddef>

namespace ctgrad {

/// One number (or another keyed) per variable, read by the variable: `g[x]`, `h[x][y]`.
template <class T, detail::fixed_string... Names>
struct keyed {
  std::array<T, sizeof...(Names)> entries;  ///< in the order of appearance

  /// The entry of a variable. Error: [ctgrad-E02] for one that the formula does not have.
  template <detail::fixed_string Name>
  [[nodiscard]] constexpr const T& operator[](const variable<Name>&) const {
    std::size_t at = 0;
    const bool found = (false || ... || (Names.view() == Name.view() || (++at, false)));
    constexpr bool known = (false || ... || (Names.view() == Name.view()));
    static_assert(known,
                  "[ctgrad-E02] this variable does not occur in the formula that was "
                  "differentiated; its derivative would be 0 everywhere");
    return entries[found ? at : 0];
  }
};

namespace detail {

template <fixed_string... Given>
struct given {
  template <fixed_string Name>
  static constexpr int times = (0 + ... + (Given.view() == Name.view() ? 1 : 0));
};

template <fixed_string Name, int Times>
struct a_variable_of_the_formula {
  static_assert(Times > 0,
                "[ctgrad-E01] a variable of the formula is given no value: call it as "
                "e(x = 1.0, y = 2.0) with every variable named");
  static_assert(Times < 2, "[ctgrad-E13] a variable of the formula is given two values");
  static constexpr bool good = Times == 1;
};

template <fixed_string Name, bool Known>
struct a_variable_given {
  static_assert(Known,
                "[ctgrad-E02] a value is given for a variable that does not occur in the formula");
  static constexpr bool good = Known;
};

template <class E, std::size_t I>
inline constexpr fixed_string<variable_names<E>[I].size() + 1> name_at{variable_names<E>[I]};

/// Every variable of E is given once and nothing else is.
template <class E, fixed_string... Given>
constexpr bool complete() {
  return []<std::size_t... I>(std::index_sequence<I...>) {
    return (true && ... &&
            a_variable_of_the_formula<name_at<E, I>,
                                      given<Given...>::template times<name_at<E, I>>>::good) &&
           (true && ... &&
            a_variable_given<Given,
                             (position_of<E>(Given.view()) < variable_names<E>.size())>::good);
  }(std::make_index_sequence<variable_names<E>.size()>{});
}

/// The inputs of E's program: variables in the program's order, then constants.
template <class Scalar, class E, fixed_string... Given, class... T>
constexpr auto inputs_of(const E& e, const binding<Given, T>&... bindings) {
  constexpr std::size_t variables = variable_names<E>.size();
  std::array<Scalar, variables + count_constants<E> + 1> inputs{};  ///< + 1: never empty
  ((inputs[std::integral_constant<std::size_t, position_of<E>(Given.view())>::value] =
        static_cast<Scalar>(bindings.value)),
   ...);
  std::size_t next = variables;
  auto store = [&](const auto& value_) { inputs[next++] = static_cast<Scalar>(value_); };
  constants_of<decltype(store)&>{store}(e);
  return inputs;
}

}  // namespace detail
}  // namespace ctgrad
