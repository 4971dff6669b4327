// On lanes every op says what it says on numbers: at the rows of the table of edges, at the points
// where its derivatives are measured and at all pairs of numbers that are special. NaN, infinities
// and zeros (of a value with their sign) are the same; exact ops are the same to the last bit.
#include <ctgrad/batch/lanes.hpp>

#include <boost/test/unit_test.hpp>

#include <array>
#include <cmath>
#include <cstddef>
#include <sstream>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

#include "../edge/activation.hpp"
#include "../edge/arithmetic.hpp"
#include "../edge/comparison.hpp"
#include "../edge/error_function.hpp"
#include "../edge/exponential.hpp"
#include "../edge/hyperbolic.hpp"
#include "../edge/logistic.hpp"
#include "../edge/piecewise.hpp"
#include "../edge/power.hpp"
#include "../edge/rounding.hpp"
#include "../edge/smooth.hpp"
#include "../edge/trigonometric.hpp"
#include "../support/compare.hpp"

namespace {

namespace cg = ctgrad;
using pack = cg::lanes<double>;
using edge::inf;
using edge::point;

constexpr std::array special{0.0,     -0.0,          edge::tiniest, -edge::tiniest, edge::smallest,
                             -1e-310, edge::eps,     0.5,           -0.5,           1.0,
                             -1.0,    edge::below_1, 2.0,           -3.0,           20.0,
                             -38.5,   89.0,          -708.5,        709.7,          711.0,
                             -745.2,  1e20,          -1e200,        edge::biggest,  inf,
                             -inf,    edge::nan_};

/// Rows, points and special numbers; of three operands, the third follows the second.
template <class Op>
std::vector<point> points_of() {
  std::vector<point> all;
  for (const edge::row& r : edge::entry<Op>::edges) all.push_back({r.at[0], r.at[1], r.at[2]});
  const edge::points measured = edge::entry<Op>::at();
  all.insert(all.end(), measured.begin(), measured.end());
  for (const double a : special) {
    for (const double b : special) {
      if (Op::arity == 1 && b != 0) continue;
      all.push_back({a, b, Op::name == "where" ? 1.5 : a + b / 2});
    }
  }
  return all;
}

/// The value and the partials of an op, on numbers or lanes.
template <class Op, class X>
struct outcome {
  X value;
  std::array<X, 3> partials{};

  explicit outcome(const std::array<X, 3>& at) {
    [&]<std::size_t... I>(std::index_sequence<I...>) {
      const X y = static_cast<X>(cg::apply<Op>(operand<I>(at)...));
      value = y;
      std::apply([&](const auto&... p) { partials = {static_cast<X>(p)...}; },
                 Op::partials(operand<I>(at)..., y));
    }(std::make_index_sequence<std::size_t(Op::arity)>{});
  }

