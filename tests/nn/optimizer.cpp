#include <boost/test/unit_test.hpp>

#include "support.hpp"

using cg::nn::sgd;

BOOST_AUTO_TEST_SUITE(optimizers)

/// loss = slope * p: the gradient is the slope, wherever p is.
void step(sgd& optimizer, const Value& p, double slope) {
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

BOOST_AUTO_TEST_CASE(a_parameter_that_is_not_a_variable_is_an_error) {
  Value passive = 1.0;
  sgd optimizer({&passive}, 0.1);
  BOOST_CHECK_EXCEPTION(optimizer.step(), cg::error, tagged("ctgrad-E22"));
  BOOST_TEST(passive.data() == 1.0);
}

BOOST_AUTO_TEST_SUITE_END()
