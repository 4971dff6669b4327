// The price of a call option and its sensitivities, the "Greeks". The formula is written once; five
// first and three second derivatives come with it, and none has to be looked up.
// F. Black, M. Scholes: The pricing of options and corporate liabilities, 1973.
#include <ctgrad/ctgrad.hpp>

#include <array>
#include <cmath>
#include <iomanip>
#include <iostream>

#include "chart.hpp"

namespace cg = ctgrad;

// Price of the share and strike in one currency, time in years, rate and volatility per year.
constexpr auto call = [](auto spot, auto strike, auto time, auto rate, auto volatility) {
  const auto deviation = volatility * sqrt(time);
  const auto d1 = (log(spot / strike) + (rate + volatility * volatility / 2) * time) / deviation;
  return spot * normal_cdf(d1) - strike * exp(-rate * time) * normal_cdf(d1 - deviation);
};

constexpr double strike = 100, time_left = 0.5, rate = 0.03, volatility = 0.25;

int main() {
  const auto [price, first] =
      cg::value_and_gradient(call)(105.0, strike, time_left, rate, volatility);
  const auto second = cg::hessian<cg::wrt<0, 4>>(call)(105.0, strike, time_left, rate, volatility);
  std::cout << std::fixed << std::setprecision(6);
  const auto print = [](const char* name, double value, const char* meaning) {
    std::cout << std::left << std::setw(7) << name << std::right << std::setw(12) << value << "  "
              << meaning << '\n';
  };
  print("price", price, "");
  print("delta", first[0], "by the price of the share");
  print("theta", -first[2], "by time that passes");
  print("rho", first[3], "by the rate");
  print("vega", first[4], "by the volatility");
  print("gamma", second[0][0], "twice by the price of the share");
  print("vanna", second[0][1], "by the price of the share and the volatility");
  print("volga", second[1][1], "twice by the volatility");

  // Gamma has a formula of its own, phi(d1) / (S sigma sqrt(T)).
  const double deviation = volatility * std::sqrt(time_left);
  const double d1 =
      (std::log(105 / strike) + (rate + volatility * volatility / 2) * time_left) / deviation;
  const double gamma = cg::normal_pdf(d1) / (105 * deviation);

  const picture::range spot{60, 150};
  picture::chart chart("Greeks of a call option", "Strike 100, half a year, volatility 25 %", spot,
                       {0, 1.05});
  const auto slope = [](double s) {
    return cg::gradient<cg::wrt<0>>(call)(s, strike, time_left, rate, volatility);
  };
  const auto bend = [](double s) {
    return cg::hessian<cg::wrt<0>>(call)(s, strike, time_left, rate, volatility);
  };
  chart.line("delta", picture::curve([&](double s) { return slope(s)[0]; }, spot), picture::blue);
  chart.line("20 gamma", picture::curve([&](double s) { return 20 * bend(s)[0][0]; }, spot),
             picture::orange);
  chart.save("black_scholes.svg", "price of the share", "sensitivity");
  return std::abs(second[0][0] - gamma) < 1e-12 ? 0 : 1;
}
