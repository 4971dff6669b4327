// What a recording takes, and what happens when there is no more.
#include <ctgrad/tape/fused.hpp>
#include <ctgrad/tape/sum.hpp>

#include <cmath>
#include <optional>
#include <string>
#include <vector>

#include "../support/limited_memory.hpp"
#include "support.hpp"

namespace {

using support::memory_limit;

constexpr std::size_t block = std::size_t{1} << 24;  // the largest one
constexpr std::size_t small = 600'000;               // notes, and what is too small to count

/// What fn(n) takes on a tape of its own, bytes.
template <class F>
std::size_t bytes_of(F fn) {
  const memory_limit counted;
  ctgrad::Tape t;
  const ctgrad::use_tape here(t);
  fn();
  return support::asked_for;
}

/// As documented: 16 for each edge and 8 for each result, of which an eighth is spare. The last
/// block, and what was left of the one before, may be unused.
void check_bytes(std::size_t bytes, std::size_t edges, std::size_t results) {
  BOOST_TEST(bytes >= 16 * edges + 8 * results);
  BOOST_TEST(bytes <= 16 * edges + 9 * results + block + small);
}

/// Records until it is refused; the message.
std::string fill(Value& y, const Value& x) {
  return message_of([&] {
    for (int i = 0; i < 100'000'000; ++i) y = sin(y) + x;
  });
}

}  // namespace

BOOST_AUTO_TEST_SUITE(memory)

BOOST_AUTO_TEST_CASE(a_chain_takes_16_bytes_per_operand_and_8_per_result) {
  constexpr std::size_t n = 1'000'000;
  check_bytes(bytes_of([] {
                const Value x{0.5};
                Value y = x;
                for (std::size_t i = 0; i < n; ++i) y = sin(y) * x + y;
                y.backward();
              }),
              4 * n, 2 * n);  // sin; product and sum
}

BOOST_AUTO_TEST_CASE(an_operation_in_a_sum_is_no_result) {
  constexpr std::size_t n = 1'000'000;
  check_bytes(bytes_of([] {
                const Value x{0.5}, w{2.0};
                Value s = 0.0;
                for (std::size_t i = 0; i < n; ++i) s += w * x;
                s.backward();
              }),
              2 * n, 0);
}

BOOST_AUTO_TEST_CASE(a_number_takes_nothing) {
  constexpr std::size_t n = 1'000'000;
  check_bytes(bytes_of([] {
                Value y{0.5};
                for (std::size_t i = 0; i < n; ++i) y = 3.0 - y * 0.5;
                y.backward();
              }),
              n, n);
}

BOOST_AUTO_TEST_CASE(a_fused_step_takes_its_operands_and_one_result) {
  constexpr std::size_t n = 500'000;
  constexpr auto step = ctgrad::fused([](auto y, auto x) { return sin(y) * x + y; });
  check_bytes(bytes_of([&] {
                const Value x{0.5};
                Value y = x;
                for (std::size_t i = 0; i < n; ++i) y = step(y, x);
                y.backward();
              }),
              2 * n, n);
}

BOOST_AUTO_TEST_CASE(running_out_says_how_much_was_asked_for) {
  ctgrad::Tape t;
  const ctgrad::use_tape here(t);
  const Value x{0.5};
  Value y = x;
  const memory_limit limit(3'000'000);
  const std::string message = fill(y, x);
  BOOST_TEST(says(message, "[ctgrad-E44]"), message);
  BOOST_TEST(says(message, "fused(f) or checkpoint(f)"), message);
  BOOST_TEST(says(message, std::to_string(support::refused) + " bytes"), message);
  BOOST_TEST(support::refused > 0U);
}

