// checkpoint(f): the same derivatives with less memory.
#include <ctgrad/ctgrad.hpp>

#include <array>
#include <functional>
#include <stdexcept>
#include <type_traits>
#include <vector>

#include "../tape/support.hpp"

namespace {

using state = std::vector<Value>;

/// A step of a chain of coupled oscillators.
state step(const state& u, const Value& rate) {
  state next(u.size());
  for (std::size_t i = 0; i < u.size(); ++i) {
    const auto& left = u[(i + u.size() - 1) % u.size()];
    const auto& right = u[(i + 1) % u.size()];
    next[i] = u[i] + rate * sin(left - 2 * u[i] + right);
  }
  return next;
}

Value energy(const state& u) {
  Value sum = 0.0;
  for (const Value& x : u) sum += x * x;
  return sum;
}

struct outcome {
  double value;
  std::vector<double> gradient;
  std::size_t recorded;
};

/// Value and gradient after so many steps, each taken by `take`.
template <class Take>
outcome after(int steps, Take take) {
  const scope s;
  const auto start = ctgrad::variables(std::array{0.1, -0.4, 0.7, 1.2});
  const Value rate{0.3};
  state u = start;
  const auto before = recorded();
  for (int t = 0; t < steps; ++t) u = take(u, rate);
  const Value e = energy(u);
  const auto count = recorded() - before;
  e.backward();
  outcome result{e.data(), {}, count};
  for (const Value& x : start) result.gradient.push_back(x.grad());
  result.gradient.push_back(rate.grad());
  return result;
}

void check_same(const outcome& a, const outcome& b) {
  BOOST_TEST(is_identical(a.value, b.value));
  BOOST_REQUIRE(a.gradient.size() == b.gradient.size());
  for (std::size_t i = 0; i < a.gradient.size(); ++i)
    BOOST_TEST(a.gradient[i] == b.gradient[i], boost::test_tools::tolerance(1e-14));
}

const auto kept =
    ctgrad::checkpoint([](const state& u, const Value& rate) { return step(u, rate); });

}  // namespace

BOOST_AUTO_TEST_SUITE(checkpoints)

BOOST_AUTO_TEST_CASE(the_gradient_is_the_same_and_a_step_records_its_results_only) {
  const auto stored = after(20, step), again = after(20, kept);
  check_same(stored, again);
  BOOST_TEST(again.recorded == 20U * 4U + 1U);
  BOOST_TEST(stored.recorded > 2 * again.recorded);
}

BOOST_AUTO_TEST_CASE(they_nest) {
  const auto ten = ctgrad::checkpoint([](state u, const Value& rate) {
    for (int t = 0; t < 10; ++t) u = kept(u, rate);
    return u;
  });
  const auto nested = after(10, ten);
  check_same(after(100, step), nested);
  BOOST_TEST(nested.recorded == 10U * 4U + 1U);
}

BOOST_AUTO_TEST_CASE(one_value_and_captured_values) {
  const scope s;
  const Value w{3.0}, x{0.5};
  const auto f = ctgrad::checkpoint([w](const Value& z) { return sin(w * z) * z; });
  const Value y = f(x) * w;
  y.backward();
  const Value w2{3.0}, x2{0.5};
  (sin(w2 * x2) * x2 * w2).backward();
  BOOST_TEST(is_equal(x.grad(), x2.grad()));
  BOOST_TEST(is_equal(w.grad(), w2.grad()));
}

BOOST_AUTO_TEST_CASE(an_argument_may_be_a_result) {
  const scope s;
  const Value x{2.0}, z{5.0};
  const auto f = ctgrad::checkpoint(
      [](const Value& a, const Value& b) { return std::array{a, b * b, Value(7.0)}; });
  const auto y = f(x, z);
  (y[0] * y[1] * y[2]).backward();
  BOOST_TEST(is_equal(x.grad(), 25 * 7));
  BOOST_TEST(is_equal(z.grad(), 2 * 10 * 7));
}

BOOST_AUTO_TEST_CASE(every_sweep_computes_again_what_it_needs_and_gradients_add_up) {
  const scope s;
  int calls = 0;
  const Value x{2.0};
  const auto f = ctgrad::checkpoint([&calls](const Value& a) {
    ++calls;
    return a * a;
  });
  const Value y = f(x), unused = f(x);
  BOOST_TEST(calls == 2);
  BOOST_TEST(!unused.is_passive());
  y.backward();
  BOOST_TEST(calls == 3);
  y.backward();
  BOOST_TEST(calls == 4);
  BOOST_TEST(is_equal(x.grad(), 8));
  const auto before = recorded();
  y.backward();
  BOOST_TEST(recorded() == before);  // nothing stays behind
}

BOOST_AUTO_TEST_CASE(a_function_that_throws_in_the_sweep_changes_no_gradient) {
  const scope s;
  bool fails = false;
  const Value x{2.0};
  const auto f = ctgrad::checkpoint([&fails](const Value& a) {
    if (fails) throw std::runtime_error("no");
    return a * a;
  });
  const Value y = f(x) + x;
  y.backward();
  fails = true;
  BOOST_CHECK_THROW(y.backward(), std::runtime_error);
  BOOST_TEST(is_equal(x.grad(), 5));
  fails = false;
  y.backward();
  BOOST_TEST(is_equal(x.grad(), 10));
}

