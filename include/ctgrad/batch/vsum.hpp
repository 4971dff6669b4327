// vsum(g) and vmean(g): the sum or mean over many points of what g returns.
//
//   const auto g = ctgrad::vmean(ctgrad::value_and_gradient<ctgrad::wrt<0>>(loss));
//   auto [value, gradient] = g(parameters, inputs, labels);   // of the mean loss of a data set
//
// The arguments are those of vmap(g), the result that of g at one point. Memory does not depend on
// the number of points, and the result not on the number of threads: points are added up in parts
// of fixed extent, whose sums are added in their order.
#pragma once

#include <ctgrad/batch/vmap.hpp>
#include <ctgrad/detail/error.hpp>

#include <algorithm>
#include <cstddef>
#include <type_traits>
#include <vector>

namespace ctgrad {
namespace detail {

/// At most so many parts are added up by themselves.
inline constexpr std::size_t parts_of_sum = 64;

/// The number of points in each part but the last; it depends on nothing but their number.
inline std::size_t points_in_part(std::size_t points) {
  const std::size_t wanted = (points + parts_of_sum - 1) / parts_of_sum;
  const std::size_t block = 256;  // a multiple of every block of a kernel
  return std::max((wanted + block - 1) / block * block, points_of_part);
}

/// The sums of all outputs, and of nothing for no points.
template <class Policy>
auto sums_of(const Policy& policy, const auto& job) {
  using T = typename std::remove_cvref_t<decltype(job)>::T;
  const std::size_t outputs = job.outputs(), points = job.points();
  const std::size_t each = points_in_part(points), parts = (points + each - 1) / each;
  std::vector<T> sums(std::max<std::size_t>(parts, 1) * outputs);
  for_each_part(policy, parts, [&](std::size_t k_) {
    job.total(sums.data() + k_ * outputs, {k_ * each, std::min(points, (k_ + 1) * each)});
  });
  for (std::size_t i = outputs; i < parts * outputs; ++i) sums[i % outputs] += sums[i];
  return sums;
}

/// What vsum(g) is, and vmean(g).
template <class G, class Policy, bool Mean>
struct sum_of_batch {
  G g;
  Policy policy;

  template <class... X>
  auto operator()(const X&... args) const {
    if constexpr (check_batch<G, X...>()) {
      return with_job<yield_of_points::total>(
          g,
          [&](const auto& job_) {
            auto sums = sums_of(policy, job_);
            if constexpr (Mean) divide(sums, job_.points());
            return job_.sum_result(sums.data());
          },
          args...);
    }
  }

 private:
  template <class T>
  static void divide(std::vector<T>& sums, std::size_t points) {
    if (points == 0) raise("ctgrad-E61", "vmean(g) of no points: there is no mean of nothing");
    for (T& x : sums) x /= static_cast<T>(points);
  }
};

}  // namespace detail

/// The sum over all points of what g returns, 0 for no points. Arguments and errors are those of
/// vmap(g). By a policy: vsum(std::execution::par, g), with the same bits.
template <class G>
auto vsum(const G& g) {
  return detail::sum_of_batch<G, detail::in_sequence, false>{g, {}};
}
/// The sum over all points by threads, as a standard execution policy says: the same bits as
/// without.
template <class Policy, class G>
auto vsum(const Policy& policy, const G& g) {
  return detail::sum_of_batch<G, Policy, false>{g, policy};
}

/// The mean over all points. Error beside those of vmap(g): [ctgrad-E61] for no points.
template <class G>
auto vmean(const G& g) {
  return detail::sum_of_batch<G, detail::in_sequence, true>{g, {}};
}
/// The mean over all points by threads, as a standard execution policy says: the same bits as
/// without.
template <class Policy, class G>
auto vmean(const Policy& policy, const G& g) {
  return detail::sum_of_batch<G, Policy, true>{g, policy};
}

}  // namespace ctgrad
