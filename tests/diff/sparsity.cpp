// sparsity(...): where a Jacobian or Hessian can be other than 0.
#include <ctgrad/diff/hessian.hpp>
#include <ctgrad/diff/jacobian.hpp>
#include <ctgrad/diff/sparsity.hpp>
#include <ctgrad/op/registry.hpp>

#include <boost/test/unit_test.hpp>

#include <array>
#include <concepts>
#include <cstddef>
#include <tuple>
#include <type_traits>
#include <utility>

#include "../support/vector_functions.hpp"
#include "structs.hpp"

namespace {

namespace cg = ctgrad;
using structs::bond, structs::quote;

template <std::size_t Rows, std::size_t Columns>
using pattern = std::array<std::array<bool, Columns>, Rows>;

// -- Jacobians -----------------------------------------------------------------------------------

constexpr auto some = [](auto x, auto y, auto z) {
  return std::array{2 * x, x * exp(z), y - y * z};
};
constexpr auto s = cg::sparsity<double, double, double>(cg::jacobian(some));
static_assert(s.pattern == pattern<3, 3>{{{1, 0, 0}, {1, 0, 1}, {0, 1, 1}}});
static_assert(s.nonzeros == 5);

// A derivative that is a constant other than 0 is an entry; the derivative of a step is none.
constexpr auto jumps = [](auto x, auto y) { return std::array{floor(x) + y, 3 * x, sign(x * y)}; };
static_assert(cg::sparsity<double, double>(cg::jacobian(jumps)).pattern ==
              pattern<3, 2>{{{0, 1}, {1, 0}, {0, 0}}});
constexpr auto constant = [](auto, auto) { return std::array{1.0, 2.0}; };
static_assert(cg::sparsity<double, double>(cg::jacobian(constant)).nonzeros == 0);

// What cancels is seen where no number can contradict it.
constexpr auto cancelled = [](auto x, auto y) { return std::array{detach(x) * y, 0 * x + y}; };
static_assert(!cg::sparsity<double, double>(cg::jacobian(cancelled)).pattern[0][0]);

// So is what is 0 for all arguments only when its terms are added up.
constexpr auto several = [](auto x, auto y, auto z) {
  return std::array{x + 2 * y, (x + z) - x, exp(y) * 0.0, z < x, -0.0 * x};
};
static_assert(cg::sparsity<double, double, double>(cg::jacobian(several)).pattern ==
              pattern<5, 3>{{{1, 1, 0}, {0, 0, 1}, {0, 1, 0}, {0, 0, 0}, {0, 0, 0}}});

constexpr auto blocks = [](const auto& x) {  // pairs that know nothing of each other
  auto y = x;
  for (std::size_t i = 0; i < x.size(); i += 2) {
    y[i] = x[i] * x[i + 1];
    y[i + 1] = sin(x[i]) + cos(x[i + 1]);
  }
  return y;
};
constexpr auto of_blocks = cg::sparsity<std::array<double, 8>>(cg::jacobian(blocks));
static_assert(of_blocks.nonzeros == 16);
constexpr bool block_diagonal(const auto& entries) {
  bool good = true;
  for (std::size_t i = 0; i < 8; ++i) {
    for (std::size_t j = 0; j < 8; ++j) good = good && entries[i][j] == (i / 2 == j / 2);
  }
  return good;
}
static_assert(block_diagonal(of_blocks.pattern));

// -- Hessians ------------------------------------------------------------------------------------

constexpr auto linear_in_z = [](auto x, auto y, auto z) { return x * y + 4 * z; };
static_assert(cg::sparsity<double, double, double>(cg::hessian(linear_in_z)).pattern ==
              pattern<3, 3>{{{0, 1, 0}, {1, 0, 0}, {0, 0, 0}}});

constexpr auto linear_in_one = [](auto x, auto y, auto z) { return x * y + 3 * z + exp(y); };
static_assert(cg::sparsity<double, double, double>(cg::hessian(linear_in_one)).pattern ==
              pattern<3, 3>{{{0, 1, 0}, {1, 1, 0}, {0, 0, 0}}});

constexpr auto rosenbrock = [](const auto& x) {
  auto sum = 0 * x[0];
  for (std::size_t i = 0; i + 1 < x.size(); ++i) {
    const auto valley = x[i + 1] - x[i] * x[i];
    sum += 100 * valley * valley + (1 - x[i]) * (1 - x[i]);
  }
  return sum;
};
constexpr auto tridiagonal = [](const auto& entries) {
  bool good = true;
  for (std::size_t i = 0; i < 6; ++i) {
    for (std::size_t j = 0; j < 6; ++j) good = good && entries[i][j] == (i <= j + 1 && j <= i + 1);
  }
  return good;
};
constexpr auto of_rosenbrock = cg::sparsity<std::array<double, 6>>(cg::hessian(rosenbrock));
static_assert(tridiagonal(of_rosenbrock.pattern) && of_rosenbrock.nonzeros == 16);

constexpr auto arrow = [](const auto& x) {  // everything meets the first variable only
  auto sum = x[0] * x[0];
  for (std::size_t i = 1; i < x.size(); ++i) sum += x[0] * x[i] + exp(x[i]);
  return sum;
};
constexpr auto of_arrow = cg::sparsity<std::array<double, 5>>(cg::hessian(arrow));
static_assert(
    of_arrow.pattern ==
    pattern<5, 5>{
        {{1, 1, 1, 1, 1}, {1, 1, 0, 0, 0}, {1, 0, 1, 0, 0}, {1, 0, 0, 1, 0}, {1, 0, 0, 0, 1}}});
static_assert(of_arrow.nonzeros == 13);

// -- shapes are those of the derivative ----------------------------------------------------------

constexpr auto to_quote = [](const auto& b, auto k) {
  return quote<decltype(b.rate * k)>{b.rate * b.maturity, b.rate - 2 * k};
};
constexpr auto by_bond = cg::sparsity<bond<double>, double>(cg::jacobian<cg::wrt<0>>(to_quote));
static_assert(by_bond.pattern.price == bond<bool>{true, true});
static_assert(by_bond.pattern.yield == bond<bool>{true, false});
static_assert(by_bond.nonzeros == 3);
constexpr auto by_both = cg::sparsity<bond<double>, double>(cg::jacobian(to_quote));
static_assert(by_both.pattern.price == std::tuple{bond<bool>{true, true}, false});
static_assert(by_both.pattern.yield == std::tuple{bond<bool>{true, false}, true});

constexpr auto area = [](const auto& b) { return b.rate * b.rate * b.maturity; };
constexpr auto of_area = cg::sparsity<bond<double>>(cg::hessian(area));
static_assert(of_area.pattern.rate.maturity && !of_area.pattern.maturity.maturity);

constexpr auto with_value =
    cg::sparsity<double>(cg::value_gradient_hessian([](auto x) { return 3 * x; }));
static_assert(with_value.pattern.value && with_value.pattern.gradient[0]);
static_assert(!with_value.pattern.hessian[0][0] && with_value.nonzeros == 2);

static_assert(cg::sparsity<float>(cg::jacobian([](auto x) {
                return std::pair{x, x - x};
              })).pattern.first[0]);

// -- called with arguments, of which only the types matter ---------------------------------------

static_assert(cg::sparsity(cg::jacobian(some))(0.0, 0.0, 0.0).pattern == s.pattern);
static_assert(cg::sparsity(cg::hessian(area))(bond<float>{}).nonzeros == 3);

// -- formulas ------------------------------------------------------------------------------------

constexpr auto x = cg::var<"x">;
constexpr auto y = cg::var<"y">;
constexpr auto z = cg::var<"z">;
constexpr auto of_formula = cg::sparsity(cg::hessian(x * x * y + sin(z) + 5 * x));
static_assert(of_formula.pattern[x][x] && of_formula.pattern[x][y] && of_formula.pattern[y][x]);
static_assert(of_formula.pattern[z][z] && !of_formula.pattern[y][y] && !of_formula.pattern[x][z]);
static_assert(of_formula.nonzeros == 4);

}  // namespace

