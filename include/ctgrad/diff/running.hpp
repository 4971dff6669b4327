// How a derivative is run: as straight-line code, or, if its program is too long for that, by
// interpretation.
//
// How long a function is is counted first, which takes the compiler a fraction of the time that
// its derivative would take. The program of a long one is recorded when it is called for the first
// time (once, by whichever thread comes first) and is kept; each thread keeps the memory that its
// calls work in. In a constant expression a long program is recorded for every call.
#pragma once

#include <ctgrad/diff/options.hpp>
#include <ctgrad/diff/trace.hpp>
#include <ctgrad/program/interpret.hpp>
#include <ctgrad/program/optimize.hpp>

#include <concepts>
#include <cstddef>
#include <span>
#include <type_traits>
#include <utility>
#include <vector>

namespace ctgrad::detail {

// -- which way ---------------------------------------------------------------------------------

/// The number of operations of Source's function. Not constexpr, in order that a function that
/// cannot be traced is no error here; a constant if it can be one.
template <class Source>
struct function_length {
  static inline const std::size_t value = Source::operations();
};
template <class Source>
concept countable = requires { typename std::bool_constant<(function_length<Source>::value > 0)>; };

/// Can the program be built in a constant expression, and is it short enough to be unrolled?
template <class Source>
concept short_program = countable<Source> && (function_length<Source>::value <= unroll_limit) &&
                        buildable<Source> && draft_of<Source>().complete();

/// What Source::build() makes, without optimisation: all that is done to a long program.
template <class Source>
struct plain_program {
  static constexpr bool is_long = true;
  static constexpr auto build() { return without_outputs(Source::build(), Source::hidden); }
};

/// The program that is run.
template <class Source>
struct to_run {
  using type = plain_program<Source>;
  static constexpr bool is_constant = false;
};
template <short_program Source>
struct to_run<Source> {
  using type = best_program<Source>;
  static constexpr bool is_constant = true;
};

/// A function with partials that are not constexpr is not interpreted for that alone, unless it is
/// asked for: it would be many times slower, for want of one word. (If it is long it is interpreted
/// anyhow, and trying takes steps of a constant expression, which compilers limit.)
template <class Source>
concept interpretable = function_length<Source>::value > 500 ||
                        requires { typename std::bool_constant<Source::has_partials()>; };

template <class Source>
consteval bool check_partials() {
  constexpr bool constant = interpretable<Source>;
  static_assert(
      constant,
      "[ctgrad-E09] a variable that this function reads, or the partials of an op in it, "
      "are not constexpr, so that no code can be generated from them (with g++ nothing is "
      "under -fsanitize=undefined): mark them constexpr, or ask for what is many times "
      "slower, gradient<interpreted>(f)");
  return constant;
}

enum class way : char { refused, unrolled, interpreted };

/// The way in which the program of Source is run on scalars whose literals are of type T.
template <class Source, class T, class... Options>
consteval way way_to_run() {
  if constexpr (!std::floating_point<T> || has_option<unrolled, Options...> || !countable<Source>) {
    return check_trace<Source>() ? way::unrolled : way::refused;
  } else if constexpr (has_option<interpreted, Options...>) {
    return way::interpreted;
  } else if constexpr (short_program<Source>) {
    return way::unrolled;
  } else {
    return check_partials<Source>() ? way::interpreted : way::refused;
  }
}

// -- interpretation ----------------------------------------------------------------------------

/// The program of Source at run time.
template <class Source>
const auto& program_at_run_time() {
  using program = typename to_run<Source>::type;
  if constexpr (to_run<Source>::is_constant) {
    return frozen<program>::value;
  } else {
    // Through a pointer that may be anything: compilers try to compute constants in advance.
    static auto (*const volatile build)() = &program::build;
    static const auto recorded = build();
    return recorded;
  }
}

/// The memory that programs are interpreted in.
template <class T>
struct workspace {
  std::vector<T> numbers;  // inputs, and behind them outputs
  std::vector<T> results;  // of the instructions
};

/// The workspace of this thread, while nobody else (an op that calls a derivative itself) uses it.
template <class T>
class borrowed_workspace {
 public:
  borrowed_workspace() : mine_(std::exchange(kept(), {})) {}
  ~borrowed_workspace() { kept() = std::move(mine_); }
  borrowed_workspace(const borrowed_workspace&) = delete;
  borrowed_workspace& operator=(const borrowed_workspace&) = delete;
  workspace<T>& operator*() { return mine_; }

 private:
  static workspace<T>& kept() {
    static CTGRAD_THREAD_LOCAL workspace<T> workspace_;
    return workspace_;
  }
  workspace<T> mine_;
};

/// Interprets a program on the numbers of a call's arguments and writes those of its result.
template <class Shape, class T, class... Args>
constexpr void interpret_call(const auto& p, workspace<T>& memory, auto& out, const Args&... args) {
  auto& numbers = memory.numbers;
  numbers.clear();
  auto add = [&](const auto& leaf_) { numbers.push_back(static_cast<T>(leaf_)); };
  (structure<Args>::visit(args, add), ...);
  const std::size_t inputs = numbers.size();
  for (std::size_t i = 0; i < p.outputs.size(); ++i) numbers.push_back(T{});
  const std::span<T> all(numbers);
  interpret(p, all.first(inputs), all.subspan(inputs), memory.results);
  std::size_t next = inputs;
  Shape::visit(out, [&](auto& leaf_) { leaf_ = numbers[next++]; });
}

template <class Shape, class Source, class T, class... Args>
void interpret_at_run_time(auto& out, const Args&... args) {
  borrowed_workspace<T> memory;
  interpret_call<Shape>(program_at_run_time<Source>(), *memory, out, args...);
}

template <class Shape, class Source, class T, class... Args>
constexpr void run_interpreted(auto& out, const Args&... args) {
  if (std::is_constant_evaluated()) {
    workspace<T> memory;
    interpret_call<Shape>(to_run<Source>::type::build(), memory, out, args...);
  } else {
    interpret_at_run_time<Shape, Source, T>(out, args...);
  }
}

}  // namespace ctgrad::detail
