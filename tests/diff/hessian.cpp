// hessian(f), value_and_hessian(f), value_gradient_hessian(f): second derivatives.
#include <ctgrad/diff/derivative.hpp>
#include <ctgrad/diff/hessian.hpp>
#include <ctgrad/op/registry.hpp>

#include <boost/test/unit_test.hpp>

#include <array>
#include <cmath>
#include <concepts>
#include <cstddef>
#include <tuple>
#include <utility>

#include "../support/compare.hpp"
#include "../support/oracle.hpp"
#include "structs.hpp"

namespace {

namespace cg = ctgrad;
using structs::bond, structs::ladder;
using support::is_identical;

template <std::size_t N>
using square = std::array<std::array<double, N>, N>;

// -- entries, on every compiler ------------------------------------------------------------------

constexpr auto cubic = [](auto x, auto y) { return x * x * y + y * y * y - 4 * x; };
static_assert(cg::hessian(cubic)(2.0, 3.0) == square<2>{{{6, 4}, {4, 18}}});

constexpr auto himmelblau = [](auto x, auto y) {
  const auto u = x * x + y - 11, v = x + y * y - 7;
  return u * u + v * v;
};
// 12x² + 4y - 42, 4(x + y), 12y² + 4x - 26
static_assert(cg::hessian(himmelblau)(3.0, 2.0) == square<2>{{{74, 20}, {20, 34}}});
static_assert(cg::hessian(himmelblau)(-1.0, 5.0) == square<2>{{{-10, 16}, {16, 270}}});

constexpr auto quotient = [](auto x, auto y) { return x / y; };
static_assert(cg::hessian(quotient)(3.0, 2.0) == square<2>{{{0, -0.25}, {-0.25, 0.75}}});

constexpr auto linear = [](auto x, auto y) { return 3 * x - y; };
static_assert(cg::hessian(linear)(3.0, 2.0) == square<2>{});
static_assert(cg::hessian([](auto) { return 4.0; })(3.0) == square<1>{});
static_assert(cg::hessian([](auto x) { return 1 / x; })(2.0) == square<1>{{{0.25}}});

// -- with the value, and with the gradient -------------------------------------------------------

constexpr auto r = cg::value_and_hessian(cubic)(2.0, 3.0);
static_assert(r.value == 31 && r.hessian == square<2>{{{6, 4}, {4, 18}}});
constexpr auto all = cg::value_gradient_hessian(cubic)(2.0, 3.0);
static_assert(all.value == 31 && all.gradient == std::array{8.0, 31.0});
static_assert(all.hessian == square<2>{{{6, 4}, {4, 18}}});

// -- the choice of arguments ---------------------------------------------------------------------

constexpr auto three = [](auto x, auto y, auto z) { return x * x * y * z * z * z; };
static_assert(cg::hessian<cg::wrt<0>>(three)(2.0, 3.0, 1.0) == square<1>{{{6}}});
static_assert(cg::hessian<cg::wrt<1>>(three)(2.0, 3.0, 1.0) == square<1>{});
static_assert(cg::hessian<cg::wrt<2, 0>>(three)(2.0, 3.0, 1.0) == square<2>{{{72, 36}, {36, 6}}});
static_assert(cg::value_and_hessian<cg::wrt<0>>(three)(2.0, 3.0, 1.0).value == 12);
static_assert(cg::value_gradient_hessian<cg::wrt<0, 1>>(three)(2.0, 3.0, 1.0).gradient ==
              std::array{12.0, 4.0});
static_assert(cg::value_gradient_hessian<cg::wrt<0, 1>>(three)(2.0, 3.0, 1.0).hessian ==
              square<2>{{{6, 4}, {4, 0}}});

// -- shapes --------------------------------------------------------------------------------------

constexpr auto of_array = [](const auto& x) { return x[0] * x[1] * x[1] + x[2]; };
static_assert(cg::hessian(of_array)(std::array{2.0, 3.0, 5.0}) ==
              square<3>{{{0, 6, 0}, {6, 4, 0}, {0, 0, 0}}});

constexpr auto volume = [](const auto& b) { return b.rate * b.rate * b.maturity; };
constexpr auto of_bond = cg::hessian(volume)(bond<double>{2, 3});
static_assert(of_bond.rate == bond<double>{6, 4} && of_bond.maturity == bond<double>{4, 0});
static_assert(of_bond.rate.maturity == 4);
static_assert(std::same_as<decltype(cg::hessian(volume)(bond<double>{})), bond<bond<double>>>);

constexpr auto determinant = [](const auto& m) { return m[0][0] * m[1][1] - m[0][1] * m[1][0]; };
constexpr auto of_matrix = cg::hessian(determinant)(square<2>{{{1, 2}, {3, 4}}});
static_assert(of_matrix[0][0] == square<2>{{{0, 0}, {0, 1}}});
static_assert(of_matrix[0][1] == square<2>{{{0, 0}, {-1, 0}}});
static_assert(of_matrix[1][0] == square<2>{{{0, -1}, {0, 0}}});
static_assert(of_matrix[1][1] == square<2>{{{1, 0}, {0, 0}}});

constexpr auto of_pair = [](const auto& p) { return p.first * p.first * p.second; };
static_assert(cg::hessian(of_pair)(std::pair{2.0, 3.0}) ==
              std::pair{std::pair{6.0, 4.0}, std::pair{4.0, 0.0}});

constexpr auto mixed_arguments = [](const auto& b, auto k) {
  return k * k * b.rate + b.rate * b.maturity;
};
constexpr auto mixed = cg::hessian(mixed_arguments)(bond<double>{2, 3}, 5.0);
static_assert(std::get<0>(mixed).rate == std::tuple{bond<double>{0, 1}, 10.0});
static_assert(std::get<0>(mixed).maturity == std::tuple{bond<double>{1, 0}, 0.0});
static_assert(std::get<1>(mixed) == std::tuple{bond<double>{10, 0}, 4.0});
static_assert(cg::hessian<cg::wrt<1>>(mixed_arguments)(bond<double>{2, 3}, 5.0) ==
              square<1>{{{4}}});

constexpr auto of_structs = [](const auto& l) {
  return l.first.rate * l.others[1].maturity * l.others[1].maturity + l.spread * l.first.maturity;
};
constexpr auto nested = cg::hessian(of_structs)(ladder<double>{{1, 2}, {{{3, 4}, {5, 6}}}, 7});
static_assert(nested.first.rate == ladder<double>{{}, {{{}, {0, 12}}}, 0});
static_assert(nested.first.maturity == ladder<double>{{}, {}, 1});
static_assert(nested.others[1].maturity == ladder<double>{{12, 0}, {{{}, {0, 2}}}, 0});
static_assert(nested.spread.first.maturity == 1);

// -- kinks: a second derivative is 0 on both sides and at the kink -------------------------------

constexpr auto rectified = [](auto x, auto y) { return relu(x) * y + relu(x * y); };
static_assert(cg::hessian(rectified)(2.0, 3.0) == square<2>{{{0, 2}, {2, 0}}});
static_assert(cg::hessian(rectified)(-2.0, 3.0) == square<2>{});
static_assert(cg::hessian(rectified)(0.0, 0.0) == square<2>{});
constexpr auto softened = [](auto x, auto y) { return where(x > y, x * x * y, x * y * y); };
static_assert(cg::hessian(softened)(3.0, 2.0) == square<2>{{{4, 6}, {6, 0}}});
static_assert(cg::hessian(softened)(2.0, 3.0) == square<2>{{{0, 6}, {6, 4}}});
constexpr auto larger = [](auto x, auto y) { return max(x * x, y * y * y); };
static_assert(cg::hessian(larger)(3.0, 2.0) == square<2>{{{2, 0}, {0, 0}}});
static_assert(cg::hessian(larger)(1.0, 2.0) == square<2>{{{0, 0}, {0, 12}}});

// -- which scalar --------------------------------------------------------------------------------

constexpr auto thirds = [](auto x, auto y) { return x * x * y / 3; };
static_assert(
    std::same_as<decltype(cg::hessian(thirds)(1.0F, 2.0F)), std::array<std::array<float, 2>, 2>>);
static_assert(std::same_as<decltype(cg::hessian(thirds)(1.0L, 2)),
                           std::array<std::array<long double, 2>, 2>>);
static_assert(cg::hessian(thirds)(1.0F, 2.0F)[0][1] == 2.0F / 3);
static_assert(cg::hessian(thirds)(1.0L, 2.0L)[0][1] == 2.0L / 3);

/// The Hessian of F at the arguments in an array of N numbers.
template <class F, std::size_t N>
auto hessian_at(const F& f, const std::array<double, N>& x) {
  return std::apply([&](const auto&... y) { return cg::hessian(f)(y...); }, x);
}

constexpr auto smooth = [](auto x, auto y, auto z) {
  return exp(x * y) * sin(z) + log(x + y * y) / z + tanh(x * z);
};
constexpr auto product = [](const auto&... x) { return (... * x); };
constexpr auto neuron = [](auto x, auto y, auto v, auto w, auto b) {
  return tanh(x * v + y * w + b);
};
constexpr auto radial = [](auto x, auto y, auto z) {
  const auto s = 1 / (x * x + y * y + z * z);
  return s * s * s - s;
};

}  // namespace

