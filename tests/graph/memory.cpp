// What a picture costs depends on what is drawn, not on how much has been recorded.
#include <ctgrad/graph/graph_of.hpp>

#include "../support/counted_allocation.hpp"
#include "support.hpp"

namespace {

/// Bytes for the graph of exp(sin(x)), recorded behind so many other operations.
std::size_t bytes_behind(int operations) {
  const scope s;
  const Value x{0.5};
  Value y = x;
  for (int i = 0; i < operations; ++i) y = y * 0.5 + x;
  const scope drawn;  // whose operations have notes
  const Value z = exp(sin(x));
  const std::size_t before = support::allocated_bytes;
  const auto g = graph_of(z, 10);
  BOOST_TEST(g.nodes.size() == 3U);
  return support::allocated_bytes - before;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(memory)

BOOST_AUTO_TEST_CASE(a_picture_takes_no_more_of_it_behind_a_long_recording) {
  BOOST_TEST(bytes_behind(0) > 0U);
  BOOST_TEST(bytes_behind(100'000) == bytes_behind(0));
}

BOOST_AUTO_TEST_SUITE_END()