BOOST_AUTO_TEST_CASE(other_results_than_before_are_an_error) {
  const scope s;
  std::size_t n = 3;
  const Value x{2.0};
  const auto f = ctgrad::checkpoint([&n](const Value& a) { return state(n, a); });
  const Value y = energy(f(x));
  n = 2;
  BOOST_TEST(tag_of([&] { y.backward(); }) == "E46");
  BOOST_TEST(is_identical(x.grad(), 0.0));
}

BOOST_AUTO_TEST_CASE(second_derivatives_pass_through_it) {
  const auto f = [](const auto& x, auto how) {
    using number = std::remove_cvref_t<decltype(x[0])>;
    const auto once = how([](const std::vector<number>& u) {
      return std::vector{u[0] * u[0] * u[1], sin(u[0]) + u[1]};
    });
    const auto u = once(once(x));
    return u[0] + u[1];
  };
  const auto stored = ctgrad::dynamic([&](const auto& x) { return f(x, std::identity{}); });
  const auto again = ctgrad::dynamic(
      [&](const auto& x) { return f(x, [](const auto& g_) { return ctgrad::checkpoint(g_); }); });
  const std::vector x{1.0, 2.0}, v{1.0, -0.5};
  const auto near = boost::test_tools::tolerance(1e-13);
  const auto wanted = ctgrad::hessian(stored)(x), given = ctgrad::hessian(again)(x);
  for (std::size_t i = 0; i < 2; ++i) {
    for (std::size_t j = 0; j < 2; ++j) BOOST_TEST(given[i][j] == wanted[i][j], near);
  }
  BOOST_TEST(ctgrad::hvp(again)(x, v)[0] == ctgrad::hvp(stored)(x, v)[0], near);
  BOOST_TEST(ctgrad::jvp(again)(x, v) == ctgrad::jvp(stored)(x, v), near);  // by duals
}

BOOST_AUTO_TEST_CASE(of_numbers_it_is_the_function) {
  const auto f = ctgrad::checkpoint([](const auto& x) { return x * x; });
  static_assert(std::is_same_v<decltype(f(3.0)), double>);
  BOOST_TEST(is_equal(f(3.0), 9));
}

BOOST_AUTO_TEST_CASE(constants_stay_constants) {
  const scope s;
  const auto f =
      ctgrad::checkpoint([](const Value& a) { return std::array{a * a, Value(7.0), a + 1}; });
  const auto before = recorded();
  BOOST_TEST(f(Value(3.0))[0].is_passive());
  BOOST_TEST(recorded() == before);
  const Value x{3.0};
  const auto y = f(x);
  BOOST_TEST(y[1].is_passive());
  BOOST_TEST(is_equal(y[1].data(), 7));
  (y[0] * y[1] * y[2]).backward();
  BOOST_TEST(is_equal(x.grad(), 7 * (2 * 3 * 4 + 9)));
}

BOOST_AUTO_TEST_CASE(a_sweep_inside_of_it_is_an_error_and_a_derivative_is_not) {
  const scope s;
  bool sweeps = true;
  const Value x{3.0};
  const auto f = ctgrad::checkpoint([&](const Value& a) {
    const Value y = a * a;
    if (sweeps) y.backward();
    const auto cube = ctgrad::dynamic([](const auto& z) { return z * z * z; });
    return y * ctgrad::gradient(cube)(2.0)[0];
  });
  BOOST_TEST(tag_of([&] { f(x); }) == "E47");
  sweeps = false;
  const Value y = f(x);
  sweeps = true;
  BOOST_TEST(tag_of([&] { y.backward(); }) == "E47");
  sweeps = false;
  BOOST_TEST(is_identical(x.grad(), 0.0));
  y.backward();
  BOOST_TEST(is_equal(x.grad(), 6 * 12));
}

BOOST_AUTO_TEST_CASE(a_result_that_is_released_or_of_another_tape_is_an_error) {
  const scope s;
  const Value x{3.0}, z{2.0};
  Value released, foreign;
  {
    const scope inner;
    released = x * z;
  }
  ctgrad::Tape t;
  {
    const ctgrad::use_tape there(t);
    foreign = Value{1.0} * 2;
  }
  const auto give = [&](const Value& y) {
    return tag_of([&] { ctgrad::checkpoint([&](const Value&) { return y; })(x); });
  };
  const auto before = recorded();
  BOOST_TEST(give(released) == "E20");
  BOOST_TEST(give(foreign) == "E21");
  BOOST_TEST(give(z).empty());
  BOOST_TEST(recorded() == before + 1);
}

BOOST_AUTO_TEST_CASE(under_no_grad_it_is_the_function_and_backward_works_under_it) {
  const scope s;
  const Value x{3.0};
  const auto f = ctgrad::checkpoint([](const Value& a) { return a * a; });
  const Value y = f(x);
  const ctgrad::no_grad off;
  BOOST_TEST(f(x).is_passive());
  y.backward();
  BOOST_TEST(is_equal(x.grad(), 6));
}

BOOST_AUTO_TEST_CASE(a_scope_that_ends_forgets_its_checkpoints) {
  const scope outer;
  const Value x{3.0};
  const auto f = ctgrad::checkpoint([](const Value& a) { return a * a; });
  for (int i = 1; i <= 3; ++i) {
    const scope s;
    f(x).backward();
    BOOST_TEST(is_equal(x.grad(), 6 * i));
  }
  (x * x).backward();
  BOOST_TEST(is_equal(x.grad(), 24));
}

BOOST_AUTO_TEST_SUITE_END()
