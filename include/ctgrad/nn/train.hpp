// train: the loop that nearly every training is.
#pragma once

#include <ctgrad/nn/early_stopping.hpp>
#include <ctgrad/nn/metric.hpp>
#include <ctgrad/nn/optimizer.hpp>
#include <ctgrad/nn/progress_bar.hpp>
#include <ctgrad/nn/random.hpp>
#include <ctgrad/nn/schedule.hpp>

#include <algorithm>
#include <chrono>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <functional>
#include <numeric>
#include <optional>
#include <random>
#include <ranges>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace ctgrad::nn {

/// What is known of an epoch at its end.
struct epoch_report {
  std::size_t epoch = 0;  ///< counted from 1
  double rate = 0;        ///< of its last step
  double loss = 0;        ///< the mean over the samples, each as it was when it was learned from
  double watched = 0;     ///< what settings.watch() says; the loss if there is no such function
  double seconds = 0;     ///< since the training began
  bool best = false;      ///< is this the lowest number watched so far?
};

/// Settings of train, all of which have a default.
struct training_settings {
  std::size_t epochs = 10;  ///< how often every sample is learned from
  std::size_t batch = 32;   ///< samples per step; the last batch of an epoch may be smaller
  std::uint64_t seed = 1;   ///< of the order of the samples, which is another one in every epoch
  schedule rate = {};       ///< over epochs, with fractions; if there is none, the optimizer's own
  /// A number that should fall, computed after every epoch while nothing is recorded: the mean_loss
  /// of samples that are not learned from.
  std::function<double()> watch = {};
  /// Stop after so many epochs in a row that do not make the watched number lower, and restore the
  /// parameters for which it was lowest, also when all epochs are over. Needs a `watch`: the loss
  /// of the samples that are learned from goes on falling.
  std::optional<std::size_t> patience = {};
  double least_improvement = 0;                            ///< by how much it has to be lower, >= 0
  std::function<void(const epoch_report&)> on_epoch = {};  ///< called at the end of every epoch
  bool progress = true;  ///< a bar on std::cerr if that is a terminal
};

}  // namespace ctgrad::nn

namespace ctgrad::detail {

/// One training: what changes while it runs.
template <class Optimizer, class Samples, class Loss>
class training {
 public:
  training(Optimizer& optimizer_in, const Samples& samples_in, Loss& loss_in,
           const nn::training_settings& settings_in)
      : optimizer_(optimizer_in),
        samples_(samples_in),
        loss_of_(loss_in),
        settings_(settings_in),
        engine_(settings_in.seed),
        order_(std::ranges::size(samples_in)),
        best_(optimizer_in.parameters(), settings_in.patience.value_or(0),
              settings_in.least_improvement) {
    require_setting(!order_.empty(), "a training needs samples");
    require_setting(settings_.batch > 0, "a batch has at least one sample");
    require_setting(!settings_.patience || settings_.watch,
                    "patience needs a .watch, the number that should fall: "
                    "[&] { return mean_loss(held_out, loss); }");
    require_setting(!basic_tape<double>::current().paused(), "nothing is learned under no_grad");
    std::iota(order_.begin(), order_.end(), std::size_t{0});
  }

  std::vector<nn::epoch_report> run() {
    nn::progress_bar bar(settings_.epochs * batches(), std::cerr,
                         settings_.progress && nn::on_terminal(std::cerr));
    bool stop = false;
    while (!stop && history_.size() < settings_.epochs) {
      auto report = epoch(bar);
      stop = best_.should_stop(report.watched) && settings_.patience;
      report.best = best_.improved();
      history_.push_back(report);
      if (settings_.on_epoch) {
        bar.clear();  // it may print
        settings_.on_epoch(report);
      }
    }
    if (settings_.patience) best_.restore();
    return std::move(history_);
  }

 private:
  [[nodiscard]] std::size_t batches() const {
    return (order_.size() + settings_.batch - 1) / settings_.batch;
  }

  nn::epoch_report epoch(nn::progress_bar& bar) {
    nn::shuffle(order_, engine_);
    nn::running_mean loss;
    for (std::size_t i = 0; i < batches(); ++i) {
      if (settings_.rate) optimizer_.set_rate(settings_.rate(time_of_step(i)));
      const std::size_t begin = i * settings_.batch;
      const std::size_t size = std::min(settings_.batch, order_.size() - begin);
      loss.add(step(std::span(order_).subspan(begin, size)), static_cast<double>(size));
      bar.show(history_.size() * batches() + i + 1, progress(loss.value()));
    }
    return {history_.size() + 1, optimizer_.rate(), loss.value(), watched(loss.value()), seconds()};
  }

