// The comparison itself: what it has to notice, and what it must not complain about.
#include <boost/test/unit_test.hpp>

#include <cmath>
#include <limits>

#include "agreement.hpp"
#include "compose.hpp"
#include "shrink.hpp"
#include "truth.hpp"

namespace {

using dags::composition, dags::dag;

/// x0 * sin(x1) + x0
dag sample() {
  composition c({3, 0.5});
  const int sine = c.call("sin", {1});
  c.call("add", {c.call("multiply", {0, sine}), 0});
  return c.result();
}

bool differs(const dag& d, const std::vector<double>& a, const std::vector<double>& b) {
  dags::tally counts;
  return !dags::difference(a, b, dags::analyse(d), counts).empty();
}

}  // namespace

BOOST_AUTO_TEST_SUITE(detection)

BOOST_AUTO_TEST_CASE(rounding_is_explained_and_more_than_rounding_is_not) {
  const auto gradient = dags::by_tape(sample()).gradient;
  auto other = gradient;
  other[1] = std::nextafter(gradient[1], 10);
  BOOST_TEST(!differs(sample(), gradient, other));
  other[1] = gradient[1] * (1 + 1e-13);
  BOOST_TEST(differs(sample(), gradient, other));
  other[1] = -gradient[1];
  BOOST_TEST(differs(sample(), gradient, other));
  other[1] = std::numeric_limits<double>::quiet_NaN();
  BOOST_TEST(differs(sample(), gradient, other));
  BOOST_TEST(differs(sample(), other, gradient));
}

BOOST_AUTO_TEST_CASE(infinities_are_compared_with_their_signs) {
  constexpr double inf = std::numeric_limits<double>::infinity();
  composition c({0.0});
  c.call("sqrt", {0});
  BOOST_TEST(!differs(c.result(), {inf}, {inf}));
  BOOST_TEST(differs(c.result(), {inf}, {-inf}));
  BOOST_TEST(differs(c.result(), {inf}, {std::numeric_limits<double>::quiet_NaN()}));
  BOOST_TEST(differs(c.result(), {inf}, {1e308}));
}

BOOST_AUTO_TEST_CASE(a_wrong_gradient_is_not_the_truth) {
  auto gradient = dags::by_tape(sample()).gradient;
  BOOST_TEST(dags::judge(sample(), gradient).rejected == "");
  BOOST_TEST(dags::judge(sample(), gradient).wrong == "");
  gradient[0] *= 1 + 1e-14;
  BOOST_TEST(dags::judge(sample(), gradient).wrong != "");
}

BOOST_AUTO_TEST_CASE(kinks_and_jumps_are_seen) {
  const auto near_kink = [](const char* op, double at) {
    composition c({at});
    c.call(op, {0});
    return dags::near_a_kink(c.result());
  };
  BOOST_TEST(near_kink("abs", 1e-8));
  BOOST_TEST(!near_kink("abs", 1e-3));
  BOOST_TEST(near_kink("floor", 2 - 1e-9));
  BOOST_TEST(!near_kink("floor", 2.5));
  BOOST_TEST(!near_kink("sin", 0));
}

BOOST_AUTO_TEST_CASE(a_failing_program_shrinks_to_what_fails) {
  composition c({3, 0.5});
  int y = c.call("multiply", {0, 1});
  for (int i = 0; i < 50; ++i) y = c.call(i % 7 == 3 ? "erfc" : "tanh", {y});
  const int erfc = dags::named("erfc");
  const dag smallest = dags::shrunk(c.result(), [&](const dag& d) {
    for (const dags::node& n : d.nodes) {
      if (n.op == erfc) return true;
    }
    return false;
  });
  BOOST_TEST(dags::operations_in(smallest) == 1);
  BOOST_TEST(dags::text(smallest).find("erfc(") != std::string::npos);
}

BOOST_AUTO_TEST_SUITE_END()
