// Which C++ a differentiated function may be written in.
#include <ctgrad/diff/formula.hpp>
#include <ctgrad/diff/gradient.hpp>
#include <ctgrad/op/registry.hpp>

#include <boost/test/unit_test.hpp>

#include <algorithm>
#include <array>
#include <cstddef>
#include <numeric>
#include <utility>

#include "../support/compare.hpp"
#include "../support/engines.hpp"

namespace {

namespace cg = ctgrad;
using support::is_identical;

// -- loops ---------------------------------------------------------------------------------------

constexpr auto dot = [](const auto& w, const auto& x) {
  auto sum = w[0] * x[0];
  for (std::size_t i = 1; i < w.size(); ++i) sum = sum + w[i] * x[i];
  return sum;
};
constexpr std::array w{1.0, 2.0, 3.0}, at{5.0, 7.0, 11.0};
static_assert(cg::value_and_gradient(dot)(w, at).value == 52);
static_assert(cg::gradient<cg::wrt<0>>(dot)(w, at) == at);
static_assert(cg::gradient<cg::wrt<1>>(dot)(w, at) == w);

constexpr auto product_of = [](const auto& list) {
  auto product = list[0] / list[0];
  for (const auto& x : list) product *= x;
  return product;
};
static_assert(cg::gradient(product_of)(at) == std::array{77.0, 55.0, 35.0});

constexpr auto newton_root = [](auto x) {
  auto y = x;
  for (int k = 0; k < 3; ++k) y = (y + x / y) / 2;
  return y;
};
// At 1 all iterates are 1; dy' = (dy + dx - dy)/2 = 1/2.
static_assert(cg::gradient(newton_root)(1.0) == std::array{0.5});

constexpr auto nested_loops = [](const auto& m) {  // the sum of m²
  auto sum = 0 * m[0][0];
  for (std::size_t i = 0; i < 2; ++i) {
    for (std::size_t j = 0; j < 2; ++j) {
      for (std::size_t k = 0; k < 2; ++k) sum += m[i][k] * m[k][j];
    }
  }
  return sum;
};
using matrix = std::array<std::array<double, 2>, 2>;
// d/dm_ab: the sum of row b plus the sum of column a.
static_assert(cg::gradient(nested_loops)(matrix{{{1, 2}, {3, 4}}}) == matrix{{{7, 11}, {9, 13}}});

// -- variables -----------------------------------------------------------------------------------

constexpr auto reassigned = [](auto x, auto y) {
  auto t = x * y;
  t += x;  // xy + x
  t *= t;  // (xy + x)²
  t -= y;
  t /= 2;
  x = t;  // an argument is a variable like any other
  return x + y;
};
// f = ((xy + x)² - y)/2 + y; df/dx = (xy + x)(y + 1), df/dy = (xy + x)x + 1/2
static_assert(cg::gradient(reassigned)(2.0, 3.0) == std::array{32.0, 16.5});

constexpr auto local_arrays = [](auto x) {
  using T = decltype(x);
  std::array<T, 4> powers{1, x};
  for (std::size_t k = 2; k < 4; ++k) powers[k] = powers[k - 1] * x;
  T raw[2] = {powers[3], powers[2]};
  std::swap(raw[0], raw[1]);
  return raw[0] - 2 * raw[1] + powers[0];
};
static_assert(cg::gradient(local_arrays)(3.0) == std::array{-48.0});  // x² - 2x³ + 1

constexpr auto from_zero = [](const auto& list) {
  using T = std::remove_cvref_t<decltype(list[0])>;
  T sum{}, ones = 1, other(0.0);
  for (const auto& x : list) sum += x * x;
  return sum * ones + other;
};
static_assert(cg::gradient(from_zero)(at) == std::array{10.0, 14.0, 22.0});

constexpr auto algorithms = [](const auto& list) {
  using T = std::remove_cvref_t<decltype(list[0])>;
  auto copy = list;
  std::reverse(copy.begin(), copy.end());
  return std::accumulate(list.begin(), list.end(), T(0)) +
         std::inner_product(list.begin(), list.end(), copy.begin(), T(0));
};
// 1 + 2 * (the number opposite)
static_assert(cg::gradient(algorithms)(at) == std::array{23.0, 15.0, 11.0});

// -- helpers -------------------------------------------------------------------------------------

constexpr auto local_lambda = [](auto x, auto y) {
  const auto square = [](const auto& t) { return t * t; };
  const auto shifted = [&](auto k) { return square(x - k * y); };
  return shifted(2) + square(y);
};
// (x - 2y)² + y²
static_assert(cg::gradient(local_lambda)(5.0, 1.0) == std::array{6.0, -10.0});

template <class T>
constexpr T cube(const T& x) {
  return x * x * x;
}

template <class T>
constexpr T power_by_recursion(const T& x, int n) {
  return n == 0 ? T(1) : x * power_by_recursion(x, n - 1);
}

constexpr auto with_helpers = [](auto x) { return cube(x) - power_by_recursion(x, 4); };
static_assert(cg::gradient(with_helpers)(2.0) == std::array{-20.0});

template <int N>
struct monomial {
  constexpr auto operator()(auto x) const { return power_by_recursion(x, N); }
};
static_assert(cg::gradient(monomial<3>{})(2.0) == std::array{12.0});
static_assert(cg::gradient(monomial<5>{})(2.0) == std::array{80.0});

template <class T>
constexpr T plain_function(T x, T y) {
  return x / y;
}
constexpr auto wrapped = [](auto... x) { return plain_function(x...); };
static_assert(cg::gradient(wrapped)(3.0, 4.0) == std::array{0.25, -0.1875});

struct overloaded {
  template <class T>
  constexpr T operator()(const T& x) const {
    return offset * x;
  }
  static constexpr int offset = 7;
};
static_assert(cg::gradient(overloaded{})(2.0) == std::array{7.0});

// -- choices -------------------------------------------------------------------------------------

constexpr auto known_choice = [](const auto& list) {
  auto sum = 0 * list[0];
  for (std::size_t i = 0; i < list.size(); ++i) sum += i % 2 == 0 ? list[i] : -list[i];
  return sum;
};
static_assert(cg::gradient(known_choice)(at) == std::array{1.0, -1.0, 1.0});

constexpr auto using_std_max = [](auto x, auto y) {
  using std::max, std::min;
  return 2 * max(x, y) + min(x, y);
};
static_assert(cg::gradient(using_std_max)(5.0, 3.0) == std::array{2.0, 1.0});
static_assert(cg::gradient(using_std_max)(3.0, 5.0) == std::array{1.0, 2.0});
static_assert(cg::gradient(using_std_max)(3.0, 3.0) == std::array{1.5, 1.5});

constexpr auto piecewise = [](auto x, auto y) {
  return where(x > 0 && y > 0, x * y, where(!(x < y) || y == 7, x, y));
};
static_assert(cg::gradient(piecewise)(2.0, 3.0) == std::array{3.0, 2.0});
static_assert(cg::gradient(piecewise)(-2.0, 3.0) == std::array{0.0, 1.0});
static_assert(cg::gradient(piecewise)(-2.0, 7.0) == std::array{1.0, 0.0});
static_assert(cg::gradient(piecewise)(-2.0, -3.0) == std::array{1.0, 0.0});

}  // namespace

