// Programs as straight-line code: on every built-in scalar, on a scalar that counts, on 50 digits.
#include <ctgrad/program/unroll.hpp>

#include <boost/multiprecision/cpp_bin_float.hpp>
#include <boost/test/unit_test.hpp>

#include <cmath>
#include <concepts>

#include "../support/compare.hpp"
#include "../support/counted.hpp"
#include "../support/programs.hpp"

namespace {

using support::counted;
using support::is_identical;
using support::run;
using support::run_gradient;

// -- built-in scalars --------------------------------------------------------------------------

constexpr auto rational = [](auto x, auto y) { return (x * y + 3) / (x - y) - 0.1; };

static_assert(run(rational, std::array{2.0, 1.0}) == 5 - 0.1);
static_assert(run<float>(rational, std::array{2.0f, 1.0f}) == 5 - 0.1f);
static_assert(run<long double>(rational, std::array{2.0L, 1.0L}) ==
              5 - 0.1L + 0.1L - static_cast<long double>(0.1));
static_assert(std::same_as<decltype(run<float>(rational, std::array{2.0f, 1.0f})), float>);

/// Several outputs, one of them twice, one an input, one a literal.
struct outputs_source {
  static constexpr ctgrad::program<double> build() {
    ctgrad::builder<double> home;
    const ctgrad::symbol x{home, home.input()}, y{home, home.input()};
    const auto sum = (x + y).at(home);
    return home.finish({sum, y.at(home), sum, ctgrad::symbol(7).at(home)});
  }
};
constexpr double inputs[]{2, 3};
static_assert(ctgrad::unroll<ctgrad::frozen<outputs_source>::value, double>(inputs) ==
              std::array<double, 4>{5, 3, 5, 7});

struct empty_source {
  static constexpr ctgrad::program<double> build() { return {}; }
};
static_assert(ctgrad::unroll<ctgrad::frozen<empty_source>::value, double>(inputs).empty());

/// More outputs than compilers nest expressions.
struct squares_source {
  static constexpr std::size_t count = 300;
  static constexpr ctgrad::program<double> build() {
    ctgrad::builder<double> home;
    std::array<ctgrad::symbol, count> x;
    for (auto& each : x) each = {home, home.input()};
    std::vector<ctgrad::slot> outputs;
    for (const auto& each : x) outputs.push_back((each * each).at(home));
    return home.finish(outputs);
  }
};
constexpr auto squares = [] {
  std::array<double, squares_source::count> x{};
  for (std::size_t i = 0; i < x.size(); ++i) x[i] = static_cast<double>(i);
  return ctgrad::unroll<ctgrad::frozen<squares_source>::value, double>(x.data());
}();
static_assert(squares[2] == 4 && squares[299] == 299 * 299);

// -- counting ----------------------------------------------------------------------------------

/// The operations that one run of f's program with all partials executes.
template <std::size_t N, class F>
support::operation_counts counts_of(const F& f) {
  std::array<counted, N> x;
  for (std::size_t i = 0; i < N; ++i) x[i] = 1.5 + static_cast<double>(i);
  counted::counts = {};
  run_gradient(f, x);
  return counted::counts;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(unroll)

BOOST_AUTO_TEST_CASE(a_quotient_costs_two_more_divisions) {
  // x/y; 1/y; -((x/y)/y)
  const auto c = counts_of<2>([](auto x, auto y) { return x / y; });
  BOOST_TEST((c == support::operation_counts{.divided = 3, .negated = 1}));
}

BOOST_AUTO_TEST_CASE(a_product_with_an_exponential_shares_its_value) {
  // s = x + y + z, p = x y z, e = exp p, f = s e: 2 sums, 3 products, 1 call.
  // adjoints: s gets e, e gets s, p gets s e, which is f; x y gets f z, z gets f (x y); x and y get
  // (f z) y and (f z) x: 4 products; and each of x, y, z adds what comes through s: 3 sums.
  const auto c = counts_of<3>([](auto x, auto y, auto z) { return (x + y + z) * exp(x * y * z); });
  BOOST_TEST((c == support::operation_counts{.plus = 2 + 3, .times = 3 + 4, .called = 1}));
}

BOOST_AUTO_TEST_CASE(the_foundation_example_costs_one_product) {
  // d = a + b c, relu d; the gradients are 1, c, b where d > 0: no product at all.
  // compared: relu's own value asks d < 0, its slope d > 0
  const auto c = counts_of<3>([](auto a, auto b, auto d) { return relu(a + b * d); });
  BOOST_TEST((c == support::operation_counts{.plus = 1, .times = 1, .compared = 2}));
}

BOOST_AUTO_TEST_CASE(himmelblau) {
  // u = x² + y - 11, v = x + y² - 7, f = u² + v²: 4 products, 3 sums, 2 differences.
  // adjoints: 2u, 2v; y gets (2v) y twice; x gets (2u) x twice: at most 6 products; what comes from
  // the other square is added to each: at most 4 sums
  const auto c = counts_of<2>([](auto x, auto y) {
    const auto u = x * x + y - 11;
    const auto v = x + y * y - 7;
    return u * u + v * v;
  });
  BOOST_TEST(c.times <= 4 + 6);
  BOOST_TEST(c.plus <= 3 + 4);
  BOOST_TEST(c.minus == 2);
  BOOST_TEST(c.divided + c.called + c.compared + c.negated == 0);
}

BOOST_AUTO_TEST_CASE(equal_work_is_done_once) {
  const auto c = counts_of<2>([](auto x, auto y) { return sin(x * y) + cos(x * y) + sin(y * x); });
  // one product for the argument, one sin, one cos; sin + cos + sin; then one slope
  // cos + cos - sin... of the argument, times y and times x
  BOOST_TEST(c.called == 2);
}

BOOST_AUTO_TEST_CASE(what_is_not_needed_is_not_run) {
  const auto c = counts_of<2>([](auto x, auto y) {
    const auto unused = exp(x) * log(y);
    static_cast<void>(unused);
    return x * y;
  });
  BOOST_TEST((c == support::operation_counts{.times = 1}));
}

BOOST_AUTO_TEST_CASE(a_neuron_costs_a_multiple_of_its_products) {
  // s = sum of 5 products + bias, tanh s: 5 products, 5 sums, 1 call
  constexpr auto neuron = [](auto w0, auto w1, auto w2, auto w3, auto w4, auto x0, auto x1, auto x2,
                             auto x3, auto x4, auto bias) {
    return tanh(w0 * x0 + w1 * x1 + w2 * x2 + w3 * x3 + w4 * x4 + bias);
  };
  counted::counts = {};
  run(neuron, std::array<counted, 11>{});
  BOOST_TEST((counted::counts == support::operation_counts{.plus = 5, .times = 5, .called = 1}));
  // adjoints: one slope d, then d x and d w for each product. Far out, as here, d is
  // 4e/(1 + e)² with e = exp(-2|s|): 1 sum, 3 products, and 1 for the y² that decides.
  const auto all = counts_of<11>(neuron);
  BOOST_TEST(all.plus == 5 + 1);
  BOOST_TEST(all.times == 5 + 10 + 4);
  BOOST_TEST(all.called == 2);
}

// -- fifty digits
// ----------------------------------------------------------------------------------

using fifty = boost::multiprecision::number<boost::multiprecision::cpp_bin_float<50>,
                                            boost::multiprecision::et_off>;

bool near(const fifty& got, const fifty& expected) {
  return abs(got - expected) <= 1e-48 * abs(expected);
}

BOOST_AUTO_TEST_CASE(fifty_digits_in_fifty_digits_out) {
  constexpr auto f = [](auto x, auto y) { return (x * x + y) / x; };
  const std::array<fifty, 2> point{fifty(1) / 3, fifty(2) / 7};
  const auto& [x, y] = point;
  const auto result = run_gradient(f, point);
  BOOST_TEST(near(result[0], x + y / x));
  BOOST_TEST(near(result[1], 1 - y / (x * x)));
  BOOST_TEST(near(result[2], 1 / x));
  BOOST_TEST(!near(fifty(static_cast<double>(result[0])), result[0]));  // more than a double holds
}

BOOST_AUTO_TEST_SUITE_END()
