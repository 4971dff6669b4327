#include <boost/test/unit_test.hpp>

#include <array>
#include <cmath>
#include <limits>
#include <string>

#include "support.hpp"

using namespace cg::nn;  // NOLINT(google-build-using-namespace)

BOOST_AUTO_TEST_SUITE(metrics)

BOOST_AUTO_TEST_CASE(the_largest_of_several) {
  static_assert(argmax(std::array{1, 3, 2}) == 1);
  static_assert(argmax(std::array{3.0, 3.0}) == 0);  // of equal ones the first
  BOOST_TEST(argmax(std::vector<Value>{0.5, -1.0, Value{2.0}}) == 2U);
  constexpr double nan = std::numeric_limits<double>::quiet_NaN();
  BOOST_TEST(argmax(std::array{nan, 1.0, 2.0, nan}) == 2U);
  BOOST_TEST(argmax(std::array{nan, nan}) == 0U);
  BOOST_CHECK_EXCEPTION(static_cast<void>(argmax(std::vector<double>{})), cg::error,
                        tagged("ctgrad-E34"));
}

BOOST_AUTO_TEST_CASE(shares_of_right_predictions) {
  static_assert(accuracy(std::array{1, 2, 3, 4}, std::array{1, 0, 3, 0}) == 0.5);
  BOOST_TEST(accuracy(std::vector<std::string>{"cat"}, std::vector<std::string>{"cat"}) == 1);
  const std::vector<int> none, one{1}, two{1, 2};
  for (const auto* predictions : {&none, &two}) {
    BOOST_CHECK_EXCEPTION(static_cast<void>(accuracy(*predictions, one)), cg::error,
                          tagged("ctgrad-E34"));
  }
  BOOST_CHECK_EXCEPTION(static_cast<void>(accuracy(none, none)), cg::error, tagged("ctgrad-E34"));
}

BOOST_AUTO_TEST_CASE(running_means) {
  running_mean m;
  BOOST_TEST(m.value() == 0);
  for (const double x : {1.0, 2.0, 6.0}) m.add(x);
  BOOST_TEST(m.value() == 3, boost::test_tools::tolerance(1e-15));
  m.add(11, 5);  // the mean of five
  BOOST_TEST(m.value() == 8, boost::test_tools::tolerance(1e-15));
  m.add(1e9, 0);
  BOOST_TEST(m.value() == 8, boost::test_tools::tolerance(1e-15));
  running_mean large;
  for (int i = 0; i < 10; ++i) large.add(1e308);
  BOOST_TEST(large.value() == 1e308);
}

BOOST_AUTO_TEST_CASE(mean_losses_record_nothing) {
  const Value p{2.0};
  const std::vector<double> samples{1, 2, 6};
  const auto before = cg::basic_tape<double>::current().size();
  const auto loss_of = [&](double y) { return p * y; };
  BOOST_TEST(mean_loss(samples, loss_of) == 6, boost::test_tools::tolerance(1e-15));
  BOOST_TEST(mean_loss(samples, [](double y) { return y; }) == 3);  // a number does as well
  BOOST_TEST(cg::basic_tape<double>::current().size() == before);
  BOOST_CHECK_EXCEPTION(static_cast<void>(mean_loss(std::vector<double>{}, loss_of)), cg::error,
                        tagged("ctgrad-E34"));
}

BOOST_AUTO_TEST_SUITE_END()
