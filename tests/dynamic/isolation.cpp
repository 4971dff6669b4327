// A derivative that is taken inside of a program leaves the program's own recording as it was.
#include <stdexcept>
#include <thread>
#include <vector>

#include "support.hpp"

namespace {

/// Every kind of derivative, at numbers.
void take_all() {
  const auto x = some_numbers(12);
  static_cast<void>(cg::gradient(dynamic(wave))(x));
  static_cast<void>(cg::hessian(dynamic(wave))(x));
  static_cast<void>(cg::jacobian(dynamic(wave))(x));
  static_cast<void>(cg::hvp(dynamic(wave))(x, x));
  static_cast<void>(cg::jvp(dynamic(wave))(x, x));
  static_cast<void>(cg::vjp(dynamic(wave))(x, 2.0));
}

constexpr auto cube = [](auto x) { return x * x * x; };

}  // namespace

BOOST_AUTO_TEST_SUITE(dynamic_isolation)

BOOST_AUTO_TEST_CASE(a_recording_is_neither_grown_nor_disturbed) {
  const scope s;
  const Value a{2.0}, b{3.0};
  const Value y = a * b;
  const auto before = recorded();
  take_all();
  BOOST_TEST(recorded() == before);
  const Value z = y * a;
  take_all();
  z.backward();
  take_all();
  BOOST_TEST(a.grad() == 12);
  BOOST_TEST(b.grad() == 4);
  BOOST_TEST(y.grad() == 2, "of what is in between too");
}

BOOST_AUTO_TEST_CASE(also_when_f_throws) {
  const scope s;
  const Value a{2.0};
  const Value y = a * a;
  const auto before = recorded();
  const auto thrower = [](const auto& x) {
    auto z = x[0] * x[1];
    if (x[0] > 0) throw std::runtime_error("f");
    return z;
  };
  const std::vector point{1.0, 2.0};
  BOOST_CHECK_THROW(static_cast<void>(cg::gradient(dynamic(thrower))(point)), std::runtime_error);
  BOOST_CHECK_THROW(static_cast<void>(cg::hessian(dynamic(thrower))(point)), std::runtime_error);
  BOOST_CHECK_THROW(static_cast<void>(cg::hvp(dynamic(thrower))(point, point)), std::runtime_error);
  BOOST_TEST(recorded() == before);
  y.backward();
  BOOST_TEST(a.grad() == 4);
  BOOST_TEST((cg::gradient(dynamic(thrower))(std::vector{-1.0, 2.0}) == std::vector{2.0, -1.0}));
}

BOOST_AUTO_TEST_CASE(under_no_grad_it_is_computed_all_the_same) {
  const cg::no_grad guard;
  BOOST_TEST(cg::gradient(dynamic(cube))(2.0)[0] == 12);
  BOOST_TEST(cg::hessian(dynamic(cube))(2.0)[0][0] == 12);
  BOOST_TEST(cg::hvp(dynamic(cube))(2.0, 10.0)[0] == 120);
  BOOST_TEST((Value{1.0} * 2).is_passive(), "the guard still holds");
}

BOOST_AUTO_TEST_CASE(a_no_grad_inside_of_f_makes_constants_in_every_order) {
  const auto f = [](auto x) {
    auto factor = x;
    {
      const cg::no_grad constants;
      factor = x * x;
    }
    return factor * x * x;
  };
  BOOST_TEST(cg::gradient(dynamic(f))(3.0)[0] == 9 * 2 * 3);
  BOOST_TEST(cg::hessian(dynamic(f))(3.0)[0][0] == 9 * 2);
  BOOST_TEST(cg::hvp(dynamic(f))(3.0, 1.0)[0] == 9 * 2);
  const auto detached = [](auto x) { return detach(x * x) * x * x; };
  BOOST_TEST(cg::gradient(dynamic(detached))(3.0)[0] == 9 * 2 * 3);
  BOOST_TEST(cg::hessian(dynamic(detached))(3.0)[0][0] == 9 * 2);
  BOOST_TEST(cg::hessian(detached)(3.0)[0][0] == 9 * 2, "as the static family has it");
  BOOST_TEST(cg::derivative<2>(dynamic(detached))(3.0) == 9 * 2);
  const auto member = [](auto x) { return (x * x).detach() * x * x; };
  BOOST_TEST(cg::hessian(dynamic(member))(3.0)[0][0] == 9 * 2);
}

BOOST_AUTO_TEST_CASE(also_what_takes_any_number_of_operands) {
  const auto f = [](const auto& x) {
    auto factor = x[0];
    {
      const cg::no_grad constants;
      factor = dot(x, x) * sum(x);
    }
    return factor * x[0] * x[0] + dot(x, x);
  };
  const auto all = cg::value_gradient_hessian(dynamic(f))(std::vector{1.0, 2.0});
  BOOST_TEST((all.gradient == std::vector{32.0, 4.0}));
  BOOST_TEST((all.hessian == matrix{{32, 0}, {0, 2}}));
}

