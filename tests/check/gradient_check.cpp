// What a check says.
#include <ctgrad/check/gradient_check.hpp>

#include <boost/test/unit_test.hpp>

#include <limits>
#include <sstream>

namespace {

using ctgrad::checked_partial;
using ctgrad::gradient_check;
using ctgrad::verdict;

constexpr double not_a_number = std::numeric_limits<double>::quiet_NaN();

checked_partial partial(std::string name, double at, verdict v, double by_ctgrad, double expected) {
  checked_partial p;
  p.name = std::move(name);
  p.at = at;
  p.outcome = v;
  p.by_ctgrad = by_ctgrad;
  p.expected = expected;
  p.error_estimate = 1e-9;
  p.allowed = 1e-8;
  return p;
}

gradient_check check(std::vector<checked_partial> all) {
  return {"check_gradient", "finite differences", std::move(all)};
}

const checked_partial good = partial("x0", 1, verdict::agrees, 5, 5);

}  // namespace

BOOST_AUTO_TEST_SUITE(gradient_checks)

BOOST_AUTO_TEST_CASE(a_difference_is_told_with_all_its_numbers) {
  const auto c = check({good, partial("x1", 2.5, verdict::differs, 3, 2)});
  BOOST_TEST(!c.ok());
  BOOST_TEST(!static_cast<bool>(c));
  BOOST_TEST(c.message() ==
             "check_gradient: d/dx1 is 3 by ctgrad but 2 by finite differences (difference 1, "
             "allowed 1e-08) at x0 = 1, x1 = 2.5");
  std::ostringstream out;
  out << c;
  BOOST_TEST(out.str() == c.message());
}

BOOST_AUTO_TEST_CASE(agreement_is_told_with_the_largest_difference) {
  BOOST_TEST(check({good}).message() ==
             "check_gradient: 1 partial derivative agrees with finite differences (worst: d/dx0 is "
             "5, difference 0, allowed 1e-08)");
}

BOOST_AUTO_TEST_CASE(the_worst_is_the_one_that_is_furthest_off) {
  const auto c =
      check({partial("a", 0, verdict::differs, 1, 2), good, partial("b", 0, verdict::differs, 1, 4),
             partial("c", 0, verdict::undecided, 1, 9)});
  BOOST_TEST(c.worst().name == "b");
  BOOST_TEST(c.worst_index() == 2U);
  BOOST_TEST(c.message().ends_with("; 3 of 4 partial derivatives do not agree"));
}

BOOST_AUTO_TEST_CASE(a_NaN_is_worse_than_any_number) {
  const auto c = check({partial("a", 0, verdict::differs, 1, 1e300),
                        partial("b", 0, verdict::differs, not_a_number, 1)});
  BOOST_TEST(c.worst().name == "b");
  BOOST_TEST(c.message().find("d/db is nan by ctgrad but 1 by") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(what_was_not_decided_is_not_called_wrong) {
  auto kink = partial("x0", 0, verdict::kink, 0, not_a_number);
  kink.left = -1;
  kink.right = 1;
  BOOST_TEST(check({kink}).message() ==
             "check_gradient: the function has a kink at x0 = 0 (slope -1 on the left, 1 on the "
             "right; d/dx0 is 0 by ctgrad): nothing is wrong, and nothing is checked either");
  kink.outcome = verdict::differs;
  BOOST_TEST(check({kink}).message() ==
             "check_gradient: d/dx0 is 0 by ctgrad at x0 = 0, outside the slopes of a kink (slope "
             "-1 on the left, 1 on the right)");
  auto end = partial("x0", 0, verdict::not_finite, 1, not_a_number);
  end.bad_at = -0.5;
  BOOST_TEST(check({end}).message() ==
             "check_gradient: d/dx0 is 1 by ctgrad at x0 = 0, but there is nothing to compare "
             "with: the function is not finite at x0 = -0.5");
  BOOST_TEST(!check({end}).ok());
}

BOOST_AUTO_TEST_CASE(many_arguments_are_cut) {
  const auto c = check(std::vector(100, partial("x", 1, verdict::differs, 1, 2)));
  BOOST_TEST(c.message().size() < 250U);
}

BOOST_AUTO_TEST_CASE(nothing_checked_is_not_good) {
  BOOST_TEST(!check({}).ok());
  BOOST_TEST(check({}).message() == "check_gradient: there is nothing to differentiate by");
}

BOOST_AUTO_TEST_SUITE_END()
