// Which entries are known to be 0.
#include <ctgrad/program/sparsity.hpp>

#include <boost/test/unit_test.hpp>

#include <array>
#include <initializer_list>
#include <string>

#include "../support/derived.hpp"
#include "../support/vector_functions.hpp"

namespace {

using ctgrad::pattern;
using support::symbols;
namespace functions = support::vector_functions;

/// x for an entry that may be something, . for one that is 0; rows are separated by spaces.
constexpr bool looks_like(const pattern& p, std::string_view picture) {
  std::size_t k = 0;
  for (std::size_t i = 0; i < p.rows(); ++i, ++k) {
    for (std::size_t j = 0; j < p.columns(); ++j, ++k) {
      if (picture[k] != (p(i, j) ? 'x' : '.')) return false;
    }
  }
  return k == picture.size() + 1;
}

template <std::size_t N>
constexpr ctgrad::program<double> value_of(auto f) {
  return support::derived<N>(f, [](auto&, const auto&, const auto& y) {
    if constexpr (requires { y.begin(); }) {
      return symbols(y.begin(), y.end());
    } else {
      return symbols{y};
    }
  });
}

constexpr auto several = [](const auto& x) {
  return std::array{x[0] + 2 * x[1], (x[0] + x[2]) - x[0], exp(x[1]) * 0.0, x[2] < x[0],
                    detach(x[0]) * x[2]};
};
static_assert(looks_like(jacobian_sparsity(value_of<3>(several)), "xx. ..x .x. ... ..x"));

constexpr auto linear_in_some = [](const auto& x) { return x[0] * x[1] + 3 * x[2] + exp(x[1]); };
static_assert(looks_like(hessian_sparsity(value_of<3>(linear_in_some)), ".x. xx. ..."));
static_assert(hessian_sparsity(value_of<3>(linear_in_some)).nonzeros() == 3);

constexpr bool of_symbols() {
  ctgrad::builder<double> home;
  const ctgrad::symbol x{home, home.input()};
  const pattern p(2, symbols{x, 0, ctgrad::symbol(home, home.literal(-0.0)), 1});
  return looks_like(p, "x. .x") && p == pattern(2, symbols{1, 0, 0, x}) &&
         p != pattern(1, symbols{1, 0, 0, x}) && p.nonzeros() == 2 && pattern().nonzeros() == 0;
}
static_assert(of_symbols());

}  // namespace

BOOST_AUTO_TEST_SUITE(sparsity)

BOOST_AUTO_TEST_CASE(of_functions_with_structure) {
  const auto stencil = jacobian_sparsity(value_of<10>(functions::stencil));
  BOOST_TEST(stencil.nonzeros() == 30u);
  for (std::size_t i = 0; i < 10; ++i) {
    BOOST_TEST((stencil(i, i) && stencil(i, (i + 1) % 10) && stencil(i, (i + 9) % 10)));
  }
  const auto chain = jacobian_sparsity(value_of<8>(functions::chain));
  BOOST_TEST(chain.nonzeros() == 36u);
  const auto rosenbrock = hessian_sparsity(value_of<6>(functions::rosenbrock));
  BOOST_TEST(rosenbrock.nonzeros() == 16u);  // a band of three
}

BOOST_AUTO_TEST_CASE(is_never_wrong_about_a_zero) {
  support::for_each_vector_function([]<class E>(const E& entry) {
    constexpr std::size_t n = E::inputs;
    const auto p = jacobian_sparsity(value_of<n>(entry.f));
    const auto entries = support::interpreted(
        support::jacobian_program<n>(entry.f, ctgrad::elimination::forward), entry.point(3));
    for (std::size_t k = 0; k < entries.size(); ++k) {
      BOOST_TEST((entries[k] != 0) == p(k / n, k % n), entry.name);
    }
  });
}

BOOST_AUTO_TEST_SUITE_END()
