// The umbrella alone is enough to make a network, run it and move its parameters.
#include <ctgrad/nn/nn.hpp>

#include <boost/test/unit_test.hpp>

#include <random>

BOOST_AUTO_TEST_SUITE(nn_umbrella)

BOOST_AUTO_TEST_CASE(one_include_trains_a_step) {
  std::mt19937_64 engine(1);
  ctgrad::nn::mlp net({1, 1}, {ctgrad::nn::activation::linear}, engine);
  ctgrad::nn::sgd optimizer(net.parameters(), 0.5);
  const double bias = net.parameters()[1]->data();
  net({3.0})[0].backward();  // d(w*3 + b)/db = 1
  optimizer.step();
  BOOST_TEST(net.parameters()[1]->data() == bias - 0.5);
}

BOOST_AUTO_TEST_SUITE_END()
