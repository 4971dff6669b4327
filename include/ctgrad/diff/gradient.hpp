// gradient(f) and value_and_gradient(f) of functions.
//
//   constexpr auto f = [](auto x, auto y) { return (x + y) * exp(x * y); };
//   auto [value, gradient] = ctgrad::value_and_gradient(f)(1.0, 2.0);   // gradient: array of 2
//
// The gradient is computed by straight-line code that is generated when the call is compiled: no
// heap, no tape. Its cost is at most a small multiple of the function's own, whatever the number of
// arguments. Results have the shape of the arguments:
//   numbers only            std::array of partials, in the order of the arguments
//   one structured argument the same structure, holding partials
//   mixed                   std::tuple with one entry per argument
#pragma once

#include <ctgrad/diff/trace.hpp>
#include <ctgrad/expr/evaluate.hpp>
#include <ctgrad/program/value_with.hpp>

namespace ctgrad {
namespace detail {

template <std::size_t... I>
constexpr wrt<I...> positions(std::index_sequence<I...>) {
  return {};
}

/// The program with the value and the partials by all leaves of the chosen arguments.
template <class F, class Wrt, class T, class... Args>
struct gradient_program;

template <class F, std::size_t... Chosen, class T, class... Args>
struct gradient_program<F, wrt<Chosen...>, T, Args...> {
  static constexpr program<T> build() {
    builder<T> home;
    const auto arguments = declare_inputs<T, Args...>(home);
    const basic_symbol<T> y = call_with<F>(arguments);
    std::vector<basic_symbol<T>> inputs;
    [[maybe_unused]] auto choose = [&](const basic_symbol<T>& leaf) { inputs.push_back(leaf); };
    (structure<std::tuple_element_t<Chosen, std::tuple<Args...>>>::visit(
         std::get<Chosen>(arguments), choose),
     ...);
    std::vector<slot> outputs{y.at(home)};
    for (const auto& d : adjoints(home, y, inputs)) outputs.push_back(d.at(home));
    return home.finish(outputs);
  }
};

/// Puts partials into the shape of the chosen arguments.
template <class Scalar, class... Chosen>
constexpr auto shaped(const Scalar* partials) {
  if constexpr ((structure<Chosen>::scalar && ...)) {
    std::array<Scalar, sizeof...(Chosen)> result{};
    for (auto& d : result) d = *partials++;
    return result;
  } else {
    std::tuple<rebound<Chosen, Scalar>...> result{};
    std::apply([&](auto&... part_) { (fill<Chosen>(part_, partials), ...); }, result);
    if constexpr (sizeof...(Chosen) == 1) {
      return std::get<0>(result);
    } else {
      return result;
    }
  }
}

/// What gradient(f) and value_and_gradient(f) return: call it with the function's arguments.
template <class F, class Wrt, bool WithValue>
struct function_gradient {
  template <class... Args>
  constexpr auto operator()(const Args&... args) const {
    if constexpr (std::is_void_v<Wrt>) {
      return run(positions(std::index_sequence_for<Args...>{}), args...);
    } else {
      return run(Wrt{}, args...);
    }
  }

 private:
  template <std::size_t... Chosen, class... Args>
  static constexpr auto run(wrt<Chosen...>, const Args&... args) {
    using T = literal_type<scalar_of_call<Args...>>;
    using source = gradient_program<F, wrt<Chosen...>, T, Args...>;
    if constexpr (check_gradient<source, T, Args...>(wrt<Chosen...>{})) {
      const auto results = run_traced<source>(args...);
      const auto gradient =
          shaped<typename decltype(results)::value_type,
                 std::tuple_element_t<Chosen, std::tuple<Args...>>...>(results.data() + 1);
      if constexpr (WithValue) {
        return value_with_gradient{results[0], gradient};
      } else {
        return gradient;
      }
    }
  }

  template <class Source, class T, class... Args, std::size_t... Chosen>
  static consteval bool check_gradient(wrt<Chosen...>) {
    constexpr bool exist = ((Chosen < sizeof...(Args)) && ...);
    static_assert(exist,
                  "[ctgrad-E16] wrt<...> names an argument that the function does not have; "
                  "arguments are counted from 0");
    if constexpr (exist && check_call<F, basic_symbol<T>, Args...>()) {
      if constexpr (check_result<traced_result<F, basic_symbol<T>, Args...>>()) {
        return check_trace<Source>();
      }
    }
    return false;
  }
};

}  // namespace detail

/// The gradient of a function: gradient(f)(x, y) holds df/dx and df/dy. gradient<wrt<0>>(f) gives
/// only the partials by the named arguments. Errors: [ctgrad-E03], E05, E08, E09, E11, E16.
template <class Wrt = void, class F>
  requires(!formula_node<F>)
constexpr auto gradient(const F&) {
  return detail::function_gradient<F, Wrt, false>{};
}

/// Value and gradient in one sweep: auto [value, gradient] = value_and_gradient(f)(x, y).
template <class Wrt = void, class F>
  requires(!formula_node<F>)
constexpr auto value_and_gradient(const F&) {
  return detail::function_gradient<F, Wrt, true>{};
}

}  // namespace ctgrad
