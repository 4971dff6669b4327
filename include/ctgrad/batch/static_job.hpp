// A function, or a derivative, whose program is known at compile time, over many points: its
// straight-line code runs on lanes.
#pragma once

#include <ctgrad/batch/kernel.hpp>
#include <ctgrad/batch/points.hpp>
#include <ctgrad/diff/differential.hpp>

#include <algorithm>
#include <array>
#include <cstddef>
#include <span>
#include <tuple>
#include <utility>
#include <vector>

namespace ctgrad::detail {

/// Numbers of a program in lanes.
template <class T>
struct lane_row {
  lanes<T>* numbers;
  template <std::size_t I>
  CTGRAD_INLINE constexpr lanes<T>& at() const {
    return numbers[I];
  }
};

/// A call of a derivative (diff/differential.hpp) for arguments of types X, which vary or do not.
template <yield_of_points Yield, class Call, class... X>
class static_job {
 public:
  using T = typename Call::scalar;
  static constexpr std::size_t inputs = structure<std::tuple<point_type<X>...>>::leaves;
  static constexpr std::size_t size = Call::shape::size;

  explicit static_job(const X&... args) {
    column_writer<T> writer(columns_.data(), constants_.data());
    (points_of<X>::append(writer, args), ...);
    points_ = writer.points();
    if constexpr (Call::how == way::interpreted) {
      kernel_ = &interpreter(variations<T>(columns_));
      kernel_->share(columns_.data(), shared_);
    }
  }
  static_job(const static_job&) = delete;
  static_job& operator=(const static_job&) = delete;

  [[nodiscard]] std::size_t points() const { return points_; }
  [[nodiscard]] static constexpr std::size_t outputs() { return size; }
  [[nodiscard]] std::span<const column<T>> columns() const { return columns_; }

  /// Room for one pointer to every output.
  using pointers = std::array<T*, size>;
  static pointers room() { return {}; }

  static auto batch_result(std::size_t points) {
    typename Call::shape::template type<std::vector<T>> result{};
    Call::shape::visit(result, [&](auto& column_) { column_.resize(points); });
    return result;
  }
  static auto sum_result(const T* sums) {
    typename Call::result result{};
    Call::shape::visit(result, [&](auto& number_) { number_ = *sums++; });
    return result;
  }

  /// Writes output k of the points of a range to outputs[k].
  void each(T* const* outputs, point_range range) const {
    if constexpr (Call::how == way::unrolled) {
      for_blocks(range, [&](const results& y_, std::size_t first_, std::size_t count_)
                            CTGRAD_INLINE_LAMBDA { store(y_, outputs, first_, count_); });
    } else {
      kernel_->each(columns_.data(), shared_, outputs, range);
    }
  }

  /// Writes the sums of the outputs over the points of a range.
  void total(T* sums, point_range range) const {
    if constexpr (Call::how == way::unrolled) {
      results totals{};
      for_blocks(range, [&](const results& y_, std::size_t, std::size_t count_)
                            CTGRAD_INLINE_LAMBDA { add(y_, totals, count_); });
      for (std::size_t k = 0; k < size; ++k) sums[k] = sum(totals[k]);
    } else {
      kernel_->total(columns_.data(), shared_, sums, range);
    }
  }

 private:
  using results = std::array<lanes<T>, size>;

  static constexpr std::array<bool, inputs> varies = [] {
    std::array<bool, inputs> all_{};
    bool* next_ = all_.data();
    (points_of<X>::varies(next_), ...);
    return all_;
  }();
  static_assert(std::find(varies.begin(), varies.end(), true) != varies.end(),
                "[ctgrad-E58] nothing varies in this batch: pass a std::vector or std::span for "
                "at least one argument, or call the function itself");

  // -- unrolled --

  /// Calls body(results, first, count) for blocks of as many points as a register has lanes.
  template <class Body>
  void for_blocks(point_range range, Body&& body) const {
    constexpr auto all = std::make_index_sequence<inputs>{};
    std::array<lanes<T>, inputs> x;
    share(x, all);
    std::size_t count = 0;
    for (std::size_t i = range.first; i < range.last; i += count) {
      count = std::min(lanes<T>::size, range.last - i);
      count == lanes<T>::size ? load<true>(x, i, count, all) : load<false>(x, i, count, all);
      results y;
      unroll<frozen<typename Call::source>::value, lanes<T>>(lane_row<T>{x.data()},
                                                             lane_row<T>{y.data()});
      body(y, i, count);
    }
  }

  template <std::size_t... K>
  CTGRAD_INLINE void share(std::array<lanes<T>, inputs>& x, std::index_sequence<K...>) const {
    ((varies[K] ? void() : void(x[K] = lanes<T>(columns_[K][0]))), ...);
  }

  template <bool Full, std::size_t... K>
  CTGRAD_INLINE void load(std::array<lanes<T>, inputs>& x, std::size_t first, std::size_t count,
                          std::index_sequence<K...>) const {
    ((varies[K] ? void(x[K] = numbers<Full>(columns_[K], first, count)) : void()), ...);
  }

  /// The numbers of a block; the last point stands in for those that are missing.
  template <bool Full>
  static CTGRAD_INLINE lanes<T> numbers(const column<T>& c, std::size_t first, std::size_t count) {
    if (Full && c.stride == 1) return lanes<T>::load(c.data + first);
    T all[lanes<T>::size];
    for (std::size_t i = 0; i < lanes<T>::size; ++i) all[i] = c[first + std::min(i, count - 1)];
    return lanes<T>::load(all);
  }

  static CTGRAD_INLINE void store(const results& y, T* const* outputs, std::size_t first,
                                  std::size_t count) {
    for (std::size_t k = 0; k < size; ++k) {
      if (count == lanes<T>::size) {
        y[k].store(outputs[k] + first);
      } else {
        T all[lanes<T>::size];
        y[k].store(all);
        std::copy_n(all, count, outputs[k] + first);
      }
    }
  }

  static CTGRAD_INLINE void add(const results& y, results& totals, std::size_t count) {
    for (std::size_t k = 0; k < size; ++k) {
      const bool full = count == lanes<T>::size;
      totals[k] = totals[k] + (full ? y[k] : where(first_lanes<T>(count), y[k], T(0)));
    }
  }

  // -- interpreted --

  /// Which inputs vary, and how, is known by the types of the arguments: they are always the same.
  static const kernel<T>& interpreter(const std::vector<variation>& inputs_) {
    static const kernel<T> made = [&] {
      const auto& p_ = program_at_run_time<typename Call::traced>();
      const program<T> copy_{
          {p_.code.begin(), p_.code.end()}, {p_.outputs.begin(), p_.outputs.end()}, p_.inputs};
      constexpr bool each = Yield == yield_of_points::each;
      return kernel<T>(copy_, inputs_, each ? Yield : yield_of_points::exact_total);
    }();
    return made;
  }
  std::array<column<T>, inputs> columns_{};
  std::array<T, inputs> constants_{};
  std::size_t points_ = 0;
  const kernel<T>* kernel_ = nullptr;  // if it is interpreted
  std::vector<T> shared_;
};

}  // namespace ctgrad::detail
