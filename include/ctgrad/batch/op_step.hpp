// Steps that apply an op to the numbers of slots.
#pragma once

#include <ctgrad/batch/lanes.hpp>
#include <ctgrad/batch/step.hpp>
#include <ctgrad/batch/sum_step.hpp>
#include <ctgrad/op/registry.hpp>

#include <algorithm>
#include <cstddef>
#include <functional>
#include <utility>
#include <vector>

namespace ctgrad::detail {

template <class Op, class T>
void op_block(const step<T>& s, const frame<T>& f) {
  const auto [a, b, c, d] = s.operands;  // copies: what is stored cannot have changed them
  const std::size_t registers = f.registers;
  T* const slots = f.slots;
  T* const to = slots + s.to;
  for (std::size_t r = 0; r < registers; ++r) {
    lanes<T> result;
    if constexpr (Op::arity == 1) {
      result = lanes<T>(apply<Op>(register_at(slots, a, r)));
    } else if constexpr (Op::arity == 2) {
      result = lanes<T>(apply<Op>(register_at(slots, a, r), register_at(slots, b, r)));
    } else {
      result = lanes<T>(
          apply<Op>(register_at(slots, a, r), register_at(slots, b, r), register_at(slots, c, r)));
    }
    result.store(to + r * lanes<T>::size);
  }
}

/// where(a < b, c, d) and the same of other comparisons: the condition is not stored.
template <class Op, class T>
void where_block(const step<T>& s, const frame<T>& f) {
  const auto [a, b, c, d] = s.operands;
  const std::size_t registers = f.registers;
  T* const slots = f.slots;
  T* const to = slots + s.to;
  for (std::size_t r = 0; r < registers; ++r) {
    const auto condition = apply<Op>(register_at(slots, a, r), register_at(slots, b, r));
    const lanes<T> result = where(condition, register_at(slots, c, r), register_at(slots, d, r));
    result.store(to + r * lanes<T>::size);
  }
}

/// An op that has no form for lanes: once for every point.
template <class T>
void op_by_points(const step<T>& s, const frame<T>& f) {
  const T* const x[]{f.slots + s.operands[0], f.slots + s.operands[1], f.slots + s.operands[2]};
  T* const to = f.slots + s.to;
  for (std::size_t i = 0; i < f.points; ++i) to[i] = s.op->value({x[0][i], x[1][i], x[2][i]});
  std::fill(to + f.points, to + f.registers * lanes<T>::size, to[f.points - 1]);
}

/// Which function runs an op.
template <class T>
class op_steps {
 public:
  using function = void (*)(const step<T>&, const frame<T>&);

  static function of(const op_info<T>* op) { return find(all().ops, op, &op_by_points<T>); }
  /// The step of `where` with this comparison as its condition; null if there is none.
  static function where_of(const op_info<T>* op) { return find(all().wheres, op, nullptr); }

 private:
  using entry = std::pair<const op_info<T>*, function>;
  std::vector<entry> ops, wheres;

  op_steps() {
    for_each_op(all_ops{}, [&]<class Op>() {
      if constexpr (Op::lanewise || std::is_same_v<Op, ops::where>)
        ops.emplace_back(&info_of<Op, T>, &op_block<Op, T>);
    });
    for_each_op(comparisons{},
                [&]<class Op>() { wheres.emplace_back(&info_of<Op, T>, &where_block<Op, T>); });
    std::sort(ops.begin(), ops.end(), before);
    std::sort(wheres.begin(), wheres.end(), before);
  }
  using comparisons = op_list<ops::less, ops::less_equal, ops::greater, ops::greater_equal,
                              ops::equal, ops::not_equal>;

  static const op_steps& all() {
    static const op_steps steps;
    return steps;
  }
  static bool before(const entry& a, const entry& b) { return std::less<>{}(a.first, b.first); }
  static function find(const std::vector<entry>& list, const op_info<T>* op, function otherwise) {
    const auto at = std::lower_bound(list.begin(), list.end(), entry{op, nullptr}, before);
    return at != list.end() && at->first == op ? at->second : otherwise;
  }
};

}  // namespace ctgrad::detail
