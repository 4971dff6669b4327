// From what vmap is given to the job that computes it.
#pragma once

#include <ctgrad/batch/formula_job.hpp>
#include <ctgrad/batch/recorded_job.hpp>
#include <ctgrad/batch/static_job.hpp>
#include <ctgrad/dynamic/differential.hpp>

#include <tuple>
#include <type_traits>
#include <utility>

namespace ctgrad::detail {

/// The function itself, as if it were a derivative.
struct function_kind : derivative_of_function {
  static constexpr bool gives_value = true;
  template <class Y, class X>
  using shape = shaped_as<Y>;

  template <class T>
  static constexpr symbols<T> derive(builder<T>&, const traced_call<T>& call) {
    return call.outputs;
  }
};

/// The call of G, a function or a derivative, at one point of these types.
template <class G, class... Points>
struct static_call {
  using type = call_of<function_kind, G, std::tuple<Points...>, std::tuple<>>;
};
template <class Kind, class F, class... Options, class... Points>
struct static_call<differential<Kind, F, Options...>, Points...> {
  using type = call_of<Kind, F, std::tuple<Points...>, std::tuple<>, Options...>;
};
template <class Kind, class F, class... Options, class Point, class Along>
struct static_call<differential_along<Kind, F, Options...>, Point, Along> {
  using type = typename differential_along<Kind, F, Options...>::template call_at<Point, Along>;
};

template <class G>
inline constexpr bool is_recording = false;
template <class Result, class... Args>
inline constexpr bool is_recording<recording<Result, Args...>> = true;

template <class G>
inline constexpr bool runs_on_values = false;
template <class Kind, class Part, class F, class... Options>
inline constexpr bool runs_on_values<dynamic_differential<Kind, Part, F, Options...>> = true;
template <class Kind, class Part, class F, class... Options>
inline constexpr bool runs_on_values<dynamic_differential_along<Kind, Part, F, Options...>> = true;
template <class F>
inline constexpr bool runs_on_values<dynamic_function<F>> = true;

/// Is it certainly the same at all points?
template <class X>
inline constexpr bool is_one_number = std::is_arithmetic_v<X>;
template <fixed_string Name, class T>
inline constexpr bool is_one_number<binding<Name, T>> = true;

/// What can be said of a batch before its types are looked at in detail.
template <class G, class... X>
consteval bool check_batch() {
  constexpr bool fixed = !runs_on_values<G>;
  static_assert(fixed,
                "[ctgrad-E58] a function that is recorded anew at every point (dynamic) cannot be "
                "computed for many points at once: take record(f, arguments...) and where(...) "
                "for its branches");
  constexpr bool varies = is_recording<G> || ((!is_one_number<X>) || ...);
  static_assert(varies,
                "[ctgrad-E58] nothing varies in this batch: pass a std::vector or std::span for "
                "at least one argument, or call the function itself");
  return fixed && varies;
}

/// Calls run(job) with the job of G on these arguments.
template <yield_of_points Yield, class Result, class... Args, class Run, class... X>
auto with_job(const recording<Result, Args...>& r, Run&& run, const X&... args) {
  constexpr bool as_many = sizeof...(X) == sizeof...(Args);
  static_assert(as_many,
                "[ctgrad-E51] a batch has another number of arguments than its recording; a "
                "direction, or weights, is the last of them");
  if constexpr (as_many && check_number<typename recording<Result, Args...>::scalar>()) {
    constexpr bool varies = ((becomes_constant<Args> && !same_kind<Args, X>::value) || ...);
    static_assert(varies,
                  "[ctgrad-E58] nothing varies in this batch: every argument is like the one that "
                  "was recorded; call the recording itself, or pass columns");
    return run(recorded_job<Yield, Result, Args...>(r, args...));
  }
}

template <yield_of_points Yield, class Kind, class E, class Run, class... X>
auto with_job(const formula_differential<Kind, E>& g, Run&& run, const X&... args) {
  return with_formula_job<Yield, Kind>(g.e, run, args...);
}
template <yield_of_points Yield, formula_node E, class Run, class... X>
auto with_job(const E& e, Run&& run, const X&... args) {
  return with_formula_job<Yield, function_kind>(e, run, args...);
}

template <yield_of_points Yield, class G, class Run, class... X>
  requires(!formula_node<G>)
auto with_job(const G&, Run&& run, const X&... args) {
  if constexpr (check_points<X...>()) {
    using call = typename static_call<G, point_type<X>...>::type;
    if constexpr (call::how != way::refused) {
      return run(static_job<Yield, call, X...>(args...));
    }
  }
}

}  // namespace ctgrad::detail
