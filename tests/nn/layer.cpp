#include <boost/test/unit_test.hpp>

#include "support.hpp"

using cg::nn::layer;

BOOST_AUTO_TEST_SUITE(layers)

BOOST_AUTO_TEST_CASE(shapes) {
  std::mt19937_64 engine(2);
  layer l(3, 4, activation::relu, engine);
  BOOST_TEST(l.parameters().size() == 4U * (3 + 1));
  const std::vector<Value> x{1.0, 2.0, 3.0};
  BOOST_TEST(l(x).size() == 4U);
}

BOOST_AUTO_TEST_CASE(outputs_are_those_of_its_neurons) {
  std::mt19937_64 engine(2), same(2);
  const layer l(2, 3, activation::tanh, engine);
  const std::vector<Value> x{0.5, -1.5};
  for (const Value& y : l(x)) {
    BOOST_TEST(y.data() == cg::nn::neuron(2, activation::tanh, same)(x).data());
  }
}

BOOST_AUTO_TEST_CASE(the_wrong_number_of_inputs_is_an_error) {
  std::mt19937_64 engine(2);
  const layer l(3, 4, activation::relu, engine);
  const std::vector<Value> x(2);
  BOOST_CHECK_EXCEPTION(static_cast<void>(l(x)), cg::error, tagged("ctgrad-E27"));
}

BOOST_AUTO_TEST_SUITE_END()
