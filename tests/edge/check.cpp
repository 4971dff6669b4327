// What check.hpp declares.
#include "check.hpp"

#include <boost/test/unit_test.hpp>

#include <algorithm>
#include <cmath>
#include <sstream>
#include <string>

#include "../support/compare.hpp"

namespace edge {
namespace {

std::string call_text(const record& op, const double* at) {
  std::ostringstream text;
  text.precision(17);
  text << op.name << '(';
  for (std::size_t k = 0; k < op.arity; ++k) text << (k == 0 ? "" : ", ") << at[k];
  text << ')';
  return text.str();
}

void check_rule(const question& asked, const answer& rule) {
  BOOST_TEST(is_value(asked, rule.value),
             "value: got " << rule.value << ", expected " << asked.stated.value);
  for (std::size_t k = 0; k < asked.op.arity; ++k) {
    BOOST_TEST(is_partial(asked, k, rule.partials[k]),
               "partial by operand " << k << ": got " << rule.partials[k] << ", expected "
                                     << asked.stated.partials[k]);
  }
}

bool same(const record& op, const answer& a, const answer& b) {
  bool result = support::identical(a.value, b.value);
  for (std::size_t k = 0; k < op.arity; ++k) {
    result = result && support::equal(a.partials[k], b.partials[k]);
  }
  return result;
}

void check_same(const record& op, const answer& rule, const answer& other) {
  BOOST_TEST_CONTEXT(other.engine) {
    BOOST_TEST(support::is_identical(other.value, rule.value));
    for (std::size_t k = 0; k < op.arity; ++k) {
      BOOST_TEST(support::is_equal(other.partials[k], rule.partials[k]));
    }
  }
}

}  // namespace

double error(double got, const support::real& truth, double terms) {
  if (!(terms > 2 * abs(truth)) || !std::isfinite(got)) return support::error_in_ulps(got, truth);
  const support::real moved = abs(support::real(got) - truth);
  int exponent = 0;
  std::frexp(terms, &exponent);
  exponent = std::max(exponent, std::numeric_limits<double>::min_exponent);
  return static_cast<double>(ldexp(moved, std::numeric_limits<double>::digits - exponent));
}

bool is_partial(const question& asked, std::size_t k, double got) {
  const double expected = asked.stated.partials[k], bound = asked.op.bound[k];
  if (expected == 0 || !std::isfinite(expected)) return support::equal(got, expected);
  return error(got, support::real(expected), asked.terms[k]) <= (bound == 0 ? 0 : bound + 0.5);
}

bool is_value(const question& asked, double got) {
  const double expected = asked.stated.value;
  if (expected == 0 || !std::isfinite(expected)) return support::identical(got, expected);
  return support::ulps(got, expected) <= asked.value_steps;
}

void check_answers(const question& asked, const std::function<std::vector<answer>()>& ask) {
  BOOST_TEST_CONTEXT(call_text(asked.op, asked.stated.at)) {
    std::vector<answer> answers;
    BOOST_CHECK_NO_THROW(answers = ask());
    if (answers.empty()) return;
    const answer& rule = answers.front();
    check_rule(asked, rule);
    for (const answer& other : answers) check_same(asked.op, rule, other);
  }
}

void check_agreement(const record& op, const point& x, std::span<const answer> answers) {
  for (const answer& other : answers.subspan(1)) {
    const bool agrees = same(op, answers.front(), other);
    BOOST_TEST(agrees, call_text(op, x.data()) << ": " << other.engine << " differs");
    if (!agrees) check_same(op, answers.front(), other);
  }
}

void check_nearness(const record& op, const point& x, const answer& rule, const answer& other,
                    const std::array<double, 3>& terms) {
  BOOST_TEST_CONTEXT(call_text(op, x.data()) << ": " << other.engine) {
    BOOST_TEST(support::is_identical(other.value, rule.value));
    for (std::size_t k = 0; k < op.arity; ++k) {
      if (support::equal(other.partials[k], rule.partials[k])) continue;
      const double apart = error(other.partials[k], support::real(rule.partials[k]), terms[k]);
      BOOST_TEST(apart <= 2 * op.bound[k], "partial " << k << " is " << apart << " ulp apart");
    }
  }
}

void keep(measured& so_far, const record& op, const point& x, double got, double terms,
          const std::function<support::real()>& truth_at) {
  try {
    const support::real truth = truth_at();
    const double here = error(got, truth, terms);
    if (here > so_far.worst) so_far = {so_far.operand, here, x, terms > 2 * abs(truth)};
  } catch (const std::exception& e) {
    BOOST_ERROR(call_text(op, x.data())
                << ", partial by operand " << so_far.operand << ": " << e.what());
  }
}

void check_number_of_points(const record& op, std::size_t count) {
  BOOST_TEST(count >= 300u, op.name << " is measured at " << count << " points only");
}

void check_bounds(const record& op, std::span<const measured> results) {
  for (const measured& m : results) {
    const double bound = op.bound[m.operand];
    BOOST_TEST_MESSAGE("worst " << op.name << ' ' << m.operand << ": " << m.worst << " ulp"
                                << (m.by_terms ? " of its terms" : "") << " at "
                                << call_text(op, m.where.data()) << ", bound " << bound);
    BOOST_TEST_CONTEXT(call_text(op, m.where.data()) << ", partial by operand " << m.operand) {
      BOOST_TEST(m.worst <= bound);
      BOOST_TEST(bound <= 1.25 * m.worst + 0.3);
    }
  }
}

}  // namespace edge
