// Laws of differentiation, which hold whatever the functions are: random ones.
#include <boost/test/unit_test.hpp>

#include <cmath>
#include <limits>

#include "../support/compare.hpp"
#include "analysis.hpp"
#include "compose.hpp"
#include "engines.hpp"
#include "generate.hpp"
#include "settings.hpp"

namespace {

using dags::by_dual, dags::by_program, dags::by_tape, dags::composition, dags::dag, dags::outcome;
using numbers = std::vector<double>;

constexpr double u = std::numeric_limits<double>::epsilon() / 2;

/// Two random functions of the same three numbers, and more of them.
struct functions {
  explicit functions(std::uint64_t law, std::uint64_t i)
      : random(dags::seed_of(dags::run_seed() + law, i)) {
    for (double& x : point) x = random.signed_number(0.1, 5);
    f = some(point), g = some(point);
  }
  dag some(const numbers& at) {
    return dags::without_dead(dags::generate(random, {.largest = 40, .at = at}));
  }

  dags::random_source random;
  numbers point = numbers(3);
  dag f, g;
};

/// Calls law(functions) for random ones.
void for_random_functions(std::uint64_t law, auto check) {
  for (std::uint64_t i = 0; i < dags::run_programs(0.02); ++i) {
    functions random(law, i);
    BOOST_TEST_CONTEXT("functions " << i << " of CTGRAD_TEST_SEED=" << dags::run_seed() << "\nf:\n"
                                    << text(random.f) << "g:\n"
                                    << text(random.g)) {
      check(random);
    }
  }
}

/// A gradient and how far each component may be off, in every engine.
struct known {
  numbers gradient, error;
};

known expected(const dag& d) {
  const auto limits = dags::analyse(d);
  known result{by_tape(d).gradient, {}};
  for (std::size_t k = 0; k < result.gradient.size(); ++k) {
    result.error.push_back(2 * (limits.bounds[k].error + limits.underflow));
  }
  return result;
}

/// weight[0] * part[0] + weight[1] * part[1] + ..., the weights being right to a few roundings.
known sum(const numbers& weights, const std::vector<known>& parts) {
  known result{numbers(parts[0].gradient.size(), 0), numbers(parts[0].gradient.size(), 0)};
  for (std::size_t i = 0; i < weights.size(); ++i) {
    for (std::size_t k = 0; k < result.gradient.size(); ++k) {
      const double term = weights[i] * parts[i].gradient[k];
      result.gradient[k] += term;
      result.error[k] += std::abs(weights[i]) * parts[i].error[k] + 16 * u * std::abs(term);
    }
  }
  return result;
}

void check_is(const dag& h, const known& truth) {
  const auto limits = expected(h);
  for (const outcome& got : {by_tape(h), by_program(h), by_dual(h)}) {
    for (std::size_t k = 0; k < truth.gradient.size(); ++k) {
      const double allowed = limits.error[k] + truth.error[k];
      BOOST_TEST(std::abs(got.gradient[k] - truth.gradient[k]) <= allowed,
                 "partial " << k << ": " << got.gradient[k] << ", by the law " << truth.gradient[k]
                            << ", allowed difference " << allowed);
    }
  }
}

/// An engine gives exactly this gradient.
void check_is_exactly(const outcome& got, const outcome& truth, double factor = 1) {
  for (std::size_t k = 0; k < truth.gradient.size(); ++k) {
    const double expected = factor * truth.gradient[k];
    const bool subnormal = expected != 0 && std::abs(expected) < 1e-290;  // halves are rounded
    BOOST_TEST((subnormal || support::is_equal(got.gradient[k], expected)));
  }
}

/// All engines do.
void check_is_exactly(const dag& h, const outcome& tape, const outcome& program,
                      const outcome& forward) {
  check_is_exactly(by_tape(h), tape);
  check_is_exactly(by_program(h), program);
  check_is_exactly(by_dual(h), forward);
}

}  // namespace

BOOST_AUTO_TEST_SUITE(laws)

BOOST_AUTO_TEST_CASE(the_gradient_is_linear) {
  for_random_functions(10, [](functions& r) {
    const double a = r.random.signed_number(0.1, 5), b = r.random.signed_number(0.1, 5);
    composition h(r.point);
    const int f = h.insert(r.f, h.inputs()), g = h.insert(r.g, h.inputs());
    const int af = h.call("multiply", {h.number(a), f}), bg = h.call("multiply", {h.number(b), g});
    h.call("add", {af, bg});
    check_is(h.result(), sum({a, b}, {expected(r.f), expected(r.g)}));
  });
}

BOOST_AUTO_TEST_CASE(the_product_rule) {
  for_random_functions(11, [](functions& r) {
    composition h(r.point);
    const int f = h.insert(r.f, h.inputs());
    h.call("multiply", {f, h.insert(r.g, h.inputs())});
    check_is(h.result(), sum({by_numbers(r.g), by_numbers(r.f)}, {expected(r.f), expected(r.g)}));
  });
}

BOOST_AUTO_TEST_CASE(the_quotient_rule) {
  for_random_functions(12, [](functions& r) {
    const double f = by_numbers(r.f), g = by_numbers(r.g);
    if (g == 0) return;
    composition h(r.point);
    const int above = h.insert(r.f, h.inputs());
    h.call("divide", {above, h.insert(r.g, h.inputs())});
    check_is(h.result(), sum({1 / g, -(f / g / g)}, {expected(r.f), expected(r.g)}));
  });
}

