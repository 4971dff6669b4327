// detect_anomaly: the first NaN or infinity is an exception that says where it comes from.
#include <ctgrad/check/detect_anomaly.hpp>
#include <ctgrad/dynamic/checkpoint.hpp>
#include <ctgrad/tape/fused.hpp>
#include <ctgrad/tape/sum.hpp>

#include <cmath>
#include <limits>
#include <optional>
#include <string>
#include <vector>

#include "../tape/support.hpp"

namespace {

using ctgrad::detect_anomaly;

#define CHECK_SAYS(message, words) BOOST_TEST(says(message, words), message)

/// A Value at which the sweep goes wrong: the slope of sqrt at 0 is infinite.
Value through_sqrt(const Value& x) {
  return sqrt(x) * 0;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(anomalies)

BOOST_AUTO_TEST_CASE(a_result_that_is_not_finite_is_reported_when_it_is_recorded) {
  const scope s;
  const Value x = Value{-1.0}.label("x"), zero{0.0}, big{1e200};
  const detect_anomaly guard;
  CHECK_SAYS(message_of([&] { log(x); }), "log(x=-1) is nan, although its operands are finite");
  CHECK_SAYS(message_of([&] { zero / zero; }), "(0) / (0) is nan");
  CHECK_SAYS(message_of([&] { big* big; }), "(1e+200) * (1e+200) is inf");
  CHECK_SAYS(message_of([&] { exp(big); }), "exp(1e+200) is inf");
  CHECK_SAYS(message_of([&] { pow(x, 0.5); }), "(x=-1) ^ (0.5) is nan");
  CHECK_SAYS(message_of([&] { x / 0; }), "(x=-1) / (0) is -inf");
  CHECK_SAYS(message_of([&] { fma(big, big, x); }), "fma(1e+200, 1e+200, x=-1) is inf");
  BOOST_TEST(tag_of([&] { log(x); }) == "E29");
}

BOOST_AUTO_TEST_CASE(what_is_refused_is_not_recorded) {
  const scope s;
  const Value x{-1.0};
  const detect_anomaly guard;
  const auto before = recorded();
  BOOST_TEST(tag_of([&] { log(x); }) == "E29");
  BOOST_TEST(recorded() == before);
  Value y = x;
  BOOST_TEST(tag_of([&] { y /= 0; }) == "E29");
  BOOST_TEST(is_equal(y.data(), -1));
}

BOOST_AUTO_TEST_CASE(an_operand_that_is_not_finite_was_there_before) {
  const scope s;
  const Value x{2.0};
  const detect_anomaly guard;
  BOOST_TEST((x + std::numeric_limits<double>::infinity()).data() > 1e300);
  BOOST_TEST(is_equal(min(x, Value(std::numeric_limits<double>::infinity())).data(), 2));
}

BOOST_AUTO_TEST_CASE(the_sweep_names_the_partial_and_the_adjoint) {
  const scope s;
  const Value x = Value{0.0}.label("x");
  const detect_anomaly guard;
  const Value r = sqrt(x).label("r"), z = r * 0;
  CHECK_SAYS(message_of([&] { z.backward(); }),
             "in backward(), at r = sqrt(x=0): the partial by x, inf, times the adjoint 0 is nan");
  CHECK_SAYS(message_of([&] { r.backward(); }), "times the adjoint 1 is inf");
  BOOST_TEST(tag_of([&] { z.backward(); }) == "E29");
}

BOOST_AUTO_TEST_CASE(every_operand_of_three_is_named) {
  const scope s;
  const Value x{0.0}, one{1.0};
  const detect_anomaly guard;
  const double inf = std::numeric_limits<double>::infinity();
  // partials b, a, 1 of a b + c
  CHECK_SAYS(message_of([&] { fma(x, Value(inf), one).backward(); }), "by the first operand, inf");
  CHECK_SAYS(message_of([&] { fma(Value(inf), x, one).backward(); }), "by the second operand, inf");
  // b - a by t of a + t (b - a)
  CHECK_SAYS(message_of([&] { lerp(one, Value(inf), x).backward(); }), "by the third operand, inf");
}

BOOST_AUTO_TEST_CASE(a_sum_of_contributions_may_overflow) {
  const scope s;
  const Value x{0.0};
  const detect_anomaly guard;
  const Value y = x * 1.5e308 + x * 1.5e308;
  CHECK_SAYS(message_of([&] { y.backward(); }), "plus 1.5e+308 from elsewhere is inf");
  const Value half = x * 1.5e308;
  half.backward();
  CHECK_SAYS(message_of([&] { half.backward(); }),
             "the gradient of a variable, 1.5e+308 from before plus 1.5e+308, is inf");
  BOOST_TEST(is_equal(x.grad(), 1.5e308));
}

BOOST_AUTO_TEST_CASE(gradients_are_what_they_were_before_the_throw) {
  const scope s;
  const Value x{0.0}, w{3.0};
  const Value good = w * w + 2 * x, bad = through_sqrt(x) + w * w;
  good.backward();
  const double middle = good.grad();
  {
    const detect_anomaly guard;
    BOOST_TEST(tag_of([&] { bad.backward(); }) == "E29");
  }
  BOOST_TEST(is_equal(w.grad(), 6));
  BOOST_TEST(is_equal(x.grad(), 2));
  BOOST_TEST(is_equal(good.grad(), middle));
  good.backward();
  BOOST_TEST(is_equal(w.grad(), 12));
  BOOST_TEST(is_equal(x.grad(), 4));
}

BOOST_AUTO_TEST_CASE(a_first_sweep_that_throws_leaves_no_gradient) {
  const scope s;
  const Value x{0.0};
  const detect_anomaly guard;
  BOOST_TEST(tag_of([&] { through_sqrt(x).backward(); }) == "E29");
  BOOST_TEST(is_equal(x.grad(), 0));
}

BOOST_AUTO_TEST_CASE(under_the_guard_gradients_are_the_same_to_the_last_bit) {
  const scope s;
  const auto compute = [](const Value& x, const Value& y) {
    return fma(sin(x), y, exp(x / y)) + relu(-x) * x + where(x < 0, log(y), sqrt(-x)) + max(x, y);
  };
  const Value x{-0.7}, y{1.9};
  compute(x, y).backward();
  const double dx = x.grad(), dy = y.grad();
  x.zero_grad();
  y.zero_grad();
  const detect_anomaly guard;
  compute(x, y).backward();
  BOOST_TEST(is_identical(x.grad(), dx));
  BOOST_TEST(is_identical(y.grad(), dy));
}

BOOST_AUTO_TEST_CASE(branches_not_taken_and_passive_operands_are_no_anomaly) {
  const scope s;
  const Value x{0.0};
  const detect_anomaly guard;
  where(x >= 0, x, sqrt(x)).backward();
  (x * sqrt(Value(0.0))).backward();
  pow(x, Value(2.0)).backward();
  BOOST_TEST(is_equal(x.grad(), 1));
}

BOOST_AUTO_TEST_CASE(results_with_any_number_of_operands_are_looked_at) {
  const scope s;
  const std::vector<Value> big{Value{1e308}, Value{1e308}};
  const double inf = std::numeric_limits<double>::infinity();
  const std::vector<Value> bad{Value{1.0}, Value{inf}};
  const std::vector<Value> small{Value{1e-308}, Value{1e-308}.label("tiny")};
  const ctgrad::detect_anomaly guard;
  BOOST_TEST(ctgrad::sum(bad).data() == inf);  // it was there before
  CHECK_SAYS(message_of([&] { static_cast<void>(ctgrad::sum(big)); }),
             "sum of 2 numbers (1e+308, 1e+308) is inf, although they are finite");
  const Value y = ctgrad::dot(big, small);
  CHECK_SAYS(message_of([&] { (y * 1e10).backward(); }),
             "in backward(), at dot(...): the partial by tiny, 1e+308, times the adjoint 1e+10");
}

BOOST_AUTO_TEST_CASE(their_first_operands_are_shown_with_their_labels) {
  const scope s;
  const Value x = Value{-1.0}.label("x"), y{2.0}, w = Value{1e308}.label("w");
  const ctgrad::detect_anomaly guard;
  const auto f = ctgrad::fused([](auto a, auto b) { return log(a) * b; });
  CHECK_SAYS(message_of([&] { f(x, y); }),
             "fused of 2 numbers (x=-1, 2) is nan, although they are finite");
  const std::vector big{w, w}, one{y, y};
  CHECK_SAYS(message_of([&] { static_cast<void>(ctgrad::dot(big, one)); }),
             "dot of two ranges of 2 numbers (w=1e+308, w=1e+308, 2, ...) is inf, although");
}

BOOST_AUTO_TEST_CASE(guards_nest_and_end) {
  const scope s;
  const Value x{-1.0};
  std::optional<detect_anomaly> outer(std::in_place);
  {
    const detect_anomaly inner;
    BOOST_TEST(tag_of([&] { log(x); }) == "E29");
  }
  BOOST_TEST(tag_of([&] { log(x); }) == "E29");
  outer.reset();
  BOOST_TEST(tag_of([&] { log(x); }).empty());
  BOOST_TEST(tag_of([&] { log(x).backward(); }).empty());
}

BOOST_AUTO_TEST_CASE(it_lives_together_with_scopes_and_no_grad) {
  const scope outer;
  const Value x{0.0};
  const detect_anomaly guard;
  {
    const scope inner;
    BOOST_TEST(tag_of([&] { through_sqrt(x).backward(); }) == "E29");
  }
  {
    const ctgrad::no_grad pause;
    BOOST_TEST(tag_of([&] { x / x; }).empty());
  }
  BOOST_TEST(tag_of([&] { x / x; }) == "E29");
  BOOST_TEST(is_equal(x.grad(), 0));
}

BOOST_AUTO_TEST_CASE(no_grad_around_the_guard_goes_on_after_it) {
  const scope s;
  const Value x{1.0};
  const ctgrad::no_grad pause;
  {
    const detect_anomaly guard;
  }
  BOOST_TEST((x * 2).is_passive());
}

BOOST_AUTO_TEST_CASE(operations_beyond_the_notes_of_a_scope_are_known_too) {
  const scope s;
  const Value x{0.0};
  Value y = x;
  for (int i = 0; i < 5000; ++i) y = y + x;
  const Value unnoted = sqrt(y);
  const detect_anomaly guard;
  CHECK_SAYS(message_of([&] { (unnoted * 0).backward(); }),
             "at an operation recorded before the guard, or at a checkpoint: the partial by the "
             "first operand, inf");
  CHECK_SAYS(message_of([&] { (sqrt(y) * 0).backward(); }), "at sqrt(0): the partial");
}

BOOST_AUTO_TEST_CASE(a_guard_concerns_its_own_thread) {
  const detect_anomaly guard;
  std::string without, with;
  in_a_thread([&] {
    without = tag_of([] { log(Value{-1.0}); });
    const detect_anomaly own;
    with = tag_of([] { log(Value{-1.0}); });
  });
  BOOST_TEST(without.empty());
  BOOST_TEST(with == "E29");
  const scope s;
  BOOST_TEST(tag_of([] { log(Value{-1.0}); }) == "E29");
}

BOOST_AUTO_TEST_CASE(another_tape_of_the_thread_is_looked_at_too) {
  ctgrad::Tape t;
  {
    const detect_anomaly guard;
    const ctgrad::use_tape here(t);
    BOOST_TEST(tag_of([] { log(Value{-1.0}); }) == "E29");
    BOOST_TEST(tag_of([] { through_sqrt(Value{0.0}).backward(); }) == "E29");
  }
  const ctgrad::use_tape here(t);
  BOOST_TEST(tag_of([] { log(Value{-1.0}); }).empty());
}

BOOST_AUTO_TEST_CASE(a_function_at_a_checkpoint_is_looked_at_when_it_is_first_computed) {
  const scope s;
  const Value x = Value{-1.0}.label("x");
  const auto inner = ctgrad::checkpoint([](const Value& a) { return log(a); });
  const auto outer = ctgrad::checkpoint([&](const Value& a) { return inner(a) + 1; });
  const auto before = recorded();
  const detect_anomaly guard;
  CHECK_SAYS(message_of([&] { inner(x); }), "log(x=-1) is nan");
  CHECK_SAYS(message_of([&] { outer(x); }), "log(x=-1) is nan");
  BOOST_TEST(recorded() == before);
  const Value y = ctgrad::checkpoint(through_sqrt)(Value{0.0}.label("z"));
  CHECK_SAYS(message_of([&] { y.backward(); }), "at sqrt(z=0): the partial by z, inf");
}

BOOST_AUTO_TEST_CASE(a_long_function_at_a_checkpoint_has_notes_of_its_beginning) {
  const scope s;
  const auto f = ctgrad::checkpoint([](const Value& a) {
    Value y = a;
    for (int i = 0; i < 5000; ++i) y = -y;
    return through_sqrt(y);
  });
  const detect_anomaly guard;
  const Value y = f(Value{0.0});
  CHECK_SAYS(message_of([&] { y.backward(); }), "or at a checkpoint: the partial by the first");
}

BOOST_AUTO_TEST_CASE(what_is_not_recorded_is_not_looked_at) {
  const scope s;
  const Value x{-1.0};
  const detect_anomaly guard;
  const ctgrad::no_grad off;
  BOOST_TEST(tag_of([&] { log(x); }).empty());
}

BOOST_AUTO_TEST_CASE(Values_of_other_scalars_have_a_guard_of_their_own) {
  const ctgrad::basic_scope<float> s;
  const ctgrad::basic_value<float> x{-1.0F};
  const ctgrad::basic_detect_anomaly<float> guard;
  BOOST_TEST(tag_of([&] { log(x); }) == "E29");
}

BOOST_AUTO_TEST_CASE(the_message_says_how_to_learn_the_line) {
  const scope s;
  const detect_anomaly guard;
  CHECK_SAYS(message_of([] { log(Value{-1.0}); }), "define CTGRAD_LOCATIONS for the whole program");
}

BOOST_AUTO_TEST_SUITE_END()
