#include <ctgrad/nn/activation.hpp>

#include <boost/test/unit_test.hpp>

#include <cmath>

namespace cg = ctgrad;
using cg::Value;
using cg::nn::activate;
using cg::nn::activation;

BOOST_AUTO_TEST_SUITE(activations)

BOOST_AUTO_TEST_CASE(values_are_those_of_the_functions) {
  for (const double x : {-2.0, 0.0, 0.5, 3.0}) {
    BOOST_TEST(activate(activation::linear, x).data() == x);
    BOOST_TEST(activate(activation::relu, x).data() == (x > 0 ? x : 0));
    BOOST_TEST(activate(activation::tanh, x).data() == std::tanh(x));
    BOOST_TEST(activate(activation::sigmoid, x).data() == 1 / (1 + std::exp(-x)),
               boost::test_tools::tolerance(1e-15));
  }
}

double slope(activation how, double at) {
  const Value x{at};
  activate(how, x).backward();
  return x.grad();
}

BOOST_AUTO_TEST_CASE(gradients_pass_through) {
  BOOST_TEST(slope(activation::linear, 3) == 1);
  BOOST_TEST(slope(activation::relu, 3) == 1);
  BOOST_TEST(slope(activation::relu, -3) == 0);
  BOOST_TEST(slope(activation::relu, 0) == 0);
  BOOST_TEST(slope(activation::tanh, 0) == 1);
  BOOST_TEST(slope(activation::sigmoid, 0) == 0.25);
}

BOOST_AUTO_TEST_CASE(linear_records_nothing) {
  const Value x{1.0};
  const auto before = cg::basic_tape<double>::current().size();
  BOOST_TEST(activate(activation::linear, x).at() == x.at());
  BOOST_TEST(cg::basic_tape<double>::current().size() == before);
}

BOOST_AUTO_TEST_SUITE_END()