BOOST_AUTO_TEST_CASE(the_chain_rule) {
  for_random_functions(13, [](functions& r) {
    const dag outer = r.some({by_numbers(r.f), by_numbers(r.g)});
    composition h(r.point);
    const int f = h.insert(r.f, h.inputs()), g = h.insert(r.g, h.inputs());
    h.insert(outer, {f, g});
    const known by_outer = expected(outer);
    known truth = sum(by_outer.gradient, {expected(r.f), expected(r.g)});
    for (std::size_t k = 0; k < 3; ++k) {
      const double parts[]{expected(r.f).gradient[k], expected(r.g).gradient[k]};
      for (std::size_t i = 0; i < 2; ++i) truth.error[k] += by_outer.error[i] * std::abs(parts[i]);
    }
    if (h.result().last() >= 3) check_is(h.result(), truth);
  });
}

BOOST_AUTO_TEST_CASE(an_unused_variable_has_the_derivative_0) {
  for_random_functions(14, [](functions& r) {
    numbers point = r.point;
    point.push_back(1);
    composition h(point);
    h.insert(r.f, h.inputs());
    const outcome of_f[]{by_tape(r.f), by_program(r.f), by_dual(r.f)};
    if (h.result().last() < 4) return;  // the result is an input
    check_is_exactly(h.result(), of_f[0], of_f[1], of_f[2]);
    for (const outcome& got : {by_tape(h.result()), by_program(h.result()), by_dual(h.result())}) {
      BOOST_TEST(support::is_identical(got.gradient[3], 0.0));
    }
  });
}

BOOST_AUTO_TEST_CASE(a_constant_has_the_gradient_0) {
  for_random_functions(15, [](functions& r) {
    composition h({1, 2});
    const std::vector<int> constants{h.number(r.point[0]), h.number(r.point[1]),
                                     h.number(r.point[2])};
    h.insert(r.f, constants);
    for (const outcome& got : {by_tape(h.result()), by_program(h.result()), by_dual(h.result())}) {
      BOOST_TEST(support::is_identical(got.value, by_numbers(r.f)));
      for (const double d : got.gradient) BOOST_TEST(support::is_identical(d, 0.0));
    }
  });
}

BOOST_AUTO_TEST_CASE(permuting_the_variables_permutes_the_gradient) {
  for_random_functions(16, [](functions& r) {
    composition h({r.point[1], r.point[2], r.point[0]});
    h.insert(r.f, {2, 0, 1});
    if (h.result().last() < 3) return;
    const auto permuted = [](outcome o) {
      o.gradient = {o.gradient[1], o.gradient[2], o.gradient[0]};
      return o;
    };
    check_is_exactly(h.result(), permuted(by_tape(r.f)), permuted(by_program(r.f)),
                     permuted(by_dual(r.f)));
  });
}

// To the last bit with Values and duals. A program takes the 2 together with other factors, and may
// then multiply in another order.
BOOST_AUTO_TEST_CASE(doubling_the_variables_doubles_the_gradient) {
  for_random_functions(17, [](functions& r) {
    composition h({r.point[0] / 2, r.point[1] / 2, r.point[2] / 2});
    std::vector<int> doubled;
    for (const int x : h.inputs()) doubled.push_back(h.call("multiply", {h.number(2), x}));
    h.insert(r.f, doubled);
    check_is_exactly(by_tape(h.result()), by_tape(r.f), 2);
    check_is_exactly(by_dual(h.result()), by_dual(r.f), 2);
    check_is(h.result(), sum({2}, {expected(r.f)}));
  });
}

BOOST_AUTO_TEST_CASE(homogeneous_functions_obey_euler) {
  for_random_functions(18, [](functions& r) {  // h(x) = x0^k g(x1/x0, x2/x0) has the degree k
    const int k = r.random.below(4);
    const double x0 = r.point[0];
    const dag g = r.some({r.point[1] / x0, r.point[2] / x0});
    composition h(r.point);
    const int one = h.call("divide", {1, 0}), two = h.call("divide", {2, 0});
    int y = h.insert(g, {one, two});
    for (int i = 0; i < k; ++i) y = h.call("multiply", {0, y});
    if (k == 0) h.call("negate", {y});
    const known d = expected(h.result());
    const auto limits = dags::analyse(h.result());
    double total = 0, allowed = 32 * u * std::abs(k * by_numbers(h.result()));
    for (std::size_t i = 0; i < 3; ++i) {
      total += r.point[i] * d.gradient[i];
      allowed += std::abs(r.point[i]) * (d.error[i] + 32 * u * limits.bounds[i].magnitude);
    }
    BOOST_TEST(std::abs(total - k * by_numbers(h.result())) <= allowed);
  });
}

BOOST_AUTO_TEST_CASE(partials_of_what_depends_on_differences_add_up_to_0) {
  for_random_functions(19, [](functions& r) {
    const dag g = r.some({r.point[1] - r.point[0], r.point[2] - r.point[0]});
    composition h(r.point);
    const int one = h.call("subtract", {1, 0}), two = h.call("subtract", {2, 0});
    h.insert(g, {one, two});
    const known d = expected(h.result());
    BOOST_TEST(std::abs(d.gradient[0] + d.gradient[1] + d.gradient[2]) <=
               d.error[0] + d.error[1] + d.error[2]);
  });
}

BOOST_AUTO_TEST_SUITE_END()
