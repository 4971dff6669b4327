// What can be checked: its numbers, their names, its value at others, and its gradient by ctgrad.
#include <ctgrad/check/subject.hpp>

#include <boost/test/unit_test.hpp>

#include <array>
#include <complex>
#include <string>
#include <type_traits>
#include <vector>

#include "../tape/support.hpp"

namespace {

namespace cg = ctgrad;
using cg::complex_number;
using numbers = std::vector<double>;
using strings = std::vector<std::string>;

/// The value at a point that is moved by i h in its number k has h times the partial by it as its
/// imaginary part.
void check_complex_step(const auto& subject, const auto&... x) {
  const numbers at = subject.numbers(x...), gradient = subject.gradient(x...);
  BOOST_REQUIRE(at.size() == gradient.size());
  BOOST_REQUIRE(at.size() == subject.names(x...).size());
  constexpr double h = 0x1p-60;
  for (std::size_t k = 0; k < at.size(); ++k) {
    std::vector<complex_number> moved(at.begin(), at.end());
    moved[k] = std::complex(at[k], h);
    BOOST_TEST(subject.value(moved, x...).z().imag() / h == gradient[k],
               boost::test_tools::tolerance(1e-15));
  }
}

constexpr auto f = [](const auto& a, auto k) { return a[0] * a[1] + k * sin(a[1]); };

}  // namespace

BOOST_AUTO_TEST_SUITE(subjects)

BOOST_AUTO_TEST_CASE(a_function) {
  const cg::detail::static_subject<decltype(f)> subject{f};
  const std::array a{2.0, 3.0};
  BOOST_TEST((subject.numbers(a, 0.5) == numbers{2, 3, 0.5}));
  BOOST_TEST((subject.names(a, 0.5) == strings{"x0[0]", "x0[1]", "x1"}));
  BOOST_TEST(is_equal(subject.value(numbers{1, 0, 7}, a, 0.5), 0));
  BOOST_TEST(is_equal(subject.gradient(a, 0.5)[0], 3));
  check_complex_step(subject, a, 0.5);
}

BOOST_AUTO_TEST_CASE(a_function_of_values_is_recorded_under_no_grad_too_and_released) {
  const auto g = [factor = 2.0](const auto& a) { return factor * a[0] * a[1]; };
  const cg::detail::value_subject<decltype(g)> subject{{g}};
  const numbers a{2, 3};
  const auto before = recorded();
  const cg::no_grad off;
  BOOST_TEST((subject.gradient(a) == numbers{6, 4}));
  BOOST_TEST(recorded() == before);
  BOOST_TEST((Value{1.0} * 2).is_passive());  // off as it was
  check_complex_step(subject, a);
}

BOOST_AUTO_TEST_CASE(a_formula) {
  constexpr auto a = cg::var<"a">;
  constexpr auto b = cg::var<"b">;
  const double factor = 2.5;
  const auto e = factor * a * exp(b);
  const cg::detail::formula_subject<std::remove_const_t<decltype(e)>> subject{e};
  BOOST_TEST((subject.names(a = 2.0, b = 0.0) == strings{"a", "b"}));
  BOOST_TEST((subject.numbers(b = 0.0, a = 2.0) == numbers{2, 0}));  // in the formula's order
  BOOST_TEST(is_equal(subject.value(numbers{3, 0}, a = 2.0, b = 0.0), 7.5));
  BOOST_TEST((subject.gradient(a = 2.0, b = 0.0) == numbers{2.5, 5}));
}

BOOST_AUTO_TEST_CASE(an_op_whose_whole_numbers_stay_what_they_are) {
  const cg::detail::op_subject<cg::ops::divide> quotient;
  BOOST_TEST((quotient.names(1.0, 2.0) == strings{"x0", "x1"}));
  BOOST_TEST((quotient.gradient(1.0, 2.0) == numbers{0.5, -0.25}));
  check_complex_step(quotient, 1.0, 2.0);
  BOOST_TEST((quotient.numbers(1, 2.0) == numbers{2}));
  BOOST_TEST((quotient.names(1, 2.0) == strings{"x1"}));
  BOOST_TEST((quotient.gradient(1, 2.0) == numbers{-0.25}));
  BOOST_TEST(is_equal(quotient.value(numbers{4}, 1, 2.0), 0.25));
}

BOOST_AUTO_TEST_SUITE_END()
