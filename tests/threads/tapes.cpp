// Values in many threads: every thread records for itself, what belongs to another one is refused,
// and nothing of that is a race.
#include <ctgrad/tape/fused.hpp>
#include <ctgrad/tape/sum.hpp>

#include <array>
#include <cstddef>
#include <memory>
#include <thread>
#include <utility>
#include <vector>

#include "../tape/support.hpp"
#include "together.hpp"

namespace {

constexpr auto step = ctgrad::fused([](auto y, auto x) { return sin(y) * x + y; });

/// Slopes of a long computation with scopes, sums and everything.
std::array<double, 2> slopes(std::size_t number) {
  const Value x{0.1 * static_cast<double>(number + 1)}, w{0.7};
  for (int round = 0; round < 20; ++round) {
    const scope s;
    Value y = x, loss = 0.0;
    for (int i = 0; i < 500; ++i) {
      y = i % 3 == 0 ? step(y, x) : 0.3 * sin(y * w) + y;
      loss += y * w - x;
    }
    loss += ctgrad::dot(std::array{x, w}, std::array{y, x});
    loss.backward();
  }
  return {x.grad(), w.grad()};
}

std::array<double, 2> slopes_on_a_tape_of_its_own(std::size_t number) {
  ctgrad::Tape t;
  const ctgrad::use_tape here(t);
  return slopes(number);
}

}  // namespace

BOOST_AUTO_TEST_SUITE(tapes)

BOOST_AUTO_TEST_CASE(threads_compute_what_one_computes) {
  const auto found = together(slopes), on_own = together(slopes_on_a_tape_of_its_own);
  const scope s;
  for (std::size_t i = 0; i < found.size(); ++i) {
    const auto serial = slopes(i);
    BOOST_TEST((is_identical(found[i][0], serial[0]) && is_identical(found[i][1], serial[1])));
    BOOST_TEST((is_identical(on_own[i][0], serial[0]) && is_identical(on_own[i][1], serial[1])));
  }
}

BOOST_AUTO_TEST_CASE(values_of_one_thread_are_refused_by_all_others_at_once) {
  const scope s;
  const Value x{2.0}, y = x * x;  // nobody has a copy of y
  const auto refused = together([&](std::size_t) {
    const Value own{3.0};
    int n = 0;
    for (int i = 0; i < 100; ++i) {
      n += tag_of([&] { static_cast<void>(own * x); }) == "E21" ? 1 : 0;
      n += tag_of([&] { static_cast<void>(own + y); }) == "E21" ? 1 : 0;
      n += tag_of([&] { static_cast<void>(own * own - y); }) == "E21" ? 1 : 0;
      n += tag_of([&] { y.backward(); }) == "E21" ? 1 : 0;
      n += y.is_recorded() ? 0 : 1;
    }
    return n;
  });
  for (const int n : refused) BOOST_TEST(n == 500);
  y.backward();
  BOOST_TEST(is_equal(x.grad(), 4));
}

BOOST_AUTO_TEST_CASE(values_are_read_and_copied_by_many_at_once) {
  const scope s;
  const Value x{2.0}, y = x * x, same = y;  // what has a copy may have more of them
  const auto sums = together([&](std::size_t) {
    double sum = 0;
    for (int i = 0; i < 100; ++i) {
      const Value copy = y;
      sum += copy.data() + y.data() + y.detach().data();
    }
    return sum;
  });
  for (const double sum : sums) BOOST_TEST(is_equal(sum, 1200));
  y.backward();
  BOOST_TEST(is_equal(x.grad(), 4));
}

BOOST_AUTO_TEST_CASE(a_tape_goes_from_thread_to_thread) {
  ctgrad::Tape t;
  std::vector<Value> chain;
  for (int i = 0; i < 8; ++i) {
    in_a_thread([&] {
      const ctgrad::use_tape here(t);
      if (chain.empty()) chain.push_back(Value{2.0});
      Value next = chain.back() * chain.front();
      next += chain.front();
      chain.push_back(std::move(next));
    });
  }
  const ctgrad::use_tape here(t);
  chain.back().backward();  // x^9 + x^8 + ... + x
  double slope = 0, power = 1;
  for (int n = 1; n <= 9; ++n, power *= 2) slope += n * power;
  BOOST_TEST(is_equal(chain.front().grad(), slope));
}

BOOST_AUTO_TEST_CASE(a_tape_is_used_elsewhere_while_its_maker_records_on_its_own) {
  const auto found = together([](std::size_t number) {
    const Value mine{1.5};
    auto t = std::make_unique<ctgrad::Tape>();
    double slope = 0;
    std::thread([&] {
      const ctgrad::use_tape here(*t);
      slope = slopes(number)[0];
    }).join();
    (mine * mine).backward();
    return std::array{slope, mine.grad()};
  });
  const scope s;
  for (std::size_t i = 0; i < found.size(); ++i) {
    BOOST_TEST(is_identical(found[i][0], slopes(i)[0]));
    BOOST_TEST(is_equal(found[i][1], 3));
  }
}

BOOST_AUTO_TEST_CASE(threads_end_with_recordings_that_are_live) {
  std::vector<Value> left(8);
  together([&](std::size_t number) {
    Value x{static_cast<double>(number)};
    left[number] = x * x;  // no scope: what is recorded lives as long as the thread
    return 0;
  });
  for (std::size_t i = 0; i < left.size(); ++i) {
    BOOST_TEST(is_equal(left[i].data(), static_cast<double>(i * i)));
    BOOST_TEST(tag_of([&] { left[i].backward(); }) == "E21");
  }
}

BOOST_AUTO_TEST_CASE(a_user_s_tape_outlives_the_thread_that_ended_with_it) {
  ctgrad::Tape t;
  Value x, y;
  in_a_thread([&] {
    ctgrad::Tape::exchange_current(&t);  // and nobody exchanges it back
    x = Value{3.0};
    y = x * x;
  });
  const ctgrad::use_tape here(t);
  y.backward();
  BOOST_TEST(is_equal(x.grad(), 6));
}

BOOST_AUTO_TEST_SUITE_END()
