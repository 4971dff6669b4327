// Arguments of a checked function: which numbers they hold, under which names, and the same
// arguments with other numbers. Besides the structures of diff/structure.hpp these are
// std::vectors, for functions of Values.
#pragma once

#include <ctgrad/detail/text.hpp>
#include <ctgrad/diff/structure.hpp>

#include <boost/hana/first.hpp>

#include <cstddef>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

namespace ctgrad::detail {

template <class X>
struct argument {
  static constexpr bool supported = structured<X>;
  template <class Scalar>
  using rebind = rebound<X, Scalar>;
  template <class Scalar>
  static rebind<Scalar> like(const X&) {
    return {};
  }
  static void visit(auto& x, auto& f) { structure<X>::visit(x, f); }
};

template <class X>
struct argument<std::vector<X>> {
  static constexpr bool supported = argument<X>::supported;
  template <class Scalar>
  using rebind = std::vector<typename argument<X>::template rebind<Scalar>>;
  template <class Scalar>
  static rebind<Scalar> like(const std::vector<X>& x) {
    rebind<Scalar> result;
    for (const auto& element : x) {
      result.push_back(argument<X>::template like<Scalar>(element));
    }
    return result;
  }
  static void visit(auto& vector, auto& f) {
    for (auto& x : vector) argument<X>::visit(x, f);
  }
};

/// All numbers of the arguments.
template <class... X>
std::vector<double> numbers_of(const X&... x) {
  std::vector<double> numbers;
  [[maybe_unused]] auto append = [&](const auto& leaf_) {
    numbers.push_back(static_cast<double>(leaf_));
  };
  (argument<X>::visit(x, append), ...);
  return numbers;
}

/// f(x...) with other numbers in place of the arguments' own.
template <class Scalar, class F, class... X>
auto call_at(const F& f, const std::vector<Scalar>& numbers, const X&... x) {
  std::tuple<typename argument<X>::template rebind<Scalar>...> arguments{
      argument<X>::template like<Scalar>(x)...};
  [[maybe_unused]] auto next = numbers.begin();
  [[maybe_unused]] auto store = [&](auto& leaf_) { leaf_ = *next++; };
  std::apply([&](auto&... to_) { (argument<X>::visit(to_, store), ...); }, arguments);
  return std::apply(f, std::as_const(arguments));
}

// -- names -------------------------------------------------------------------------------------

template <class X>
void name_numbers(const X& x, const std::string& path, std::vector<std::string>& list);

template <class Tuple>
void name_elements(const Tuple& x, const std::string& path, std::vector<std::string>& list) {
  [&]<std::size_t... I>(std::index_sequence<I...>) {
    (name_numbers(std::get<I>(x), text("get<", std::to_string(I), ">(", path, ")"), list), ...);
  }(std::make_index_sequence<std::tuple_size_v<Tuple>>{});
}

template <class Struct>
void name_members(const Struct& x, const std::string& path, std::vector<std::string>& list) {
  boost::hana::unpack(boost::hana::accessors<Struct>(), [&](const auto&... member_) {
    (name_numbers(boost::hana::second(member_)(x),
                  text(path, ".", boost::hana::first(member_).c_str()), list),
     ...);
  });
}

/// Appends the name of every number in x, in the order in which they are visited: x0[2].rate.
template <class X>
void name_numbers(const X& x, const std::string& path, std::vector<std::string>& list) {
  if constexpr (operand<X>) {
    list.push_back(path);
  } else if constexpr (requires { x.begin(); }) {
    for (std::size_t i = 0; i < x.size(); ++i) {
      name_numbers(x[i], text(path, "[", std::to_string(i), "]"), list);
    }
  } else if constexpr (requires { std::tuple_size<X>::value; }) {
    name_elements(x, path, list);
  } else if constexpr (boost::hana::Struct<X>::value) {
    name_members(x, path, list);
  }
}

/// The arguments are called x0, x1, ...
template <class... X>
std::vector<std::string> names_of_numbers(const X&... x) {
  std::vector<std::string> list;
  [[maybe_unused]] std::size_t i = 0;
  (name_numbers(x, text("x", std::to_string(i++)), list), ...);
  return list;
}

}  // namespace ctgrad::detail
