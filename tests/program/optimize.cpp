// All passes together, on derivatives of the whole corpus; and what a gradient may cost.
#include <ctgrad/program/hessian.hpp>
#include <ctgrad/program/optimize.hpp>

#include <boost/test/unit_test.hpp>

#include <algorithm>
#include <array>
#include <string>
#include <vector>

#include "../support/corpus.hpp"
#include "../support/passes.hpp"

namespace {

using ctgrad::operations;
using ctgrad::optimized;

constexpr auto passes = [](const auto& p, std::size_t values) { return optimized(p, values); };

// -- cheap gradients -----------------------------------------------------------------------------

/// The operations of f, and those of f and its gradient together.
struct cost {
  std::size_t value, gradient;
  [[nodiscard]] constexpr double ratio() const {
    return static_cast<double>(gradient) / static_cast<double>(value);
  }
};

template <std::size_t N>
constexpr cost cost_of(auto f) {
  return {operations(support::traced<N>(f)),
          operations(optimized(support::differentiated<N>(f), 1))};
}

/// A value and its gradient together cost at most five times the value.
template <class F, std::size_t N>
constexpr cost cheap() {
  constexpr cost both = cost_of<N>(F{});
  static_assert(both.gradient <= 5 * both.value, "cheap gradients");
  return both;
}

/// The program of f and of its second derivatives, row by row.
template <std::size_t N>
ctgrad::program<double> with_hessian(auto f) {
  ctgrad::builder<double> home;
  const auto x = support::inputs_of<N>(home);
  const ctgrad::symbol y = std::apply(f, x);
  std::vector<ctgrad::slot> outputs{y.at(home)};
  for (const auto& d : hessian(home, y, {x.begin(), x.end()})) outputs.push_back(d.at(home));
  return home.finish(outputs);
}

}  // namespace

BOOST_AUTO_TEST_SUITE(optimize)

BOOST_AUTO_TEST_CASE(gradients_of_the_corpus_are_cheap) {
  double worst = 0;
  support::for_each_function([&]<class F, std::size_t N>(const support::corpus_function<F, N>& e) {
    constexpr cost both = cheap<F, N>();
    BOOST_TEST_MESSAGE(e.name << ": " << both.value << " operations, " << both.gradient
                              << " with the gradient, " << both.ratio());
    worst = std::max(worst, both.ratio());
  });
  BOOST_TEST_MESSAGE("at most " << worst << " times the operations of the value");
  // powers: the guards of pow's slopes; one operation more would be a loss
  BOOST_TEST(worst <= 3.88);
}

BOOST_AUTO_TEST_CASE(promises_hold_for_gradients_of_the_corpus) {
  support::for_each_function([]<class F, std::size_t N>(const support::corpus_function<F, N>& e) {
    BOOST_TEST_CONTEXT(e.name) {
      const auto before = support::differentiated<N>(e.f);
      const auto after = support::check_pass(before, 1, passes);
      // in the box where the function lives
      for (const auto& x : e.points(40)) {
        const auto was = support::bounds_of(before, {x.begin(), x.end()});
        const auto is = support::bounds_of(after, {x.begin(), x.end()});
        BOOST_TEST(support::is_identical(is[0].value, was[0].value));
        for (std::size_t k = 1; k <= N; ++k) support::check_derivative(was[k], is[k]);
      }
    }
  });
}

BOOST_AUTO_TEST_CASE(promises_hold_for_hessians_of_the_corpus) {
  support::for_each_function([]<class F, std::size_t N>(const support::corpus_function<F, N>& e) {
    if constexpr (N <= 3) {
      BOOST_TEST_CONTEXT(e.name) {
        const auto before = with_hessian<N>(e.f);
        const auto after = support::check_pass(before, 1, passes);
        for (const auto& x : e.points(40)) {
          const auto was = support::bounds_of(before, {x.begin(), x.end()});
          const auto is = support::bounds_of(after, {x.begin(), x.end()});
          BOOST_TEST(support::is_identical(is[0].value, was[0].value));
          for (std::size_t k = 1; k < is.size(); ++k) support::check_derivative(was[k], is[k]);
        }
      }
    }
  });
}

// Interpreted and unrolled, a program with its passes says the same to the last bit.
BOOST_AUTO_TEST_CASE(unrolled_programs_are_the_interpreted_ones) {
  support::for_each_function([]<class F, std::size_t N>(const support::corpus_function<F, N>& e) {
    struct source {
      static constexpr ctgrad::program<double> build() {
        return optimized(support::differentiated<N>(F{}), 1);
      }
    };
    constexpr auto& program = ctgrad::frozen<source>::value;
    std::vector<double> memory;
    BOOST_TEST_CONTEXT(e.name) {
      for (const auto& x : e.points(20)) {
        std::array<double, N + 1> interpreted;
        interpret(program, x, interpreted, memory);
        const auto unrolled = ctgrad::unroll<program, double>(x.data());
        for (std::size_t k = 0; k <= N; ++k) {
          BOOST_TEST(support::is_identical(unrolled[k], interpreted[k]));
        }
      }
    }
  });
}

// One pass may leave something to the other, and a second run may then find a pair more; never does
// a run make a program longer.
BOOST_AUTO_TEST_CASE(a_second_run_adds_nothing) {
  int changed = 0;
  support::for_each_function([&]<class F, std::size_t N>(const support::corpus_function<F, N>& e) {
    BOOST_TEST_CONTEXT(e.name) {
      const auto once = optimized(support::differentiated<N>(e.f), 1);
      const auto twice = support::check_pass(once, 1, passes, 10);
      changed += to_string(twice) == to_string(once) ? 0 : 1;
    }
  });
  BOOST_TEST(changed <= 1);  // powers: x^p-1 p and log x
}

BOOST_AUTO_TEST_CASE(a_program_of_values_stays_as_it_is) {
  support::for_each_function([]<class F, std::size_t N>(const support::corpus_function<F, N>& e) {
    BOOST_TEST_CONTEXT(e.name) {
      const auto p = support::traced<N>(e.f);
      BOOST_TEST(to_string(optimized(p, 1)) == to_string(p));
    }
  });
}

// 1e200 stays with z, which is as far from 1 in the other direction.
BOOST_AUTO_TEST_CASE(numbers_far_from_1_do_not_leave_the_range) {
  constexpr auto f = [](auto y, auto z) { return y * inv(inv(-(z * 1e200))); };
  const auto slopes = ctgrad::gradient(f)(1.0, 1e-90);
  BOOST_TEST(slopes[0] == -1e110, boost::test_tools::tolerance(1e-14));
  BOOST_TEST(slopes[1] == -1e200, boost::test_tools::tolerance(1e-14));
}

BOOST_AUTO_TEST_SUITE_END()
