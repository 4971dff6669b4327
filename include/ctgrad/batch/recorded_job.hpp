// A recording over many points, interpreted block by block.
#pragma once

#include <ctgrad/batch/kernel.hpp>
#include <ctgrad/batch/recorded_points.hpp>
#include <ctgrad/record/record.hpp>

#include <algorithm>
#include <cstddef>
#include <span>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

namespace ctgrad::detail {

/// The first or the last outputs of a program, which has `guards` behind those of its result.
template <class T>
program<T> result_part(program<T> p, std::size_t guards) {
  p.outputs.resize(p.outputs.size() - guards);
  return guards == 0 ? p : remove_dead(p);
}
template <class T>
program<T> guard_part(const program<T>& p, std::size_t guards) {
  return without_outputs(p, p.outputs.size() - guards);
}

/// What runs a recording over points, for one choice of what varies.
template <class T>
struct recorded_kernels {
  kernel<T> quick;   // NaN where the infinite partial of something inactive would be cut off
  kernel<T> guards;  // how many points fulfil each of them

  template <class Recording>
  recorded_kernels(const Recording& r_, const program<T>& quick_in,
                   const std::vector<variation>& inputs_, yield_of_points yield_)
      : quick(result_part(quick_in, r_.guards()), inputs_, yield_),
        guards(guard_part(r_.code(), r_.guards()), inputs_, yield_of_points::total) {}
};

template <yield_of_points Yield, class Result, class... Args>
class recorded_job {
 public:
  using recorded = recording<Result, Args...>;
  using T = typename recorded::scalar;

  /// Errors: [ctgrad-E51], E52, E57.
  template <class... X>
  explicit recorded_job(const recorded& r_in, const X&... args_)
      : r_(r_in), columns_(r_in.code().inputs), constants_(r_in.code().inputs) {
    column_writer<T> writer(columns_.data(), constants_.data());
    append(writer, std::index_sequence_for<X...>{}, args_...);
    points_ = writer.points();
    kernels_ = &kernels();
    kernels_->quick.share(columns_.data(), shared_);
    if (r_.guards() != 0) require_outcomes();
  }
  recorded_job(const recorded_job&) = delete;
  recorded_job& operator=(const recorded_job&) = delete;

  [[nodiscard]] std::size_t points() const { return points_; }
  [[nodiscard]] std::size_t outputs() const { return r_.code().outputs.size() - r_.guards(); }
  [[nodiscard]] std::span<const column<T>> columns() const { return columns_; }

  using pointers = std::vector<T*>;
  [[nodiscard]] pointers room() const { return pointers(outputs()); }

  [[nodiscard]] auto batch_result(std::size_t points) const {
    auto result = layout<Result>::template like<std::vector<T>>(r_.result());
    layout<Result>::visit(result, [&](auto& column_) { column_.resize(points); });
    return result;
  }
  [[nodiscard]] Result sum_result(const T* sums) const {
    Result result = r_.result();
    layout<Result>::visit(result, [&](auto& number_) { number_ = *sums++; });
    return result;
  }

  void each(T* const* outputs, point_range range) const {
    if (kernels_->quick.each(columns_.data(), shared_, outputs, range) || is_exact()) return;
    exact().each(columns_.data(), exactly_shared(), outputs, range);
  }
  void total(T* sums, point_range range) const {
    if (kernels_->quick.total(columns_.data(), shared_, sums, range)) return;
    exact().total(columns_.data(), exactly_shared(), sums, range);
  }

 private:
  template <std::size_t... I, class... X>
  void append(column_writer<T>& writer, std::index_sequence<I...>, const X&... args) {
    (append_argument<Args>(writer, I, std::get<I>(r_.arguments()), args), ...);
  }
  template <class R, class X>
  static void append_argument(column_writer<T>& writer, std::size_t i, const R& recorded,
                              const X& x) {
    if constexpr (becomes_constant<R>) {
      recorded_points<T>(i, writer).append(recorded, x);
    } else {
      require_like(i, x, recorded, size_of(recorded));
    }
  }

  // -- kernels, kept by the recording --

  enum class which : char { quick, exact };
  [[nodiscard]] std::vector<char> key_of(which program,
                                         const std::vector<variation>& inputs) const {
    std::vector<char> key{static_cast<char>(Yield), static_cast<char>(program)};
    for (const variation v : inputs) key.push_back(static_cast<char>(v));
    return key;
  }

  const recorded_kernels<T>& kernels() const {
    const auto inputs = variations<T>(columns_);
    const program<T>& quick = r_.quick();
    return r_.template made_once<recorded_kernels<T>>(key_of(which::quick, inputs), [&] {
      return recorded_kernels<T>(r_, quick, inputs, Yield);
    });
  }

  [[nodiscard]] bool is_exact() const { return &r_.quick() == &r_.code(); }
  const kernel<T>& exact() const {
    const auto inputs = variations<T>(columns_);
    return r_.template made_once<kernel<T>>(key_of(which::exact, inputs), [&] {
      constexpr bool each = Yield == yield_of_points::each;
      return kernel<T>(result_part(r_.code(), r_.guards()), inputs,
                       each ? Yield : yield_of_points::exact_total);
    });
  }
  std::vector<T> exactly_shared() const {
    std::vector<T> shared;
    exact().share(columns_.data(), shared);
    return shared;
  }

  // -- guards --

  /// Before anything is computed, in order that nothing is written if the batch is refused.
  void require_outcomes() const {
    const auto& guards = kernels_->guards;
    std::vector<T> shared, counts(r_.guards());
    std::vector<std::size_t> fulfilled(r_.guards());
    guards.share(columns_.data(), shared);
    constexpr std::size_t countable = std::size_t{1} << 20;  // a float counts no further than 2^24
    for (std::size_t first = 0; first < points_; first += countable) {
      guards.total(columns_.data(), shared, counts.data(),
                   {first, std::min(points_, first + countable)});
      for (std::size_t i = 0; i < counts.size(); ++i) {
        fulfilled[i] += static_cast<std::size_t>(counts[i]);
      }
    }
    for (std::size_t i = 0; i < fulfilled.size(); ++i) {
      const std::size_t others = r_.outcomes()[i] != 0 ? points_ - fulfilled[i] : fulfilled[i];
      if (others != 0) refuse(i, others);
    }
  }
  [[noreturn]] CTGRAD_COLD void refuse(std::size_t guard, std::size_t points) const {
    const std::string printed =
        printed_output(r_.code(), outputs() + guard, names_of_inputs(r_.arguments()));
    raise("ctgrad-E52",
          text("at ", std::to_string(points), " of ", std::to_string(points_),
               " points of a batch a guarded recording takes another way: comparison ",
               std::to_string(guard + 1), " of ", std::to_string(r_.guards()),
               printed.empty() ? "" : text(", ", printed, ","),
               " comes out otherwise than it was "
               "recorded. Write where(condition, a, b) in place of the branch, or batch the "
               "points of each branch by themselves"));
  }

  recorded r_;
  std::vector<column<T>> columns_;
  std::vector<T> constants_;
  std::size_t points_ = 0;
  const recorded_kernels<T>* kernels_ = nullptr;  // kept by the recording
  std::vector<T> shared_;
};

}  // namespace ctgrad::detail
