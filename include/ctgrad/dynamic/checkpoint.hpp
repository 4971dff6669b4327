// checkpoint(f)(arguments...): a function of Values that is computed again instead of being stored.
//
//   std::vector<Value> u = ...;
//   for (int t = 0; t < 500; ++t) u = ctgrad::checkpoint(step)(u);   // a step records much
//
// f is called at once, but of what it does nothing is recorded: only a place for each result, and
// the call itself. When backward() comes to it, f is called once more, recorded in a scope of its
// own, swept over and forgotten. So a long computation takes the memory of one step and of what is
// handed from step to step, and the time of computing everything twice. Checkpoints inside of
// checkpoints make that memory smaller still.
//
// f has to compute the same whenever it is called, and gives a Value or a structure of them
// (dynamic/layout.hpp). Its arguments are kept by copy. Values that it captures take part like
// arguments; what it captures by reference has to live, unchanged, until backward(). If f throws
// there, the gradients of variables are what they were. Where nothing is recorded, with numbers in
// place of Values or under no_grad, checkpoint(f) is f. Errors: E46 if it gives another number of
// results the second time, E47 if it calls backward(); E20, E21 if what it gives is released or of
// another tape.
#pragma once

#include <ctgrad/dynamic/layout.hpp>
#include <ctgrad/tape/value.hpp>

#include <algorithm>
#include <iterator>
#include <memory>
#include <tuple>
#include <type_traits>
#include <utility>
#include <vector>

namespace ctgrad {
namespace detail {

template <class X>
struct number_of_value {};
template <class T>
struct number_of_value<basic_value<T>> {
  using type = T;
};

/// While it lives, there is no backward() on this tape.
template <class T>
class without_sweeps {
 public:
  explicit without_sweeps(basic_tape<T>& tape_in)
      : tape_(tape_in), before_(tape_in.forbid_sweeps(true)) {}
  ~without_sweeps() { tape_.forbid_sweeps(before_); }
  without_sweeps(const without_sweeps&) = delete;
  without_sweeps& operator=(const without_sweeps&) = delete;

 private:
  basic_tape<T>& tape_;
  bool before_;
};

/// A call of f, kept.
template <class T, class F, class... X>
class kept_call final : public computation<T> {
 public:
  explicit kept_call(const F& f_, const X&... x_) : f(f_), arguments(x_...) {}

  /// Computes it in a scope of its own, where it is recorded as it will be later: with the same
  /// derivatives inside of the numbers, and before the eyes of a detect_anomaly.
  auto compute(std::vector<position>& results) const {
    const basic_scope<T> once;
    return call(results);
  }
  void record(std::vector<position>& results) override { call(results); }

 private:
  auto call(std::vector<position>& results) const {
    const without_sweeps<T> inside(basic_tape<T>::current());
    auto y = std::apply(f, arguments);
    layout<decltype(y)>::visit(y, [&](const auto& one_) {
      if (!one_.is_passive() && !one_.is_recorded()) static_cast<void>(one_.grad());  // says why
      results.push_back(one_.at());
    });
    return y;
  }

  F f;
  std::tuple<X...> arguments;
};

template <class F>
struct checkpointed {
  template <class... X>
  auto operator()(const X&... x) const {
    using result = std::remove_cvref_t<decltype(function(x...))>;
    using number = number_of_value<typename layout<result>::number>;
    if constexpr (requires { typename number::type; }) {
      return call<typename number::type, result>(x...);
    } else {
      return function(x...);
    }
  }

  F function;

 private:
  template <class T, class Result>
  Result call(const auto&... x) const {
    auto& tape_of_thread = basic_tape<T>::current();
    if (tape_of_thread.paused()) return function(x...);
    auto kept =
        std::make_unique<kept_call<T, F, std::remove_cvref_t<decltype(x)>...>>(function, x...);
    std::vector<position> results;
    Result y = kept->compute(results);
    if (std::ranges::count(results, position{0}) == std::ssize(results)) return y;  // constants
    auto at = tape_of_thread.checkpoint(std::move(kept), results.size());
    layout<Result>::visit(y, [&](auto& one_) {
      if (!one_.is_passive()) one_ = value_engine<T>::at(at, one_.data());
      ++at;
    });
    return y;
  }
};

}  // namespace detail

/// A function that is computed again in every backward() instead of being stored.
template <class F>
auto checkpoint(F f) {
  return detail::checkpointed<F>{std::move(f)};
}

}  // namespace ctgrad
