// dynamic(f) against the derivatives that are generated at compile time: the same values, to the
// last bit the first derivatives of a tape, the same second derivatives to a few roundings.
#include <algorithm>
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
    BOOST_TEST(worst <= 20);
  }
};

}  // namespace

BOOST_AUTO_TEST_SUITE(dynamic_agreement)

BOOST_AUTO_TEST_CASE(on_the_corpus) {
  support::for_each_function(check_corpus);
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
