// A guard under which all operations can be drawn.
#include <ctgrad/check/detect_anomaly.hpp>
#include <ctgrad/dynamic/checkpoint.hpp>
#include <ctgrad/graph/dot.hpp>
#include <ctgrad/graph/keep_notes.hpp>
#include <ctgrad/tape/fused.hpp>

#include "support.hpp"

using ctgrad::keep_notes;

namespace {

constexpr auto four = ctgrad::fused([](auto a, auto b, auto c, auto d) { return a * b + c * d; });

/// A chain of 3,000 operations.
Value chain(const Value& x) {
  Value y = x;
  for (int i = 0; i < 3000; ++i) y = sin(y);
  return y;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(kept_notes)

BOOST_AUTO_TEST_CASE(all_operations_can_be_drawn) {
  const scope s;
  const Value x{0.5};
  BOOST_TEST(graph_of(chain(x)).nodes.size() == 1U);
  const keep_notes all;
  const Value y = chain(x);
  BOOST_TEST(graph_of(y, {.nodes_at_most = 10'000}).nodes.size() == 3001U);
  BOOST_TEST(graph_of(y, {.nodes_at_most = 100}).nodes.size() == 100U);
}

BOOST_AUTO_TEST_CASE(those_of_many_operands_too) {
  const scope s;
  const Value x{0.5};
  Value y = x;
  const keep_notes all;
  for (int i = 0; i < 2000; ++i) y = four(x, y, 0.5, 1.0);
  const auto g = graph_of(y, {.nodes_at_most = 10'000});
  BOOST_TEST(g.cut() == 0U);
  BOOST_TEST(g.nodes.size() == 1U + 3U * 2000U);
}

BOOST_AUTO_TEST_CASE(derivatives_are_the_same) {
  const Value x{0.5};
  chain(x).backward();
  const double expected = x.grad();
  x.zero_grad();
  const keep_notes all;
  chain(x).backward();
  BOOST_TEST(is_equal(x.grad(), expected));
}

BOOST_AUTO_TEST_CASE(it_ends_with_the_guard) {
  const scope s;
  const Value x{0.5};
  {
    const keep_notes all;
    static_cast<void>(chain(x));
  }
  const auto before = ctgrad::Tape::current().size();
  Value sum = 0.0;
  for (int i = 0; i < 10; ++i) sum += x * x;
  BOOST_TEST(ctgrad::Tape::current().size() - before < 10U);
}

BOOST_AUTO_TEST_CASE(guards_nest_with_those_against_anomalies) {
  const Value zero{0.0};
  const ctgrad::detect_anomaly guard;
  const keep_notes all;
  BOOST_CHECK_THROW(static_cast<void>(log(zero)), ctgrad::error);
  BOOST_CHECK_THROW(static_cast<void>(ctgrad::fused([](auto a) { return log(a); })(zero)),
                    ctgrad::error);
  const Value y = sqrt(zero);
  BOOST_CHECK_THROW(y.backward(), ctgrad::error);
}

BOOST_AUTO_TEST_CASE(what_a_checkpoint_computes_again_is_said_to_be_so) {
  const scope s;
  const Value x{0.5};
  const Value y = ctgrad::checkpoint([](const Value& v) { return sin(v) * v; })(x);
  BOOST_TEST(
      contains(to_dot(exp(y)), "what leads to the dashed value is computed again by a checkpoint"));
}

BOOST_AUTO_TEST_SUITE_END()
