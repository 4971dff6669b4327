// Recordings that end, and results that lie, right before, at and right behind the end of a block.
#include <ctgrad/tape/sum.hpp>

#include <cstddef>
#include <utility>
#include <vector>

#include "support.hpp"

namespace {

/// A chain of so many operations, of one edge each.
Value chain(Value y, std::size_t edges) {
  for (std::size_t i = 0; i < edges; ++i) y = y * 1.0;
  return y;
}

/// So many edges in all when a block ends, and around it: some places of each are not used.
std::vector<std::size_t> ends() {
  std::vector<std::size_t> result;
  for (std::size_t size = 512, sum = 512, unused = 16; sum < 100'000; size *= 2, sum += size) {
    for (std::size_t d = 0; d < unused + 4; ++d) result.push_back(sum - unused + d);
    unused += 12;
  }
  return result;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(blocks)

BOOST_AUTO_TEST_CASE(sums_around_the_end_of_a_block) {
  for (const std::size_t n : ends()) {
    ctgrad::Tape t;
    const ctgrad::use_tape here(t);
    const Value x{1.0};
    Value sum = chain(x, n) * 1.0;
    for (int i = 0; i < 20; ++i) sum += x * x;  // its edges lie in two blocks
    sum = 1.0 - std::move(sum);
    sum.backward();
    BOOST_REQUIRE(x.grad() == -41);
  }
}

BOOST_AUTO_TEST_CASE(operations_of_three_operands_around_the_end_of_a_block) {
  for (const std::size_t n : ends()) {
    ctgrad::Tape t;
    const ctgrad::use_tape here(t);
    const Value x{2.0};
    Value y = chain(x, n);
    for (int i = 0; i < 10; ++i) y = fma(x, x, y);
    y.backward();
    BOOST_REQUIRE(x.grad() == 41);
  }
}

BOOST_AUTO_TEST_CASE(variables_around_the_end_of_a_block) {
  for (const std::size_t n : ends()) {
    ctgrad::Tape t;
    const ctgrad::use_tape here(t);
    const Value x{2.0};
    Value y = chain(x, n);
    for (int i = 0; i < 2000; ++i) {
      const Value factor{i % 2 == 0 ? 2.0 : 0.5};
      y = y * factor;
    }
    y.backward();
    BOOST_REQUIRE(y.data() == 2 && x.grad() == 1);
  }
}

BOOST_AUTO_TEST_CASE(what_needs_room_and_records_nothing_does_not_part_a_result) {
  const std::vector<Value> passive(600, Value(1.0));
  for (const std::size_t n : ends()) {
    ctgrad::Tape t;
    const ctgrad::use_tape here(t);
    const Value x{2.0};
    Value sum = chain(x, n) * 3.0 + x;
    BOOST_REQUIRE(ctgrad::sum(passive).is_passive());
    sum += x;
    sum = 1.0 - std::move(sum);
    sum -= x * x;
    sum.backward();
    BOOST_REQUIRE(x.grad() == -9);
  }
}

BOOST_AUTO_TEST_CASE(wide_results_that_do_not_fit_into_the_rest_of_a_block) {
  for (const std::size_t wide : {1U, 2U, 3U, 4U, 511U, 512U, 513U, 5000U}) {
    for (const std::size_t n : {0U, 1U, 508U, 509U, 510U, 511U, 512U, 1500U, 1536U}) {
      ctgrad::Tape t;
      const ctgrad::use_tape here(t);
      const Value x{1.0};
      const std::vector<Value> many(wide, chain(x, n));
      Value y = ctgrad::sum(many);
      y += x;
      y = y * 2;
      y.backward();
      BOOST_REQUIRE(x.grad() == 2 * (static_cast<double>(wide) + 1));
    }
  }
}

BOOST_AUTO_TEST_CASE(behind_scopes_that_ended_in_earlier_blocks) {
  ctgrad::Tape t;
  const ctgrad::use_tape here(t);
  const Value x{1.0};
  Value sum = x * 1.0;
  for (const std::size_t n : {10U, 600U, 5000U, 100'000U, 3U, 20'000U, 512U, 1024U}) {
    {
      const scope s;
      const std::vector<Value> many(n, chain(sum, n));  // wider than some blocks there are
      x.zero_grad();
      const Value y = ctgrad::sum(many);
      y.backward();
      BOOST_REQUIRE(y.data() == static_cast<double>(n) * sum.data());
      BOOST_REQUIRE(x.grad() == static_cast<double>(n) * sum.data());
    }
    for (std::size_t i = 0; i < n; ++i) sum += x;
    x.zero_grad();
    sum.backward();
    BOOST_REQUIRE(x.grad() == sum.data());
  }
}

BOOST_AUTO_TEST_CASE(scopes_in_a_recording_that_grows_past_the_largest_block) {
  ctgrad::Tape t;
  const ctgrad::use_tape here(t);
  const Value x{1.0};
  Value y = x;
  for (int round = 0; round < 5; ++round) {
    y = chain(std::move(y), 600'000);
    const scope s;
    x.zero_grad();
    (chain(y, 700'000) + x).backward();
    BOOST_REQUIRE(x.grad() == 2);
  }
}

BOOST_AUTO_TEST_SUITE_END()
