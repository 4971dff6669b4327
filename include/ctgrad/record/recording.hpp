// recording<Result, Args...>: a function as it was recorded at run time, by record(f,
// arguments...).
//
//   const auto r = ctgrad::record(f, x, w);        // x, w: std::vector<double>
//   double y = r(x, w);                            // any numbers, in as many places as there were
//   auto g = ctgrad::gradient<ctgrad::wrt<1>>(r);  // again a recording: a std::vector for w
//
// A recording is a program and what its numbers are arranged in. It never changes, copies share it,
// and any number of threads may call it at once.
#pragma once

#include <ctgrad/diff/running.hpp>
#include <ctgrad/record/arguments.hpp>
#include <ctgrad/record/made_once.hpp>
#include <ctgrad/record/plan.hpp>
#include <ctgrad/record/refusal.hpp>
#include <ctgrad/record/splice.hpp>

#include <algorithm>
#include <array>
#include <cstddef>
#include <functional>
#include <memory>
#include <span>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

namespace ctgrad {

/// A function that was recorded by record(f, arguments...), with a Result for Args. It is called
/// like the function, differentiated by gradient(r) and the like, run over many points by vmap(r),
/// saved and printed. A copy shares the program. Many threads may call one recording.
template <class Result, class... Args>
class recording {
 public:
  /// The numbers that it is computed in: float, double or long double.
  using scalar = detail::number_of_call<Args...>;
  /// double, std::vector<double>, value_with_gradient<double, std::vector<double>>, ...
  using result_type = Result;

  /// From its parts; record(f, ...) and the derivatives call it. Before: the inputs of `code` are
  /// the numbers of the arguments in the order of their layouts, its outputs those of the result
  /// and one predicate for each of the outcomes.
  recording(program<scalar> code_in, std::tuple<Args...> arguments_in, Result result_in,
            std::vector<char> outcomes_in = {},
            std::function<program<scalar>()> derive_quickly_ = {})
      : state_(std::make_shared<state>(std::move(code_in), std::move(arguments_in),
                                       std::move(result_in), std::move(outcomes_in),
                                       std::move(derive_quickly_))) {}

  /// What the function returns for these arguments. They are as many numbers, in containers of the
  /// same lengths, as those it was recorded with, but may be of other types: a std::span for a
  /// std::vector. Linear in the length of the program; nothing is allocated but the result, once a
  /// thread has the memory. Errors: [ctgrad-E51] for other lengths or another whole number, E52 if
  /// a comparison comes out otherwise than it was recorded (record<guarded>).
  ///
  /// In a function that is recorded itself, on its numbers, it becomes a part of that one.
  template <class... X>
  auto operator()(const X&... arguments) const {
    using own = std::tuple<Args...>*;
    using V = detail::number_of_replay<scalar, detail::number_in<X>...>;
    if constexpr (!detail::check_replayed(own{}, static_cast<std::tuple<X...>*>(nullptr))) {
      return state_->result;
    } else if constexpr (!std::is_same_v<V, scalar>) {
      require_like(std::index_sequence_for<X...>{}, arguments...);
      std::vector<V> numbers;
      (append<Args>(numbers, arguments), ...);
      const auto results = detail::called_on(*this, numbers);
      return detail::arranged_as<V>(state_->result, [&](std::size_t k_) { return results[k_]; });
    } else {
      require_like(std::index_sequence_for<X...>{}, arguments...);
      detail::borrowed_workspace<scalar> memory;
      scalar* const numbers = room_in(*memory);
      std::size_t next = 0;
      (fill<Args>(numbers, next, arguments), ...);
      run(numbers);
      return arranged(numbers);
    }
  }

  /// The same for numbers in a row: the inputs and outputs of code(), without those of the guards.
  /// Errors: [ctgrad-E28] for another number of them, E52.
  void evaluate(std::span<const scalar> inputs, std::span<scalar> outputs) const {
    if (inputs.size() != code().inputs || outputs.size() != code().outputs.size() - guards()) {
      detail::raise("ctgrad-E28",
                    "a recording is evaluated with another number of inputs or outputs than it "
                    "has: pass spans of code().inputs and code().outputs.size() - guards()");
    }
    detail::borrowed_workspace<scalar> memory;
    scalar* const numbers = room_in(*memory);
    std::copy(inputs.begin(), inputs.end(), numbers);
    run(numbers);
    for (std::size_t i = 0; i < outputs.size(); ++i) {
      outputs[i] = numbers[state_->ready.outputs()[i]];
    }
  }

