// A million options: the price and five Greeks of each, in SIMD lanes and on all processors.
//
// The price is written once, for one option. vmap runs its derivative over columns of options. It
// writes portfolio_greeks.svg (vega and gamma over strikes and expiries) into the current folder.
#include <ctgrad/batch/batch.hpp>
#include <ctgrad/ctgrad.hpp>

#include <algorithm>
#include <array>
#include <chrono>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <iomanip>
#include <iostream>
#include <numbers>
#include <vector>

#include "portfolio_picture.hpp"

#if defined(CTGRAD_PARALLEL)
#include <execution>
#endif

namespace {

namespace cg = ctgrad;
using column = std::vector<double>;

constexpr std::size_t options = 1'000'000;
constexpr double rate = 0.03;

/// A European call, by spot, strike, rate, volatility and years to expiry (Black and Scholes 1973).
constexpr auto price = [](auto S, auto K, auto r, auto v, auto T) {
  const auto normal = [](auto x) { return 0.5 * cg::erfc(x * (-1 / std::numbers::sqrt2)); };
  const auto deviation = v * cg::sqrt(T);
  const auto d1 = (cg::log(S / K) + (r + 0.5 * v * v) * T) / deviation;
  return S * normal(d1) - K * cg::exp(-r * T) * normal(d1 - deviation);
};
constexpr auto greeks = cg::value_and_gradient(price);

// -- the portfolio -----------------------------------------------------------------------------

struct portfolio {
  column spot, strike, volatility, expiry;
};

/// Uniform numbers between two bounds, the same everywhere.
column uniform(double low, double high, std::uint64_t seed) {
  column x(options);
  for (std::size_t i = 0; i < options; ++i) {
    std::uint64_t bits = (i + 1) * 0x9E3779B97F4A7C15U + seed * 0xD1B54A32D192ED03U;
    bits = (bits ^ (bits >> 30)) * 0xBF58476D1CE4E5B9U;
    bits = (bits ^ (bits >> 27)) * 0x94D049BB133111EBU;
    x[i] = low + (high - low) * static_cast<double>((bits ^ (bits >> 31)) >> 11) * 0x1p-53;
  }
  return x;
}

struct results {
  explicit results(std::size_t n) : price(n) {
    for (column& x : greek) x.resize(n);
  }
  column price;
  std::array<column, 5> greek;  // delta, by strike, rho, vega, theta
};

void compute(const portfolio& p, results& out, const auto&... policy) {
  auto& [delta, by_strike, rho, vega, theta] = out.greek;
  cg::vmap(policy..., greeks)
      .into(out.price, delta, by_strike, rho, vega, theta)(p.spot, p.strike, rate, p.volatility,
                                                           p.expiry);
}

/// Millions of options a second, the best of five runs.
double throughput(auto run) {
  using clock = std::chrono::steady_clock;
  double best = 1e9;
  for (int i = 0; i < 5; ++i) {
    const auto start = clock::now();
    run();
    best = std::min(best, std::chrono::duration<double>(clock::now() - start).count());
  }
  return options / best / 1e6;
}

// -- the proof ---------------------------------------------------------------------------------

/// The closed forms of textbooks: price, delta, by strike, rho, vega, theta.
std::array<double, 6> closed_form(double S, double K, double v, double T) {
  const auto normal = [](double x) { return 0.5 * std::erfc(-x / std::numbers::sqrt2); };
  const double deviation = v * std::sqrt(T);
  const double d1 = (std::log(S / K) + (rate + 0.5 * v * v) * T) / deviation, d2 = d1 - deviation;
  const double density = std::exp(-0.5 * d1 * d1) / std::sqrt(2 * std::numbers::pi);
  const double discount = std::exp(-rate * T), debt = K * discount * normal(d2);
  return {S * normal(d1) - debt,      normal(d1),
          -discount * normal(d2),     T * debt,
          S * density * std::sqrt(T), S * density * v / (2 * std::sqrt(T)) + rate * debt};
}

/// The largest difference of every thousandth option from the closed forms.
double worst_error(const portfolio& p, const results& out) {
  double worst = 0;
  for (std::size_t i = 0; i < options; i += 1000) {
    const auto expected = closed_form(p.spot[i], p.strike[i], p.volatility[i], p.expiry[i]);
    worst = std::max(worst, std::abs(out.price[i] - expected[0]));
    for (std::size_t k = 0; k < 5; ++k) {
      worst = std::max(worst, std::abs(out.greek[k][i] - expected[k + 1]));
    }
  }
  return worst;
}

double total(const column& x) {
  double sum = 0;
  for (const double number : x) sum += number;
  return sum;
}

// -- the picture -------------------------------------------------------------------------------

/// Vega and gamma of calls on a spot of 100 with a volatility of 0.25. Gamma is the derivative of a
/// derivative: partial<0, 0>.
void draw(const std::string& path) {
  constexpr int strikes = 121, expiries = 91;
  const picture::range strike{60, 160}, expiry{0.05, 2.05};
  column K, T;
  const auto place = [&](picture::point at) {
    K.push_back(at.x);
    T.push_back(at.y);
    return 0.0;
  };
  picture::field vega = picture::sample(place, strike, expiry, strikes, expiries);
  picture::field gamma = vega;
  vega.values = cg::vmap(cg::partial<3>(price))(100.0, K, rate, 0.25, T);
  gamma.values = cg::vmap(cg::partial<0, 0>(price))(100.0, K, rate, 0.25, T);
  draw_surfaces(path, vega, gamma);
}

}  // namespace

int main() {
  const portfolio p{uniform(80, 120, 1), uniform(80, 120, 2), uniform(0.1, 0.5, 3),
                    uniform(0.1, 2, 4)};
  results out(options);
  std::cout << "a million calls, price and five Greeks of each\n" << std::fixed;

  const double one = throughput([&] { compute(p, out); });
  std::cout << std::setprecision(1) << "one thread:   " << one << " million options a second\n";
#if defined(CTGRAD_PARALLEL)
  const double all = throughput([&] { compute(p, out, std::execution::par); });
  std::cout << "all threads:  " << all << " million options a second\n";
#else
  std::cout << "all threads:  oneTBB was not found\n";
#endif

  const double error = worst_error(p, out);
  std::cout << "a thousand of them agree with closed forms to 1e-10: "
            << (error < 1e-10 ? "yes" : "NO") << '\n'
            << std::setprecision(0) << "worth " << total(out.price) << ", delta "
            << total(out.greek[0]) << ", vega " << total(out.greek[3]) << '\n';
  draw("portfolio_greeks.svg");
  std::cout << "see portfolio_greeks.svg\n";
  return error < 1e-10 ? 0 : 1;
}
