// formula<"..."> is the formula that is built with var<"a">: called, differentiated, printed,
// combined and run over batches like it.
#include <ctgrad/ctgrad.hpp>

#include <boost/test/unit_test.hpp>

#include <string>

#include "../support/compare.hpp"

namespace {

namespace cg = ctgrad;
using support::is_equal;
using support::is_identical;

constexpr auto a = cg::var<"a">;
constexpr auto b = cg::var<"b">;
constexpr auto c = cg::var<"c">;

// -- the seed cases -------------------------------------------------------------------------------

constexpr auto rectified = cg::formula<"(a + b * c).relu()">;
static_assert(rectified(a = 2.0, b = -3.0, c = 10.0) == 0);
constexpr auto off = cg::value_and_gradient(rectified)(a = 2.0, b = -3.0, c = 10.0);
static_assert(off.value == 0);
static_assert(off.gradient[a] == 0 && off.gradient[b] == 0 && off.gradient[c] == 0);

constexpr auto sum = cg::value_and_gradient(cg::formula<"a + b">)(a = 3.0, b = 4.0);
static_assert(sum.value == 7 && sum.gradient[a] == 1 && sum.gradient[b] == 1);
constexpr auto product = cg::value_and_gradient(cg::formula<"a * b">)(a = 2.0, b = 5.0);
static_assert(product.value == 10 && product.gradient[a] == 5 && product.gradient[b] == 2);

// -- the same programs as formulas of variables ---------------------------------------------------

/// Are two formulas one program?
template <class E, class F>
bool is_same_program(const E&, const F&) {
  using cg::detail::formula_program;
  return to_string(formula_program<E, double>::build()) ==
         to_string(formula_program<F, double>::build());
}

struct cube_op : cg::op<"cube", 1> {
  static constexpr auto value(const auto& x) { return x * x * x; }
  static constexpr auto partials(const auto& x, const auto&) { return std::tuple{3 * x * x}; }
};

}  // namespace

BOOST_AUTO_TEST_SUITE(text_formula)

BOOST_AUTO_TEST_CASE(programs) {
  using namespace cg::literals;
  BOOST_TEST(is_same_program(rectified, relu(a + b * c)));
  BOOST_TEST(is_same_program(cg::formula<"a*exp(-b*c)/(1 + c)">, a * exp(-b * c) / (1_c + c)));
  BOOST_TEST(is_same_program(cg::formula<"a^3 + b**0.5">, pow(a, 3_c) + pow(b, 0.5_c)));
  BOOST_TEST(is_same_program(cg::formula<"a^3 - b^2">, pow(a, 3_c) - pow(b, 2_c)));
  BOOST_TEST(is_same_program(cg::formula<"where(a < b && !(b == c), a, max(b, c))">,
                             where(a < b && !(b == c), a, max(b, c))));
  BOOST_TEST(is_same_program(cg::formula<"f(c, a) = a - c">, c - a) == false);
}

BOOST_AUTO_TEST_CASE(combined_with_other_formulas) {
  constexpr auto e = rectified * a + cg::formula<"b/c">;
  constexpr auto g = cg::gradient(e)(a = 2.0, b = 3.0, c = 10.0);
  BOOST_TEST(is_equal(g[a], 34.0));  // d/da a relu(a + b c) = relu + a
  BOOST_TEST(is_equal(g[b], 20.1));  // a c + 1/c
  BOOST_TEST(is_equal(g[c], 5.97));  // a b - b/c²
  BOOST_TEST(to_string(e) == "relu(a + b*c)*a + b/c");
}

BOOST_AUTO_TEST_CASE(derivatives_are_formulas) {
  constexpr auto f = cg::formula<"a^3*b">;
  BOOST_TEST(to_string(cg::derivative(f, a)) == to_string(cg::derivative(a * a * a * b, a)));
  static_assert(cg::derivative(f, a, b)(a = 2.0, b = 1.0) == 12);
  static_assert(cg::hessian(f)(a = 2.0, b = 1.0)[a][a] == 12);
}

BOOST_AUTO_TEST_CASE(definitions_and_lines) {
  constexpr auto f = cg::formula<R"(
    d = a - b;   # what is missing
    d*d + c
  )">;
  static_assert(f(a = 3.0, b = 1.0, c = 0.5) == 4.5);
  static_assert(cg::gradient(f)(a = 3.0, b = 1.0, c = 0.5)[b] == -4);
}

BOOST_AUTO_TEST_CASE(ops_of_the_users_own) {
  constexpr auto f = cg::formula<"cube(a) + b", cube_op>;
  static_assert(f(a = 2.0, b = 1.0) == 9);
  static_assert(cg::gradient(f)(a = 2.0, b = 1.0)[a] == 12);
}

BOOST_AUTO_TEST_CASE(numbers_are_those_of_the_compiler) {
  static_assert(cg::formula<"0.1*a">(a = 1.0) == 0.1);
  static_assert(cg::formula<"1e23 + 0*a">(a = 1.0) == 1e23);
  static_assert(cg::formula<"0.1*a">(a = 1.0F) == 0.1F);
}

BOOST_AUTO_TEST_CASE(arguments_that_do_not_occur) {
  constexpr auto f = cg::formula<"f(a, b) = 2*a">;
  static_assert(cg::gradient(f)(a = 1.0, b = 5.0)[b] == 0);
}

// No type grows with the text: 100 operations inside of each other.
BOOST_AUTO_TEST_CASE(deep_texts) {
  constexpr auto f = cg::formula<
#define CTGRAD_TEST_TEN "a/(1+a/(1+a/(1+a/(1+a/(1+a/(1+a/(1+a/(1+a/(1+a/(1+"
#define CTGRAD_TEST_CLOSE "))))))))))"
      CTGRAD_TEST_TEN CTGRAD_TEST_TEN CTGRAD_TEST_TEN CTGRAD_TEST_TEN CTGRAD_TEST_TEN
      "a" CTGRAD_TEST_CLOSE CTGRAD_TEST_CLOSE CTGRAD_TEST_CLOSE CTGRAD_TEST_CLOSE
          CTGRAD_TEST_CLOSE>;
  double y = 0.5;
  for (int i = 0; i < 50; ++i) y = 0.5 / (1 + y);
  BOOST_TEST(is_identical(f(a = 0.5), y));
}

BOOST_AUTO_TEST_SUITE_END()