BOOST_AUTO_TEST_SUITE(function_hessian)

template <class F, std::size_t N>
void check_truth(const F& f, const std::array<double, N>& x, double bound) {
  const auto H = hessian_at(f, x);
  for (std::size_t i = 0; i < N; ++i) {
    for (std::size_t j = 0; j < N; ++j) {
      BOOST_TEST_CONTEXT("entry " << i << ", " << j) {
        const auto truth = support::second_partial(f, x, i, j);
        BOOST_TEST(support::error_in_ulps(H[i][j], truth) <= bound);
      }
    }
  }
}

BOOST_AUTO_TEST_CASE(agrees_with_the_truth) {
  check_truth(smooth, std::array{0.75, -0.5, 1.25}, 16);
  check_truth(smooth, std::array{1.5, 2.0, -0.25}, 16);
  check_truth(neuron, std::array{0.5, -1.0, 0.75, 0.25, 0.3}, 16);
  check_truth(radial, std::array{0.5, 1.25, -0.75}, 16);
  check_truth(product, std::array{0.5, -1.25, 3.0, 0.75, 2.5, 1.5}, 4);
}

template <class F, std::size_t N>
void check_symmetry(const F& f, const std::array<double, N>& x) {
  const auto H = hessian_at(f, x);
  for (std::size_t i = 0; i < N; ++i) {
    for (std::size_t j = 0; j < i; ++j) BOOST_TEST(is_identical(H[i][j], H[j][i]));
  }
}

