// Hessians: half of the entries is computed, all of them are true.
#include <ctgrad/program/hessian.hpp>

#include <boost/test/unit_test.hpp>

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <vector>

#include "../support/derived.hpp"
#include "../support/oracle.hpp"
#include "../support/vector_functions.hpp"

namespace {

using ctgrad::builder;
using ctgrad::elimination;
using ctgrad::symbol;
using support::symbols;
using support::ways;
namespace functions = support::vector_functions;

/// The Hessian alone, row by row.
template <std::size_t N>
constexpr ctgrad::program<double> hessian_program(auto f, elimination how) {
  return support::derived<N>(
      f, [=](auto& home, const symbols& x, const symbol& y) { return hessian(home, y, x, how); });
}

/// All the Jacobian of the gradient.
template <std::size_t N>
constexpr ctgrad::program<double> jacobian_of_gradient(auto f, elimination how) {
  return support::derived<N>(f, [=](auto& home, const symbols& x, const symbol& y) {
    return jacobian(home, adjoints(home, y, x), x, how);
  });
}

constexpr bool mirrored() {
  builder<double> home;
  const symbol x{home, home.input()}, y{home, home.input()}, z{home, home.input()};
  const auto h = hessian(home, exp(x * y) + 3 * z, {x, y, z});
  const bool linear = h[2].is_structural_zero() && h[5].is_structural_zero() &&
                      h[6].is_structural_zero() && h[7].is_structural_zero() &&
                      h[8].is_structural_zero();
  return h[1].same_as(h[3]) && !h[1].is_literal() && linear;
}
static_assert(mirrored());

constexpr bool asked_for_twice() {
  builder<double> home;
  const symbol x{home, home.input()}, y{home, home.input()};
  for (const auto& way : ways) {
    const auto h = hessian(home, x * x * y, {y, x, y}, way.how);
    const symbol xx = 2 * y, xy = 2 * x;
    const symbols expected{0, xy, 0, xy, xx, xy, 0, xy, 0};
    for (std::size_t k = 0; k < 9; ++k) {
      if (!h[k].same_as(expected[k])) return false;
    }
  }
  return true;
}
static_assert(asked_for_twice());

static_assert(operations(hessian_program<5>(functions::black_scholes, elimination::cheapest)) > 0,
              "within the compilers' limits of a constant evaluation");

}  // namespace

BOOST_AUTO_TEST_SUITE(hessian_)

BOOST_AUTO_TEST_CASE(every_way_gives_the_truth) {
  support::for_each_scalar_function([]<class E>(const E& entry) {
    constexpr std::size_t n = E::inputs;
    double error = 0;
    for (unsigned k = 0; k < 3; ++k) {
      const auto point = entry.point(k);
      std::vector<support::real> truth;
      support::real largest = 0;
      const auto f = [&]<class... X>(const X&... x) {
        return entry.f(std::array<std::common_type_t<X...>, n>{x...});
      };
      for (std::size_t e = 0; e < n * n; ++e) {
        truth.push_back(support::second_partial(f, point, e / n, e % n));
        if (largest < abs(truth.back())) largest = abs(truth.back());
      }
      for (const auto& way : ways) {
        const auto entries = support::interpreted(hessian_program<n>(entry.f, way.how), point);
        for (std::size_t e = 0; e < n * n; ++e) {
          if (entries[e] == 0) {
            BOOST_TEST(abs(truth[e]) < 1e-40 * largest);
          } else {
            error = std::max(error, support::error_in_ulps(entries[e], truth[e]));
          }
        }
      }
    }
    BOOST_TEST_MESSAGE(entry.name << ": " << error << " ulps from the truth");
    BOOST_TEST(error <= entry.truth, entry.name << ": " << error);
  });
}

BOOST_AUTO_TEST_CASE(half_of_a_matrix_costs_less_than_all) {
  support::for_each_scalar_function([]<class E>(const E& entry) {
    constexpr std::size_t n = E::inputs;
    std::array<std::size_t, 4> half{}, whole{};
    for (std::size_t k = 0; k < 4; ++k) {
      half[k] = operations(hessian_program<n>(entry.f, ways[k].how));
      whole[k] = operations(jacobian_of_gradient<n>(entry.f, ways[k].how));
    }
    BOOST_TEST_MESSAGE(entry.name << ": forward " << half[0] << " (all: " << whole[0]
                                  << "), reverse " << half[1] << " (" << whole[1] << "), markowitz "
                                  << half[2] << " (" << whole[2] << "), chosen " << half[3] << " ("
                                  << whole[3] << ')');
    BOOST_TEST(half[0] <= whole[0], entry.name);
    BOOST_TEST(half[1] <= whole[1], entry.name);
    // The count in advance does not see which quotients are shared: up to a tenth is lost.
    BOOST_TEST(10 * half[3] <= 11 * std::min({half[0], half[1], half[2]}), entry.name);
  });
}

BOOST_AUTO_TEST_CASE(second_derivatives_of_a_branch_not_taken_do_not_exist) {
  const auto f = [](const auto& x) {
    return where(x[0] > 0, sqrt(x[0]), x[0] * x[0]) * x[1] + relu(-1 / x[0]) * x[1];
  };
  for (const auto& way : ways) {
    const auto entries = support::interpreted(hessian_program<2>(f, way.how), std::array{0.0, 3.0});
    const std::vector<double> expected{6, 0, 0, 0};
    BOOST_TEST(entries == expected, boost::test_tools::per_element());
  }
}

BOOST_AUTO_TEST_SUITE_END()
