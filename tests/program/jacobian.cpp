// Jacobians: every way to accumulate one gives the same entries, the cheapest is chosen, and what
// is 0 costs nothing.
#include <ctgrad/program/jacobian.hpp>

#include <boost/test/unit_test.hpp>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <limits>
#include <vector>

#include "../support/compare.hpp"
#include "../support/derived.hpp"
#include "../support/oracle.hpp"
#include "../support/vector_functions.hpp"

namespace {

using ctgrad::builder;
using ctgrad::elimination;
using ctgrad::symbol;
using support::jacobian_program;
using support::symbols;
using support::ways;
namespace functions = support::vector_functions;

constexpr double inf = std::numeric_limits<double>::infinity();
constexpr double not_a_number = std::numeric_limits<double>::quiet_NaN();

// -- in constant expressions
// ---------------------------------------------------------------------

template <elimination How>
struct quaternion_source {
  static constexpr auto build() { return jacobian_program<7>(functions::quaternion, How); }
};

template <elimination How>
constexpr auto quaternion_jacobian = ctgrad::unroll<ctgrad::frozen<quaternion_source<How>>::value>(
    std::array<double, 7>{1, 2, 3, 4, 5, 6, 7}.data());

// With t = u x p: d/dw = 2 t, d/du_k = 2 w e_k x p + 2 (e_k x t + u x (e_k x p)) and
// d/dp = 1 + 2 w [u] + 2 [u]², computed by hand for w = 1, u = (2, 3, 4), p = (5, 6, 7).
constexpr std::array<double, 21> quaternion_by_hand{-6, 92,  -22, -64, -49, 4,   22,  //
                                                    12, -32, 76,  -44, 20,  -39, 20,  //
                                                    -6, -4,  -46, 56,  10,  28,  -25};
static_assert(quaternion_jacobian<elimination::forward> == quaternion_by_hand);
static_assert(quaternion_jacobian<elimination::reverse> == quaternion_by_hand);
static_assert(quaternion_jacobian<elimination::markowitz> == quaternion_by_hand);
static_assert(quaternion_jacobian<elimination::cheapest> == quaternion_by_hand);

static_assert(jacobian_program<15>(functions::camera, elimination::cheapest).outputs.size() == 30,
              "within the compilers' limits of a constant evaluation");

// -- which results may be asked for
// --------------------------------------------------------------

/// Whether all ways give these entries.
constexpr bool all_ways(builder<double>& home, const symbols& ys, const symbols& xs,
                        const symbols& expected) {
  return std::all_of(ways.begin(), ways.end(), [&](const auto& way) {
    const auto entries = jacobian(home, ys, xs, way.how);
    return std::equal(entries.begin(), entries.end(), expected.begin(), expected.end(),
                      [](const symbol& a, const symbol& b) { return a.same_as(b); });
  });
}

constexpr bool inputs_and_constants_are_results_too() {
  builder<double> home;
  const symbol x{home, home.input()}, y{home, home.input()}, l{home, home.literal(2)};
  return all_ways(home, {x, l, 3 * y, symbol(5)}, {x, y, l}, {1, 0, 0, 0, 0, 0, 0, 3, 0, 0, 0, 0});
}
static_assert(inputs_and_constants_are_results_too());

constexpr bool asked_for_twice() {
  builder<double> home;
  const symbol x{home, home.input()}, y{home, home.input()};
  const symbol p = x * y;
  return all_ways(home, {p, p, x}, {x, y, x}, {y, x, y, y, x, y, 1, 0, 1});
}
static_assert(asked_for_twice());

constexpr bool results_of_which_others_are_made() {
  builder<double> home;
  const symbol x{home, home.input()};
  const symbol e = exp(x), s = sin(e);
  const symbol c = cos(e);
  return all_ways(home, {e, s}, {x}, {e, c * e});
}
static_assert(results_of_which_others_are_made());

constexpr bool by_intermediate_results() {
  // f = u v with v = exp(u): df/du holds what goes through v
  builder<double> home;
  const symbol x{home, home.input()};
  const symbol u = sin(x), v = exp(u), f = u * v;
  return all_ways(home, {f, u}, {u, v}, {v + u * v, u, 1, 0}) &&
         all_ways(home, {u, f, x}, {f, u, f}, {0, 1, 0, 1, v + u * v, 1, 0, 0, 0});
}
static_assert(by_intermediate_results());

constexpr bool no_way_leads_through_detach_or_a_condition() {
  builder<double> home;
  const symbol x{home, home.input()}, y{home, home.input()};
  const symbol f = detach(exp(x)) * y, g = where(sin(x) < y, y, 3 * y);
  return all_ways(home, {f, g}, {x}, {0, 0}) &&
         jacobian(home, {f, g}, {x, y}, elimination::markowitz)[0].is_structural_zero();
}
static_assert(no_way_leads_through_detach_or_a_condition());

constexpr bool nothing_to_do() {
  builder<double> home;
  const symbol x{home, home.input()};
  return jacobian(home, {}, symbols{x}).empty() && jacobian(home, symbols{x}, {}).empty();
}
static_assert(nothing_to_do());

/// The operations of the Jacobian for every way.
template <std::size_t N>
std::array<std::size_t, 4> counts(auto f) {
  std::array<std::size_t, 4> result{};
  for (std::size_t k = 0; k < 4; ++k) result[k] = operations(jacobian_program<N>(f, ways[k].how));
  return result;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(jacobian_)

BOOST_AUTO_TEST_CASE(every_way_gives_the_same_entries_and_they_are_true) {
  support::for_each_vector_function([]<class E>(const E& entry) {
    constexpr std::size_t n = E::inputs;
    double error = 0;
    std::uint64_t apart = 0;
    for (unsigned k = 0; k < 2; ++k) {
      const auto point = entry.point(k);
      std::vector<std::vector<double>> matrices;
      for (const auto& way : ways) {
        matrices.push_back(support::interpreted(jacobian_program<n>(entry.f, way.how), point));
      }
      for (std::size_t e = 0; e < matrices[0].size(); ++e) {
        const auto truth = support::partial(support::component<n>(entry.f, e / n), point, e % n);
        for (const auto& matrix : matrices) {
          error = std::max(error, support::error_in_ulps(matrix[e], truth));
          apart = std::max(apart, support::ulps(matrix[e], matrices[0][e]));
        }
      }
    }
    BOOST_TEST_CONTEXT(entry.name << ": " << error << " ulps from the truth, " << apart
                                  << " apart") {
      BOOST_TEST(error <= entry.truth);
      BOOST_TEST(apart <= entry.apart);
    }
  });
}

// Vertex elimination is taken if it saves a tenth of the operations as they are counted in advance.
BOOST_AUTO_TEST_CASE(the_cheapest_is_chosen) {
  support::for_each_vector_function([]<class E>(const E& entry) {
    const auto count = counts<E::inputs>(entry.f);
    BOOST_TEST_MESSAGE(entry.name << ": forward " << count[0] << ", reverse " << count[1]
                                  << ", markowitz " << count[2] << ", chosen " << count[3]);
    const std::size_t least = std::min({count[0], count[1], count[2]});
    BOOST_TEST(count[3] <= least + least / 8, entry.name);
  });
}

BOOST_AUTO_TEST_CASE(each_way_wins_somewhere) {
  const auto harmonics = counts<2>(functions::harmonics);
  BOOST_TEST(harmonics[0] * 3 < harmonics[1] * 2);
  const auto camera = counts<15>(functions::camera);
  BOOST_TEST(camera[1] * 3 < camera[0] * 2);
  BOOST_TEST(camera[1] < camera[2]);
  const auto bottleneck = counts<8>(functions::bottleneck);
  BOOST_TEST(bottleneck[2] * 4 < std::min(bottleneck[0], bottleneck[1]) * 3);
  const auto chain = counts<8>(functions::chain);
  BOOST_TEST(chain[2] * 4 < std::min(chain[0], chain[1]) * 3);
}

BOOST_AUTO_TEST_CASE(one_result_is_as_ever) {
  const auto gradient = support::derived<10>(
      functions::moments,
      [](auto& home, const auto& x, const auto& y) { return adjoints(home, y[0], x); });
  const auto row = support::derived<10>(
      functions::moments,
      [](auto& home, const auto& x, const auto& y) { return jacobian(home, symbols{y[0]}, x); });
  BOOST_TEST(to_string(gradient) == to_string(row));
}

BOOST_AUTO_TEST_CASE(zeros_cost_nothing) {
  const auto diagonal = [](const auto& x) {
    return std::array{exp(x[0]), sin(x[1]), x[2] * x[2], 4 * x[3]};
  };
  for (const auto& way : ways) {
    // exp(x), cos(y), 2 z: the entries of the diagonal, of which exp(x) is known
    const auto p = jacobian_program<4>(diagonal, way.how);
    BOOST_TEST(operations(p) == 3u, way.name);
  }
}

// What is not active is exactly 0, whatever its own slope is.
BOOST_AUTO_TEST_CASE(branches_not_taken_do_not_exist) {
  const auto f = [](const auto& x) {
    const auto taken = where(x[0] > 0, sqrt(x[0]) * x[1], 2 * x[0] + x[1]);  // sqrt'(0) = inf
    const auto cut = relu(-1 / (x[0] * x[0]));                               // inf' of -inf
    const auto top = max(log(x[0]), x[1] * x[2]);                            // log(0) = -inf
    const auto low = min(x[2] * x[2], 1 / x[0]);
    return std::array{taken * x[2] + cut, cut * x[1] + taken, top * taken, low + top * x[2]};
  };
  // at x = (0, 3, 5): taken = 3, cut = 0 and all its slopes, top = 15, low = 25
  const std::vector<double> expected{10, 5,  3,    // 2·5, 5, taken
                                     2,  1,  0,    // cut is not there
                                     30, 30, 9,    // 15·2, 5·3 + 15, 3·3
                                     0,  25, 40};  // 5·5, 10 + 3·5 + 15
  for (const auto& way : ways) {
    const auto entries =
        support::interpreted(jacobian_program<3>(f, way.how), std::array{0.0, 3.0, 5.0});
    BOOST_TEST(entries == expected, boost::test_tools::per_element());
  }
}

BOOST_AUTO_TEST_CASE(a_nan_stays_in_its_branch) {
  const auto f = [](const auto& x) {
    const auto far = where(x[0] > 0, x[0] * x[1], log(x[1]) / x[2]);
    return std::array{far * x[0], far + x[1], relu(far)};
  };
  for (const auto& way : ways) {
    const auto p = jacobian_program<3>(f, way.how);
    // log(-1) is NaN, and so is its slope divided by NaN
    const std::vector<double> expected{-4, 4, 0, -1, 3, 0, 0, 0, 0};
    BOOST_TEST(support::interpreted(p, std::array{2.0, -1.0, not_a_number}) == expected,
               boost::test_tools::per_element());
  }
}

BOOST_AUTO_TEST_CASE(a_zero_of_the_function_is_a_number) {
  // 0 * inf is NaN, as for Values
  const auto f = [](const auto& x) { return std::array{sqrt(x[0]) * x[1], sqrt(x[0]) + x[1]}; };
  for (const auto& way : ways) {
    const auto entries =
        support::interpreted(jacobian_program<2>(f, way.how), std::array{0.0, 0.0});
    BOOST_TEST(support::is_identical(entries[0], not_a_number), way.name);
    BOOST_TEST(support::is_identical(entries[2], inf), way.name);
  }
}

BOOST_AUTO_TEST_CASE(long_programs_take_linear_time) {
  builder<double> home;
  const symbol x{home, home.input()}, y{home, home.input()};
  symbol a = x, b = y;
  for (int i = 0; i < 20'000; ++i) {
    a = sin(a) * b;
    b = b + a;
  }
  const auto before = home.size();
  BOOST_TEST(jacobian(home, {a, b}, {x, y}).size() == 4u);
  BOOST_TEST(home.size() - before <= 20'000u * 12);
}

BOOST_AUTO_TEST_SUITE_END()
