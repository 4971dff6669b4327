// Monte-Carlo with pathwise derivatives: an option on the geometric mean of 52 weekly prices, whose
// price and Greeks are known, and an option on the arithmetic mean, whose price is not.
//
// The payoff of one path is recorded once and differentiated; vmean runs it over the paths, in SIMD
// lanes, and adds up in a fixed order, whatever the number of threads.
#include <ctgrad/batch/batch.hpp>
#include <ctgrad/ctgrad.hpp>
#include <ctgrad/nn/progress_bar.hpp>

#include <array>
#include <cmath>
#include <cstddef>
#include <iomanip>
#include <iostream>
#include <numbers>
#include <random>
#include <string>
#include <utility>
#include <vector>

#if defined(CTGRAD_PARALLEL)
#include <execution>
#endif

namespace {

namespace cg = ctgrad;
using columns = std::vector<std::vector<double>>;

constexpr std::size_t weeks = 52, batches = 50, paths = 4000;  // paths of one batch
constexpr double strike = 100;

enum class mean { geometric, arithmetic };

/// What a call on the mean of a path pays, discounted. The market is spot, rate and volatility; z
/// are the normal numbers of the path.
template <mean Mean>
constexpr auto payoff = [](const auto& market, const auto& z) {
  const auto &rate = market[1], &volatility = market[2];
  constexpr double week = 1.0 / weeks;
  const auto drift = (rate - 0.5 * volatility * volatility) * week;
  const auto deviation = volatility * std::sqrt(week);
  auto log_price = cg::log(market[0]);
  auto sum = 0 * log_price;
  for (std::size_t t = 0; t < z.size(); ++t) {
    log_price += drift + deviation * z[t];
    if constexpr (Mean == mean::geometric) sum += log_price;
    if constexpr (Mean == mean::arithmetic) sum += cg::exp(log_price);
  }
  auto average = sum * week;
  if constexpr (Mean == mean::geometric) average = cg::exp(average);
  return cg::exp(-rate) * cg::relu(average - strike);
};

/// The same for the geometric mean in closed form (Kemna and Vorst 1990): it is lognormal.
constexpr auto closed_form = [](auto spot, auto rate, auto volatility) {
  const auto normal = [](auto x) { return 0.5 * cg::erfc(x * (-1 / std::numbers::sqrt2)); };
  constexpr double n = weeks, mean_time = (n + 1) / (2 * n);
  const double variance_time = (n + 1) * (2 * n + 1) / (6 * n * n);
  const auto variance = volatility * volatility * variance_time;
  const auto m = cg::log(spot / strike) + (rate - 0.5 * volatility * volatility) * mean_time;
  const auto deviation = cg::sqrt(variance);
  const auto d = m / deviation;
  return strike * cg::exp(-rate) *
         (cg::exp(m + 0.5 * variance) * normal(d + deviation) - normal(d));
};

/// Normal numbers by the method of Box and Muller, the same on every standard library.
columns normal_numbers(std::mt19937_64& engine) {
  const auto uniform = [&] { return (static_cast<double>(engine() >> 11) + 0.5) * 0x1p-53; };
  columns z(weeks, std::vector<double>(paths));
  for (auto& column : z) {
    for (std::size_t i = 0; i < paths; i += 2) {
      const double radius = std::sqrt(-2 * std::log(uniform()));
      const double angle = 2 * std::numbers::pi * uniform();
      column[i] = radius * std::cos(angle);
      column[i + 1] = radius * std::sin(angle);
    }
  }
  return z;
}

/// Mean and standard error of numbers that come one after the other.
class estimate {
 public:
  void add(double x) {
    ++count_;
    const double before = x - mean_;
    mean_ += before / count_;
    squares_ += before * (x - mean_);
  }
  double mean() const { return mean_; }
  double error() const { return std::sqrt(squares_ / (count_ * (count_ - 1))); }

 private:
  double count_ = 0, mean_ = 0, squares_ = 0;
};
using estimates = std::array<estimate, 4>;  // price, delta, rho, vega

void add(estimates& e, const auto& batch) {
  e[0].add(batch.value);
  for (std::size_t k = 0; k < 3; ++k) e[k + 1].add(batch.gradient[k]);
}

/// Is it the same with threads, to the last bit?
bool same_in_threads([[maybe_unused]] const auto& derivative, [[maybe_unused]] const auto& market,
                     [[maybe_unused]] const columns& z, [[maybe_unused]] const auto& batch) {
#if defined(CTGRAD_PARALLEL)
  const auto other = cg::vmean(std::execution::par, derivative)(market, z);
  return other.value == batch.value && other.gradient == batch.gradient;
#else
  return true;
#endif
}

constexpr std::array names{"price", "delta", "rho", "vega"};

/// The geometric mean beside its closed form; true if all is within four standard errors.
bool print(const estimates& found, const std::array<double, 4>& expected) {
  std::cout << "call on the geometric mean\n          Monte-Carlo  std. error  closed form\n";
  bool good = true;
  for (std::size_t k = 0; k < 4; ++k) {
    std::cout << std::setw(8) << names[k] << std::setw(13) << found[k].mean() << std::setw(12)
              << found[k].error() << std::setw(13) << expected[k] << '\n';
    good = good && std::abs(found[k].mean() - expected[k]) < 4 * found[k].error();
  }
  return good;
}

void print(const estimates& found) {
  std::cout << "call on the arithmetic mean\n          Monte-Carlo  std. error\n";
  for (std::size_t k = 0; k < 4; ++k) {
    std::cout << std::setw(8) << names[k] << std::setw(13) << found[k].mean() << std::setw(12)
              << found[k].error() << '\n';
  }
}

}  // namespace

int main() {
  const std::array market{100.0, 0.03, 0.25};
  const std::vector<double> path(weeks);  // as long as a path
  const auto geometric =
      cg::value_and_gradient<cg::wrt<0>>(cg::record(payoff<mean::geometric>, market, path));
  const auto arithmetic =
      cg::value_and_gradient<cg::wrt<0>>(cg::record(payoff<mean::arithmetic>, market, path));

  std::mt19937_64 engine(2026);
  estimates known, unknown;
  bool same = true;
  cg::nn::progress_bar bar(batches);
  for (std::size_t i = 0; i < batches; ++i) {
    const columns z = normal_numbers(engine);
    const auto batch = cg::vmean(geometric)(market, z);
    add(known, batch);
    add(unknown, cg::vmean(arithmetic)(market, z));
    same = same && same_in_threads(geometric, market, z, batch);
    bar.show(i + 1, std::to_string((i + 1) * paths) + " paths");
  }

  const auto exact = cg::value_and_gradient(closed_form)(market[0], market[1], market[2]);
  std::cout << std::fixed << std::setprecision(3) << batches * paths << " paths of " << weeks
            << " weeks\n";
  const bool good =
      print(known, {exact.value, exact.gradient[0], exact.gradient[1], exact.gradient[2]});
  print(unknown);
  std::cout << "within four standard errors: " << (good ? "yes" : "NO")
            << ", the same in threads to the last bit: " << (same ? "yes" : "NO") << '\n';
  return good && same ? 0 : 1;
}
