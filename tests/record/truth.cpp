// Guarded recordings of functions whose control flow depends on the data, against central
// differences of their values in 100-digit arithmetic.
#include <tuple>

#include "../support/branching.hpp"
#include "../support/oracle.hpp"
#include "support.hpp"

namespace {

/// The bounds are those of dynamic(f) in dynamic/truth.cpp.
template <class F, std::size_t N>
void check_truth(const F& f, const std::array<double, N>& x, double first, double second) {
  const auto error_of = [](double got, const support::real& truth) {
    if (abs(truth) < 1e-30) return got == 0 ? 0 : HUGE_VAL;
    return support::error_in_ulps(got, truth);
  };
  const auto r = std::apply([&](auto... k) { return cg::record<cg::guarded>(f, k...); }, x);
  BOOST_TEST(support::identical(std::apply(r, x), std::apply(f, x)));
  const auto got = std::apply(cg::value_gradient_hessian(r), x);
  for (std::size_t i = 0; i < N; ++i) {
    BOOST_TEST(error_of(got.gradient[i], support::partial(f, x, i)) <= first);
    for (std::size_t j = 0; j < N; ++j) {
      BOOST_TEST(error_of(got.hessian[i][j], support::second_partial(f, x, i, j)) <= second);
    }
  }
}

}  // namespace

BOOST_AUTO_TEST_CASE(truth_of_functions_that_branch) {
  check_truth(support::newton, std::array{1.5, 2.0}, 8, 48);
  check_truth(support::agm, std::array{0.25, 24.0}, 8, 32);
  check_truth(support::sorted, std::array{0.75, -0.5, 1.25}, 4, 8);
  check_truth(support::recursive, std::array{0.125, 30.0}, 20, 20);
  check_truth(support::spline, std::array{0.3, 1.5}, 4, 8);
  check_truth(support::adaptive, std::array{0.75, 1.25}, 16, 64);
}
