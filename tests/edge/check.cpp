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

/// The unit in which an error is counted: ulps of the truth, or of the terms if they are larger.
double error(double got, const support::real& truth, double terms) {
  if (!(terms > abs(truth)) || !std::isfinite(got)) return support::error_in_ulps(got, truth);
  const support::real moved = abs(support::real(got) - truth);
  int exponent = 0;
  std::frexp(terms, &exponent);
  return static_cast<double>(ldexp(moved, std::numeric_limits<double>::digits - exponent));
}

/// 0, the infinities and NaN are exact; another number lies within the bound, and half a step for
/// the rounding of the row itself.
void check_partial(const question& asked, std::size_t k, double got) {
  const double expected = asked.stated.partials[k];
  if (expected == 0 || !std::isfinite(expected)) {
    BOOST_TEST(support::is_equal(got, expected));
  } else {
    const double bound = asked.op.bound[k];
    const double off = error(got, support::real(expected), asked.terms[k]);
    BOOST_TEST(off <= (bound == 0 ? 0 : bound + 0.5),
               "got " << got << ", expected about " << expected << ": " << off << " ulp");
  }
}

}  // namespace

void check_answers(const question& asked, std::span<const answer> answers) {
  const answer& rule = answers.front();
  BOOST_TEST_CONTEXT(call_text(asked.op, asked.stated.at)) {
    const bool exact = asked.stated.value == 0 || !std::isfinite(asked.stated.value);
    BOOST_TEST((exact ? support::is_identical(rule.value, asked.stated.value)
                      : support::is_within(asked.value_steps, rule.value, asked.stated.value)));
    for (std::size_t k = 0; k < asked.op.arity; ++k) {
      BOOST_TEST_CONTEXT("partial by operand " << k) {
        check_partial(asked, k, rule.partials[k]);
      }
    }
    for (const answer& other : answers.subspan(1)) {
      BOOST_TEST_CONTEXT(other.engine) {
        BOOST_TEST(support::is_identical(other.value, rule.value));
        for (std::size_t k = 0; k < asked.op.arity; ++k) {
          BOOST_TEST(support::is_equal(other.partials[k], rule.partials[k]));
        }
      }
    }
  }
}

void keep(measured& so_far, const point& x, double got, const support::real& truth,
          double terms) {
  const double here = error(got, truth, terms);
  if (here <= so_far.worst) return;
  so_far.worst = here;
  so_far.where = x;
  so_far.by_terms = terms > abs(truth);
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
