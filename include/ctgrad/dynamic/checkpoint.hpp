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
// there, the gradients of variables are what they were. Errors: E46 if it gives another number of
// results then.
#pragma once

#include <ctgrad/dynamic/layout.hpp>
#include <ctgrad/tape/value.hpp>

#include <cstddef>
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

/// A call of f, kept.
template <class T, class F, class... X>
class kept_call final : public computation<T> {
 public:
  explicit kept_call(const F& f_, const X&... x_) : f(f_), arguments(x_...) {}

  void record(std::vector<position>& results) override {
    const auto y = std::apply(f, arguments);
    layout<std::remove_const_t<decltype(y)>>::visit(
        y, [&](const auto& one_) { results.push_back(one_.at()); });
  }

 private:
  F f;
  std::tuple<X...> arguments;
};

template <class F>
struct checkpointed {
  template <class... X>
  auto operator()(const X&... x) const {
    using result = std::remove_cvref_t<decltype(function(x...))>;
    using T = typename number_of_value<typename layout<result>::number>::type;
    result y = without_recording<T>(x...);
    auto& tape_of_thread = basic_tape<T>::current();
    if (tape_of_thread.paused()) return y;
    auto call = std::make_unique<kept_call<T, F, X...>>(function, x...);
    std::size_t results = 0;
    layout<result>::visit(y, [&](const auto&) { ++results; });
    auto at = tape_of_thread.checkpoint(std::move(call), results);
    layout<result>::visit(y, [&](auto& one_) { one_ = value_engine<T>::at(at++, one_.data()); });
    return y;
  }

  F function;

 private:
  template <class T>
  auto without_recording(const auto&... x) const {
    const basic_no_grad<T> off;
    return function(x...);
  }
};

}  // namespace detail

/// A function that is computed again in every backward() instead of being stored.
template <class F>
auto checkpoint(F f) {
  return detail::checkpointed<F>{std::move(f)};
}

}  // namespace ctgrad
