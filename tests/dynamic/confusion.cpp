// Perturbation confusion: a derivative inside of a function that is differentiated itself, which
// captures a variable of the outer one. d/dx (x d/dy (x + y)) is 1; who takes the two variables for
// one says 2. See Siskind and Pearlmutter, "Perturbation Confusion and Referential Transparency"
// (2005), and Manzyuk et al., "Perturbation confusion in forward automatic differentiation of
// higher-order functions" (2019).
#include <functional>
#include <tuple>

#include "support.hpp"

namespace {

// Ways to the derivative of a function of one number at x. Each is an operator of the public
// interface, or what its documentation tells to write by hand.
struct by_derivative {
  static constexpr auto at(auto f, auto x) { return cg::derivative(dynamic(f))(x); }
};
struct by_gradient {
  static auto at(auto f, auto x) { return cg::gradient(dynamic(f))(x)[0]; }
};
struct by_jacobian {
  static auto at(auto f, auto x) { return cg::jacobian(dynamic(f))(x)[0]; }
};
struct by_jvp {
  static auto at(auto f, auto x) { return cg::jvp(dynamic(f))(x, 1.0); }
};
struct by_vjp {
  static auto at(auto f, auto x) { return cg::vjp(dynamic(f))(x, 1.0)[0]; }
};
struct by_hessian {  // of the gradient that it gives along
  static auto at(auto f, auto x) { return cg::value_gradient_hessian(dynamic(f))(x).gradient[0]; }
};
struct by_vector {
  static auto at(auto f, auto x) {
    const auto of_first = [f](const auto& v) { return f(v[0]); };
    return cg::gradient(dynamic(of_first))(std::vector{x})[0];
  }
};
struct by_dual {
  static auto at(auto f, auto x) {
    return f(cg::dual<decltype(x), 1, decltype(f)>::variable(x)).tangent();
  }
};
struct by_hand {  // a recording of Values of whatever x is
  static auto at(auto f, auto x) {
    using V = cg::basic_value<decltype(x)>;
    const V v{x};
    const V y = f(v);
    y.backward();
    return v.grad();
  }
};

enum class nest {
  classical,              // d/dx (x d/dy (x + y)) at y = 1
  at_the_outer_variable,  // d/dx (x d/dy (x y y) at y = x) = d/dx 2 x^3
  through_a_function      // d/dx d/dy (x f(x y)) at y = 1, with a function between the two: both
};  // variables in one product

/// One function for all of them: nothing is as dear for a compiler as one more pair of levels.
template <class Outer, class Inner>
double nested(nest which, double at) {
  const auto shared = [](auto t) { return t * t; };
  const auto of_x = [which, shared](auto x) {
    using number = decltype(x);
    const auto of_y = [which, x, shared](auto y) -> decltype(y * x) {
      if (which == nest::classical) return x + y;
      if (which == nest::at_the_outer_variable) return x * y * y;
      return x * shared(x * y);  // x^3 y^2
    };
    const number slope = Inner::at(of_y, which == nest::at_the_outer_variable ? x : number(1));
    return which == nest::through_a_function ? slope : number(x * slope);
  };
  return Outer::at(of_x, at);
}

template <class Outer, class Inner>
void check_pair() {
  BOOST_TEST((nested<Outer, Inner>(nest::classical, 1) == 1));
  BOOST_TEST((nested<Outer, Inner>(nest::at_the_outer_variable, 3) == 54));
  BOOST_TEST((nested<Outer, Inner>(nest::through_a_function, 2) == 24));  // of 2 x^3
}

template <class Outer, class... Inner>
void check_all_inner() {
  (check_pair<Outer, Inner>(), ...);
}

template <class... Way>
void check_all_pairs() {
  (check_all_inner<Way, Way...>(), ...);
}

}  // namespace

BOOST_AUTO_TEST_SUITE(confusion)

BOOST_AUTO_TEST_CASE(forward_in_everything) {
  const scope s;
  check_all_pairs<by_derivative, by_jvp, by_dual, by_gradient, by_hand>();
}

BOOST_AUTO_TEST_CASE(reverse_in_everything) {
  const scope s;
  check_all_inner<by_jacobian, by_vjp, by_dual>();
  check_all_inner<by_vjp, by_jacobian, by_hessian>();
  check_all_inner<by_hessian, by_gradient, by_vector>();
  check_all_inner<by_vector, by_derivative>();
}

