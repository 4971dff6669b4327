#include <boost/test/unit_test.hpp>

#include <cmath>
#include <limits>
#include <string>

#include "support.hpp"

using cg::nn::adam;
using cg::nn::sgd;

constexpr auto npos = std::string::npos;

BOOST_AUTO_TEST_SUITE(optimizers)

/// loss = slope * p: the gradient is the slope, wherever p is.
void step(auto& optimizer, const Value& p, double slope) {
  optimizer.zero_grad();
  (slope * p).backward();
  optimizer.step();
}

BOOST_AUTO_TEST_CASE(a_step_is_rate_times_gradient) {
  Value p{1.0}, q{-2.0};
  sgd optimizer({&p, &q}, 0.5);
  (p * p + 3 * q).backward();
  optimizer.step();
  BOOST_TEST(p.data() == 1.0 - 0.5 * 2.0);
  BOOST_TEST(q.data() == -2.0 - 0.5 * 3.0);
}

BOOST_AUTO_TEST_CASE(momentum_adds_up_gradients) {
  Value p{0.0 + 1.0};
  sgd optimizer({&p}, 0.5, 0.5);
  step(optimizer, p, 4);  // v = 4
  BOOST_TEST(p.data() == -1.0);
  step(optimizer, p, 4);  // v = 2 + 4
  BOOST_TEST(p.data() == -4.0);
  step(optimizer, p, 0);  // v = 3
  BOOST_TEST(p.data() == -5.5);
}

BOOST_AUTO_TEST_CASE(the_rate_may_change) {
  Value p{1.0};
  sgd optimizer({&p}, 1.0);
  BOOST_TEST(optimizer.rate() == 1.0);
  optimizer.set_rate(0.25);
  step(optimizer, p, 2);
  BOOST_TEST(p.data() == 0.5);
}

BOOST_AUTO_TEST_CASE(gradients_add_up_until_zero_grad) {
  Value p{1.0};
  sgd optimizer({&p}, 1.0);
  (2 * p).backward();
  (3 * p).backward();
  BOOST_TEST(p.grad() == 5);
  optimizer.zero_grad();
  BOOST_TEST(p.grad() == 0);
  optimizer.step();
  BOOST_TEST(p.data() == 1);
}

BOOST_AUTO_TEST_CASE(a_step_records_nothing) {
  Value p{1.0};
  sgd optimizer({&p}, 1.0);
  step(optimizer, p, 1);
  const auto before = cg::basic_tape<double>::current().size();
  optimizer.step();
  BOOST_TEST(cg::basic_tape<double>::current().size() == before);
}

BOOST_AUTO_TEST_CASE(the_next_recording_sees_the_new_number) {
  Value p{1.0};
  sgd optimizer({&p}, 1.0);
  step(optimizer, p, 3);
  BOOST_TEST((p * p).data() == 4.0);
}

BOOST_AUTO_TEST_CASE(nesterov_looks_ahead) {
  Value p{1.0};
  sgd optimizer({&p}, {.rate = 0.5, .momentum = 0.5, .nesterov = true});
  step(optimizer, p, 4);  // v = 4, and the step 4 + 0.5 * 4
  BOOST_TEST(p.data() == 1 - 0.5 * 6);
  step(optimizer, p, 2);  // v = 2 + 2, and the step 2 + 0.5 * 4
  BOOST_TEST(p.data() == -2 - 0.5 * 4);
}

BOOST_AUTO_TEST_CASE(weight_decay_is_part_of_the_gradient) {
  Value p{2.0};
  sgd optimizer({&p}, {.rate = 0.5, .momentum = 0.5, .weight_decay = 0.25});
  step(optimizer, p, 1);  // v = 1 + 0.25 * 2
  BOOST_TEST(p.data() == 2 - 0.5 * 1.5);
  step(optimizer, p, 0);  // v = 0.5 * 1.5 + 0.25 * 1.25
  BOOST_TEST(p.data() == 1.25 - 0.5 * (0.75 + 0.3125));
}

// The first steps by the algorithm as it is printed in the paper.
BOOST_AUTO_TEST_CASE(adam_takes_the_steps_of_the_paper) {
  Value p{1.0};
  adam optimizer({&p}, {.rate = 0.1, .momentum = 0.9, .memory = 0.99, .epsilon = 1e-3});
  double theta = 1, m = 0, v = 0;
  int t = 0;
  for (const double g : {3.0, -1.0, 0.0, 0.5, 20.0}) {
    ++t;
    m = 0.9 * m + (1 - 0.9) * g;
    v = 0.99 * v + (1 - 0.99) * g * g;
    const double m_hat = m / (1 - std::pow(0.9, t)), v_hat = v / (1 - std::pow(0.99, t));
    theta -= 0.1 * m_hat / (std::sqrt(v_hat) + 1e-3);
    step(optimizer, p, g);
    BOOST_TEST(p.data() == theta, boost::test_tools::tolerance(1e-13));
  }
}

BOOST_AUTO_TEST_CASE(the_first_step_of_adam_is_the_rate_at_any_scale) {
  for (const double slope : {1e-3, 1.0, -1e6, 1e100}) {
    Value p{0.0};
    adam optimizer({&p}, 0.1);
    step(optimizer, p, slope);
    BOOST_TEST(p.data() == (slope > 0 ? -0.1 : 0.1), boost::test_tools::tolerance(1e-4));
  }
  Value p{1.0};
  adam optimizer({&p});
  BOOST_TEST(optimizer.rate() == 0.001);
  step(optimizer, p, 0);
  BOOST_TEST(p.data() == 1);  // and a gradient of 0 moves nothing
}