BOOST_AUTO_TEST_SUITE(function_sparsity)

BOOST_AUTO_TEST_CASE(what_is_listed_as_zero_is_zero_everywhere) {
  for (const double at : {-1.5, 0.0, 2.25}) {
    const std::array point{at, at + 1, at * at, 0.5, -at, 3.0};
    const auto H = cg::hessian(rosenbrock)(point);
    for (std::size_t i = 0; i < 6; ++i) {
      for (std::size_t j = 0; j < 6; ++j) {
        if (!of_rosenbrock.pattern[i][j]) BOOST_TEST(H[i][j] == 0);
      }
    }
    BOOST_TEST(H[2][2] != 0);
  }
}

BOOST_AUTO_TEST_CASE(jacobians_with_structure) {
  namespace functions = support::vector_functions;
  const auto of_stencil =
      cg::sparsity<std::array<double, 10>>(cg::jacobian(functions::stencil)).pattern;
  for (std::size_t i = 0; i < 10; ++i) {
    for (std::size_t j = 0; j < 10; ++j) {
      const bool near = j == i || j == (i + 1) % 10 || j == (i + 9) % 10;
      BOOST_TEST(of_stencil[i][j] == near);
    }
  }
  constexpr auto of_chain = cg::sparsity<std::array<double, 8>>(cg::jacobian(functions::chain));
  BOOST_TEST(of_chain.nonzeros == 36u);
}

BOOST_AUTO_TEST_CASE(is_never_wrong_about_a_zero) {
  support::for_each_vector_function([]<class E>(const E& entry) {
    const auto point = entry.point(3);
    constexpr auto J = cg::jacobian<cg::interpreted>(std::remove_cvref_t<decltype(entry.f)>{});
    constexpr auto known = cg::sparsity<std::array<double, E::inputs>>(J);
    const auto entries = J(point);
    for (std::size_t i = 0; i < entries.size(); ++i) {
      for (std::size_t j = 0; j < E::inputs; ++j) {
        BOOST_TEST((entries[i][j] != 0) == known.pattern[i][j], entry.name);
      }
    }
  });
}

BOOST_AUTO_TEST_CASE(arguments_known_at_run_time) {
  double a = 1;
  for (int i = 0; i < 3; ++i) a *= 2;
  BOOST_TEST(cg::sparsity(cg::jacobian(some))(a, a, a).nonzeros == 5);
}

BOOST_AUTO_TEST_SUITE_END()