BOOST_AUTO_TEST_CASE(f_may_use_scopes_of_its_own) {
  const auto f = [](auto x) {
    double number = 0;
    {
      const scope temporary;
      const Value v{2.0};
      const Value square = v * v;
      square.backward();
      number = v.grad();
    }
    return x * x * number;
  };
  BOOST_TEST(cg::gradient(dynamic(f))(3.0)[0] == 24);
  BOOST_TEST(cg::hessian(dynamic(f))(3.0)[0][0] == 8);
}

BOOST_AUTO_TEST_CASE(f_may_take_derivatives_itself) {
  // Newton's method for the minimum of u^4/4 - a u: u = cbrt(a)
  const auto minimum = [](double a) {
    double u = 1;
    for (int i = 0; i < 30; ++i) {
      const auto energy = [a](auto v) { return v * v * v * v / 4 - a * v; };
      const auto [value, g, h] = cg::value_gradient_hessian(dynamic(energy))(u);
      u -= g[0] / h[0][0];
    }
    return u;
  };
  const auto f = [&](auto x) { return x * x * minimum(8.0); };
  BOOST_TEST(support::is_within(2, cg::gradient(dynamic(f))(3.0)[0], 12.0));
}

BOOST_AUTO_TEST_CASE(results_do_not_depend_on_what_was_computed_before) {
  const auto x = some_numbers(30);
  const auto g = cg::gradient(dynamic(wave))(x);
  const auto h = cg::hessian(dynamic(wave))(x);
  for (int i = 0; i < 3; ++i) {
    static_cast<void>(cg::gradient(dynamic(wave))(some_numbers(std::size_t(1 + 50 * i))));
    BOOST_TEST((cg::gradient(dynamic(wave))(x) == g));
    BOOST_TEST((cg::hessian(dynamic(wave))(x) == h));
  }
}

BOOST_AUTO_TEST_CASE(every_thread_has_recordings_of_its_own) {
  const auto x = some_numbers(30);
  const auto expected = cg::hessian(dynamic(wave))(x);
  std::vector<matrix> results(4);
  std::vector<std::thread> threads;
  for (auto& result : results) {
    threads.emplace_back([&] {
      for (int i = 0; i < 20; ++i) result = cg::hessian(dynamic(wave))(x);
    });
  }
  for (auto& thread : threads) thread.join();
  for (const auto& result : results) BOOST_TEST((result == expected));
}

// -- Values of a computation around it -----------------------------------------------------------

BOOST_AUTO_TEST_CASE(a_captured_Value_is_an_error_in_reverse_mode) {
  const scope s;
  const Value a{2.0};
  const auto f = [&](auto x) { return x * a; };
  BOOST_TEST(tag_of([&] { cg::gradient(dynamic(f))(3.0); }) == "E41");
  BOOST_TEST(tag_of([&] { cg::jacobian(dynamic(f))(3.0); }) == "E41");
  BOOST_TEST(tag_of([&] { cg::vjp(dynamic(f))(3.0, 1.0); }) == "E41");
  BOOST_TEST(tag_of([&] { cg::gradient(dynamic([&](auto) { return a; }))(3.0); }) == "E41",
             "as the result too");
  const Value y = a * a;
  y.backward();
  BOOST_TEST(a.grad() == 4, "nothing is lost");
  const auto number = [&](auto x) { return x * x * a.data(); };
  BOOST_TEST(cg::gradient(dynamic(number))(3.0)[0] == 12, "its number is a constant");
  const Value constant = 2.0;
  BOOST_TEST(cg::gradient(dynamic([&](auto x) { return x * x * constant; }))(3.0)[0] == 12,
             "and so is a passive Value");
}

BOOST_AUTO_TEST_CASE(a_Value_as_an_argument_is_differentiated_through) {
  const scope s;
  const Value a{2.0};
  const auto f = [](auto x, auto p) { return x * x * p * p; };
  const std::array<Value, 1> by_x = cg::gradient<cg::wrt<0>>(dynamic(f))(3.0, a);
  by_x[0].backward();
  BOOST_TEST(by_x[0].data() == 24);
  BOOST_TEST(a.grad() == 24, "d/da of 2 x a^2");
  a.zero_grad();
  const std::array<Value, 2> by_both = cg::gradient(dynamic(f))(a, a);
  (by_both[0] + by_both[1]).backward();
  BOOST_TEST(a.grad() == 48, "d/da of 4 a^3");
}

BOOST_AUTO_TEST_CASE(at_Values_a_captured_Value_is_differentiated_too) {
  const scope s;
  const Value a{2.0}, b{5.0};
  const auto f = [&](auto x) { return x * x * x * b; };
  const Value slope = cg::gradient(dynamic(f))(a)[0];
  slope.backward();
  BOOST_TEST(a.grad() == 6 * 2 * 5);
  BOOST_TEST(b.grad() == 3 * 4);
}

BOOST_AUTO_TEST_CASE(a_Value_that_leaves_f_cannot_be_used_outside) {
  const scope s;
  Value leaked;
  const auto f = [&](auto x) {
    leaked = x * x;
    return leaked;
  };
  static_cast<void>(cg::gradient(dynamic(f))(3.0));
  BOOST_TEST(leaked.data() == 9);
  BOOST_TEST(tag_of([&] { static_cast<void>(leaked * 2); }) == "E21");
}

BOOST_AUTO_TEST_SUITE_END()