BOOST_AUTO_TEST_CASE(weight_decay_does_not_pass_through_the_averages_of_adam) {
  Value p{2.0};
  adam optimizer({&p}, {.rate = 0.5, .weight_decay = 0.25});
  step(optimizer, p, 0);
  BOOST_TEST(p.data() == 2 - 0.5 * 0.25 * 2);
  step(optimizer, p, 0);
  BOOST_TEST(p.data() == 1.75 - 0.5 * 0.25 * 1.75);
}

/// The length of a narrow valley's floor that is left after some steps.
template <class Optimizer>
double distance_after(int steps, Optimizer optimizer, const Value& x, const Value& y) {
  for (int i = 0; i < steps; ++i) {
    const cg::scope s;
    optimizer.zero_grad();
    (50 * x * x + 0.5 * y * y).backward();
    optimizer.step();
  }
  return std::hypot(x.data(), y.data());
}

BOOST_AUTO_TEST_CASE(momentum_and_adam_are_faster_in_a_narrow_valley) {
  const auto left = [](auto settings, auto make) {
    Value x{1.0}, y{1.0};
    return distance_after(200, make({&x, &y}, settings), x, y);
  };
  const auto make_sgd = [](std::vector<Value*> p, const cg::nn::sgd_settings& s) {
    return sgd(std::move(p), s);
  };
  const auto make_adam = [](std::vector<Value*> p, const cg::nn::adam_settings& s) {
    return adam(std::move(p), s);
  };
  const double plain = left(cg::nn::sgd_settings{.rate = 0.01}, make_sgd);
  BOOST_TEST(plain > 0.1);
  using cg::nn::sgd_settings;
  BOOST_TEST(left(sgd_settings{.rate = 0.01, .momentum = 0.9}, make_sgd) < 1e-3);
  BOOST_TEST(left(sgd_settings{.rate = 0.01, .momentum = 0.9, .nesterov = true}, make_sgd) < 1e-3);
  BOOST_TEST(left(cg::nn::adam_settings{.rate = 0.05}, make_adam) < 1e-2);
}

BOOST_AUTO_TEST_CASE(settings_out_of_range_are_errors) {
  const double nan = std::numeric_limits<double>::quiet_NaN();
  Value p{1.0};
  const auto refused_sgd = [&](const cg::nn::sgd_settings& s) {
    BOOST_CHECK_EXCEPTION(sgd({&p}, s), cg::error, tagged("ctgrad-E35"));
  };
  const auto refused_adam = [&](const cg::nn::adam_settings& s) {
    BOOST_CHECK_EXCEPTION(adam({&p}, s), cg::error, tagged("ctgrad-E35"));
  };
  for (const double bad : {-0.5, nan}) {
    refused_sgd({.rate = bad});
    refused_sgd({.momentum = bad});
    refused_sgd({.weight_decay = bad});
    refused_adam({.rate = bad});
    refused_adam({.momentum = bad});
    refused_adam({.memory = bad});
    refused_adam({.epsilon = bad});
    refused_adam({.weight_decay = bad});
  }
  refused_sgd({.momentum = 1});
  refused_adam({.momentum = 1});
  refused_adam({.memory = 1});
  refused_adam({.epsilon = 0});
  sgd optimizer({&p}, 1);
  BOOST_CHECK_EXCEPTION(optimizer.set_rate(-1), cg::error, tagged("ctgrad-E35"));
  BOOST_TEST(optimizer.rate() == 1);
}

BOOST_AUTO_TEST_CASE(the_message_shows_the_number_that_is_out_of_range) {
  Value p{1.0};
  BOOST_TEST(message_of([&] { sgd({&p}, -0.5); }).find("a rate is >= 0, not -0.5 [") != npos);
  BOOST_TEST(message_of([&] { adam({&p}, {.memory = 1.5}); }).find("in [0, 1), not 1.5 [") != npos);
}

BOOST_AUTO_TEST_CASE(what_is_no_variable_is_no_parameter) {
  Value good{1.0}, passive = 2.0;
  const auto adam_says = message_of([&] { adam({&good, nullptr}); });
  BOOST_TEST(adam_says.find("parameter 1 (counted from 0) of adam is a null pointer") != npos);
  BOOST_TEST(adam_says.ends_with("[ctgrad-E35]"));
  const auto sgd_says = message_of([&] { sgd({&passive, &good}, 0.1); });
  BOOST_TEST(sgd_says.find("parameter 0 (counted from 0) of sgd is a passive constant") != npos);
  BOOST_TEST(sgd_says.find("Value x{2.0}") != npos);
  BOOST_TEST(sgd_says.ends_with("[ctgrad-E35]"));
}

BOOST_AUTO_TEST_CASE(an_error_in_a_step_moves_no_parameter) {
  Value good{1.0}, other{2.0};
  (3 * good).backward();
  sgd descent({&good, &other}, 1);
  adam adaptive({&good, &other}, 1);
  other = Value(2.0);  // a constant, from now on
  BOOST_CHECK_EXCEPTION(descent.step(), cg::error, tagged("ctgrad-E22"));
  BOOST_CHECK_EXCEPTION(adaptive.step(), cg::error, tagged("ctgrad-E22"));
  BOOST_TEST(good.data() == 1);
  BOOST_TEST(other.data() == 2);
}

BOOST_AUTO_TEST_SUITE_END()
