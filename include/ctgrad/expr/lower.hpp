// From a formula's type to a program.
//
// The inputs of the program are the formula's variables, each once in order of appearance, and
// behind them its run-time constants in the order in which the formula is read.
#pragma once

#include <ctgrad/expr/node.hpp>
#include <ctgrad/program/adjoint.hpp>

#include <array>
#include <string_view>
#include <type_traits>
#include <vector>

namespace ctgrad::detail {

template <class E>
using of = std::type_identity<E>;

// -- the names of a formula's variables --------------------------------------------------------

using name_list = std::vector<std::string_view>;

constexpr void add_name(std::string_view name, name_list& list) {
  for (const auto& known : list) {
    if (known == name) return;
  }
  list.push_back(name);
}

/// A formula that is not made of others: it has names and records itself (text/formula.hpp).
template <class E>
concept whole_formula = requires { E::names(); };

template <whole_formula E>
constexpr void add_names(of<E>, name_list& list) {
  for (const auto& name : E::names()) add_name(name, list);
}

template <fixed_string Name>
constexpr void add_names(of<variable<Name>>, name_list& list) {
  add_name(Name.view(), list);
}

template <class T, T (*Value)()>
constexpr void add_names(of<literal<T, Value>>, name_list&) {}

template <class T>
constexpr void add_names(of<constant<T>>, name_list&) {}

template <class Op, class... Args>
constexpr void add_names(of<call<Op, Args...>>, name_list& list) {
  (add_names(of<Args>{}, list), ...);
}

template <class E, fixed_string Name>
constexpr void add_names(of<derived<E, Name>>, name_list& list) {
  add_names(of<E>{}, list);
}

template <class E>
constexpr name_list names_of() {
  name_list list;
  add_names(of<E>{}, list);
  return list;
}

template <class E>
constexpr std::size_t count_names() {
  const auto list = names_of<E>();
  return list.size();
}

/// The names as a static constant.
template <class E>
inline constexpr auto variable_names = [] {
  std::array<std::string_view, count_names<E>()> result_{};
  const auto list_ = names_of<E>();
  for (std::size_t i_ = 0; i_ < list_.size(); ++i_) result_[i_] = list_[i_];
  return result_;
}();

template <class E>
constexpr std::size_t position_of(std::string_view name) {
  std::size_t i = 0;
  while (i < variable_names<E>.size() && variable_names<E>[i] != name) ++i;
  return i;
}

// -- the constants of a formula ----------------------------------------------------------------

/// Calls visit with the value of every run-time constant, in the order of reading.
template <class Visit>
struct constants_of {
  Visit visit;

  template <whole_formula E>
  constexpr void operator()(const E&) {}
  template <fixed_string Name>
  constexpr void operator()(const variable<Name>&) {}
  template <class T, T (*Value)()>
  constexpr void operator()(const literal<T, Value>&) {}
  template <class T>
  constexpr void operator()(const constant<T>& c) {
    visit(c.value);
  }
  template <class Op, class... Args>
  constexpr void operator()(const call<Op, Args...>& e) {
    [&]<std::size_t... I>(std::index_sequence<I...>) {
      ((*this)(e.template operand<I>()), ...);
    }(std::index_sequence_for<Args...>{});
  }
  template <class E, fixed_string Name>
  constexpr void operator()(const derived<E, Name>& e) {
    (*this)(e.node);
  }
};

template <class E>
constexpr std::size_t count_constants = 0;
template <class T>
constexpr std::size_t count_constants<constant<T>> = 1;
template <class Op, class... Args>
constexpr std::size_t count_constants<call<Op, Args...>> = (0 + ... + count_constants<Args>);
template <class E, fixed_string Name>
constexpr std::size_t count_constants<derived<E, Name>> = count_constants<E>;

// -- the program -------------------------------------------------------------------------------

/// An address for every type, to remember what was lowered already.
template <class E>
inline constexpr char address_of_type{};

/// Lowers a formula into a builder: one overload of `lower` per kind of node. A part that occurs
/// twice and has no run-time constants of its own is read once.
template <class T>
class lowering {
 public:
  using symbol = basic_symbol<T>;
  constexpr lowering(builder<T>& home_in, const name_list& list_) : home_(home_in), names_(list_) {
    for (std::size_t i = 0; i < names_.size(); ++i) variables_.push_back({home_, home_.input()});
  }