 private:
  /// A condition is a condition.
  template <std::size_t I>
  static auto operand(const std::array<X, 3>& at) {
    if constexpr (Op::name == "where" && I == 0) {
      return at[I] != 0;
    } else {
      return at[I];
    }
  }
};

/// What few units in the last place are: of a number, or of what was subtracted from another.
bool is_near(double got, double expected, double terms) {
  if (!std::isfinite(expected) || !std::isfinite(got)) {
    // a step at the border of overflow
    return support::identical(got, expected) ||
           std::fabs(got) + std::fabs(expected) >= edge::biggest + 0 * got;
  }
  return std::fabs(got - expected) <=
         12 * edge::eps * std::fmax(std::fabs(expected), terms) + 4 * edge::tiniest;
}

std::string text_of(std::string_view name, const point& at) {
  std::ostringstream text;
  text.precision(17);
  text << name << '(' << at[0] << ", " << at[1] << ", " << at[2] << ')';
  return text.str();
}

template <class Op>
void compare(const point& at, const outcome<Op, pack>& lanes, std::size_t lane) {
  const outcome<Op, double> numbers(at);
  const double got = lanes.value[lane], expected = numbers.value;
  const bool plain = expected == 0 || std::isnan(expected) || Op::exact;
  const bool right = plain ? support::identical(got, expected) : is_near(got, expected, 0);
  BOOST_TEST(right, text_of(Op::name, at) << " is " << got << ", not " << expected);
  for (std::size_t k = 0; k < std::size_t(Op::arity); ++k) {
    const double slope = lanes.partials[k][lane], truth = numbers.partials[k];
    const double terms = edge::entry<Op>::terms(k, at);
    const bool same = truth == 0 || std::isnan(truth) ? support::equal(slope, truth)
                                                      : is_near(slope, truth, terms);
    BOOST_TEST(same, text_of(Op::name, at)
                         << ", partial " << k << " is " << slope << ", not " << truth);
  }
}

template <class Op>
void check() {
  if constexpr (!edge::is_composed<Op>) {
    const std::vector<point> all = points_of<Op>();
    for (std::size_t i = 0; i < all.size(); i += pack::size) {
      std::array<pack, 3> x;
      for (std::size_t k = 0; k < 3; ++k) {
        std::array<double, pack::size> numbers{};
        for (std::size_t j = 0; j < pack::size; ++j) numbers[j] = all[(i + j) % all.size()][k];
        x[k] = pack::load(numbers.data());
      }
      const outcome<Op, pack> lanes(x);
      for (std::size_t j = 0; j < pack::size; ++j) compare<Op>(all[(i + j) % all.size()], lanes, j);
    }
  }
}

/// The op at x[i], or at a pair of it and another number.
template <class Op, class X>
X at_pair(const X& x, float other) {
  if constexpr (Op::arity == 1) {
    return static_cast<X>(cg::apply<Op>(x));
  } else if constexpr (Op::arity == 2) {
    return static_cast<X>(cg::apply<Op>(x, other));
  } else {
    return static_cast<X>(cg::apply<Op>(x, other, 1.5f));
  }
}

template <class Op>
void compare_floats(float a, const std::array<float, cg::lanes<float>::size>& b) {
  const auto lanes = at_pair<Op>(cg::lanes<float>::load(b.data()), a);
  for (std::size_t j = 0; j < b.size(); ++j) {
    const float got = lanes[j], expected = at_pair<Op>(b[j], a);
    const bool right = expected == 0 || !std::isfinite(expected) || Op::exact
                           ? support::identical(got, expected)
                           : support::ulps(got, expected) <= 12;
    BOOST_TEST(right, text_of(Op::name, {b[j], a, 1.5})
                          << " is " << got << ", not " << expected << " (floats)");
  }
}

/// Values of floats at pairs of special numbers.
template <class Op>
void check_floats() {
  using floats = cg::lanes<float>;
  if constexpr (!edge::is_composed<Op>) {
    for (const double a : special) {
      for (std::size_t i = 0; i < special.size(); i += floats::size) {
        std::array<float, floats::size> b{};
        for (std::size_t j = 0; j < b.size(); ++j) {
          b[j] = static_cast<float>(special[(i + j) % special.size()]);
        }
        compare_floats<Op>(static_cast<float>(a), b);
      }
    }
  }
}

template <class... Ops>
void check(cg::op_list<Ops...>) {
  ((check<Ops>(), check_floats<Ops>()), ...);
}

}  // namespace

BOOST_AUTO_TEST_SUITE(lane_edges)

BOOST_AUTO_TEST_CASE(arithmetic) {
  check(edge::arithmetic{});
}
BOOST_AUTO_TEST_CASE(comparisons) {
  check(edge::comparison{});
}
BOOST_AUTO_TEST_CASE(piecewise) {
  check(edge::piecewise{});
}
BOOST_AUTO_TEST_CASE(powers) {
  check(edge::power{});
}
BOOST_AUTO_TEST_CASE(exponentials) {
  check(edge::exponential{});
}
BOOST_AUTO_TEST_CASE(logistic) {
  check(edge::logistic{});
}
BOOST_AUTO_TEST_CASE(hyperbolic) {
  check(edge::hyperbolic{});
}
BOOST_AUTO_TEST_CASE(trigonometric) {
  check(edge::trigonometric{});
}
BOOST_AUTO_TEST_CASE(error_functions) {
  check(edge::error_function{});
}
BOOST_AUTO_TEST_CASE(activations) {
  check(edge::activation{});
}
BOOST_AUTO_TEST_CASE(smooth) {
  check(edge::smooth{});
}
BOOST_AUTO_TEST_CASE(rounding) {
  check(edge::rounding{});
}

BOOST_AUTO_TEST_SUITE_END()
