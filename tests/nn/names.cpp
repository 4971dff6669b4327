// A program that has used up the words of nn/ before it includes it has to compile without a
// warning (see tests/detail/taken_names.hpp).
#include <ctgrad/nn/nn.hpp>

#include <boost/test/unit_test.hpp>

#include <array>
#include <sstream>
#include <vector>

#include "../detail/taken_names.hpp"

namespace {

// NOLINTBEGIN
[[maybe_unused]] double accuracy, actual, average, averages, batch, batches, below_top, beside,
    broken, chance, classes, close, counts, decay, decimals, deviation, duration, even, every,
    excess, file, good, gradients, hexadecimal, history, improved, is_live, isatty, labels, least,
    logit, logits, loss_of, losses, lowest, mean, memory, module, momentum, net, network, neurons,
    open, optimizer, others, patience, path, percent, pipe, precision, predicted, predictions,
    problem, progress, rates, read, recall, report, rival, rule, sample, samples, schedule, score,
    scores, scales, seconds, seen, settings, shares, stop, sum_, training, uniform, velocities,
    watch, watched, width_, write;
// NOLINTEND

namespace my = ctgrad::nn;

struct my_pair {
  std::array<double, 2> my_x;
  int my_class;
};

my::mlp my_net(std::uint64_t my_seed) {
  std::mt19937_64 my_engine(my_seed);
  return {
      {2, 3, 2}, {my::activation::relu, my::activation::linear}, my_engine, my::initial::he_normal};
}

}  // namespace

BOOST_AUTO_TEST_SUITE(taken_names)

BOOST_AUTO_TEST_CASE(a_training) {
  auto my_one = my_net(1), my_two = my_net(2);
  const std::vector<my_pair> my_data{{{0.0, 1.0}, 1}, {{1.0, 0.5}, 0}, {{2.0, 0.5}, 0}};
  const auto my_loss = [&](const my_pair& my_p) {
    const auto my_scores = my_one(my_p.my_x);
    return my::softmax_cross_entropy(my_scores, my_p.my_class) +
           my::max_margin(my_scores, my_p.my_class) +
           my::softmax_cross_entropy(my_scores, std::array{0.5, 0.5}) +
           my::binary_cross_entropy(my_scores, std::array{0, 1}) +
           my::mean_squared_error(my_scores, std::array{0, 1});
  };
  my::adam my_adam(my_one.parameters(), {.rate = 0.01});
  my::sgd my_sgd(my_one.parameters(), {.rate = 0.01});
  const my::schedule my_rate = my::warm_up(1, my::cosine_decay(0.01, 2));
  const auto my_watch = [&] { return my::mean_loss(my_data, my_loss); };
  my::train(my_adam, my_data, my_loss,
            {.epochs = 3, .rate = my_rate, .watch = my_watch, .patience = 1});
  my::train(my_sgd, my_data, my_loss,
            {.epochs = 3, .rate = my::step_decay(0.1, 0.5, 1), .watch = [&] {
               return my::mean_loss(my_data, my_loss);
             }});
  std::stringstream my_stream;
  my::save(my_stream, my_one);
  my::load(my_stream, my_two);
  my::confusion_matrix my_matrix(2);
  for (const my_pair& my_p : my_data) my_matrix.add(my_p.my_class, my::argmax(my_two(my_p.my_x)));
  BOOST_TEST(my_matrix.total() == 3U);
}

BOOST_AUTO_TEST_SUITE_END()