  /// The recorded program. Its inputs are the numbers of the arguments, in the order of their
  /// layouts (whole numbers are none); its outputs are those of the result and one for each guard.
  [[nodiscard]] const program<scalar>& code() const { return state_->code; }
  /// The same outputs by fewer operations, where a derivative has inactive operands: 0 is put in
  /// before it is multiplied with what is behind, so that 0 * inf is NaN there. Batches run it, and
  /// code() where the result is not finite. Made when it is first asked for.
  [[nodiscard]] const program<scalar>& quick() const {
    if (!state_->derive_quickly) return code();
    return made_once<program<scalar>>({}, state_->derive_quickly);
  }
  /// What make() gives, made once for every key and shared by all copies of this recording.
  template <class X, class Make>
  const X& made_once(const std::vector<char>& key, Make&& make) const {
    return state_->later.template get<X>(key, make);
  }
  /// How many comparisons a replay has to agree with.
  [[nodiscard]] std::size_t guards() const { return state_->outcomes.size(); }
  /// How they came out: 1 or 0.
  [[nodiscard]] const std::vector<char>& outcomes() const { return state_->outcomes; }
  /// What it was recorded with, with the numbers of that time.
  [[nodiscard]] const std::tuple<Args...>& arguments() const { return state_->arguments; }
  /// An object with the lengths of the result.
  [[nodiscard]] const Result& result() const { return state_->result; }

 private:
  struct state {
    program<scalar> code;
    std::tuple<Args...> arguments;
    Result result;
    std::vector<char> outcomes;
    detail::plan<scalar> ready;
    std::array<detail::argument_size, sizeof...(Args)> sizes;
    std::function<program<scalar>()> derive_quickly;
    mutable detail::made_once later;

    state(program<scalar> code_in, std::tuple<Args...> arguments_in, Result result_in,
          std::vector<char> outcomes_in, std::function<program<scalar>()> derive_quickly_in)
        : code(std::move(code_in)),
          arguments(std::move(arguments_in)),
          result(std::move(result_in)),
          outcomes(std::move(outcomes_in)),
          ready(code),
          sizes(std::apply(
              [](const auto&... x_) {
                return std::array<detail::argument_size, sizeof...(Args)>{detail::size_of(x_)...};
              },
              arguments)) {
      const auto is_where = [](const auto& step_) {
        return step_.op == &info_of<ops::where, scalar>;
      };
      if (std::any_of(code.code.begin(), code.code.end(), is_where)) {
        derive_quickly = std::move(derive_quickly_in);
      }
    }
  };

  template <std::size_t... I>
  void require_like(std::index_sequence<I...>, const auto&... arguments) const {
    (detail::require_like(I, arguments, std::get<I>(state_->arguments), state_->sizes[I]), ...);
  }

  scalar* room_in(detail::workspace<scalar>& memory) const {
    if (memory.results.size() < state_->ready.size()) memory.results.resize(state_->ready.size());
    return memory.results.data();
  }

  template <class Recorded, class X>
  static void fill(scalar* numbers, std::size_t& next, const X& x) {
    if constexpr (detail::becomes_constant<Recorded>) {
      layout<X>::visit(x, [&](const auto& x_) { numbers[next++] = static_cast<scalar>(x_); });
    }
  }

  template <class Recorded, class V, class X>
  static void append(std::vector<V>& numbers, const X& x) {
    if constexpr (detail::becomes_constant<Recorded>) {
      layout<X>::visit(x, [&](const auto& x_) { numbers.push_back(V(x_)); });
    }
  }

  void run(scalar* numbers) const {
    state_->ready.run(numbers);
    const auto& outputs = state_->ready.outputs();
    const std::size_t first = outputs.size() - guards();
    for (std::size_t i = 0; i < guards(); ++i) {
      if ((numbers[outputs[first + i]] != 0) != (state_->outcomes[i] != 0)) refuse(i);
    }
  }

  Result arranged(const scalar* numbers) const {
    Result result = state_->result;
    std::size_t next = 0;
    layout<Result>::visit(result, [&](auto& y_) { y_ = numbers[state_->ready.outputs()[next++]]; });
    return result;
  }

  [[noreturn]] CTGRAD_COLD void refuse(std::size_t guard) const {
    detail::refuse_guard(code(), guards(), guard, state_->outcomes[guard] != 0, state_->arguments);
  }

  std::shared_ptr<const state> state_;
};

}  // namespace ctgrad