  /// Constants that are inputs themselves, behind the variables.
  constexpr void declare_constants(std::size_t count) {
    for (std::size_t i = 0; i < count; ++i) constants_.push_back({home_, home_.input()});
  }

  /// The next constant, as a number.
  constexpr void give_constant(const T& value) { constants_.push_back(value); }

  template <class E>
  constexpr symbol operator()(of<E> e) {
    if constexpr (count_constants<E> != 0) {
      return lower(e);
    } else {
      for (const auto& [type, known] : memory_) {
        if (type == &address_of_type<E>) return known;
      }
      const symbol result = lower(e);
      memory_.push_back({&address_of_type<E>, result});
      return result;
    }
  }

  [[nodiscard]] constexpr const std::vector<symbol>& variables() const { return variables_; }

 private:
  struct remembered {
    const char* type;
    symbol result;
  };

  template <fixed_string Name>
  constexpr symbol lower(of<variable<Name>>) {
    return variable_called(Name.view());
  }
  template <whole_formula E>
  constexpr symbol lower(of<E>) {
    std::vector<symbol> values;
    for (const auto& name : E::names()) values.push_back(variable_called(name));
    return E::record(home_, values);
  }
  template <class L, L (*Value)()>
  constexpr symbol lower(of<literal<L, Value>>) {
    return {home_, home_.literal(static_cast<T>(Value()))};
  }
  template <class C>
  constexpr symbol lower(of<constant<C>>) {
    return constants_[next_constant_++];
  }
  template <class Op, class... Args>
  constexpr symbol lower(of<call<Op, Args...>>) {
    const std::array<symbol, sizeof...(Args)> x{(*this)(of<Args>{})...};  // braces: left to right
    return [&]<std::size_t... I>(std::index_sequence<I...>) {
      return apply<Op>(x[I]...);
    }(std::index_sequence_for<Args...>{});
  }
  template <class E, fixed_string Name>
  constexpr symbol lower(of<derived<E, Name>>) {
    const symbol y = (*this)(of<E>{});
    return adjoints(home_, y, {lower(of<variable<Name>>{})})[0];
  }

  constexpr symbol variable_called(std::string_view name) const {
    for (std::size_t i = 0; i < names_.size(); ++i) {
      if (names_[i] == name) return variables_[i];
    }
    return 0;  // cannot happen: names_ was read off the same formula
  }

  builder<T>& home_;
  name_list names_;
  std::vector<symbol> variables_;
  std::vector<symbol> constants_;
  std::size_t next_constant_ = 0;
  std::vector<remembered> memory_;
};

/// Of a formula, nothing but its value.
struct value_of_formula {
  static constexpr bool gives_value = true;
  template <class T>
  static constexpr std::vector<basic_symbol<T>> derive(builder<T>&, const basic_symbol<T>& y,
                                                       const std::vector<basic_symbol<T>>&) {
    return {y};
  }
};

/// The program of a formula, or of what is derived from it and its variables.
template <class E, class T, class Derive = value_of_formula>
struct formula_program {
  static constexpr std::size_t values = 1;
  static constexpr std::size_t hidden = Derive::gives_value ? 0 : 1;

  static constexpr program<T> build() {
    builder<T> home;
    lowering<T> lower(home, names_of<E>());
    lower.declare_constants(count_constants<E>);
    const auto y = lower(of<E>{});
    std::vector<slot> outputs;
    if (hidden != 0) outputs.push_back(y.at(home));
    for (const auto& d : Derive::derive(home, y, lower.variables())) outputs.push_back(d.at(home));
    return home.finish(outputs);
  }
};

}  // namespace ctgrad::detail