BOOST_AUTO_TEST_CASE(three_levels) {
  const auto at = [](auto outer, auto middle, auto inner) {
    // d/dx (x d/dy (x y d/dz (x y z))) = d/dx (x d/dy (x^2 y^2)) = d/dx 2 x^3 y
    const auto of_x = [=](auto x) {
      const auto of_y = [=](auto y) {
        const auto of_z = [=](auto z) { return x * y * z; };
        return x * y * decltype(inner)::at(of_z, decltype(y)(1));
      };
      return x * decltype(middle)::at(of_y, x);
    };
    return decltype(outer)::at(of_x, 2.0);  // 8 x^3
  };
  const scope s;
  BOOST_TEST(at(by_derivative{}, by_derivative{}, by_derivative{}) == 64);
  BOOST_TEST(at(by_gradient{}, by_derivative{}, by_gradient{}) == 64);
  BOOST_TEST(at(by_hessian{}, by_dual{}, by_derivative{}) == 64);
}

BOOST_AUTO_TEST_CASE(inside_of_a_function_that_is_traced) {
  constexpr auto f = [](auto x) {
    return x * by_derivative::at([x](auto y) { return x * y * y; }, x);
  };
  BOOST_TEST(cg::derivative(f)(3.0) == 54);
  BOOST_TEST(cg::hessian(f)(3.0)[0][0] == 36);
  constexpr auto g = [](auto x) {
    return x * by_derivative::at([x](auto y) { return x + y; }, decltype(x)(1));
  };
  static_assert(cg::derivative(g)(1.0) == 1);
}

BOOST_AUTO_TEST_CASE(the_second_derivative_of_the_classical_case) {
  const auto f = [](auto x) {
    return x * x * by_gradient::at([x](auto y) { return x * y * y; }, decltype(x)(1));
  };  // 2 x^3
  BOOST_TEST(cg::hessian(dynamic(f))(2.0)[0][0] == 24);
  BOOST_TEST(cg::derivative<2>(dynamic(f))(2.0) == 24);
  BOOST_TEST(cg::derivative<3>(dynamic(f))(2.0) == 12);
  BOOST_TEST(cg::hvp(dynamic(f))(2.0, 1.0)[0] == 24);
}

BOOST_AUTO_TEST_CASE(a_function_that_is_a_result) {
  // Siskind and Pearlmutter's second example: D(x -> (y -> f(x + y))) at 0 is y -> f'(y), and its
  // derivative f''. What the inner derivative returns is used by another one.
  const auto f = [](auto t) { return t * t * t; };
  const auto shifted_slope = [f](auto y) {
    return by_derivative::at([f, y](auto x) { return f(x + y); }, decltype(y)(0));
  };
  BOOST_TEST(shifted_slope(2.0) == 12);
  BOOST_TEST(by_derivative::at(shifted_slope, 2.0) == 12);
  BOOST_TEST(by_gradient::at(shifted_slope, 2.0) == 12);
  BOOST_TEST(by_derivative::at([&](auto y) { return by_gradient::at(shifted_slope, y); }, 2.0) ==
             6);
}

// Started from a plain number, the inner derivative could not give what depends on x. That is an
// error: at compile time [ctgrad-E12] or E40 (tests/compile_fail) where the types tell, at run time
// where they do not.
BOOST_AUTO_TEST_CASE(an_inner_derivative_at_a_plain_number_is_refused) {
  const auto by = []<class Inner>(Inner) {
    return [](auto x) { return x * Inner::at([x](auto y) { return x * y; }, 1.0); };
  };
  BOOST_TEST(tag_of([&] { cg::gradient(dynamic(by(by_gradient{})))(1.0); }) == "E41");
  BOOST_TEST(tag_of([&] { cg::gradient(dynamic(by(by_jacobian{})))(1.0); }) == "E41");
  BOOST_TEST(tag_of([&] { cg::jacobian(dynamic(by(by_vjp{})))(1.0); }) == "E41");
  const scope s;
  BOOST_TEST(tag_of([&] { by(by_gradient{})(Value{1.0}); }) == "E41");
  const auto constant = [](auto x) {
    return x * by_gradient::at([](auto y) { return y * y; }, 1.0);
  };
  BOOST_TEST(cg::gradient(dynamic(constant))(1.0)[0] == 2, "one that depends on nothing is none");
}

// Types cannot tell levels apart where a type is erased; recordings can.
BOOST_AUTO_TEST_CASE(behind_an_erased_type) {
  const Value* seen = nullptr;
  const std::function<Value(Value)> inner = [&](const Value& y) { return *seen * y; };
  const std::function<Value(Value)> outer = [&](const Value& x) {
    seen = &x;
    return x * cg::gradient(dynamic(inner))(1.0)[0];
  };
  BOOST_TEST(tag_of([&] { cg::gradient(dynamic(outer))(1.0); }) == "E41");
}

BOOST_AUTO_TEST_SUITE_END()
