#include <boost/test/unit_test.hpp>

#include <type_traits>

#include "support.hpp"

using cg::nn::neuron;

BOOST_AUTO_TEST_SUITE(neurons)

// The neuron of the seed cases: its weights and bias set by hand.
BOOST_AUTO_TEST_CASE(a_tanh_neuron_with_given_weights) {
  std::mt19937_64 engine(1);
  neuron n(2, activation::tanh, engine);
  const auto parameters = n.parameters();
  parameters[0]->data() = -3;
  parameters[1]->data() = 1;
  parameters[2]->data() = 6.8813735870195432;

  const std::vector<Value> x = cg::variables(std::vector{2.0, 0.0});
  const Value o = n(x);
  o.backward();
  const auto close = boost::test_tools::tolerance(4e-15);
  BOOST_TEST(o.data() == 0.7071067811865476, close);
  BOOST_TEST(x[0].grad() == -1.5, close);
  BOOST_TEST(x[1].grad() == 0.5, close);
  BOOST_TEST(parameters[0]->grad() == 1, close);
  BOOST_TEST(parameters[1]->grad() == 0);
  BOOST_TEST(parameters[2]->grad() == 0.5, close);
}

BOOST_AUTO_TEST_CASE(parameters_are_the_weights_and_the_bias) {
  std::mt19937_64 engine(1);
  neuron n(5, activation::relu, engine);
  BOOST_TEST(n.parameters().size() == 6U);
  BOOST_TEST(n.parameters().back()->data() == 0);
  for (const Value* p : n.parameters()) BOOST_TEST(p->is_recorded());
}

BOOST_AUTO_TEST_CASE(the_wrong_number_of_inputs_is_an_error) {
  std::mt19937_64 engine(1);
  const neuron n(2, activation::tanh, engine);
  for (const std::size_t given : {0U, 1U, 3U}) {
    const std::vector<Value> x(given);
    BOOST_CHECK_EXCEPTION(static_cast<void>(n(x)), cg::error, tagged("ctgrad-E27"));
  }
}

BOOST_AUTO_TEST_CASE(parameters_stay_where_they_are_when_the_neuron_moves) {
  static_assert(std::is_nothrow_move_constructible_v<neuron>);
  static_assert(!std::is_copy_constructible_v<neuron> && !std::is_copy_assignable_v<neuron>);
  std::mt19937_64 engine(1);
  neuron n(2, activation::tanh, engine);
  const auto before = n.parameters();
  neuron moved = std::move(n);
  const auto after = moved.parameters();
  BOOST_TEST(before == after, boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(a_neuron_is_few_results_however_many_inputs_it_has) {
  std::mt19937_64 engine(1);
  const neuron n(100, activation::tanh, engine);
  const std::vector<Value> x(100, Value(0.5));
  const auto& tape = cg::basic_tape<double>::current();
  const auto before = tape.size();
  const Value y = n(x);
  BOOST_TEST(tape.size() - before <= 5U);  // the weighted sum, the bias, the activation
  BOOST_TEST(y.is_recorded());
}

BOOST_AUTO_TEST_SUITE_END()