BOOST_AUTO_TEST_SUITE(trace)

/// The function and the formula of one text: the same bits.
template <class F, std::size_t N>
void same_as_formula(const F& f, const std::array<double, N>& x) {
  const auto function = support::by_function(f, x);
  const auto formula = support::by_formula(f, x);
  BOOST_TEST(is_identical(function.value, formula.value));
  for (std::size_t k = 0; k < N; ++k) {
    BOOST_TEST(is_identical(function.gradient[k], formula.gradient[k]));
  }
}

BOOST_AUTO_TEST_CASE(functions_and_formulas_give_the_same_bits) {
  for (const auto& x : {std::array{0.3, 0.7}, {-1.5, 2.25}, {0.0, 0.0}, {1e-9, 1e9}}) {
    same_as_formula([](auto a, auto b) { return (a + b) * exp(a * b); }, x);
    same_as_formula([](auto a, auto b) { return sin(a) / (b - a) + b * 0.1; }, x);
    same_as_formula([](auto a, auto b) { return relu(b - a * 3) + max(a, b) * abs(a); }, x);
    same_as_formula([](auto a, auto b) { return tanh(b) * sigmoid(a) - erfc(a * b); }, x);
    same_as_formula([](auto a, auto b) { return where(a < b, sqrt(b), pow(a, 3)) + log(b); }, x);
    same_as_formula([](auto a, auto b) { return pow(a * a + 1, b) - pow(b, -2); }, x);
    same_as_formula(local_lambda, x);
    same_as_formula(piecewise, x);
  }
}

BOOST_AUTO_TEST_CASE(a_long_loop) {
  const auto logistic_map = [](auto x) {
    for (int k = 0; k < 100; ++k) x = 2 * x * (1 - x);
    return x;
  };
  // 1/2 attracts, and its slope is 0; from 0 each step doubles the slope.
  BOOST_TEST(is_identical(cg::gradient(logistic_map)(0.5)[0], 0.0));
  BOOST_TEST(is_identical(cg::gradient(logistic_map)(0.0)[0], 0x1p100));
}

BOOST_AUTO_TEST_SUITE_END()
