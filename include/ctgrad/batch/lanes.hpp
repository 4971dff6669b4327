// lanes<T>: as many numbers as one register holds, as one number.
//
//   using pack = ctgrad::lanes<double>;
//   for (std::size_t i = 0; i + pack::size <= n; i += pack::size) {
//     const pack x = pack::load(&in[i]);
//     where(x > 0, exp(-x), 1 + x / 2).store(&out[i]);
//   }
//
// An op is applied to lanes as to any number. If its text works on them (Op::lanewise: no `if` asks
// a number) it is run on registers; any other op, the user's own included, is run lane by lane with
// Op::value on T. What + - * / and sqrt give is the same to the last bit as on numbers, as is
// everything made of them; docs/batches.md states the accuracy of the other functions.
#pragma once

#include <ctgrad/batch/lane_functions.hpp>
#include <ctgrad/batch/lane_mask.hpp>
#include <ctgrad/batch/lane_operators.hpp>
#include <ctgrad/batch/lanes_engine.hpp>

#include <concepts>
#include <cstddef>

namespace ctgrad {

/// T is double or float. Nothing is allocated; copying is copying a register. Numbers mix with
/// lanes: they are the same in every lane.
template <class T>
class lanes : detail::lane_operators<lanes<T>, T>, detail::lane_functions<lanes<T>, T> {
  static_assert(std::same_as<T, double> || std::same_as<T, float>,
                "ctgrad: lanes are made of double or float");

 public:
  using ctgrad_engine = lanes_engine<T>;
  using value_type = T;
  using register_type = detail::lane_register<T>;
  static constexpr std::size_t size = register_type::size;

  lanes() = default;  // any numbers; lanes{} is 0
  /// The same number in every lane.
  template <number U>
  // NOLINTNEXTLINE(google-explicit-constructor): numbers and lanes mix as numbers do
  CTGRAD_RECORD lanes(const U& all_) : numbers_(static_cast<T>(all_)) {}
  CTGRAD_RECORD explicit lanes(const register_type& numbers_in) : numbers_(numbers_in) {}
  /// 1 where the mask holds, else 0.
  // NOLINTNEXTLINE(google-explicit-constructor): as a bool becomes a number
  CTGRAD_RECORD lanes(const lane_mask<T>& mask_)
      : numbers_(select(mask_.bits(), register_type(T(1)), register_type(T(0)))) {}

  /// The `size` numbers from `from` on; no alignment is asked for.
  [[nodiscard]] CTGRAD_RECORD static lanes load(const T* from) {
    return lanes(register_type::load_unaligned(from));
  }
  CTGRAD_RECORD void store(T* to) const { numbers_.store_unaligned(to); }

  [[nodiscard]] CTGRAD_RECORD const register_type& numbers() const { return numbers_; }
  /// Lane i, a copy.
  [[nodiscard]] CTGRAD_RECORD T operator[](std::size_t i) const {
    T all[size];
    store(all);
    return all[i];
  }

  /// The sum of all lanes, one half added to the other until one is left: always the same bits.
  [[nodiscard]] CTGRAD_RECORD friend T sum(const lanes& x) {
    T all[size];
    x.store(all);
    for (std::size_t half = size / 2; half != 0; half /= 2) {
      for (std::size_t i = 0; i < half; ++i) all[i] += all[i + half];
    }
    return all[0];
  }

 private:
  register_type numbers_;
};

}  // namespace ctgrad
