// The complex step: which functions it passes through, and how exact it is.
#include <ctgrad/check/check_gradient.hpp>

#include <boost/test/unit_test.hpp>

#include <array>
#include <cmath>
#include <string>

namespace cg = ctgrad;

namespace {

using cg::check::complex_step;

template <class Op>
void check_unary(double x) {
  const auto found = cg::check_op<Op, complex_step>(x);
  BOOST_TEST(found.ok(), found);
}

/// An op of the user's own, written in terms of other functions.
struct shrink : cg::op<"shrink", 1> {
  static constexpr auto value(const auto& x) { return cg::sqrt(1 + x * x) / (2 + cg::exp(-x)); }
  static constexpr auto partials(const auto& x, const auto& y) {
    const auto e = cg::exp(-x);
    return std::tuple{y * (x / (1 + x * x) + e / (2 + e))};
  }
};

/// x², with a slope that is off by 1e-12 of it.
struct nearly : cg::op<"nearly", 1> {
  static constexpr auto value(const auto& x) { return x * x; }
  static constexpr auto partials(const auto& x, const auto&) {
    return std::tuple{2 * x * (1 + 1e-12)};
  }
};

}  // namespace

BOOST_AUTO_TEST_SUITE(complex_numbers)

BOOST_AUTO_TEST_CASE(ops_with_a_complex_version_agree_to_the_last_digits) {
  for (const double x : {0.1, 0.7}) {
    check_unary<cg::ops::exp>(x);
    check_unary<cg::ops::expm1>(x);
    check_unary<cg::ops::exp2>(x);
    check_unary<cg::ops::log>(x);
    check_unary<cg::ops::log2>(x);
    check_unary<cg::ops::log10>(x);
    check_unary<cg::ops::log1p>(x);
    check_unary<cg::ops::sqrt>(x);
    check_unary<cg::ops::cbrt>(-x);
    check_unary<cg::ops::rsqrt>(x);
    check_unary<cg::ops::sin>(x);
    check_unary<cg::ops::cos>(x);
    check_unary<cg::ops::tan>(x);
    check_unary<cg::ops::asin>(x);
    check_unary<cg::ops::acos>(x);
    check_unary<cg::ops::atan>(x);
    check_unary<cg::ops::sinh>(x);
    check_unary<cg::ops::cosh>(x);
    check_unary<cg::ops::tanh>(x);
    check_unary<cg::ops::asinh>(x);
    check_unary<cg::ops::acosh>(1 + x);
    check_unary<cg::ops::atanh>(x);
    check_unary<cg::ops::sigmoid>(-x);
    check_unary<cg::ops::softplus>(x);
    check_unary<cg::ops::relu>(x);
    check_unary<cg::ops::abs>(-x);
    check_unary<shrink>(x);
  }
  BOOST_TEST((cg::check_op<cg::ops::power, complex_step>(1.7, 2.3)));
  BOOST_TEST((cg::check_op<cg::ops::hypot, complex_step>(1.7, -2.3)));
  BOOST_TEST((cg::check_op<cg::ops::integer_power, complex_step>(-1.7, -3)));
  BOOST_TEST((cg::check_op<cg::ops::fma, complex_step>(1.7, -2.3, 0.1)));
}

BOOST_AUTO_TEST_CASE(it_sees_a_difference_of_one_part_in_a_trillion) {
  BOOST_TEST((!cg::check_op<nearly, complex_step>(3.0)));
  BOOST_TEST((cg::check_op<nearly>(3.0)));  // differences of values do not
}

BOOST_AUTO_TEST_CASE(branches_follow_the_real_part) {
  const auto f = [](auto x, auto y) { return where(x < y, x * y, sin(x)) + max(x, y); };
  BOOST_TEST(cg::check_gradient<complex_step>(f, 1.0, 2.0));
  BOOST_TEST(cg::check_gradient<complex_step>(f, 2.0, 1.0));
  const auto g = [](auto x) { return sum(std::array{x, x * x, pow(x, 3), pow(x, 1.5)}); };
  BOOST_TEST(cg::check_gradient<complex_step>(g, 2.0));
}

BOOST_AUTO_TEST_CASE(an_op_without_a_complex_version_is_refused_by_name) {
  for (int repeated = 0; repeated < 2; ++repeated) {
    try {
      static_cast<void>(cg::check_gradient<complex_step>([](auto x) { return erf(2 * x); }, 0.5));
      BOOST_TEST(false);
    } catch (const cg::error& e) {
      const std::string what = e.what();
      BOOST_TEST(what.find(" erf") != what.npos);
      BOOST_TEST(what.ends_with("[ctgrad-E30]"));
    }
  }
}

BOOST_AUTO_TEST_CASE(outside_of_the_domain_there_is_nothing_to_compare) {
  using cg::verdict;
  BOOST_TEST(
      (cg::check_op<cg::ops::log, complex_step>(-1.0).worst().outcome == verdict::not_finite));
  BOOST_TEST(
      (cg::check_op<cg::ops::sqrt, complex_step>(-2.0).worst().outcome == verdict::not_finite));
  BOOST_TEST(
      (cg::check_op<cg::ops::asin, complex_step>(3.0).worst().outcome == verdict::not_finite));
  BOOST_TEST((cg::check_op<cg::ops::divide, complex_step>(1.0, 0.0).worst().outcome ==
              verdict::not_finite));
}

BOOST_AUTO_TEST_SUITE_END()
