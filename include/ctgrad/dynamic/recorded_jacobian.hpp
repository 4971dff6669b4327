// jacobian(outputs, inputs) of what has been recorded: d output/d input for all pairs of them.
//
//   const std::vector<Value> x = ctgrad::variables(std::vector{1.0, 2.0});
//   const std::vector<Value> y{x[0] * x[1], sin(x[0])};
//   const std::vector<std::vector<double>> J = ctgrad::jacobian(y, x);   // J[i][j] = dy[i]/dx[j]
//
// A sweep for every output. Where a function is at hand, jacobian(dynamic(f))(x) records it first.
#pragma once

#include <ctgrad/dynamic/layout.hpp>
#include <ctgrad/tape/sum.hpp>

#include <concepts>
#include <cstddef>
#include <utility>
#include <vector>

namespace ctgrad {
namespace detail {

/// An arrangement of Values.
template <class X>
concept values_laid_out = arranged<X> && is_value<typename layout<X>::number>;

/// While it lives, this thread's tape has other adjoints; then those from before again.
template <class T>
class other_adjoints {
 public:
  other_adjoints() : before_(tape_.exchange_adjoints({})) {}
  ~other_adjoints() { tape_.exchange_adjoints(std::move(before_)); }
  other_adjoints(const other_adjoints&) = delete;
  other_adjoints& operator=(const other_adjoints&) = delete;

  /// They are those by `root` alone.
  void sweep(const basic_value<T>& root) {
    tape_.forget_adjoints();
    root.backward();
  }

 private:
  basic_tape<T>& tape_ = basic_tape<T>::current();
  adjoint_array<T> before_;
};

/// Calls f with all entries, row by row.
template <class T>
void for_each_entry(const std::vector<basic_value<T>>& outputs,
                    const std::vector<basic_value<T>>& inputs, auto&& f) {
  other_adjoints<T> adjoints;
  for (const auto& y : outputs) {
    adjoints.sweep(y);
    for (const auto& x : inputs) f(x.grad());
  }
}

/// All Values of an arrangement.
template <class T, class X>
std::vector<basic_value<T>> values_in(const X& x) {
  std::vector<basic_value<T>> list;
  layout<X>::visit(x, [&](const auto& x_) { list.push_back(x_); });
  return list;
}

}  // namespace detail

/// The Jacobian of outputs by inputs, both ranges of Values (std::vector, std::array, std::span,
/// tuples and structs of them, vectors of Eigen with <ctgrad/eigen/eigen.hpp>) that stand in one
/// recording: the outputs' arrangement with the inputs' in place of every Value. Inputs may be
/// variables or results; a passive output has a row of zeros; of nothing there are no entries. All
/// gradients are as they were.
///
/// One sweep for each output, of a time linear in the recording; memory for one sweep however many
/// there are. Errors: E20, E21 for a released or foreign Value, E22 for a passive input.
template <detail::values_laid_out Outputs, detail::values_laid_out Inputs>
  requires std::same_as<typename layout<Outputs>::number, typename layout<Inputs>::number>
auto jacobian(const Outputs& outputs, const Inputs& inputs) {
  using T = std::remove_cvref_t<decltype(std::declval<typename layout<Outputs>::number>().data())>;
  const auto y = detail::values_in<T>(outputs), x = detail::values_in<T>(inputs);
  for (const auto& output : y) {
    if (!output.is_passive()) static_cast<void>(output.grad());  // says what is wrong with it
  }
  for (const auto& input : x) static_cast<void>(input.grad());
  std::vector<T> entries;
  entries.reserve(y.size() * x.size());
  detail::for_each_entry(y, x, [&](const T& entry_) { entries.push_back(entry_); });
  using matrix = matrix_layout<Outputs, Inputs>;
  auto result = matrix::template like<T>(outputs, inputs);
  std::size_t next = 0;
  matrix::visit(result, [&](auto& entry_) { entry_ = entries[next++]; });
  return result;
}

}  // namespace ctgrad
