#include <ctgrad/nn/schedule.hpp>

#include <boost/test/unit_test.hpp>

#include <cmath>
#include <limits>

#include "support.hpp"

using namespace cg::nn;  // NOLINT(google-build-using-namespace)

BOOST_AUTO_TEST_SUITE(schedules)

const auto close = boost::test_tools::tolerance(1e-14);

BOOST_AUTO_TEST_CASE(constant) {
  BOOST_TEST(constant_rate(0.1)(0) == 0.1);
  BOOST_TEST(constant_rate(0.1)(1e6) == 0.1);
}

BOOST_AUTO_TEST_CASE(steps) {
  const schedule rate = step_decay(0.8, 0.5, 10);
  BOOST_TEST(rate(0) == 0.8);
  BOOST_TEST(rate(9.99) == 0.8);
  BOOST_TEST(rate(10) == 0.4);
  BOOST_TEST(rate(35) == 0.1, close);
}

BOOST_AUTO_TEST_CASE(exponential) {
  const schedule rate = exponential_decay(2, 0.5);
  BOOST_TEST(rate(0) == 2);
  BOOST_TEST(rate(0.5) == 2 * std::sqrt(0.5), close);
  BOOST_TEST(rate(3) == 0.25, close);
}

BOOST_AUTO_TEST_CASE(cosine) {
  const schedule rate = cosine_decay(1, 8, 0.2);
  BOOST_TEST(rate(0) == 1, close);
  BOOST_TEST(rate(2) == 0.2 + 0.8 * (1 + std::sqrt(0.5)) / 2, close);
  BOOST_TEST(rate(4) == 0.6, close);
  BOOST_TEST(rate(8) == 0.2, close);
  BOOST_TEST(rate(9) == 0.2, close);  // and does not rise again
  BOOST_TEST(cosine_decay(1, 8)(8) == 0);
}

BOOST_AUTO_TEST_CASE(warming_up) {
  const schedule rate = warm_up(4, step_decay(0.8, 0.5, 10));
  BOOST_TEST(rate(0) == 0);
  BOOST_TEST(rate(1) == 0.2, close);
  BOOST_TEST(rate(4) == 0.8);
  BOOST_TEST(rate(13) == 0.8);  // the time of what follows starts at 4
  BOOST_TEST(rate(14) == 0.4);
}

BOOST_AUTO_TEST_CASE(a_lambda_is_a_schedule) {
  const schedule rate = [](double time) { return 1 / (1 + time); };
  BOOST_TEST(warm_up(1, rate)(2) == 0.5);
}

BOOST_AUTO_TEST_CASE(settings_out_of_range_are_errors) {
  const double nan = std::numeric_limits<double>::quiet_NaN();
  const auto refused = [](auto make) {
    BOOST_CHECK_EXCEPTION(static_cast<void>(make()), cg::error, tagged("ctgrad-E35"));
  };
  for (const double bad : {-1.0, nan}) {
    refused([&] { return constant_rate(bad); });
    refused([&] { return step_decay(bad, 1, 1); });
    refused([&] { return step_decay(1, bad, 1); });
    refused([&] { return exponential_decay(bad, 1); });
    refused([&] { return exponential_decay(1, bad); });
    refused([&] { return cosine_decay(bad, 1); });
    refused([&] { return cosine_decay(1, 1, bad); });
  }
  for (const double bad : {-1.0, 0.0, nan}) {
    refused([&] { return step_decay(1, 1, bad); });
    refused([&] { return cosine_decay(1, bad); });
    refused([&] { return warm_up(bad, constant_rate(1)); });
  }
  refused([] { return warm_up(1, schedule{}); });
}

BOOST_AUTO_TEST_SUITE_END()
