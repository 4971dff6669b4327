// Formulas as objects: what they hold, and that nothing dangles.
#include <ctgrad/diff/formula.hpp>
#include <ctgrad/expr/literals.hpp>

#include <boost/test/unit_test.hpp>

#include <concepts>
#include <memory>
#include <type_traits>

#include "../support/compare.hpp"

namespace {

namespace cg = ctgrad;
using namespace cg::literals;
using support::is_identical;

constexpr auto x = cg::var<"x">;
constexpr auto y = cg::var<"y">;

// -- what they hold ------------------------------------------------------------------------------

template <class E>
constexpr bool is_nothing(const E&) {
  return std::is_empty_v<E> && sizeof(E) == 1;
}
static_assert(is_nothing(x));
static_assert(is_nothing(x + y));
static_assert(is_nothing(relu(x + x * y) / (x - y)));
static_assert(is_nothing(where(x < y && !(x == y), x, pow(y, 2_c))));
static_assert(is_nothing(cg::derivative(exp(x * y), x)));
static_assert(is_nothing(cg::derivative(cg::derivative(x * x * y, x), y) * y));

// The run-time constants and nothing else.
static_assert(sizeof(x * 2.0) == sizeof(double));
static_assert(sizeof(x * 2.0F) == sizeof(float));
static_assert(sizeof((x * 2.0) + (x * 3.0)) == 2 * sizeof(double));
static_assert(sizeof(cg::derivative(sin(x * 2.0 + y) - 1.0, x)) == 2 * sizeof(double));
static_assert(std::is_trivially_copyable_v<decltype(x * 2.0 + y)>);

// -- what counts as a formula --------------------------------------------------------------------

static_assert(cg::formula_node<std::remove_const_t<decltype(x)>>);
static_assert(cg::formula_node<decltype(x + 1)>);
static_assert(cg::formula_node<decltype(2_c)>);
static_assert(cg::formula_node<decltype(x < 1)>);
static_assert(cg::formula_node<decltype(cg::derivative(x * x, x))>);
static_assert(!cg::formula_node<double>);
static_assert(!cg::formula_node<decltype(x = 2.0)>);

static_assert(std::same_as<decltype(cg::var<"x">), decltype(x)>);
static_assert(!std::same_as<decltype(cg::var<"x">), decltype(y)>);
static_assert(std::same_as<decltype(+x), std::remove_const_t<decltype(x)>>);
static_assert(!std::convertible_to<decltype(x < y), bool>);

// -- formulas that outlive everything they were made of
// --------------------------------------------

auto scaled(double factor) {
  const double offset = factor / 2;
  return x * factor + offset;
}

auto horner(double a, double b, double c) {
  auto inner = a * x + b;
  auto outer = inner * x + c;
  return outer;
}

auto through_a_reference(const auto& inner) {
  return 3.0 * inner - 1.0;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(node)

BOOST_AUTO_TEST_CASE(constants_are_captured_by_value) {
  double k = 2;
  const auto e = x * k;
  k = 5;
  BOOST_TEST(e(x = 3.0) == 6);
  BOOST_TEST(cg::gradient(e)(x = 3.0)[x] == 2);
}

BOOST_AUTO_TEST_CASE(auto_of_temporaries_is_safe) {
  const auto sum = (x + 1.0) * (x - 2.0);
  const auto g = cg::value_and_gradient((x + 1.0) * (x - 2.0));
  const auto d = cg::derivative((x + 1.0) * (x - 2.0), x);
  BOOST_TEST(sum(x = 5.0) == 18);
  BOOST_TEST(g(x = 5.0).gradient[x] == 9);  // 2x - 1
  BOOST_TEST(d(x = 5.0) == 9);
}

BOOST_AUTO_TEST_CASE(formulas_are_returned_from_functions) {
  BOOST_TEST(scaled(4)(x = 3.0) == 14);
  BOOST_TEST(horner(2, 3, 4)(x = 10.0) == 234);
  BOOST_TEST(cg::gradient(horner(2, 3, 4))(x = 10.0)[x] == 43);  // 2 a x + b
  BOOST_TEST(through_a_reference(scaled(4))(x = 3.0) == 41);
  BOOST_TEST(cg::derivative(through_a_reference(scaled(4)), x)(x = 3.0) == 12);
}

BOOST_AUTO_TEST_CASE(a_copy_outlives_the_original) {
  auto original = std::make_unique<decltype(x * 2.0 + y)>(x * 7.0 + y);
  const auto copy = *original;
  const auto bigger = copy * *original;
  original.reset();
  BOOST_TEST(copy(x = 2.0, y = 1.0) == 15);
  BOOST_TEST(bigger(x = 2.0, y = 1.0) == 225);
}

BOOST_AUTO_TEST_CASE(equal_types_with_different_constants) {
  const auto e = (x * 2.0) + (x * 3.0);
  BOOST_TEST(e(x = 10.0) == 50);
  BOOST_TEST(cg::gradient(e)(x = 10.0)[x] == 5);
  BOOST_TEST(cg::derivative(e, x)(x = 10.0) == 5);
  const auto quotient = (x + 6.0) / (x + 1.0);
  BOOST_TEST(quotient(x = 4.0) == 2);
  BOOST_TEST(cg::gradient(quotient)(x = 4.0)[x] == -0.2);  // (1 - 2)/5
}

BOOST_AUTO_TEST_CASE(equal_types_in_one_place_after_another) {
  for (const double k : {1.0, 2.0, -3.0}) {
    const auto e = k * x * x + k;
    BOOST_TEST(e(x = 2.0) == 5 * k);
    BOOST_TEST(cg::gradient(e)(x = 2.0)[x] == 4 * k);
  }
}

BOOST_AUTO_TEST_CASE(constants_of_every_type) {
  BOOST_TEST((x / 2)(x = 5.0) == 2.5);
  BOOST_TEST((1 / x)(x = 4) == 0.25);
  BOOST_TEST((x * 2U - 3L)(x = 5.0) == 7);
  BOOST_TEST((x * 0.5F + true)(x = 5.0) == 3.5);
}

BOOST_AUTO_TEST_CASE(many_constants_keep_their_order) {
  const auto e = ((1.0 * x + 2.0) * x - 3.0) / (4.0 * x - (5.0 - x * 6.0)) + 7.0;
  BOOST_TEST(e(x = 2.0) == 7 + (4.0 * 2 - 3) / (8 - (5.0 - 12)));
  BOOST_TEST((8.0 - (4.0 - (2.0 - x)))(x = 1.0) == 5);
}

BOOST_AUTO_TEST_SUITE_END()
