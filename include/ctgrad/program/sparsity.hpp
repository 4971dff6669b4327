// Which entries of a Jacobian or a Hessian can be something else than 0: decided on the recorded
// entries themselves, so that what cancels while it is recorded ((x + z) - x by x) is found as
// well.
#pragma once

#include <ctgrad/program/hessian.hpp>

#include <algorithm>
#include <cstddef>
#include <utility>
#include <vector>

namespace ctgrad {

/// The entries of a matrix that are not known to be 0.
class pattern {
 public:
  constexpr pattern() = default;
  constexpr pattern(std::size_t rows, std::size_t columns)
      : rows_(rows), columns_(columns), entries_(rows * columns, false) {}

  /// Of a matrix of symbols, row by row.
  template <class T>
  constexpr pattern(std::size_t rows, const std::vector<basic_symbol<T>>& matrix)
      : pattern(rows, rows == 0 ? 0 : matrix.size() / rows) {
    for (std::size_t k = 0; k < matrix.size(); ++k) {
      entries_[k] = !(matrix[k].is_literal() && matrix[k].literal() == T(0));
    }
  }

  [[nodiscard]] constexpr std::size_t rows() const { return rows_; }
  [[nodiscard]] constexpr std::size_t columns() const { return columns_; }
  [[nodiscard]] constexpr bool operator()(std::size_t i, std::size_t j) const {
    return entries_[i * columns_ + j];
  }
  [[nodiscard]] constexpr std::size_t nonzeros() const {
    return static_cast<std::size_t>(std::count(entries_.begin(), entries_.end(), true));
  }
  friend constexpr bool operator==(const pattern&, const pattern&) = default;

 private:
  std::size_t rows_ = 0, columns_ = 0;
  std::vector<char> entries_;
};

namespace detail {

/// Records a program again, from new inputs.
template <class T>
struct replayed {
  std::vector<basic_symbol<T>> inputs, outputs;

  constexpr replayed(builder<T>& home, const auto& p) {
    std::vector<slot> moved;
    moved.reserve(p.code.size());
    for (const auto& step : p.code) {
      auto x = step.operands;
      for (std::size_t k = 0; k < std::size_t(step.arity()); ++k) x[k] = moved[x[k]];
      moved.push_back(step.what == role::input     ? home.input()
                      : step.what == role::literal ? home.literal(step.literal)
                                                   : home.call(*step.op, x));
    }
    for (slot i = 0; i < p.inputs; ++i) inputs.push_back({home, i});
    for (const slot out : p.outputs) outputs.push_back({home, moved[out]});
  }
};

}  // namespace detail

/// The pattern of the Jacobian of a valid program, outputs by inputs.
template <class Program, class T = typename Program::scalar>
constexpr pattern jacobian_sparsity(const Program& p) {
  builder<T> home;
  const detail::replayed<T> f(home, p);
  return {f.outputs.size(), jacobian(home, f.outputs, f.inputs)};
}

/// The pattern of the Hessian of the only output of a valid program.
template <class Program, class T = typename Program::scalar>
constexpr pattern hessian_sparsity(const Program& p) {
  builder<T> home;
  const detail::replayed<T> f(home, p);
  return {f.inputs.size(), hessian(home, f.outputs[0], f.inputs)};
}

}  // namespace ctgrad
