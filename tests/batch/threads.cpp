// One recording, one derivative of it and one batch, used by many threads at once.
#include <ctgrad/batch/batch.hpp>

#include <boost/test/unit_test.hpp>

#include <cstddef>
#include <thread>
#include <vector>

namespace cg = ctgrad;
using cg::relu;

BOOST_AUTO_TEST_CASE(a_recording_is_shared) {
  const auto f = [](const auto& w, auto x) { return relu(w[0] * x + w[1]) * w[1]; };
  const std::vector<double> w{1.5, -0.5};
  const auto g = cg::value_and_gradient<cg::wrt<0>>(cg::record(f, w, 1.0));
  const auto batch = cg::vmap(g);
  std::vector<double> x(100);
  for (std::size_t i = 0; i < x.size(); ++i) x[i] = static_cast<double>(i) / 32 - 1;
  std::vector<int> right(8);
  std::vector<std::thread> threads;
  for (int& mine : right) {
    threads.emplace_back([&] {
      for (int repeat = 0; repeat < 20; ++repeat) {
        const auto out = batch(w, x);
        const auto sum = cg::vsum(g)(w, x);
        double expected = 0;
        bool same = true;
        for (std::size_t i = 0; i < x.size(); ++i) {
          const auto one = g(w, x[i]);
          same = same && out.value[i] == one.value && out.gradient[1][i] == one.gradient[1];
          expected += one.value;
        }
        mine += same && sum.value - expected < 1e-12 && expected - sum.value < 1e-12;
      }
    });
  }
  for (auto& thread : threads) thread.join();
  for (const int mine : right) BOOST_TEST(mine == 20);
}
