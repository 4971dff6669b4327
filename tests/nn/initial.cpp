#include <ctgrad/nn/initial.hpp>

#include <boost/test/unit_test.hpp>

#include <algorithm>
#include <cmath>
#include <vector>

using ctgrad::nn::activation;
using ctgrad::nn::initial_weight;
using ctgrad::nn::uniform;

BOOST_AUTO_TEST_SUITE(initial)

// The C++ standard itself names the 10000th number of this engine: the same everywhere.
BOOST_AUTO_TEST_CASE(numbers_depend_on_the_engine_alone) {
  std::mt19937_64 engine;
  engine.discard(9999);
  BOOST_TEST(uniform(engine) == static_cast<double>(9981545732273789042U >> 11U) / 0x1p53);
}

BOOST_AUTO_TEST_CASE(uniform_numbers_fill_the_unit_interval) {
  std::mt19937_64 engine(3);
  std::vector<double> numbers(10000);
  for (double& x : numbers) x = uniform(engine);
  const auto [low, high] = std::minmax_element(numbers.begin(), numbers.end());
  BOOST_TEST(*low >= 0);
  BOOST_TEST(*low < 0.001);
  BOOST_TEST(*high < 1);
  BOOST_TEST(*high > 0.999);
}

double variance(activation how, std::size_t inputs) {
  std::mt19937_64 engine(4);
  constexpr int count = 20000;
  double sum = 0;
  for (int i = 0; i < count; ++i) {
    const double w = initial_weight(how, inputs, engine);
    sum += w * w;
  }
  return sum / count;
}

BOOST_AUTO_TEST_CASE(weights_have_the_documented_variance) {
  const auto close = boost::test_tools::tolerance(0.03);
  BOOST_TEST(variance(activation::relu, 16) == 2.0 / 16, close);
  BOOST_TEST(variance(activation::tanh, 16) == 1.0 / 16, close);
  BOOST_TEST(variance(activation::linear, 3) == 1.0 / 3, close);
  BOOST_TEST(variance(activation::sigmoid, 1) == 1.0, close);
}

BOOST_AUTO_TEST_SUITE_END()
