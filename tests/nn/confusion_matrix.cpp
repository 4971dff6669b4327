#include <boost/test/unit_test.hpp>

#include "support.hpp"

using cg::nn::confusion_matrix;

BOOST_AUTO_TEST_SUITE(confusion_matrices)

/// Of three of class 0 one is taken for 1; of two of class 1 one for 0; nothing is taken for 2.
confusion_matrix example() {
  confusion_matrix seen(3);
  seen.add(0, 0);
  seen.add(0, 0);
  seen.add(0, 1);
  seen.add(1, 1);
  seen.add(1, 0);
  seen.add(2, 1);
  return seen;
}

BOOST_AUTO_TEST_CASE(counts) {
  const confusion_matrix seen = example();
  BOOST_TEST(seen.classes() == 3U);
  BOOST_TEST(seen.total() == 6U);
  BOOST_TEST(seen.count(0, 0) == 2U);
  BOOST_TEST(seen.count(0, 1) == 1U);
  BOOST_TEST(seen.count(1, 0) == 1U);
  BOOST_TEST(seen.count(2, 2) == 0U);
  BOOST_TEST(seen.actual(0) == 3U);
  BOOST_TEST(seen.predicted(1) == 3U);
}

BOOST_AUTO_TEST_CASE(shares) {
  const confusion_matrix seen = example();
  BOOST_TEST(seen.accuracy() == 0.5);
  BOOST_TEST(seen.precision(0) == 2.0 / 3);
  BOOST_TEST(seen.recall(0) == 2.0 / 3);
  BOOST_TEST(seen.precision(1) == 1.0 / 3);
  BOOST_TEST(seen.recall(1) == 0.5);
  BOOST_TEST(seen.f1(1) == 0.4);  // 2 * 1/3 * 1/2 / (1/3 + 1/2)
  BOOST_TEST(seen.macro_f1() == (2.0 / 3 + 0.4 + 0) / 3);
}

BOOST_AUTO_TEST_CASE(shares_of_nothing_are_0) {
  const confusion_matrix seen = example(), empty(2), no_classes(0);
  BOOST_TEST(seen.precision(2) == 0);
  BOOST_TEST(seen.f1(2) == 0);
  BOOST_TEST(empty.accuracy() == 0);
  BOOST_TEST(empty.recall(0) == 0);
  BOOST_TEST(empty.macro_f1() == 0);
  BOOST_TEST(no_classes.macro_f1() == 0);
}

BOOST_AUTO_TEST_CASE(classes_that_there_are_not_are_errors) {
  confusion_matrix seen = example();
  BOOST_CHECK_EXCEPTION(seen.add(3, 0), cg::error, tagged("ctgrad-E34"));
  BOOST_CHECK_EXCEPTION(seen.add(0, -1), cg::error, tagged("ctgrad-E34"));
  BOOST_CHECK_EXCEPTION(static_cast<void>(seen.count(0, 3)), cg::error, tagged("ctgrad-E34"));
  BOOST_TEST(seen.total() == 6U);
}

BOOST_AUTO_TEST_SUITE_END()
