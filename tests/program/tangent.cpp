// The forward sweep as a transformation of programs, and weighted adjoints, its mirror image.
#include <ctgrad/program/tangent.hpp>

#include <boost/test/unit_test.hpp>

#include <array>
#include <cmath>
#include <limits>
#include <vector>

#include "../support/derived.hpp"
#include "../support/oracle.hpp"
#include "../support/vector_functions.hpp"

namespace {

using ctgrad::builder;
using ctgrad::symbol;
using support::symbols;
namespace functions = support::vector_functions;

constexpr bool one_component_is_a_partial() {
  builder<double> home;
  const symbol x{home, home.input()}, y{home, home.input()};
  const symbol p = x * y, e = exp(p);
  const auto by_x = tangents(home, {p, e, y}, {x, y}, {1, 0});
  return by_x[0].same_as(y) && by_x[1].same_as(e * y) && by_x[2].is_structural_zero();
}
static_assert(one_component_is_a_partial());

constexpr bool zeros_are_not_recorded() {
  builder<double> home;
  const symbol x{home, home.input()}, y{home, home.input()}, v{home, home.input()};
  const symbol f = sin(x) + exp(y);
  const auto before = home.size();
  const auto none = tangents(home, {f, x}, {x, y}, {0, 0});
  const bool nothing = none[0].is_structural_zero() && none[1].is_structural_zero();
  const bool silent = home.size() == before && tangents(home, {}, {x}, {1}).empty();
  const auto along_y = tangents(home, {f}, {x, y}, {0, v});
  return nothing && silent && along_y[0].same_as(exp(y) * v);
}
static_assert(zeros_are_not_recorded());

constexpr bool along_intermediate_results() {
  // u moves by 1 of its own and by what x gives it
  builder<double> home;
  const symbol x{home, home.input()}, y{home, home.input()};
  const symbol u = x + y, f = u * u;
  return tangents(home, {f}, {x, u}, {1, 1})[0].same_as(4 * u) &&
         tangents(home, {u}, {u, u}, {1, 1})[0].is_literal(2);
}
static_assert(along_intermediate_results());

constexpr bool weights_are_seeds() {
  builder<double> home;
  const symbol x{home, home.input()}, y{home, home.input()}, w{home, home.input()};
  const symbol p = x * y, e = exp(x);
  const auto plain = adjoints(home, {p, e}, {x, y}, {1, 0});
  const auto weighted = adjoints(home, {p, e}, {x, y}, {w, 1});
  const auto twice = adjoints(home, {x, x, p}, {x}, {1, w, 0});
  return plain[0].same_as(y) && plain[1].same_as(x) && weighted[0].same_as(e + w * y) &&
         weighted[1].same_as(w * x) && twice[0].same_as(1 + w);
}
static_assert(weights_are_seeds());

}  // namespace

BOOST_AUTO_TEST_SUITE(tangent)

// Jv and wJ of every function, with v and w as inputs: what the Jacobian's entries sum up to.
BOOST_AUTO_TEST_CASE(products_with_the_jacobian_are_true) {
  support::for_each_vector_function([]<class E>(const E& entry) {
    constexpr std::size_t n = E::inputs;
    const auto point = entry.point(7);
    std::vector<double> direction, weights;
    for (std::size_t j = 0; j < n; ++j) direction.push_back(std::sin(static_cast<double>(j) + 1));
    const auto jvp = support::derived<n>(entry.f, [&](auto& home, const auto& x, const auto& y) {
      return tangents(home, symbols(y.begin(), y.end()), x,
                      symbols(direction.begin(), direction.end()));
    });
    const std::size_t m = jvp.outputs.size();
    for (std::size_t i = 0; i < m; ++i) weights.push_back(std::cos(static_cast<double>(i) + 1));
    const auto vjp = support::derived<n>(entry.f, [&](auto& home, const auto& x, const auto& y) {
      return adjoints(home, symbols(y.begin(), y.end()), x,
                      symbols(weights.begin(), weights.end()));
    });

    // Terms cancel: errors are in units of the sum of their sizes.
    std::vector<support::real> along(m), across(n), size_along(m), size_across(n);
    for (std::size_t i = 0; i < m; ++i) {
      for (std::size_t j = 0; j < n; ++j) {
        const auto d = support::partial(support::component<n>(entry.f, i), point, j);
        const support::real a = d * direction[j], b = d * weights[i];
        along[i] = along[i] + a;
        across[j] = across[j] + b;
        size_along[i] = size_along[i] + abs(a);
        size_across[j] = size_across[j] + abs(b);
      }
    }
    const auto got_along = support::interpreted(jvp, point);
    const auto got_across = support::interpreted(vjp, point);
    const double eps = std::numeric_limits<double>::epsilon();
    double worst = 0;
    const auto compare = [&](double got, const support::real& truth, const support::real& size) {
      if (size == 0) {
        BOOST_TEST(got == 0);
        return;
      }
      worst = std::max(worst, static_cast<double>(abs(got - truth) / size) / eps);
    };
    for (std::size_t i = 0; i < m; ++i) compare(got_along[i], along[i], size_along[i]);
    for (std::size_t j = 0; j < n; ++j) compare(got_across[j], across[j], size_across[j]);
    BOOST_TEST(worst <= entry.truth, entry.name << ": " << worst);
  });
}

BOOST_AUTO_TEST_CASE(a_direction_costs_a_multiple_of_the_function) {
  support::for_each_vector_function([]<class E>(const E& entry) {
    constexpr std::size_t n = E::inputs;
    const auto value = support::derived<n>(
        entry.f, [](auto&, const auto&, const auto& y) { return symbols(y.begin(), y.end()); });
    builder<double> home;
    const auto x = support::inputs_of<n>(home), v = support::inputs_of<n>(home);
    const auto y = entry.f(x);
    symbols all(y.begin(), y.end());
    for (const auto& d : tangents(home, all, {x.begin(), x.end()}, {v.begin(), v.end()})) {
      all.push_back(d);
    }
    std::vector<ctgrad::slot> outputs;
    for (const auto& s : all) outputs.push_back(s.at(home));
    BOOST_TEST(operations(home.finish(outputs)) <= 4 * operations(value), entry.name);
  });
}

BOOST_AUTO_TEST_CASE(hessian_times_direction_is_forward_over_reverse) {
  // f = x y exp(z): H v by hand at (2, 3, 0) along (1, -1, 2)
  const auto f = [](const auto& x) { return std::array{x[0] * x[1] * exp(x[2])}; };
  const auto hvp = support::derived<3>(f, [](auto& home, const auto& x, const auto& y) {
    return tangents(home, adjoints(home, y[0], x), x, symbols{1, -1, 2});
  });
  // rows (0, 1, 3), (1, 0, 2), (3, 2, 6)
  const std::vector<double> expected{5, 5, 13};
  BOOST_TEST(support::interpreted(hvp, std::array{2.0, 3.0, 0.0}) == expected,
             boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(branches_not_taken_do_not_exist) {
  const auto f = [](const auto& x) {
    return std::array{where(x[0] > 0, sqrt(x[0]), x[0]) * x[1], relu(-1 / (x[0] * x[0])),
                      max(log(x[0]), x[1])};
  };
  const auto jvp = support::derived<2>(f, [](auto& home, const auto& x, const auto& y) {
    return tangents(home, symbols(y.begin(), y.end()), x, symbols{1, 1});
  });
  const std::vector<double> expected{5, 0, 1};
  BOOST_TEST(support::interpreted(jvp, std::array{0.0, 5.0}) == expected,
             boost::test_tools::per_element());
}

BOOST_AUTO_TEST_SUITE_END()