BOOST_AUTO_TEST_CASE(symmetric_to_the_last_bit) {
  for (const double k : {0.1, 0.7, 1.9}) {
    check_symmetry(smooth, std::array{k, 0.3 + k, 1 / k});
    check_symmetry(neuron, std::array{k, -k, 0.3, 1 / k, 0.1});
    check_symmetry(radial, std::array{k, 0.7 * k, -0.3});
    check_symmetry(product, std::array{k, 0.3, 1 / k, -k, 0.7, 1.1});
  }
}

BOOST_AUTO_TEST_CASE(value_and_gradient_are_those_of_the_gradient) {
  for (const double k : {0.1, 0.7, 1.9}) {
    const auto r = cg::value_gradient_hessian(smooth)(k, 0.3, 1 / k);
    const auto alone = cg::value_and_gradient(smooth)(k, 0.3, 1 / k);
    BOOST_TEST(is_identical(r.value, smooth(k, 0.3, 1 / k)));
    BOOST_TEST(is_identical(cg::value_and_hessian(smooth)(k, 0.3, 1 / k).value, r.value));
    for (std::size_t i = 0; i < 3; ++i) {
      BOOST_TEST(support::is_within(2, r.gradient[i], alone.gradient[i]));
    }
  }
}

BOOST_AUTO_TEST_CASE(of_one_number_it_is_the_second_derivative) {
  constexpr auto f = [](auto x) { return exp(x) / (1 + x * x); };
  for (const double x : {-0.5, 0.25, 2.0}) {
    BOOST_TEST(support::is_within(8, cg::hessian(f)(x)[0][0], cg::derivative<2>(f)(x)));
  }
}

BOOST_AUTO_TEST_CASE(an_entry_that_is_always_zero_is_exactly_zero) {
  const auto H = cg::hessian([](auto x, auto y, auto z) { return 1 / x + log(y) + 3 * z; })(
      0.0, 0.0, support::inf_of<double>);
  for (std::size_t i = 0; i < 3; ++i) {
    for (std::size_t j = 0; j < 3; ++j) {
      if (i != j || i == 2) BOOST_TEST(is_identical(H[i][j], 0.0));
    }
  }
  BOOST_TEST(is_identical(H[0][0], support::inf_of<double>));
  BOOST_TEST(is_identical(H[1][1], -support::inf_of<double>));
}

BOOST_AUTO_TEST_CASE(a_branch_that_is_not_taken_contributes_exactly_zero) {
  const auto root = [](auto x, auto y) { return where(x > 0, sqrt(x), 0.0) * y + y * y; };
  BOOST_TEST((cg::hessian(root)(0.0, 3.0) == square<2>{{{0, 0}, {0, 2}}}));
  BOOST_TEST((cg::hessian(root)(-1.0, 3.0) == square<2>{{{0, 0}, {0, 2}}}));
  const auto larger_than_log = [](auto x, auto y) { return max(log(x) / x, y * y) * y; };
  BOOST_TEST((cg::hessian(larger_than_log)(0.0, 2.0) == square<2>{{{0, 0}, {0, 12}}}));
  const auto rectified_pole = [](auto x, auto y) { return relu(-1 / (x * x)) * y + x * y; };
  BOOST_TEST((cg::hessian(rectified_pole)(0.0, 2.0) == square<2>{{{0, 1}, {1, 0}}}));
}

BOOST_AUTO_TEST_SUITE_END()
