// dynamic(f) against the derivatives that are generated at compile time: the same values, the same
// first derivatives within the bounds of the corpus, the same second derivatives, the same numbers
// at kinks, poles and infinities.
#include <algorithm>
#include <initializer_list>
#include <tuple>

#include "../support/corpus.hpp"
#include "support.hpp"

namespace {

template <class F, std::size_t N>
auto static_at(const F& f, const std::array<double, N>& x) {
  return std::apply(cg::value_gradient_hessian(f), x);
}
template <class F, std::size_t N>
auto dynamic_at(const F& f, const std::array<double, N>& x) {
  return std::apply(cg::value_gradient_hessian(dynamic(f)), x);
}

/// The largest entry of a Hessian: what the roundings of the others are compared with.
template <std::size_t N>
double scale_of(const std::array<std::array<double, N>, N>& h) {
  double largest = 0;
  for (const auto& row : h) {
    for (const double entry : row) largest = std::max(largest, std::abs(entry));
  }
  return largest;
}

constexpr auto check_corpus = []<class Entry>(const Entry& entry) {
  double worst = 0;
  for (const auto& x : entry.points(20)) {
    const auto expected = static_at(entry.f, x), got = dynamic_at(entry.f, x);
    const auto first = std::apply(cg::value_and_gradient(dynamic(entry.f)), x);
    const auto by_tape = support::by_tape(entry.f, x);
    BOOST_TEST(is_identical(got.value, expected.value));
    BOOST_TEST(is_identical(first.value, expected.value));
    for (std::size_t i = 0; i < x.size(); ++i) {
      BOOST_TEST(is_identical(first.gradient[i], by_tape.gradient[i]));
      BOOST_TEST(is_identical(got.gradient[i], first.gradient[i]));
      for (std::size_t j = 0; j < x.size(); ++j) {
        const double distance = std::abs(got.hessian[i][j] - expected.hessian[i][j]);
        worst = std::max(worst, distance / scale_of(expected.hessian) * 0x1p53);
      }
    }
  }
  BOOST_TEST_CONTEXT(entry.name) {
    BOOST_TEST_MESSAGE(entry.name << ": " << worst);
    BOOST_TEST(worst <= 32);
  }
};

// -- kinks, poles, infinities --------------------------------------------------------------------

void check_numbers(const auto& got, const auto& expected) {
  BOOST_TEST(is_identical(got.value, expected.value));
  for (std::size_t i = 0; i < 2; ++i) {
    BOOST_TEST(support::is_within(4, got.gradient[i], expected.gradient[i]));
    for (std::size_t j = 0; j < 2; ++j) {
      BOOST_TEST_CONTEXT("entry " << i << ", " << j) {
        BOOST_TEST(support::is_within(8, got.hessian[i][j], expected.hessian[i][j]));
      }
    }
  }
}

template <class F>
void check_edges(const F& f) {
  constexpr double inf = support::inf_of<double>;
  for (const double x : {-2.0, -1.0, -0.5, -0.0, 0.0, 0.5, 1.0, 2.0, inf}) {
    for (const double y : {-2.0, -1.0, -0.0, 0.0, 0.5, 1.0, 3.0}) {
      BOOST_TEST_CONTEXT("at " << x << ", " << y) {
        check_numbers(dynamic_at(f, std::array{x, y}), static_at(f, std::array{x, y}));
      }
    }
  }
}

using namespace support::functions;

}  // namespace

BOOST_AUTO_TEST_SUITE(dynamic_agreement)

BOOST_AUTO_TEST_CASE(on_the_corpus) {
  support::for_each_function(check_corpus);
}

BOOST_AUTO_TEST_CASE(at_kinks) {
  check_edges([](auto x, auto y) { return relu(x) * y + relu(x * y); });
  check_edges([](auto x, auto y) { return abs(x) * y + abs(y) * abs(y); });
  check_edges([](auto x, auto y) { return max(x * x, y * y * y); });
  check_edges([](auto x, auto y) { return min(x, y) * max(x, y); });
  check_edges([](auto x, auto y) { return clamp(x, -1.0, 1.0) * y; });
  check_edges([](auto x, auto y) { return fmax(x, y) + fmin(x * x, y); });
  check_edges([](auto x, auto y) { return floor(x) * y + sign(y) * x * x; });
  check_edges([](auto x, auto y) { return copysign(x, y) * x; });
}

BOOST_AUTO_TEST_CASE(at_branches_that_are_not_taken) {
  check_edges([](auto x, auto y) { return where(x > y, x * x * y, x * y * y); });
  check_edges([](auto x, auto y) { return where(x > 0, sqrt(x), 0.0) * y + y * y; });
  check_edges([](auto x, auto y) { return relu(-1 / (x * x)) * y + x * y; });
  check_edges([](auto x, auto y) { return max(log(x) / x, y * y) * y; });
  check_edges([](auto x, auto y) { return detach(x) * x * x * y; });
}

BOOST_AUTO_TEST_CASE(at_poles_and_infinite_slopes) {
  check_edges([](auto x, auto y) { return 1 / x + log(y); });
  check_edges([](auto x, auto y) { return sqrt(x) * y; });
  check_edges([](auto x, auto y) { return cbrt(x) * y + rsqrt(y); });
  check_edges([](auto x, auto y) { return x / y; });
  check_edges([](auto x, auto y) { return xlogy(x, y); });
  check_edges([](auto x, auto y) { return asin(x) + acosh(y); });
}

BOOST_AUTO_TEST_CASE(at_powers) {
  check_edges([](auto x, auto y) { return pow(x, 3) * y + pow(y, 2); });
  check_edges([](auto x, auto y) { return pow(x, 0.5) * y; });
  check_edges([](auto x, auto y) { return pow(x, y); });
  check_edges([](auto x, auto y) { return pow(2, y) * x; });
}

BOOST_AUTO_TEST_CASE(products_agree_too) {
  constexpr auto f = [](auto x, auto y, auto z) {
    return exp(x * y) * sin(z) + log(x + y * y) / z + tanh(x * z);
  };
  const std::array x{0.75, -0.5, 1.25}, v{1.0, -2.0, 0.5};
  const auto got = cg::value_and_hvp(dynamic(f))(x, v), expected = cg::value_and_hvp(f)(x, v);
  BOOST_TEST(is_identical(got.value, expected.value));
  for (std::size_t i = 0; i < 3; ++i) {
    BOOST_TEST(support::is_within(16, got.product[i], expected.product[i]));
  }
  BOOST_TEST(support::is_within(8, cg::jvp(dynamic(f))(x, v), cg::jvp(f)(x, v)));
  BOOST_TEST(support::is_within(8, (cg::partial<0, 1, 2>(dynamic(f))(0.75, -0.5, 1.25)),
                                (cg::partial<0, 1, 2>(f)(0.75, -0.5, 1.25))));
}

BOOST_AUTO_TEST_SUITE_END()
