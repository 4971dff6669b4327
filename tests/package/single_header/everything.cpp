// The second file of a program with the single header: here with all of its parts that need
// nothing but Boost. What both files define has to be the same.
#define CTGRAD_WITH_ALL
#include <cmath>
#include <vector>

#include "ctgrad_single.hpp"

namespace cg = ctgrad;

namespace {

double slope_at_two() {
  constexpr auto square = [](auto x) { return x * x; };
  const auto recorded = cg::record(square, 1.0);
  if (!cg::check_gradient(square, 2.0).ok()) return 0;
  if (std::abs(cg::gradient([](auto x) { return digamma(x); })(1.0)[0] - 1.6449340668) > 1e-9)
    return 0;
  const auto at_points = cg::vmap(cg::gradient(square))(std::vector<double>{1, 2, 3});
  return cg::gradient(recorded)(2.0)[0] - at_points[0][1] + 4;
}

// Before main(): a wrong number stops the program.
const bool right = slope_at_two() == 4 ? true : throw cg::error("E00", "wrong slope");

}  // namespace
