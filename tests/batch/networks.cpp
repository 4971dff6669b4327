// A network with other parameters than its own: recorded, batched, and trained by the gradients of
// batches.
#include <ctgrad/batch/batch.hpp>
#include <ctgrad/nn/nn.hpp>

#include <boost/test/unit_test.hpp>

#include <array>
#include <cstddef>
#include <random>
#include <vector>

namespace cg = ctgrad;
namespace nn = ctgrad::nn;

namespace {

constexpr auto relu = nn::activation::relu, tanh_ = nn::activation::tanh,
               linear = nn::activation::linear;

/// Targets on a curve.
const std::vector<double> xs{-1, -0.5, 0, 0.5, 1}, ys{1, 0.5, 0.25, 0.75, 0.5};

}  // namespace

BOOST_AUTO_TEST_CASE(the_numbers_are_those_of_the_network) {
  std::mt19937_64 engine(3);
  nn::mlp net({2, 4, 3, 2}, {relu, tanh_, linear}, engine);
  const std::array x{0.5, -1.25};
  const auto y = net(x);
  const std::vector<double> same = net.with(nn::values_of(net), x);
  for (std::size_t i = 0; i < 2; ++i) BOOST_TEST(same[i] == y[i].data());
}

BOOST_AUTO_TEST_CASE(batches_train_as_values_do) {
  std::mt19937_64 one(5), other(5);
  nn::mlp by_values({1, 6, 1}, {tanh_, linear}, one), by_batches({1, 6, 1}, {tanh_, linear}, other);
  nn::adam first(by_values.parameters(), 0.05), second(by_batches.parameters(), 0.05);

  const auto loss = [&](const auto& w, const auto& x, const auto& y) {
    const auto e = by_batches.with(w, std::array{x})[0] - y;
    return e * e;
  };
  const auto recorded = cg::record(loss, nn::values_of(by_batches), 0.0, 0.0);
  const auto mean = cg::vmean(cg::value_and_gradient<cg::wrt<0>>(recorded));

  for (int step = 0; step < 50; ++step) {
    const cg::scope released;
    cg::Value total = 0;
    for (std::size_t i = 0; i < xs.size(); ++i) {
      const auto e = by_values({xs[i]})[0] - ys[i];
      total += e * e;
    }
    total /= static_cast<double>(xs.size());
    first.zero_grad();
    total.backward();
    first.step();
    const auto [value, slope] = mean(nn::values_of(by_batches), xs, ys);
    BOOST_TEST(value == total.data(), boost::test_tools::tolerance(1e-9));
    second.step(slope);
  }
  BOOST_TEST(mean(nn::values_of(by_batches), xs, ys).value < 0.03);
}

BOOST_AUTO_TEST_CASE(lengths_are_checked) {
  std::mt19937_64 engine(3);
  nn::mlp net({2, 1}, {linear}, engine);
  nn::sgd sgd(net.parameters(), 0.1);
  nn::adam adam(net.parameters(), 0.1);
  BOOST_CHECK_THROW(sgd.step(std::vector{1.0, 2.0}), std::exception);
  BOOST_CHECK_THROW(adam.step(std::vector{1.0, 2.0}), std::exception);
  BOOST_CHECK_THROW(static_cast<void>(net.with(std::vector{1.0, 2.0}, std::array{1.0, 2.0})),
                    std::exception);
  sgd.step(std::vector{1.0, 0.0, -1.0});
  BOOST_TEST(nn::values_of(net)[2] == 0.1);
}
