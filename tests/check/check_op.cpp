// check_op finds what is wrong with the partials of an op.
#include <ctgrad/check/check_gradient.hpp>

#include <boost/test/unit_test.hpp>

#include <cmath>
#include <limits>
#include <string>

namespace cg = ctgrad;

namespace {

using cg::check_op;
using cg::verdict;

/// a b² with partials as given by the tests below.
template <class Partials>
struct product : cg::op<"product", 2> {
  static constexpr auto value(const auto& a, const auto& b) { return a * b * b; }
  static constexpr auto partials(const auto& a, const auto& b, const auto& y) {
    return Partials{}(a, b, y);
  }
};

using right = decltype([](auto a, auto b, auto) { return std::tuple{b * b, 2 * a * b}; });
using sign_flipped = decltype([](auto a, auto b, auto) { return std::tuple{b * b, -2 * a * b}; });
using swapped = decltype([](auto a, auto b, auto) { return std::tuple{2 * a * b, b * b}; });
using factor_dropped = decltype([](auto a, auto b, auto) { return std::tuple{b * b, a * b}; });
using nearly =
    decltype([](auto a, auto b, auto) { return std::tuple{b * b * (1 + 1e-8), 2 * a * b}; });
using not_a_number = decltype([](auto a, auto b, auto) {
  return std::tuple{b * b, 2 * a * b + std::numeric_limits<double>::quiet_NaN()};
});
using infinite = decltype([](auto a, auto b, auto) {
  return std::tuple{b * b + std::numeric_limits<double>::infinity(), 2 * a * b};
});
using taken_for_constant = decltype([](auto, auto b, auto) { return std::tuple{b * b, 0}; });

/// |x| with a slope that it has on neither side.
struct half : cg::op<"half", 1> {
  static constexpr auto value(const auto& x) { return cg::abs(x); }
  static constexpr auto partials(const auto&, const auto&) { return std::tuple{1.5}; }
};

}  // namespace

BOOST_AUTO_TEST_SUITE(checked_ops)

BOOST_AUTO_TEST_CASE(right_partials_agree) {
  for (const double a : {-3.0, 1e-8, 2.5}) {
    for (const double b : {-1e4, 0.5, 1.0}) {
      BOOST_TEST(check_op<product<right>>(a, b));
      BOOST_TEST((check_op<product<right>, cg::check::complex_step>(a, b)));
    }
  }
}

BOOST_AUTO_TEST_CASE(a_flipped_sign_is_found_in_its_operand) {
  const auto found = check_op<product<sign_flipped>>(3.0, 2.0);
  BOOST_TEST(!found);
  BOOST_TEST(found.worst_index() == 1U);
  BOOST_TEST(found.worst().name == "x1");
  BOOST_TEST(found.worst().by_ctgrad == -12);
  BOOST_TEST(std::abs(found.worst().expected - 12) < 1e-9);
  BOOST_TEST((found.partials[0].outcome == verdict::agrees));
}

BOOST_AUTO_TEST_CASE(swapped_partials_are_found_in_both) {
  const auto found = check_op<product<swapped>>(3.0, 2.0);
  BOOST_TEST((found.partials[0].outcome == verdict::differs));
  BOOST_TEST((found.partials[1].outcome == verdict::differs));
}

BOOST_AUTO_TEST_CASE(a_dropped_factor_is_found) {
  const auto found = check_op<product<factor_dropped>>(3.0, 2.0);
  BOOST_TEST(found.worst_index() == 1U);
  BOOST_TEST((found.worst().outcome == verdict::differs));
  BOOST_TEST((!check_op<product<factor_dropped>, cg::check::complex_step>(3.0, 2.0)));
  // where the wrong slope is right, nobody can see it
  BOOST_TEST(check_op<product<factor_dropped>>(0.0, 2.0));
}

BOOST_AUTO_TEST_CASE(one_part_in_a_hundred_million_is_found) {
  const auto found = check_op<product<nearly>>(3.0, 2.0);
  BOOST_TEST(found.worst_index() == 0U);
  BOOST_TEST((found.worst().outcome == verdict::differs));
}

BOOST_AUTO_TEST_CASE(an_operand_taken_for_constant_is_found) {
  BOOST_TEST(check_op<product<taken_for_constant>>(3.0, 2.0).worst_index() == 1U);
}

BOOST_AUTO_TEST_CASE(a_NaN_or_an_infinity_never_agrees) {
  const auto found = check_op<product<not_a_number>>(3.0, 2.0);
  BOOST_TEST(!found);
  BOOST_TEST(found.worst_index() == 1U);
  BOOST_TEST((found.worst().outcome == verdict::differs));
  BOOST_TEST((!check_op<product<not_a_number>, cg::check::complex_step>(3.0, 2.0)));
  BOOST_TEST(check_op<product<infinite>>(3.0, 2.0).worst_index() == 0U);
}

BOOST_AUTO_TEST_CASE(an_operand_of_an_integer_type_is_no_variable) {
  const auto found = check_op<cg::ops::integer_power>(2.0, 3);
  BOOST_TEST(found);
  BOOST_TEST(found.partials.size() == 1U);
}

BOOST_AUTO_TEST_CASE(ops_of_the_library_agree_with_their_values) {
  for (const double x : {-2.7, -0.3, 0.4, 0.9, 5.1}) {
    BOOST_TEST(check_op<cg::ops::exp>(x));
    BOOST_TEST(check_op<cg::ops::sigmoid>(x));
    BOOST_TEST(check_op<cg::ops::tanh>(x));
    BOOST_TEST(check_op<cg::ops::relu>(x));
    BOOST_TEST(check_op<cg::ops::erfc>(x));
    BOOST_TEST(check_op<cg::ops::floor>(x));
    BOOST_TEST(check_op<cg::ops::power>(std::abs(x), x));
    BOOST_TEST(check_op<cg::ops::divide>(x, 1 - x));
    BOOST_TEST(check_op<cg::ops::hypot3>(x, 1 - x, 2.0));
    BOOST_TEST(check_op<cg::ops::where>(x > 0, x, 2 * x));
  }
}

BOOST_AUTO_TEST_CASE(at_a_kink_nothing_is_claimed) {
  const auto found = check_op<cg::ops::abs>(0.0);
  BOOST_TEST(!found);
  BOOST_TEST((found.worst().outcome == verdict::kink));
  BOOST_TEST((check_op<cg::ops::max>(2.0, 2.0).partials[1].outcome == verdict::kink));
}

BOOST_AUTO_TEST_CASE(a_slope_outside_of_a_kink_is_wrong) {
  BOOST_TEST((check_op<half>(0.0).worst().outcome == verdict::differs));
}

BOOST_AUTO_TEST_CASE(jumps_poles_and_ends_of_a_domain_are_called_by_their_names) {
  BOOST_TEST((check_op<cg::ops::floor>(1.0).worst().outcome == verdict::undecided));
  BOOST_TEST((check_op<cg::ops::cbrt>(0.0).worst().outcome == verdict::undecided));
  BOOST_TEST((check_op<cg::ops::inv>(0.0).worst().outcome == verdict::not_finite));
  BOOST_TEST((check_op<cg::ops::sqrt>(0.0).worst().outcome == verdict::not_finite));
  BOOST_TEST((check_op<cg::ops::log>(-1.0).worst().outcome == verdict::not_finite));
}

BOOST_AUTO_TEST_SUITE_END()
