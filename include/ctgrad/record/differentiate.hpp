// What the derivatives of recordings have in common: the recorded program is recorded once more in
// a new builder, differentiated there by the kinds of diff/, and becomes a recording again.
#pragma once

#include <ctgrad/diff/derivative.hpp>
#include <ctgrad/diff/hessian.hpp>
#include <ctgrad/diff/jacobian.hpp>
#include <ctgrad/diff/product.hpp>
#include <ctgrad/program/optimize.hpp>
#include <ctgrad/record/recording.hpp>
#include <ctgrad/record/shape.hpp>

#include <cstddef>
#include <tuple>
#include <type_traits>
#include <utility>
#include <vector>

namespace ctgrad {
namespace detail {

// -- what is differentiated ----------------------------------------------------------------------

/// The positions of the arguments that hold floating-point numbers, as a wrt.
template <class Chosen, std::size_t Next, class... Args>
struct wrt_numbers {
  using type = Chosen;
};
template <std::size_t... Chosen, std::size_t Next, class First, class... Rest>
struct wrt_numbers<wrt<Chosen...>, Next, First, Rest...>
    : wrt_numbers<std::conditional_t<becomes_constant<First>, wrt<Chosen..., Next>, wrt<Chosen...>>,
                  Next + 1, Rest...> {};

template <class Arguments, class... Options>
struct wrt_of_recording;
template <class... Args, class... Options>
struct wrt_of_recording<std::tuple<Args...>, Options...> {
  static constexpr bool named = (is_wrt<Options> || ...);
  using type = typename std::conditional_t<
      named, chosen_of<Options...>,
      chosen_of<typename wrt_numbers<wrt<>, 0, Args...>::type>>::template type<sizeof...(Args)>;
};

template <std::size_t... Chosen, class... Args>
constexpr bool hold_numbers(wrt<Chosen...>, std::tuple<Args...>*) {
  return (becomes_constant<std::tuple_element_t<Chosen, std::tuple<Args...>>> && ...);
}

template <class Kind, class Result, class Wrt, class... Args, class... Options>
consteval bool check_derivative(std::tuple<Args...>* arguments, std::tuple<Options...>*) {
  constexpr bool run = !has_option<unrolled, Options...> && !has_option<interpreted, Options...>;
  static_assert(run,
                "[ctgrad-E32] a recording is neither unrolled nor interpreted anew: of the options "
                "of a derivative it takes wrt<...>");
  constexpr bool chosen = exist_once(Wrt{}, sizeof...(Args));
  static_assert(chosen,
                "[ctgrad-E16] wrt<...> names an argument that the recording does not have, or one "
                "twice; arguments are counted from 0");
  if constexpr (check_options<Options...>() && run && chosen) {
    constexpr bool numbers = hold_numbers(Wrt{}, static_cast<std::tuple<Args...>*>(nullptr));
    static_assert(numbers,
                  "[ctgrad-E16] wrt<...> names an argument that was recorded as whole numbers, "
                  "which are constants: record it as floating-point numbers");
    constexpr bool scalar = !Kind::scalar_result || operand<Result>;
    static_assert(scalar,
                  "[ctgrad-E05] a gradient or Hessian exists for a recording with one number as "
                  "its result: record a single number, e.g. the sum, or take jacobian(r)");
    static_cast<void>(arguments);
    return numbers && scalar;
  } else {
    return false;
  }
}

/// Can a Kind of derivative be taken by so many numbers? Errors: [ctgrad-E16], E19.
template <class Kind>
struct numbers_needed {
  static void require(std::size_t) {}
};
template <template <class...> class Aggregate, class Kind>
struct numbers_needed<with_value<Aggregate, Kind>> : numbers_needed<Kind> {};
template <int Order>
struct numbers_needed<derivative_kind<Order>> {
  static void require(std::size_t given) {
    if (given == 1) return;
    raise("ctgrad-E19",
          "derivative<N>(r) is taken by one number: name it with wrt<i> if there are several, or "
          "take partial<i, j>(r), gradient(r) or jacobian(r)");
  }
};
template <std::size_t... By>
struct numbers_needed<partial_kind<By...>> {
  static void require(std::size_t given) {
    if (((By < given) && ...)) return;
    raise("ctgrad-E16",
          "partial<...> names a number that the arguments of the recording do not have; they are "
          "counted from 0");
  }
};

// -- how it is derived ---------------------------------------------------------------------------

/// The symbols of a recorded program that has been recorded once more.
template <class T>
struct replayed {
  symbols<T> inputs, outputs, extra;
};

/// Records a program in an empty builder, with more inputs behind its own. Linear.
template <class T>
replayed<T> replay(builder<T>& home, const program<T>& p, std::size_t extra) {
  replayed<T> all;
  for (std::size_t i = 0; i < p.inputs; ++i) all.inputs.push_back({home, home.input()});
  for (std::size_t i = 0; i < extra; ++i) all.extra.push_back({home, home.input()});
  std::vector<slot> places(p.code.size());
  for (std::size_t i = 0; i < p.code.size(); ++i) {
    auto step = p.code[i];
    if (step.what == role::input) places[i] = static_cast<slot>(i);
    if (step.what == role::literal) places[i] = home.literal(step.literal);
    if (step.what != role::call) continue;
    for_each_operand(step, [&](slot& x_) { x_ = places[x_]; });
    places[i] = home.call(*step.op, step.operands);
  }
  for (const slot out : p.outputs) all.outputs.push_back({home, places[out]});
  return all;
}

/// The inputs that belong to the chosen arguments, in the order in which these are named.
template <class T, std::size_t... Chosen, class... Args>
symbols<T> chosen_inputs(wrt<Chosen...>, const std::tuple<Args...>& arguments,
                         const symbols<T>& inputs) {
  std::array<std::size_t, sizeof...(Args) + 1> first{};
  std::size_t argument = 0;
  const auto next = [&](const auto& x_) {
    using X_ = std::remove_cvref_t<decltype(x_)>;
    const std::size_t count_ = becomes_constant<X_> ? count_numbers(x_) : 0;
    first[argument + 1] = first[argument] + count_;
    ++argument;
  };
  std::apply([&](const auto&... x_) { (next(x_), ...); }, arguments);
  symbols<T> chosen;
  const auto append = [&](std::size_t i_) {
    for (std::size_t k_ = first[i_]; k_ < first[i_ + 1]; ++k_) chosen.push_back(inputs[k_]);
  };
  (append(Chosen), ...);
  return chosen;
}

/// When the 0 of inactive operands is put in (program/builder.hpp).
enum class guards_settled : bool { late, early };

/// A derived program; its outputs are those of the derivative in the order of its layout, and the
/// guards behind them. What the results and guards depend on keeps every bit. A program of up to
/// 500 instructions is optimised (program/optimize.hpp); longer ones would gain 0 to 2 % of their
/// operations by that (measured on networks, pricing formulas and sums up to 90,000 operations),
/// and differentiating them would take two to four times as long.
template <class Kind, class T>
program<T> derived_program(const program<T>& p, std::size_t guards, std::size_t extra,
                           const std::vector<slot>& order, auto&& choose, guards_settled when) {
  builder<T> home;
  if (when == guards_settled::early) home.settle_guards_early();
  const auto all = replay(home, p, extra);
  const std::size_t kept = all.outputs.size(), values = kept - guards;
  const traced_call<T> call{{all.outputs.begin(), all.outputs.begin() + std::ptrdiff_t(values)},
                            choose(all.inputs),
                            all.extra};
  const auto derived = Kind::derive(home, call);
  std::vector<slot> outputs;
  outputs.reserve(kept + order.size() + guards);
  for (const auto& y : all.outputs) outputs.push_back(y.at(home));
  for (const slot k : order) outputs.push_back(derived[k].at(home));
  auto result = optimized(home.finish(outputs), kept);
  for (std::size_t i = values; i < kept; ++i) result.outputs.push_back(slot{result.outputs[i]});
  return without_outputs(std::move(result), kept);
}

/// What a recording is differentiated by, as one object.
template <std::size_t... Chosen, class... Args>
auto point_of(wrt<Chosen...>, const std::tuple<Args...>& arguments) {
  using T = number_of_call<Args...>;
  using point =
      typename point_of_call<T, std::tuple_element_t<Chosen, std::tuple<Args...>>...>::type;
  return point{std::get<Chosen>(arguments)...};
}

template <class Kind, class Wrt, class Result, class... Args>
auto differentiate(const recording<Result, Args...>& r) {
  using T = typename recording<Result, Args...>::scalar;
  using shape = shape_of_kind<Kind>;
  const auto x = point_of(Wrt{}, r.arguments());
  const auto& y = r.result();
  numbers_needed<Kind>::require(count_numbers(x));
  const auto order = order_of_layout<Kind>(y, x);
  const auto derive = [r, order](std::size_t extra_, guards_settled when_) {
    const auto choose_ = [&](const symbols<T>& inputs_) {
      return chosen_inputs<T>(Wrt{}, r.arguments(), inputs_);
    };
    return derived_program<Kind>(r.code(), r.guards(), extra_, order, choose_, when_);
  };
  using X = std::remove_cvref_t<decltype(x)>;
  using D = typename shape::template type<T, Result, X>;
  D result = shape::template like<T>(y, x);
  if constexpr (Kind::extra == 0) {
    return recording<D, Args...>(derive(0, guards_settled::late), r.arguments(), std::move(result),
                                 r.outcomes(),
                                 [derive] { return derive(0, guards_settled::early); });
  } else {
    using plan = shape_of<shaped_as<typename Kind::template along<the_result, the_point>>>;
    auto direction = plan::template like<T>(y, x);
    const std::size_t extra = count_numbers(direction);
    return recording<D, Args..., decltype(direction)>(
        derive(extra, guards_settled::late),
        std::tuple_cat(r.arguments(), std::tuple<decltype(direction)>(std::move(direction))),
        std::move(result), r.outcomes(),
        [derive, more_ = extra] { return derive(more_, guards_settled::early); });
  }
}

/// A derivative that cannot be: the compiler has said why.
struct refused_recording {};

template <class Kind, class... Options, class Result, class... Args>
auto derivative_of(const recording<Result, Args...>& r) {
  using arguments = std::tuple<Args...>;
  using Wrt = typename wrt_of_recording<arguments, Options...>::type;
  if constexpr (check_derivative<Kind, Result, Wrt>(
                    static_cast<arguments*>(nullptr),
                    static_cast<std::tuple<Options...>*>(nullptr))) {
    return differentiate<Kind, Wrt>(r);
  } else {
    return refused_recording{};
  }
}

}  // namespace detail
}  // namespace ctgrad
