// A pass that changes nothing, and one that changes what values do not depend on.
#include <ctgrad/program/rewriting.hpp>

#include <boost/test/unit_test.hpp>

#include <string>
#include <vector>

#include "../support/passes.hpp"

namespace {

using ctgrad::slot;
using symbols = std::vector<ctgrad::symbol>;

class copying : ctgrad::detail::rewriting<double> {
 public:
  copying(const ctgrad::program<double>& p, std::size_t values) : rewriting(p, values) {}
  ctgrad::program<double> run() {
    return record([&](slot i) { return copied(i); });
  }
};

/// Sums are turned into differences, unless a value depends on them.
class turning : ctgrad::detail::rewriting<double> {
 public:
  turning(const ctgrad::program<double>& p, std::size_t values) : rewriting(p, values) {}
  ctgrad::program<double> run() {
    return record([&](slot i) {
      if (fixed_[i] || !is(i, ctgrad::info_of<ctgrad::ops::add, double>)) return copied(i);
      return results_[operand(i, 0)] - results_[operand(i, 1)];
    });
  }
};

const auto sample = support::program_with<2>([](auto x, auto y) {
  const auto s = x + y;
  return symbols{s * 2, s + exp(x), y};
});

}  // namespace

BOOST_AUTO_TEST_SUITE(rewriting_)

BOOST_AUTO_TEST_CASE(a_copy_is_the_same_program) {
  BOOST_TEST(to_string(copying(sample, 0).run()) == to_string(sample));
}

BOOST_AUTO_TEST_CASE(what_values_depend_on_is_fixed) {
  BOOST_TEST(to_string(turning(sample, 1).run()) ==
             "%0 = input 0\n%1 = input 1\n%2 = add %0 %1\n%3 = 2\n%4 = multiply %2 %3\n"
             "%5 = exp %0\n%6 = subtract %2 %5\nreturn %4 %6 %1\n");
}

BOOST_AUTO_TEST_SUITE_END()
