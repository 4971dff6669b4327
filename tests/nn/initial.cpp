#include <ctgrad/nn/initial.hpp>
#include <ctgrad/nn/mlp.hpp>

#include <boost/test/unit_test.hpp>

#include <algorithm>
#include <cmath>
#include <vector>

using ctgrad::nn::activation;
using ctgrad::nn::initial;
using ctgrad::nn::initial_weight;
using ctgrad::nn::uniform;
using ctgrad::nn::weight_place;

BOOST_AUTO_TEST_SUITE(initial_weights)

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

/// Mean, variance and the largest absolute value of many weights.
struct sample_moments {
  double mean = 0, variance = 0, largest = 0;
};
sample_moments moments(initial rule, const weight_place& at) {
  std::mt19937_64 engine(5);
  constexpr int count = 50000;
  sample_moments result;
  for (int i = 0; i < count; ++i) {
    const double w = initial_weight(rule, at, engine);
    result.mean += w / count;
    result.variance += w * w / count;
    result.largest = std::max(result.largest, std::abs(w));
  }
  return result;
}

BOOST_AUTO_TEST_CASE(rules_have_the_variance_of_their_papers) {
  const weight_place at{30, 10, activation::relu};
  const auto close = boost::test_tools::tolerance(0.03);
  for (const initial rule : {initial::xavier_uniform, initial::xavier_normal}) {
    BOOST_TEST(moments(rule, at).variance == 2.0 / (30 + 10), close);
    BOOST_TEST(std::abs(moments(rule, at).mean) < 0.005);
  }
  for (const initial rule : {initial::he_uniform, initial::he_normal}) {
    BOOST_TEST(moments(rule, at).variance == 2.0 / 30, close);
    BOOST_TEST(std::abs(moments(rule, at).mean) < 0.005);
  }
}

BOOST_AUTO_TEST_CASE(uniform_weights_have_a_bound_and_normal_ones_have_tails) {
  const weight_place at{30, 10, activation::tanh};
  BOOST_TEST(moments(initial::xavier_uniform, at).largest <= std::sqrt(6.0 / 40));
  BOOST_TEST(moments(initial::xavier_normal, at).largest > 3.5 * std::sqrt(2.0 / 40));
  BOOST_TEST(moments(initial::he_uniform, at).largest <= std::sqrt(6.0 / 30));
  BOOST_TEST(moments(initial::he_normal, at).largest > 3.5 * std::sqrt(2.0 / 30));
  BOOST_TEST(moments(initial::zero, at).largest == 0);
}

BOOST_AUTO_TEST_CASE(the_automatic_rule_is_the_short_form) {
  for (const activation how : {activation::relu, activation::tanh}) {
    std::mt19937_64 one(7), other(7);
    BOOST_TEST(initial_weight(initial::automatic, {5, 3, how}, one) ==
               initial_weight(how, 5, other));
  }
}

BOOST_AUTO_TEST_CASE(networks_take_a_rule) {
  std::mt19937_64 engine(1);
  ctgrad::nn::mlp net({2, 3, 1}, {activation::tanh, activation::linear}, engine, initial::zero);
  for (const ctgrad::Value* p : net.parameters()) BOOST_TEST(p->data() == 0);
  ctgrad::nn::layer wide(400, 100, activation::relu, engine, initial::xavier_normal);
  double squares = 0;
  for (const ctgrad::Value* p : wide.parameters()) squares += p->data() * p->data() / 40000;
  BOOST_TEST(squares == 2.0 / 500, boost::test_tools::tolerance(0.03));
}

// Written down once; a platform on which a digit differs breaks the promise.
BOOST_AUTO_TEST_CASE(a_seed_gives_these_weights_everywhere) {
  std::mt19937_64 engine(42);
  const weight_place at{3, 5, activation::relu};
  BOOST_TEST(initial_weight(initial::he_uniform, at, engine) == 0x1.718132c93c99ep-1);
  BOOST_TEST(initial_weight(initial::he_normal, at, engine) == -0x1.5bcc1364b957ep-2);
  BOOST_TEST(initial_weight(initial::xavier_uniform, at, engine) == -0x1.7991714860b8ap-1);
  BOOST_TEST(initial_weight(initial::xavier_normal, at, engine) == 0x1.984e0108fb063p-1);
}

BOOST_AUTO_TEST_SUITE_END()
