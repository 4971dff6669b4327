// How results leave a program: at once, at the end, or on the side of a condition.
#include <ctgrad/program/store.hpp>

#include <boost/multiprecision/cpp_bin_float.hpp>
#include <boost/test/unit_test.hpp>

#include <array>
#include <concepts>
#include <vector>

#include "../support/compare.hpp"
#include "../support/counted.hpp"
#include "../support/passes.hpp"

namespace {

using ctgrad::detail::common_condition;
using ctgrad::detail::no_condition;
using support::program_with;
using symbols = std::vector<ctgrad::symbol>;

/// The program of the outputs f(x0, x1, ...).
template <class F, std::size_t N, class T = double>
struct outputs_source {
  static constexpr ctgrad::program<T> build() { return program_with<N, T>(F{}); }
};

/// The same numbers interpreted and unrolled, on double; and unrolled in constant expressions.
template <class F, std::size_t N>
void check_stored(const F&, const std::vector<std::array<double, N>>& points) {
  constexpr auto& program = ctgrad::frozen<outputs_source<F, N>>::value;
  std::vector<double> memory;
  for (const auto& x : points) {
    std::array<double, program.outputs.size()> expected{};
    interpret(program, x, expected, memory);
    const auto got = ctgrad::unroll<program, double>(x.data());
    using support::counted;
    std::array<counted, N> y;
    for (std::size_t k = 0; k < N; ++k) y[k] = x[k];
    const auto on_class = ctgrad::unroll<program, counted>(y.data());
    for (std::size_t k = 0; k < got.size(); ++k) {
      BOOST_TEST_CONTEXT("output " << k) {
        BOOST_TEST(support::is_identical(got[k], expected[k]));
        BOOST_TEST(support::is_identical(on_class[k].value(), expected[k]), "on a number class");
      }
    }
  }
}

// -- conditions ----------------------------------------------------------------------------------

/// The condition that most outputs share, as seen from f's own symbols.
template <std::size_t N>
constexpr bool shares(auto f, auto condition) {
  ctgrad::builder<double> home;
  const auto x = support::inputs_of<N>(home);
  const symbols ys = std::apply(f, x);
  std::vector<ctgrad::slot> outputs;
  for (const auto& y : ys) outputs.push_back(y.at(home));
  outputs.push_back(ctgrad::symbol(std::apply(condition, x)).at(home));  // keeps it alive
  const auto p = home.finish(outputs);
  return common_condition(p) == p.outputs.back();
}

static_assert(shares<2>([](auto x,
                           auto y) { return symbols{where(x < y, x, 0), where(x < y, y, 0), x}; },
                        [](auto x, auto y) { return x < y; }));
static_assert(shares<2>([](auto x, auto y) { return symbols{where(x, y, 0), where(x, 0, y)}; },
                        [](auto x, auto) { return x; }),
              "an input is a condition like any other");
static_assert(shares<2>(
                  [](auto x, auto y) {
                    return symbols{where(y, x, 0), where(y, 1, x), where(x, 1, 0), where(x, y, 0),
                                   where(x, 0, 2)};
                  },
                  [](auto x, auto) { return x; }),
              "the one of more outputs");

constexpr bool one_alone_is_not_shared() {
  const auto p = program_with<2>(
      [](auto x, auto y) { return symbols{where(x < y, x, 0), where(x > y, y, 0), x}; });
  return common_condition(p) == no_condition;
}
static_assert(one_alone_is_not_shared());

// -- homes ---------------------------------------------------------------------------------------

constexpr auto several_homes = [](auto x, auto y) {
  const auto p = x * y, s = p + x;
  return symbols{p, x, s, p, p, ctgrad::symbol(7), s};
};
using several = ctgrad::frozen<outputs_source<decltype(several_homes), 2>>;
constexpr auto homes = ctgrad::detail::plan_of<several::value, double>.homes;
constexpr ctgrad::slot no_output = several::value.outputs.size();
static_assert(homes[several::value.outputs[0]] == std::array<ctgrad::slot, 2>{0, 3},
              "the third place of p is stored at the end");
static_assert(homes[several::value.outputs[2]] == std::array<ctgrad::slot, 2>{2, 6});
static_assert(homes[several::value.outputs[1]][0] == no_output, "an input");
static_assert(homes[several::value.outputs[5]][0] == no_output, "a literal");

constexpr std::array arguments{3.0, 5.0};
static_assert(ctgrad::unroll<several::value, double>(arguments.data()) ==
              std::array<double, 7>{15, 3, 18, 15, 15, 7, 18});

constexpr std::vector<std::array<double, 2>> pairs() {
  std::vector<std::array<double, 2>> all;
  for (const double x :
       {-2.0, -0.0, 0.0, 1.0, 3.5, support::inf_of<double>, support::nan_of<double>}) {
    for (const double y : {-1.0, 0.0, 2.0, support::nan_of<double>}) all.push_back({x, y});
  }
  return all;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(store)

BOOST_AUTO_TEST_CASE(results_inputs_and_literals_leave_in_any_number) {
  check_stored(several_homes, pairs());
  check_stored([](auto x, auto y) { return symbols{x, y, x, ctgrad::symbol(-0.0)}; }, pairs());
  check_stored([](auto x, auto y) { return symbols{sin(x), sin(x), sin(x), sin(x), x + y}; },
               pairs());
}

BOOST_AUTO_TEST_CASE(outputs_of_one_condition) {
  check_stored(
      [](auto x, auto y) {
        return symbols{x * y, where(x < y, x * 2, y), where(x < y, y, x), where(y < x, x, 3)};
      },
      pairs());
  // a condition that is an output itself, and one that others compute with
  check_stored(
      [](auto x, auto y) {
        const auto c = x < y;
        return symbols{c, where(c, x, y), where(c, y, c), c * x};
      },
      pairs());
}

BOOST_AUTO_TEST_CASE(an_input_as_the_condition) {
  check_stored([](auto x, auto y) { return symbols{where(x, y, 2), where(x, 3, y), x}; }, pairs());
  check_stored([](auto x, auto y) { return symbols{where(x, x, y), where(x, y, x)}; }, pairs());
}

BOOST_AUTO_TEST_CASE(relu_on_the_side_of_its_condition) {
  // the gradient of relu(x + y) and its value
  check_stored(
      [](auto x, auto y) {
        const auto d = x + y, r = relu(d), c = d > 0;
        return symbols{r, where(c, x, 0), where(c, y, 0)};
      },
      pairs());
  // of an input; wanted twice; used by others
  check_stored(
      [](auto x, auto y) { return symbols{relu(x), where(x > 0, y, 0), where(x > 0, 2, 0)}; },
      pairs());
  check_stored(
      [](auto x, auto y) {
        return symbols{relu(x * y), relu(x * y), where(x * y > 0, y, 0), where(x * y > 0, x, 0)};
      },
      pairs());
  check_stored(
      [](auto x, auto y) {
        const auto r = relu(x * y);
        return symbols{r, r * y, where(x * y > 0, y, 0), where(x * y > 0, x, 0)};
      },
      pairs());
}

BOOST_AUTO_TEST_CASE(relu_in_fifty_digits) {
  using fifty = boost::multiprecision::number<boost::multiprecision::cpp_bin_float<50>,
                                              boost::multiprecision::et_off>;
  constexpr auto f = [](auto a, auto b, auto c) { return relu(a + b * c); };
  const auto on = support::run_gradient(f, std::array<fifty, 3>{1, 2, 3});
  BOOST_TEST((on == std::array<fifty, 4>{7, 1, 3, 2}));
  const auto off = support::run_gradient(f, std::array<fifty, 3>{1, -2, 3});
  BOOST_TEST((off == std::array<fifty, 4>{0, 0, 0, 0}));
}

BOOST_AUTO_TEST_SUITE_END()
