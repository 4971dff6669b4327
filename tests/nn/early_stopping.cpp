#include <boost/test/unit_test.hpp>

#include <cmath>
#include <limits>

#include "support.hpp"

using cg::nn::early_stopping;

BOOST_AUTO_TEST_SUITE(stopping_early)

/// After how many of these numbers the training stops; p is what number it was at.
std::size_t stops_after(early_stopping& best, Value& p, const std::vector<double>& watched) {
  for (std::size_t i = 0; i < watched.size(); ++i) {
    p.data() = static_cast<double>(i + 1);
    if (best.should_stop(watched[i])) return i + 1;
  }
  return 0;
}

BOOST_AUTO_TEST_CASE(it_stops_when_patience_is_over_and_restores_the_best) {
  Value p{0.0};
  early_stopping best({&p}, 2);
  BOOST_TEST(stops_after(best, p, {5, 3, 4, 2, 2, 2, 1}) == 6U);
  BOOST_TEST(best.lowest() == 2);
  BOOST_TEST(!best.improved());
  best.restore();
  BOOST_TEST(p.data() == 4);
}

BOOST_AUTO_TEST_CASE(a_falling_number_never_stops) {
  Value p{0.0};
  early_stopping best({&p}, 0);
  BOOST_TEST(stops_after(best, p, {5, 4, 3, 2, 1}) == 0U);
  BOOST_TEST(best.improved());
  best.restore();
  BOOST_TEST(p.data() == 5);
}

BOOST_AUTO_TEST_CASE(without_patience_the_first_setback_stops) {
  Value p{0.0};
  early_stopping none({&p}, 0), one({&p}, 1);
  BOOST_TEST(stops_after(none, p, {5, 4, 4, 3}) == 3U);
  BOOST_TEST(stops_after(one, p, {5, 4, 4, 3}) == 3U);
}

BOOST_AUTO_TEST_CASE(small_improvements_may_not_count) {
  Value p{0.0};
  early_stopping best({&p}, 2, 0.5);
  BOOST_TEST(stops_after(best, p, {5, 4.75, 4.25, 4, 3.75, 0}) == 5U);
  BOOST_TEST(best.lowest() == 4.25);
}

BOOST_AUTO_TEST_CASE(an_improvement_is_no_setback) {
  Value p{7.0};
  for (const double bad : {-0.5, std::numeric_limits<double>::quiet_NaN()}) {
    BOOST_CHECK_EXCEPTION(early_stopping({&p}, 2, bad), cg::error, tagged("ctgrad-E35"));
  }
}

BOOST_AUTO_TEST_CASE(nan_is_never_better) {
  const double nan = std::numeric_limits<double>::quiet_NaN();
  Value p{7.0};
  early_stopping best({&p}, 2);
  BOOST_TEST(stops_after(best, p, {nan, nan, nan}) == 2U);
  best.restore();
  BOOST_TEST(p.data() == 7);  // what it was at the start
  early_stopping later({&p}, 2);
  BOOST_TEST(stops_after(later, p, {3, nan, INFINITY, 1}) == 3U);
  later.restore();
  BOOST_TEST(p.data() == 1);
}

BOOST_AUTO_TEST_SUITE_END()