  /// In epochs, the middle of the step: neither the foot of a warm-up nor the end of a decay.
  [[nodiscard]] double time_of_step(std::size_t i) const {
    const double share = (static_cast<double>(i) + 0.5) / static_cast<double>(batches());
    return static_cast<double>(history_.size()) + share;
  }

  /// What a step records is released at its end, so that memory does not grow.
  double step(std::span<const std::size_t> batch) {
    const scope recording;
    losses_.clear();
    for (const std::size_t i : batch) losses_.push_back(loss_of_(sample(i)));
    const Value loss = nn::mean(losses_);
    optimizer_.zero_grad();
    require_number(loss.data(), "the loss");
    loss.backward();
    for (const Value* p : optimizer_.parameters()) {
      if (!p->is_passive()) require_number(p->grad(), "a gradient");
    }
    optimizer_.step();
    return loss.data();
  }

  /// A step with a NaN in it would make all parameters NaN.
  void require_number(double x, std::string_view what) const {
    if (!std::isnan(x)) return;
    if (settings_.patience) best_.restore();
    raise("ctgrad-E48",
          text(what, " is nan in epoch ", std::to_string(history_.size() + 1),
               " of a training, which ends here with the parameters ",
               settings_.patience ? "of the best epoch" : "of the last step before",
               ": learn with a lower rate, or train under a detect_anomaly, which says where a nan "
               "comes from"));
  }

  [[nodiscard]] decltype(auto) sample(std::size_t i) const {
    using distance = std::ranges::range_difference_t<const Samples>;
    return std::ranges::begin(samples_)[static_cast<distance>(i)];
  }

  [[nodiscard]] double watched(double loss) const {
    if (!settings_.watch) return loss;
    const no_grad only_numbers;
    return settings_.watch();
  }

  [[nodiscard]] double seconds() const {
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - start_).count();
  }

  [[nodiscard]] std::string progress(double loss) const {
    char number[32];
    std::snprintf(number, sizeof number, "%.4g", loss);
    return text("epoch ", std::to_string(history_.size() + 1), "/",
                std::to_string(settings_.epochs), "  loss ", number);
  }

  Optimizer& optimizer_;
  const Samples& samples_;
  Loss& loss_of_;
  const nn::training_settings& settings_;
  std::mt19937_64 engine_;
  std::vector<std::size_t> order_;
  std::vector<Value> losses_;
  std::vector<nn::epoch_report> history_;
  nn::early_stopping best_;
  std::chrono::steady_clock::time_point start_ = std::chrono::steady_clock::now();
};

}  // namespace ctgrad::detail

namespace ctgrad::nn {

/// Trains the optimizer's parameters to make the mean of loss_of(sample) small, in steps of a batch
/// of samples each. Returns a report of every epoch.
///
///   adam optimizer(net.parameters(), 0.01);
///   const auto loss_of = [&](const digit& d) { return softmax_cross_entropy(net(d.pixels),
///   d.label); }; train(optimizer, training_digits, loss_of,
///         {.epochs = 30,
///          .rate = cosine_decay(0.01, 30),
///          .watch = [&] { return mean_loss(held_out_digits, loss_of); },
///          .patience = 5});
///
/// Every step has a scope of its own: memory is that of one batch, however long the training is.
/// The same seed gives the same training. Errors: [ctgrad-E35] without samples or with empty
/// batches, under no_grad, and for patience without a watch; [ctgrad-E48] if a loss or a gradient
/// is NaN, before the step that it would spoil; those of loss_of.
template <optimizer O, std::ranges::random_access_range Samples, class Loss>
  requires std::ranges::sized_range<Samples>
std::vector<epoch_report> train(O& optimizer_, const Samples& samples, Loss&& loss_of,
                                const training_settings& settings = {}) {
  return detail::training<O, Samples, std::remove_reference_t<Loss>>(optimizer_, samples, loss_of,
                                                                     settings)
      .run();
}

}  // namespace ctgrad::nn
