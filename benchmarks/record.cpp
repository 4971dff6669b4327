// What it costs to record a function and to differentiate the recording, and what one replay of the
// gradient costs, against one sweep of Values (record the tape, go back): all in one run,
// interleaved, the best of many rounds. Checks that both give the same gradient.
//
//   benchmark_record [rounds]
#include <ctgrad/ctgrad.hpp>
#include <ctgrad/record/record.hpp>

#include <algorithm>
#include <chrono>
#include <cmath>
#include <cstddef>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <vector>

namespace {

using numbers = std::vector<double>;

/// A network 2-16-16-1 of 337 parameters on one sample.
constexpr auto network = [](const auto& w) {
  using T = std::remove_cvref_t<decltype(w[0])>;
  std::vector<T> x{T(0.3), T(-0.7)};
  std::size_t next = 0;
  for (const std::size_t wide : {16U, 16U, 1U}) {
    std::vector<T> y;
    for (std::size_t i = 0; i < wide; ++i) {
      T sum = w[next++];
      for (const T& each : x) sum = sum + w[next++] * each;
      y.push_back(wide == 1 ? sum : tanh(sum));
    }
    x = y;
  }
  return x[0] * x[0];
};

/// 10,000 operations, each on the result of the one before.
constexpr auto chain = [](const auto& x) {
  auto y = x[0];
  for (int i = 0; i < 2500; ++i) y = sin(y * x[1]) + x[0] * y;
  return y;
};

constexpr auto rosenbrock = [](const auto& x) {
  auto sum = 0 * x[0];
  for (std::size_t i = 0; i + 1 < x.size(); ++i) {
    const auto a = x[i + 1] - x[i] * x[i], b = 1 - x[i];
    sum = sum + 100 * a * a + b * b;
  }
  return sum;
};

numbers some_numbers(std::size_t n) {
  numbers x(n);
  for (std::size_t i = 0; i < n; ++i) x[i] = 0.5 * std::sin(1.0 + 3.0 * static_cast<double>(i));
  return x;
}

/// The best time of a call so far, in microseconds.
struct stopwatch {
  double best = 1e300;
  void time(auto&& call) {
    const auto start = std::chrono::steady_clock::now();
    call();
    const std::chrono::duration<double, std::micro> taken =
        std::chrono::steady_clock::now() - start;
    best = std::min(best, taken.count());
  }
};

volatile double sink;

double difference(const numbers& a, const numbers& b) {
  double largest = 0;
  for (std::size_t i = 0; i < a.size(); ++i) {
    largest = std::max(largest, std::abs(a[i] - b[i]) / (1 + std::abs(b[i])));
  }
  return largest;
}

bool row(const char* name, const auto& f, const numbers& x, int rounds) {
  stopwatch value, record, derive, replay, plain;
  const auto swept = ctgrad::gradient(ctgrad::dynamic(f));
  auto r = ctgrad::record(f, x);
  auto g = ctgrad::value_and_gradient(r);
  for (int i = 0; i < rounds; ++i) {
    value.time([&] { sink = swept(x)[0]; });
    record.time([&] { r = ctgrad::record(f, x); });
    derive.time([&] { g = ctgrad::value_and_gradient(r); });
    replay.time([&] { sink = g(x).gradient[0]; });
    plain.time([&] { sink = f(x); });
  }
  const double n = static_cast<double>(operations(r.code()));
  const double wrong = difference(g(x).gradient, swept(x));
  std::printf("%-16s %8.0f %10.1f %10.1f %10.1f %10.1f %8.2f %8.2f %8.2f   %.1e\n", name, n,
              value.best, record.best, derive.best, replay.best, record.best / value.best,
              (record.best + derive.best) / value.best, replay.best / value.best, wrong);
  return wrong < 1e-12;
}

}  // namespace

int main(int argc, char** argv) {
  const int rounds = argc > 1 ? std::atoi(argv[1]) : 200;
  std::printf("microseconds, and as multiples of one sweep of Values\n");
  std::printf("%-16s %8s %10s %10s %10s %10s %8s %8s %8s   %s\n", "function", "ops", "Value",
              "record", "derive", "replay", "record", "+derive", "replay", "difference");
  bool right = row("network 2-16-16-1", network, some_numbers(337), rounds);
  right = row("chain of 10,000", chain, some_numbers(2), rounds) && right;
  right = row("Rosenbrock 1,000", rosenbrock, some_numbers(1000), rounds) && right;
  return right ? 0 : 1;
}
