// backward(), grad() and zero_grad(): what adds up, what starts from zero.
#include "support.hpp"

BOOST_AUTO_TEST_SUITE(gradient)

BOOST_AUTO_TEST_CASE(gradients_are_zero_before_the_first_sweep) {
  const scope s;
  const Value x{2.0};
  const auto y = x * x;
  BOOST_TEST(is_identical(x.grad(), 0.0));
  BOOST_TEST(is_identical(y.grad(), 0.0));
}

BOOST_AUTO_TEST_CASE(intermediate_gradients_are_kept) {
  const scope s;
  const Value x{2.0};
  const auto square = x * x;     // 4
  const auto cube = square * x;  // 8
  const auto y = 3 * cube + square;
  y.backward();
  BOOST_TEST(is_equal(y.grad(), 1));
  BOOST_TEST(is_equal(cube.grad(), 3));
  BOOST_TEST(is_equal(square.grad(), 7));  // 3x + 1
  BOOST_TEST(is_equal(x.grad(), 40));      // 9x² + 2x
}

BOOST_AUTO_TEST_CASE(what_is_used_twice_counts_twice) {  // karpathy/micrograd, pull request 64
  const scope s;
  const Value a{3.0};
  const auto b = a + a;
  const auto c = b + b;
  c.backward();
  BOOST_TEST(is_equal(b.grad(), 2));
  BOOST_TEST(is_equal(a.grad(), 4));
}

BOOST_AUTO_TEST_CASE(variables_add_up_and_intermediates_start_from_zero) {
  const scope s;
  const Value x{3.0};
  const auto square = x * x;
  const auto y = 2 * square;
  for (int call = 1; call <= 3; ++call) {
    y.backward();
    BOOST_TEST(is_equal(x.grad(), 12 * call));
    BOOST_TEST(is_equal(square.grad(), 2));
    BOOST_TEST(is_equal(y.grad(), 1));
  }
}

BOOST_AUTO_TEST_CASE(zero_grad_starts_a_variable_again) {
  const scope s;
  const Value x{3.0}, y{5.0};
  const auto z = x * y;
  z.backward();
  x.zero_grad();
  BOOST_TEST(is_identical(x.grad(), 0.0));
  BOOST_TEST(is_equal(y.grad(), 3));
  z.backward();
  BOOST_TEST(is_equal(x.grad(), 5));
  BOOST_TEST(is_equal(y.grad(), 6));
}

BOOST_AUTO_TEST_CASE(zero_grad_works_before_any_sweep_and_on_anything) {
  const scope s;
  const Value x{3.0}, constant = 2.0;
  const auto y = x * constant;
  x.zero_grad();
  constant.zero_grad();
  y.backward();
  y.zero_grad();
  BOOST_TEST(is_identical(y.grad(), 0.0));
  BOOST_TEST(is_equal(x.grad(), 2));
}

BOOST_AUTO_TEST_CASE(a_variable_is_its_own_root) {
  const scope s;
  const Value x{3.0};
  x.backward();
  BOOST_TEST(is_equal(x.grad(), 1));
  x.backward();
  BOOST_TEST(is_equal(x.grad(), 2));
}

BOOST_AUTO_TEST_CASE(backward_of_a_passive_value_changes_nothing) {
  const scope s;
  const Value x{3.0};
  const auto y = x * x;
  y.backward();
  Value(7.0).backward();
  y.detach().backward();
  BOOST_TEST(is_equal(x.grad(), 6));
  BOOST_TEST(is_equal(y.grad(), 1));
}

BOOST_AUTO_TEST_CASE(two_roots_on_one_recording) {
  const scope s;
  const Value x{2.0}, y{5.0};
  const auto shared = x * y;
  const auto first = shared + x, second = 10 * shared;
  first.backward();
  BOOST_TEST(is_equal(shared.grad(), 1));
  second.backward();
  BOOST_TEST(is_equal(first.grad(), 0));
  BOOST_TEST(is_equal(shared.grad(), 10));
  BOOST_TEST(is_equal(x.grad(), 6 + 50));
  BOOST_TEST(is_equal(y.grad(), 2 + 20));
}

BOOST_AUTO_TEST_CASE(what_comes_after_the_root_is_not_part_of_it) {
  const scope s;
  const Value x{2.0};
  const auto root = x * x;
  const auto later = root * 100;
  later.backward();
  x.zero_grad();
  root.backward();
  BOOST_TEST(is_equal(later.grad(), 0));
  BOOST_TEST(is_equal(x.grad(), 4));
}

BOOST_AUTO_TEST_CASE(a_variable_that_was_not_used_has_gradient_0) {
  const scope s;
  const Value before{1.0}, x{2.0};
  const auto y = x * x;
  const Value after{3.0};
  y.backward();
  BOOST_TEST(is_identical(before.grad(), 0.0));
  BOOST_TEST(is_identical(after.grad(), 0.0));
}

BOOST_AUTO_TEST_CASE(recording_goes_on_after_a_sweep) {
  const scope s;
  const Value x{2.0};
  const auto square = x * x;
  square.backward();
  const Value y{4.0};
  BOOST_TEST(is_identical(y.grad(), 0.0));
  (square * y).backward();
  BOOST_TEST(is_equal(y.grad(), 4));
  BOOST_TEST(is_equal(square.grad(), 4));
  BOOST_TEST(is_equal(x.grad(), 4 + 16));
}

BOOST_AUTO_TEST_CASE(an_inactive_operand_gets_nothing) {
  const scope s;
  const Value x{0.0};
  const auto y = relu(log(x));  // log(0) is -inf with an infinite slope: relu is 0 and flat there
  y.backward();
  BOOST_TEST(is_equal(y.data(), 0));
  BOOST_TEST(is_identical(x.grad(), 0.0));
}

BOOST_AUTO_TEST_CASE(a_zero_that_is_contributed_is_an_ordinary_zero_whatever_its_sign) {
  const scope s;
  const Value x{0.0}, zero{0.0}, minus_zero{-0.0};
  for (const Value& root : {zero * sqrt(x), -(zero * sqrt(x)), minus_zero * sqrt(x),
                            zero - zero * sqrt(x), minus_zero - minus_zero * sqrt(x)}) {
    x.zero_grad();
    root.backward();  // 0 times the infinite slope of the root, as IEEE has it
    BOOST_TEST(is_identical(x.grad(), support::nan_of<double>));
  }
}

BOOST_AUTO_TEST_CASE(an_infinite_slope_arrives) {
  const scope s;
  const Value x{0.0};
  sqrt(x).backward();
  BOOST_TEST(is_equal(x.grad(), support::inf_of<double>));
}

BOOST_AUTO_TEST_CASE(a_nan_arrives_and_can_be_cleared) {
  const scope s;
  const Value x{2.0};
  (x * support::nan_of<double>).backward();
  BOOST_TEST(is_identical(x.grad(), support::nan_of<double>));
  x.zero_grad();
  (x * 3).backward();
  BOOST_TEST(is_equal(x.grad(), 3));
}

BOOST_AUTO_TEST_SUITE_END()
