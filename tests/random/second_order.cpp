// Derivatives of derivatives, and the remainder of Taylor's formula.
#include <boost/test/unit_test.hpp>

#include <cmath>
#include <iostream>

#include "agreement.hpp"
#include "compose.hpp"
#include "generate.hpp"
#include "settings.hpp"
#include "truth.hpp"

namespace {

using dags::by_dual, dags::by_program, dags::by_tape, dags::composition, dags::dag, dags::real;
using numbers = std::vector<double>;

struct function {
  function(std::uint64_t law, std::uint64_t i, int largest = 12)
      : random(dags::seed_of(dags::run_seed() + law, i)),
        f(dags::without_dead(
            generate(random, {.largest = largest, .inputs = 3, .derivatives = true}))) {}
  dags::random_source random;
  dag f;
};

void for_random_functions(std::uint64_t law, double share, auto check, int largest = 12) {
  for (std::uint64_t i = 0; i < dags::run_programs(share); ++i) {
    function random(law, i, largest);
    BOOST_TEST_CONTEXT("function " << i << " of CTGRAD_TEST_SEED=" << dags::run_seed() << "\n"
                                   << text(random.f)) {
      check(random);
    }
  }
}

/// The remainder f(x + hv) - f(x) - h v.f'(x).
struct remainders {
  remainders(const dag& f, const numbers& gradient, const numbers& along)
      : f_(f), x_(point_of(f)), along_(along), start_(at(0)) {
    for (std::size_t k = 0; k < x_.size(); ++k) slope_ = slope_ + real(gradient[k]) * along[k];
  }
  [[nodiscard]] double operator()(double h) const {
    return static_cast<double>(at(h) - start_ - real(h) * slope_);
  }
  /// The term of third order shows: near an inflection it is larger than that of second order.
  [[nodiscard]] bool bends(double h) const {
    const double above = (*this)(h), below = (*this)(-h);
    return !(std::abs(above - below) <= 0.02 * std::abs(above));
  }

 private:
  [[nodiscard]] real at(double h) const {
    std::vector<real> moved;
    for (std::size_t k = 0; k < x_.size(); ++k) moved.push_back(real(x_[k]) + real(h) * along_[k]);
    return by_reals(f_, moved);
  }
  const dag& f_;
  numbers x_, along_;
  real start_, slope_;
};

/// The slope of log remainder by log step, fitted to nine steps from 2^-22 to 2^-30.
double order_of(const remainders& remainder) {
  double by_x = 0, by_y = 0;
  for (int i = -4; i <= 4; ++i) {
    by_x += i * i;
    by_y += i * std::log2(std::abs(remainder(std::ldexp(1, i - 26))));
  }
  return by_y / by_x;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(second_order)

BOOST_AUTO_TEST_CASE(engines_agree_on_programs_that_are_derivatives) {
  dags::tally counts;
  for_random_functions(30, 0.02, [&](function& r) {
    for (const dag& partial : dags::derivatives(r.f)) {
      BOOST_TEST(dags::disagreement(partial, counts) == "", text(partial));
    }
  });
}

BOOST_AUTO_TEST_CASE(the_hessian_is_symmetric) {
  for_random_functions(31, 0.02, [](function& r) {
    std::vector<std::vector<dag>> second;
    for (const dag& partial : dags::derivatives(r.f)) second.push_back(dags::derivatives(partial));
    for (std::size_t k = 0; k < second.size(); ++k) {
      for (std::size_t l = 0; l < k; ++l) {
        const double kl = by_numbers(second[k][l]), lk = by_numbers(second[l][k]);
        const double allowed =
            dags::rounding_error(second[k][l], 8) + dags::rounding_error(second[l][k], 8);
        const bool finite = std::abs(kl) <= 1e300 && allowed <= 1e300;
        BOOST_TEST((!finite || std::abs(kl - lk) <= allowed),
                   "d" << k << "d" << l << ": " << kl << " and " << lk << ", allowed " << allowed);
      }
    }
  });
}

BOOST_AUTO_TEST_CASE(a_branch_not_taken_leaves_no_trace_at_second_order) {
  for_random_functions(32, 0.02, [](function& r) {
    composition h(point_of(r.f));
    const int good = h.insert(r.f, h.inputs());
    const dag wild = generate(r.random, {.largest = 8, .at = point_of(r.f), .tame = false});
    const int gap = h.call("subtract", {0, 0}), bad = h.insert(wild, h.inputs());
    const int worse = h.call("divide", {h.call("log", {gap}), h.call("multiply", {gap, bad})});
    const int never = h.call("less", {0, h.number(-1e9)});
    h.call("where", {never, worse, good});
    const auto plain = dags::derivatives(r.f), guarded = dags::derivatives(h.result());
    dags::tally counts;
    const auto same = [&](const numbers& got, const numbers& truth, const dag& in) {
      BOOST_TEST(dags::difference(got, truth, dags::analyse(in), counts) == "");
    };
    if (good < r.f.inputs) return;
    // what both branches share may be added up in another order, so not to the last bit
    same(by_tape(h.result()).gradient, by_tape(r.f).gradient, r.f);
    same(by_program(h.result()).gradient, by_program(r.f).gradient, r.f);
    same(by_dual(h.result()).gradient, by_dual(r.f).gradient, r.f);
    for (std::size_t k = 0; k < plain.size(); ++k) {
      same(by_program(guarded[k]).gradient, by_program(plain[k]).gradient, plain[k]);
      same(by_tape(guarded[k]).gradient, by_tape(plain[k]).gradient, plain[k]);
      same(by_dual(guarded[k]).gradient, by_dual(plain[k]).gradient, plain[k]);
    }
  });
}

BOOST_AUTO_TEST_CASE(the_remainder_of_a_tangent_is_of_second_order) {
  int judged = 0, rejected = 0, straight = 0, curved = 0;
  for_random_functions(
      33, 0.02,
      [&](function& r) {
        const auto gradient = by_program(r.f).gradient;
        numbers along;
        for (std::size_t k = 0; k < gradient.size(); ++k) {
          along.push_back(r.random.signed_number(0.3, 3));
        }
        if (dags::near_a_kink(r.f)) return static_cast<void>(++rejected);
        const remainders remainder(r.f, gradient, along);
        ++judged;
        double noise = 1e-60;  // of the gradient and of the 100 digits
        const auto parts = dags::derivatives(r.f);
        for (std::size_t k = 0; k < parts.size(); ++k) {
          noise += dags::rounding_error(parts[k], 8) * std::abs(along[k]) * 0x1p-30;
        }
        if (!(std::abs(remainder(0x1p-30)) > 1000 * noise) || remainder.bends(0x1p-22)) {
          return static_cast<void>(++straight);
        }
        const double order = order_of(remainder);
        BOOST_TEST(order > 1.95);
        if (order < 2.05) ++curved;
      },
      60);
  std::cout << "orders of Taylor remainders: " << judged << " judged, " << straight
            << " straight or at an inflection, " << curved << " of second order; " << rejected
            << " rejected" << std::endl;
  BOOST_TEST(rejected < 0.3 * (judged + rejected));
  BOOST_TEST(curved >= 0.4 * judged);
}

BOOST_AUTO_TEST_SUITE_END()
