// The loop: what it sees, in which order, when it ends, and that memory stays flat.
#include <boost/test/unit_test.hpp>

#include <algorithm>
#include <deque>
#include <fstream>
#include <numeric>

#include "support.hpp"

using namespace cg::nn;  // NOLINT(google-build-using-namespace)

namespace {

struct point {
  double x, y;
};
const std::vector<point> on_a_line{{0, 1}, {1, 3}, {2, 5}, {3, 7}, {4, 9}};

/// y = slope * x + offset, to be learned from points.
struct fit {
  Value slope{0.0}, offset{0.0};
  std::vector<Value*> parameters() { return {&slope, &offset}; }
  auto loss() {
    return [this](const point& p) { return squared_error(slope * p.x + offset, p.y); };
  }
};

/// Trains nothing, but notes which samples come in which order.
std::vector<int> order_of(const training_settings& settings, int samples) {
  std::vector<int> numbers(static_cast<std::size_t>(samples)), seen;
  std::iota(numbers.begin(), numbers.end(), 0);
  Value p{1.0};
  sgd optimizer({&p}, 0);
  train(
      optimizer, numbers,
      [&](int i) {
        seen.push_back(i);
        return p * i;
      },
      settings);
  return seen;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(training_loop)

BOOST_AUTO_TEST_CASE(a_line_is_found) {
  fit f;
  sgd optimizer(f.parameters(), 0.05, 0.5);
  const auto history = train(optimizer, on_a_line, f.loss(), {.epochs = 300, .batch = 2});
  BOOST_TEST(f.slope.data() == 2, boost::test_tools::tolerance(1e-6));
  BOOST_TEST(f.offset.data() == 1, boost::test_tools::tolerance(1e-6));
  BOOST_TEST(history.size() == 300U);
  BOOST_TEST(history.back().epoch == 300U);
  BOOST_TEST(history.back().loss < 1e-10);
  BOOST_TEST(history.back().watched == history.back().loss);
  BOOST_TEST(history.front().loss > 1);
}

BOOST_AUTO_TEST_CASE(every_epoch_sees_every_sample_once_in_another_order) {
  const auto seen = order_of({.epochs = 2, .batch = 3}, 10);
  BOOST_TEST_REQUIRE(seen.size() == 20U);
  std::vector<int> first(seen.begin(), seen.begin() + 10), second(seen.begin() + 10, seen.end());
  BOOST_TEST((first != second));
  for (auto* epoch : {&first, &second}) {
    std::ranges::sort(*epoch);
    for (int i = 0; i < 10; ++i) BOOST_TEST((*epoch)[static_cast<std::size_t>(i)] == i);
  }
}

BOOST_AUTO_TEST_CASE(the_order_is_that_of_the_seed) {
  BOOST_TEST((order_of({.seed = 7}, 20) == order_of({.seed = 7}, 20)));
  BOOST_TEST((order_of({.seed = 7}, 20) != order_of({.seed = 8}, 20)));
}

/// Counts steps; the gradient is that of the batch.
class counting : public parameters_and_rate {
 public:
  explicit counting(std::vector<Value*> p) : parameters_and_rate(std::move(p), 1) {}
  void step() {
    rates.push_back(rate());
    slopes.push_back(gradients()[0]);
  }
  std::vector<double> rates, slopes;
};

BOOST_AUTO_TEST_CASE(a_step_takes_the_mean_of_a_batch) {
  const std::vector<double> samples(7, 3.0);  // batches of 3, 3 and 1: the mean is the same
  Value p{1.0};
  counting optimizer({&p});
  const auto history =
      train(optimizer, samples, [&](double y) { return p * y; }, {.epochs = 2, .batch = 3});
  BOOST_TEST(optimizer.slopes == std::vector<double>(6, 3.0), boost::test_tools::per_element());
  BOOST_TEST(history[1].loss == 3, boost::test_tools::tolerance(1e-15));
}

BOOST_AUTO_TEST_CASE(the_loss_of_an_epoch_is_that_of_all_samples_alike) {
  const std::vector<double> samples{1, 2, 3, 4, 5, 6, 17};  // the last batch is small
  Value p{1.0};
  counting optimizer({&p});
  const auto history =
      train(optimizer, samples, [&](double y) { return p * y; }, {.epochs = 3, .batch = 4});
  for (const auto& r : history) BOOST_TEST(r.loss == 38.0 / 7, boost::test_tools::tolerance(1e-14));
}

BOOST_AUTO_TEST_CASE(the_rate_follows_the_schedule) {
  const std::vector<double> samples(4, 1.0);
  Value p{1.0};
  counting optimizer({&p});
  const auto history =
      train(optimizer, samples, [&](double y) { return p * y; },
            {.epochs = 2, .batch = 2, .rate = [](double time) { return 10 + time; }});
  BOOST_TEST((optimizer.rates == std::vector{10.25, 10.75, 11.25, 11.75}));
  BOOST_TEST(history[1].rate == 11.75);
  train(optimizer, samples, [&](double y) { return p * y; }, {.epochs = 1, .batch = 4});
  BOOST_TEST(optimizer.rates.back() == 11.75);  // without a schedule the rate is left alone
}

BOOST_AUTO_TEST_CASE(every_epoch_is_reported_when_it_ends) {
  std::vector<std::size_t> epochs;
  fit f;
  sgd optimizer(f.parameters(), 0.01);
  const auto history = train(optimizer, on_a_line, f.loss(),
                             {.epochs = 3,
                              .watch = [&] { return 10.0 - static_cast<double>(epochs.size()); },
                              .on_epoch =
                                  [&](const epoch_report& r) {
                                    epochs.push_back(r.epoch);
                                    BOOST_TEST(r.best);
                                    BOOST_TEST(r.watched == 11.0 - static_cast<double>(r.epoch));
                                    BOOST_TEST(r.rate == 0.01);
                                  }});
  BOOST_TEST((epochs == std::vector<std::size_t>{1, 2, 3}));
  BOOST_TEST(history[2].seconds >= history[0].seconds);
}

BOOST_AUTO_TEST_CASE(it_stops_early_and_restores_the_best) {
  fit f;
  sgd optimizer(f.parameters(), 0.01);
  std::vector<double> slopes;
  const std::vector watched{5.0, 4.0, 3.0, 3.5, 3.0, 9.0, 0.0};
  const auto history = train(optimizer, on_a_line, f.loss(),
                             {.epochs = 7,
                              .watch =
                                  [&] {
                                    slopes.push_back(f.slope.data());
                                    return watched[slopes.size() - 1];
                                  },
                              .patience = 2});
  BOOST_TEST(history.size() == 5U);
  BOOST_TEST(history[2].best);
  BOOST_TEST(!history[3].best);
  BOOST_TEST(f.slope.data() == slopes[2]);
  BOOST_TEST(slopes[2] != slopes[4]);
}

BOOST_AUTO_TEST_CASE(the_best_is_restored_when_all_epochs_are_over_too) {
  fit f;
  sgd optimizer(f.parameters(), 0.01);
  std::vector<double> slopes;
  const auto watch = [&] {
    slopes.push_back(f.slope.data());
    return slopes.size() == 1 ? 0.0 : 1.0;
  };
  train(optimizer, on_a_line, f.loss(), {.epochs = 3, .watch = watch, .patience = 9});
  BOOST_TEST(f.slope.data() == slopes[0]);
  train(optimizer, on_a_line, f.loss(),
        {.epochs = 3, .watch = watch});  // without patience: the last
  BOOST_TEST(f.slope.data() == slopes.back());
}

BOOST_AUTO_TEST_CASE(nothing_is_recorded_while_watching) {
  fit f;
  sgd optimizer(f.parameters(), 0.01);
  const auto& tape = cg::basic_tape<double>::current();
  const auto before = tape.size();
  const auto watch = [&] {
    const Value loss = f.loss()(on_a_line[0]);
    BOOST_TEST(loss.is_passive());
    return loss.data();
  };
  const auto history = train(optimizer, on_a_line, f.loss(), {.epochs = 1, .watch = watch});
  BOOST_TEST(history[0].watched == f.loss()(on_a_line[0]).data());
  BOOST_TEST(f.loss()(on_a_line[0]).is_recorded());  // and what comes after it is
  BOOST_TEST(tape.size() > before);
}

BOOST_AUTO_TEST_CASE(samples_may_be_any_range_of_random_access) {
  Value p{1.0};
  counting optimizer({&p});
  const auto mean_of = [&](const auto& samples) {
    const auto loss_of = [&](int y) { return p * y; };
    return train(optimizer, samples, loss_of, {.epochs = 1, .batch = 9})[0].loss;
  };
  const int array[]{1, 4, 9};
  const auto near = boost::test_tools::tolerance(1e-14);
  BOOST_TEST(mean_of(array) == 14.0 / 3, near);
  BOOST_TEST(mean_of(std::deque<short>{1, 4, 9}) == 14.0 / 3, near);
  BOOST_TEST(mean_of(std::vector<bool>{true, false}) == 0.5);  // whose elements are no references
}

BOOST_AUTO_TEST_CASE(no_samples_and_empty_batches_are_errors) {
  fit f;
  sgd optimizer(f.parameters(), 0.01);
  BOOST_CHECK_EXCEPTION(train(optimizer, std::vector<point>{}, f.loss()), cg::error,
                        tagged("ctgrad-E35"));
  BOOST_CHECK_EXCEPTION(train(optimizer, on_a_line, f.loss(), {.batch = 0}), cg::error,
                        tagged("ctgrad-E35"));
}

BOOST_AUTO_TEST_CASE(patience_needs_something_to_watch) {
  fit f;
  sgd optimizer(f.parameters(), 0.01);
  const auto says = message_of([&] { train(optimizer, on_a_line, f.loss(), {.patience = 2}); });
  BOOST_TEST(says.find("patience needs a .watch") != says.npos, says);
  BOOST_TEST(says.ends_with("[ctgrad-E35]"));
}

BOOST_AUTO_TEST_CASE(a_loss_that_is_nan_ends_a_training_and_spoils_nothing) {
  fit f;
  sgd optimizer(f.parameters(), 0.01);
  std::vector<double> known;
  std::size_t calls = 0;
  const auto loss = [&](const point& p) {
    if (++calls % 5 == 1) known = data_of(f.parameters());
    return calls == 14 ? f.loss()(p) / 0.0 * 0.0 : f.loss()(p);
  };
  const auto says = message_of([&] { train(optimizer, on_a_line, loss, {.batch = 5}); });
  BOOST_TEST(says.find("the loss is nan in epoch 3 ") != says.npos, says);
  BOOST_TEST(says.find("of the last step before") != says.npos, says);
  BOOST_TEST(says.ends_with("[ctgrad-E48]"));
  BOOST_TEST(data_of(f.parameters()) == known, boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(so_does_a_gradient_that_is_nan) {
  Value p{0.0};
  sgd optimizer({&p}, 0.1);
  const std::vector<double> samples{1.0};
  const auto loss = [&](double y) { return sqrt(p) * 0 + y; };
  const auto says = message_of([&] { train(optimizer, samples, loss); });
  BOOST_TEST(says.find("a gradient is nan in epoch 1 ") != says.npos, says);
  BOOST_TEST(p.data() == 0);
}

BOOST_AUTO_TEST_CASE(with_patience_the_best_is_restored_then_too) {
  Value p{1.0};
  sgd optimizer({&p}, 0.25);
  std::vector<double> seen;
  const auto loss = [&](double) { return seen.size() < 3 ? p * p : p * p / 0.0 * 0.0; };
  const auto watch = [&] {
    seen.push_back(p.data());
    return seen.size() == 2 ? 0.0 : 1.0;
  };
  const auto says = message_of([&] {
    train(optimizer, std::vector{1.0}, loss, {.epochs = 5, .watch = watch, .patience = 5});
  });
  BOOST_TEST(says.find("epoch 4 ") != says.npos, says);
  BOOST_TEST(says.find("of the best epoch") != says.npos, says);
  BOOST_TEST(p.data() == seen[1]);
  BOOST_TEST(seen[1] != seen[2]);
}

BOOST_AUTO_TEST_CASE(under_no_grad_nothing_could_be_learned) {
  fit f;
  sgd optimizer(f.parameters(), 0.01);
  const cg::no_grad off;
  BOOST_CHECK_EXCEPTION(train(optimizer, on_a_line, f.loss()), cg::error, tagged("ctgrad-E35"));
}

BOOST_AUTO_TEST_CASE(
    a_loss_that_throws_leaves_nothing_recorded_and_the_parameters_of_the_last_step) {
  fit f;
  sgd optimizer(f.parameters(), 0.01);
  const auto before = cg::Tape::current().size();
  std::vector<double> known;
  std::size_t calls = 0;
  const auto loss = [&](const point& p) {
    if (++calls % 5 == 1) known = data_of(f.parameters());
    if (calls == 14) throw std::runtime_error("no");
    return f.loss()(p);
  };
  BOOST_CHECK_THROW(train(optimizer, on_a_line, loss, {.batch = 5}), std::runtime_error);
  BOOST_TEST(data_of(f.parameters()) == known, boost::test_tools::per_element());
  BOOST_TEST(cg::Tape::current().size() == before);
}

BOOST_AUTO_TEST_CASE(the_same_seed_gives_the_same_network) {
  const auto trained = [] {
    std::mt19937_64 engine(3);
    mlp net({1, 6, 1}, {activation::tanh, activation::linear}, engine);
    adam optimizer(net.parameters(), 0.02);
    train(optimizer, on_a_line, [&](const point& p) { return squared_error(net({p.x})[0], p.y); },
          {.epochs = 5, .batch = 2});
    return data_of(net.parameters());
  };
  BOOST_TEST(trained() == trained(), boost::test_tools::per_element());
}

#ifdef __linux__
// The address sanitizer keeps what has been freed for a while.
#ifdef __has_feature
#if __has_feature(address_sanitizer)
#define CTGRAD_TEST_KEEPS_FREED_MEMORY
#endif
#endif
#ifdef CTGRAD_TEST_KEEPS_FREED_MEMORY
constexpr long growth_at_most = 60'000;  // kB: a tenth of what 1000 steps record
#else
constexpr long growth_at_most = 200;  // less than what a step records
#endif

/// The memory that this process occupies now, in kB.
long resident_memory() {
  std::ifstream status("/proc/self/status");
  std::string word;
  while (status >> word && word != "VmRSS:") continue;
  long result = 0;
  status >> result;
  return result;
}

BOOST_AUTO_TEST_CASE(resident_memory_is_seen) {  // or the next test could not fail
  const long before = resident_memory();
  const std::vector<char> ballast(10'000'000, 'x');
  BOOST_TEST(resident_memory() - before > 9'000);
  BOOST_TEST(ballast.back() == 'x');
}

BOOST_AUTO_TEST_CASE(a_thousand_steps_take_the_memory_of_a_few) {
  std::mt19937_64 engine(1);
  mlp net({16, 32, 32, 4}, {activation::relu, activation::tanh, activation::linear}, engine);
  std::vector<std::vector<double>> samples(64, std::vector<double>(16));
  for (auto& s : samples) {
    for (double& x : s) x = uniform(engine);
  }
  const auto loss_of = [&](const std::vector<double>& s) {
    return softmax_cross_entropy(net(s), static_cast<int>(s[0] * 4));
  };
  adam optimizer(net.parameters(), 0.01);
  long first = 0, peak = 0;
  const auto look = [&](const epoch_report& r) {
    if (r.epoch == 2) first = resident_memory();
    peak = std::max(peak, resident_memory());
  };
  train(optimizer, samples, loss_of, {.epochs = 127, .batch = 8, .on_epoch = look});
  BOOST_TEST_MESSAGE("resident: " << first << " kB, " << peak << " kB after 1000 steps more");
  BOOST_TEST(peak - first < growth_at_most);
}
#endif

BOOST_AUTO_TEST_SUITE_END()
