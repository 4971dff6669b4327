// A sum that becomes a part of what it is added to has the derivatives of one that does not, to the
// last bit: random programs, computed with Values, with Values that are all named, and on a tape of
// the test's own.
#include <algorithm>
#include <cstdint>
#include <vector>

#include "random_sums.hpp"

namespace {

using stress::named;
using stress::plain;

template <class V>
std::vector<double> run(std::uint64_t seed, int prelude, int statements) {
  const typename stress::kind<V>::guard s;
  return stress::random_sums<V>(seed, prelude).run(statements);
}

bool all_identical(const std::vector<double>& a, const std::vector<double>& b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                    [](double x, double y) { return support::equal(x, y); });
}

void check(std::uint64_t seed, int prelude, int statements) {
  const auto joined = run<Value>(seed, prelude, statements);
  BOOST_TEST(all_identical(joined, run<named>(seed, prelude, statements)),
             "named Values differ: seed " << seed << ", prelude " << prelude);
  BOOST_TEST(all_identical(joined, run<plain>(seed, prelude, statements)),
             "the plain tape differs: seed " << seed << ", prelude " << prelude);
}

/// Edges after which a block ends, and the number of notes that a scope keeps.
constexpr int notes = ctgrad::Tape::notes_at_most;
constexpr int borders[]{512, notes, 1536, 3584, 7680};

}  // namespace

BOOST_AUTO_TEST_SUITE(joining)

BOOST_AUTO_TEST_CASE(values_can_be_told_from_named_ones) {  // or the next tests could not fail
  const scope s;
  const Value x{2.0};
  const named n(Value{2.0});
  const auto before = recorded();
  Value sum = x * x;
  sum += x * x;
  const auto joined = recorded() - before;
  named other = n * n;
  other += n * n;
  BOOST_TEST(joined == 1U);
  BOOST_TEST(recorded() - before - joined == 3U);
}

BOOST_AUTO_TEST_CASE(while_there_are_notes) {
  for (std::uint64_t seed = 0; seed < 1000; ++seed) check(seed, 0, 60);
}

BOOST_AUTO_TEST_CASE(when_there_are_no_more_notes) {
  for (std::uint64_t seed = 1000; seed < 1100; ++seed) check(seed, notes, 60);
}

BOOST_AUTO_TEST_CASE(around_the_end_of_a_block_and_of_the_notes) {
  for (const int border : borders) {
    for (int before = 0; before < 60; ++before) {
      check(static_cast<std::uint64_t>(10'000 + border + before), border - before, 40);
    }
  }
}

BOOST_AUTO_TEST_SUITE_END()
