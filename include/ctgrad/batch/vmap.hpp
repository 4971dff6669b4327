// vmap(g): a function or a derivative at many points at once.
//
//   const auto g = ctgrad::vmap(ctgrad::value_and_gradient(price));
//   auto out = g(spots, strikes, 0.03, 0.2, times);   // out.value[i], out.gradient[k][i]
//   g.into(value, delta)(...)                         // into the caller's memory
//   ctgrad::vmap(std::execution::par, h)              // by threads
//
// A std::vector or std::span varies from point to point, a number (or struct) is the same at all of
// them. What g returns is returned with a std::vector in place of every number. A function known at
// compile time runs as straight-line code on lanes (lanes.hpp), a recording is interpreted block
// by block: both give the numbers of g itself, but for the accuracy of exp and other functions of
// the lanes, which docs/batches.md states.
#pragma once

#include <ctgrad/batch/job.hpp>
#include <ctgrad/batch/policy.hpp>
#include <ctgrad/batch/targets.hpp>

#include <algorithm>
#include <cstddef>
#include <span>
#include <tuple>
#include <type_traits>
#include <utility>
#include <vector>

namespace ctgrad {
namespace detail {

/// Points that one thread computes without asking for more.
inline constexpr std::size_t points_of_part = 512;

/// Computes all points of a job, part by part.
template <class Policy>
void run_each(const Policy& policy, const auto& job, auto* const* outputs) {
  const std::size_t points = job.points();
  const std::size_t parts = (points + points_of_part - 1) / points_of_part;
  for_each_part(policy, parts, [&](std::size_t k_) {
    const std::size_t first = k_ * points_of_part;
    job.each(outputs, {first, std::min(points, first + points_of_part)});
  });
}

/// Checks everything, then computes.
template <class Policy>
void run_into(const Policy& policy, const auto& job, auto& targets) {
  using T = typename std::remove_cvref_t<decltype(job)>::T;
  auto outputs = job.room(), sorted = outputs;
  collect_targets<T>(targets, job.outputs(), job.points(), outputs.data());
  std::copy(outputs.begin(), outputs.end(), sorted.begin());
  require_apart<T>(job.columns(), std::span<T*>(sorted), job.points());
  run_each(policy, job, outputs.data());
}

/// vmap(g).into(...): waits for the arguments.
template <class G, class Policy, class... Targets>
struct batch_into {
  const G& g;
  const Policy& policy;
  std::tuple<Targets...> targets;

  template <class... X>
  void operator()(const X&... args) {
    if constexpr (check_batch<G, X...>()) {
      with_job<yield_of_points::each>(
          g, [&](const auto& job_) { run_into(policy, job_, targets); }, args...);
    }
  }
};

template <class X>
inline constexpr bool is_vector = false;
template <class X>
inline constexpr bool is_vector<std::vector<X>> = true;

/// What vmap(g) is.
template <class G, class Policy>
struct batch_of {
  G g;
  Policy policy;

  template <class... X>
  auto operator()(const X&... args) const {
    if constexpr (check_batch<G, X...>()) {
      return with_job<yield_of_points::each>(
          g,
          [&](const auto& job_) {
            using T = typename std::remove_cvref_t<decltype(job_)>::T;
            auto result = job_.batch_result(job_.points());
            auto outputs = job_.room();
            collect_targets<T>(result, job_.outputs(), job_.points(), outputs.data());
            run_each(policy, job_, outputs.data());
            return result;
          },
          args...);
    }
  }

  /// Writes into spans or vectors, one for every number that g returns, in order (or into what a
  /// call has returned): vmap(g).into(value, delta, vega)(arguments...). They hold at least as many
  /// numbers as there are points, and overlap neither the arguments nor each other. Nothing is
  /// written if a check fails. Errors: [ctgrad-E59], E60.
  template <class... Targets>
  [[nodiscard]] auto into(Targets&&... targets) const {
    constexpr bool kept = ((std::is_lvalue_reference_v<Targets> || !is_vector<Targets>) && ...);
    static_assert(kept,
                  "[ctgrad-E59] vmap(g).into(...) was given a std::vector that nobody keeps: its "
                  "results would be lost");
    constexpr bool room = (has_targets<std::remove_reference_t<Targets>>() && ...);
    static_assert(room,
                  "[ctgrad-E59] what vmap(g).into(...) was given is no vector or span of double or "
                  "float, or it is const");
    return batch_into<G, Policy, Targets...>{g, policy, {std::forward<Targets>(targets)...}};
  }
};

}  // namespace detail

/// g at many points: g is a function without captures, a derivative of one, or a recording. All
/// vectors and spans of a call have the same length. Linear in it, and in the length of g.
/// Deterministic: a point's results do not depend on the others. Errors: [ctgrad-E56], E58 at
/// compile time, E57; of a recording E51, E52.
template <class G>
auto vmap(const G& g) {
  return detail::batch_of<G, detail::in_sequence>{g, {}};
}

/// By threads, as a standard execution policy says: vmap(std::execution::par, g). The results are
/// those of vmap(g), to the last bit. Include `<execution>`; libstdc++ needs oneTBB for it.
template <class Policy, class G>
auto vmap(const Policy& policy, const G& g) {
  return detail::batch_of<G, Policy>{g, policy};
}

}  // namespace ctgrad
