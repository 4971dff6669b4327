// Values given to variables by name, and results read by variable.
#include <ctgrad/diff/formula.hpp>
#include <ctgrad/expr/literals.hpp>

#include <boost/test/unit_test.hpp>

#include <concepts>
#include <type_traits>

#include "../support/compare.hpp"

namespace {

namespace cg = ctgrad;
using namespace cg::literals;
using support::is_identical;

constexpr auto a = cg::var<"a">;
constexpr auto b = cg::var<"b">;
constexpr auto c = cg::var<"c">;
constexpr auto e = a - b / c;
constexpr auto g = cg::gradient(e);

// -- any order -----------------------------------------------------------------------------------

static_assert(e(a = 5.0, b = 6.0, c = 3.0) == 3);
static_assert(e(a = 5.0, c = 3.0, b = 6.0) == 3);
static_assert(e(b = 6.0, a = 5.0, c = 3.0) == 3);
static_assert(e(b = 6.0, c = 3.0, a = 5.0) == 3);
static_assert(e(c = 3.0, a = 5.0, b = 6.0) == 3);
static_assert(e(c = 3.0, b = 6.0, a = 5.0) == 3);

// d/da = 1, d/db = -1/c, d/dc = b/c²
static_assert(g(c = 2.0, a = 5.0, b = 6.0)[a] == 1);
static_assert(g(c = 2.0, a = 5.0, b = 6.0)[b] == -0.5);
static_assert(g(c = 2.0, a = 5.0, b = 6.0)[c] == 1.5);

// -- the name alone says which variable ----------------------------------------------------------

static_assert(e(cg::var<"a"> = 5.0, cg::var<"b"> = 6.0, cg::var<"c"> = 3.0) == 3);
static_assert(g(a = 5.0, b = 6.0, c = 2.0)[cg::var<"c">] == 1.5);

constexpr auto alpha = cg::var<"alpha">;
constexpr auto alphabet = cg::var<"alphabet">;
static_assert((alpha - alphabet)(alphabet = 1.0, alpha = 4.0) == 3);
static_assert(cg::gradient(2 * alpha - alphabet)(alphabet = 1.0, alpha = 4.0)[alphabet] == -1);

// -- which scalar --------------------------------------------------------------------------------

template <class T>
constexpr bool computes_in(const auto& value, const auto& derivative) {
  return std::same_as<T, std::remove_cvref_t<decltype(value)>> &&
         std::same_as<T, std::remove_cvref_t<decltype(derivative)>>;
}

constexpr auto p = a * b;
constexpr auto dp = cg::gradient(p);
static_assert(computes_in<double>(p(a = 2.0, b = 3.0), dp(a = 2.0, b = 3.0)[a]));
static_assert(computes_in<float>(p(a = 2.0F, b = 3.0F), dp(a = 2.0F, b = 3.0F)[a]));
static_assert(computes_in<long double>(p(a = 2.0L, b = 3.0L), dp(a = 2.0L, b = 3.0L)[a]));
static_assert(computes_in<double>(p(a = 2, b = 3), dp(a = 2, b = 3)[a]));
static_assert(computes_in<double>(p(a = 2L, b = true), dp(a = 2L, b = true)[a]));
static_assert(computes_in<float>(p(a = 2.0F, b = 3), dp(a = 2.0F, b = 3)[b]));
static_assert(computes_in<double>(p(a = 2.0F, b = 3.0), dp(a = 2.0F, b = 3.0)[a]));
static_assert(computes_in<long double>(p(a = 2, b = 3.0L), dp(a = 2, b = 3.0L)[a]));
static_assert(computes_in<double>((2_c * 3_c)(), cg::value_and_gradient(2_c)().value));

// Whole numbers are computed as double: 7/2 is not 3.
static_assert((a / b)(a = 7, b = 2) == 3.5);
static_assert(cg::gradient(a / b)(a = 7, b = 2)[a] == 0.5);

// Constants of the formula follow the values.
static_assert(computes_in<float>((a * 2.0)(a = 3.0F), cg::gradient(a * 2.0)(a = 3.0F)[a]));
static_assert((a * 0.1)(a = 1.0F) == 0.1F);
static_assert((a * 0.1_c)(a = 1.0F) == 0.1F);
static_assert(cg::gradient(a * 0.1)(a = 1.0F)[a] == 0.1F);
static_assert((a * 0.1L)(a = 1.0L) == 0.1L && 0.1L != 0.1);

}  // namespace

BOOST_AUTO_TEST_SUITE(bindings)

BOOST_AUTO_TEST_CASE(values_known_at_run_time_only) {
  for (const double x : {-2.0, 0.0, 7.0}) {
    const auto r = cg::value_and_gradient(e)(b = x, c = 4.0, a = 1.0);
    BOOST_TEST(is_identical(r.value, 1 - x / 4));
    BOOST_TEST(is_identical(r.gradient[a], 1.0));
    BOOST_TEST(is_identical(r.gradient[b], -0.25));
    BOOST_TEST(is_identical(r.gradient[c], x / 16 + 0.0));
  }
}

BOOST_AUTO_TEST_CASE(a_value_is_taken_at_the_moment_of_binding) {
  double value = 2;
  const auto bound = a = value;
  value = 5;
  BOOST_TEST((a * a)(bound) == 4);
}

BOOST_AUTO_TEST_CASE(a_gradient_is_a_value_of_its_own) {
  const auto first = g(a = 1.0, b = 1.0, c = 1.0);
  auto second = g(a = 1.0, b = 1.0, c = 2.0);
  BOOST_TEST(first[b] == -1);
  BOOST_TEST(second[b] == -0.5);
  second = first;
  BOOST_TEST(second[b] == -1);
}

BOOST_AUTO_TEST_CASE(long_double_keeps_its_digits) {
  const long double third = 1 / 3.0L;
  BOOST_TEST((a / b)(a = 1.0L, b = 3.0L) == third);
  BOOST_TEST(cg::gradient(a / b)(a = 1.0L, b = 3.0L)[a] == third);
  BOOST_TEST(third != static_cast<long double>(1 / 3.0));
}

BOOST_AUTO_TEST_CASE(ten_variables) {
  constexpr auto sum = cg::var<"x0"> + 2 * cg::var<"x1"> + 3 * cg::var<"x2"> + 4 * cg::var<"x3"> +
                       5 * cg::var<"x4"> + 6 * cg::var<"x5"> + 7 * cg::var<"x6"> +
                       8 * cg::var<"x7"> + 9 * cg::var<"x8"> + 10 * cg::var<"x9">;
  const auto r = cg::value_and_gradient(sum)(
      cg::var<"x9"> = 9, cg::var<"x8"> = 8, cg::var<"x7"> = 7, cg::var<"x6"> = 6, cg::var<"x5"> = 5,
      cg::var<"x4"> = 4, cg::var<"x3"> = 3, cg::var<"x2"> = 2, cg::var<"x1"> = 1,
      cg::var<"x0"> = 0);
  BOOST_TEST(r.value == 330);  // the sum of k(k + 1) for k up to 9
  BOOST_TEST(r.gradient[cg::var<"x0">] == 1);
  BOOST_TEST(r.gradient[cg::var<"x4">] == 5);
  BOOST_TEST(r.gradient[cg::var<"x9">] == 10);
}

BOOST_AUTO_TEST_SUITE_END()