BOOST_AUTO_TEST_CASE(what_was_recorded_before_is_intact) {
  ctgrad::Tape t;
  const ctgrad::use_tape here(t);
  const Value x{0.5}, z = x * x * x;
  z.backward();
  std::optional<scope> s(std::in_place);
  Value y = x;
  {
    const memory_limit limit(3'000'000);
    BOOST_TEST(says(fill(y, x), "[ctgrad-E44]"));
    BOOST_TEST(says(fill(y, x), "[ctgrad-E44]"));  // it does not change its mind
    BOOST_TEST(is_equal(x.grad(), 0.75));
    BOOST_TEST(is_equal(z.grad(), 1));
  }
  const auto size = t.size();
  BOOST_TEST(size > 50'000U);
  x.zero_grad();
  y.backward();  // what has been computed until then is there
  double slope = 1, at = 0.5;
  while (at != y.data()) {  // the same chain in doubles; it comes to rest before the recording ends
    slope = std::cos(at) * slope + 1;
    at = std::sin(at) + 0.5;
  }
  BOOST_TEST(std::abs(x.grad() / slope - 1) < 1e-9);
  s.reset();
  x.zero_grad();
  (z * x).backward();
  BOOST_TEST(is_equal(x.grad(), 0.5));
}

BOOST_AUTO_TEST_CASE(recording_goes_on_after_release_within_the_same_memory) {
  ctgrad::Tape t;
  const ctgrad::use_tape here(t);
  const Value x{0.5};
  const memory_limit limit(3'000'000);
  std::size_t first = 0;
  for (int round = 0; round < 3; ++round) {
    const scope s;
    Value y = x;
    BOOST_TEST(says(fill(y, x), "[ctgrad-E44]"));
    if (round == 0) first = t.size();
    BOOST_TEST(t.size() == first);
  }
  const scope s;
  x.zero_grad();
  (x * x).backward();
  BOOST_TEST(is_equal(x.grad(), 1));
}

BOOST_AUTO_TEST_CASE(a_wide_result_that_is_too_large_is_refused_and_a_small_one_goes_on) {
  ctgrad::Tape t;
  const ctgrad::use_tape here(t);
  const Value x{2.0};
  const std::vector<Value> many(1'000'000, x), few(1000, x);
  const memory_limit limit(1'000'000);
  BOOST_TEST(tag_of([&] { static_cast<void>(ctgrad::sum(many)); }) == "E44");
  BOOST_TEST(support::refused == 16U * (1'000'000 + 4));  // and four in front of a block
  Value s = ctgrad::sum(few);
  s += x * x;
  s.backward();
  BOOST_TEST(is_equal(s.data(), 2004));
  BOOST_TEST(is_equal(x.grad(), 1004));
}

BOOST_AUTO_TEST_CASE(no_memory_for_a_sweep_leaves_the_gradients_there_were) {
  ctgrad::Tape t;
  const ctgrad::use_tape here(t);
  const Value x{3.0};
  const Value square = x * x;
  square.backward();
  Value y = square;
  for (int i = 0; i < 1000; ++i) y = y + x;
  {
    const memory_limit limit(100);
    BOOST_TEST(tag_of([&] { y.backward(); }) == "E44");
    BOOST_TEST(is_equal(x.grad(), 6));
    BOOST_TEST(is_equal(square.grad(), 1));
  }
  y.backward();
  BOOST_TEST(is_equal(x.grad(), 6 + 1006));
}

BOOST_AUTO_TEST_CASE(no_memory_for_a_scope_leaves_the_one_around_it) {
  ctgrad::Tape t;
  const ctgrad::use_tape here(t);
  const Value x{3.0};
  Value y = x * x;
  {
    const memory_limit limit(100);
    for (int i = 0; i < 100; ++i) BOOST_REQUIRE(tag_of([] { const scope s; }) == "E44");
  }
  BOOST_TEST(y.is_recorded());
  y += x;
  y.backward();
  BOOST_TEST(is_equal(x.grad(), 7));
  {
    const scope s;
    x.zero_grad();
    (y * x).backward();
    BOOST_TEST(is_equal(x.grad(), 33));
  }
  x.zero_grad();
  (y * y).backward();
  BOOST_TEST(is_equal(x.grad(), 168));
}

BOOST_AUTO_TEST_CASE(no_memory_for_a_tape_leaves_the_current_one) {
  const scope s;
  const Value x{3.0};
  {
    const memory_limit limit(100);
    BOOST_TEST(tag_of([] { const ctgrad::Tape t; }) == "E44");
  }
  (x * x).backward();
  BOOST_TEST(is_equal(x.grad(), 6));
}

BOOST_AUTO_TEST_SUITE_END()
