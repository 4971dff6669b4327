// Taylor series: derivatives of high order, by the compiler. The polynomials of 1/(1 + x²) come
// nearer and nearer, but only between -1 and 1.
#include <ctgrad/ctgrad.hpp>

#include <array>
#include <cstddef>
#include <iostream>
#include <string>
#include <utility>

#include "chart.hpp"

namespace cg = ctgrad;

constexpr auto bell = [](auto x) { return 1 / (1 + x * x); };

/// Coefficient N of the series around 0: the derivative of order N divided by N!.
template <int N>
constexpr double coefficient() {
  double factorial = 1;
  for (int k = 2; k <= N; ++k) factorial *= k;
  return cg::derivative<N>(bell)(0.0) / factorial;
}

template <int... N>
constexpr auto series(std::integer_sequence<int, N...>) {
  return std::array{1.0, coefficient<N + 1>()...};
}

constexpr auto coefficients = series(std::make_integer_sequence<int, 6>());
static_assert(coefficients == std::array{1.0, 0.0, -1.0, 0.0, 1.0, 0.0, -1.0});

double polynomial(std::size_t order, double x) {
  double sum = 0;
  for (std::size_t k = order + 1; k-- > 0;) sum = sum * x + coefficients[k];
  return sum;
}

int main() {
  std::cout << "1/(1 + x^2) =";
  for (std::size_t k = 0; k < coefficients.size(); k += 2) {
    std::cout << (coefficients[k] < 0 ? " - "
                  : k > 0             ? " + "
                                      : " ")
              << (k > 0 ? "x^" : "1") << (k > 0 ? std::to_string(k) : "");
  }
  std::cout << " ...\n";
  for (const double x : {0.5, 0.9, 1.1}) {
    std::cout << "at " << x << ": " << 1 / (1 + x * x);
    for (const std::size_t order : {2U, 4U, 6U}) std::cout << "  " << polynomial(order, x);
    std::cout << '\n';
  }

  const picture::range x{-1.6, 1.6};
  picture::chart chart("Taylor series", "Polynomials of order 2, 4 and 6 around 0", x, {-0.6, 1.8});
  const std::array dashes{"2 5", "10 5", "none"};  // dotted, dashed, whole
  for (const std::size_t order : {2U, 4U, 6U}) {
    const std::string dash = dashes[order / 2 - 1];
    chart.line("order " + std::to_string(order),
               picture::curve([&](double at) { return polynomial(order, at); }, x), picture::blue,
               "stroke-width='2.2' stroke-dasharray='" + dash + "'");
  }
  chart.line("1/(1 + x\u00b2)", picture::curve([](double at) { return 1 / (1 + at * at); }, x),
             picture::orange);
  chart.save("taylor.svg", "x", "");
}
