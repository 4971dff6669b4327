// Every engine on float, double and long double: the same values and gradients, and nothing is
// widened on the way.
#include "../support/scalars.hpp"

#include <tuple>
#include <type_traits>
#include <utility>

#include "../support/compare.hpp"

namespace {

using namespace support::scalars;

// -- the rules themselves: a partial of floats is a float --------------------------------------

template <class T, class... Partial>
constexpr bool all_stay(std::type_identity<std::tuple<Partial...>>) {
  return ((std::same_as<Partial, T> || std::integral<Partial>) && ...);
}
template <class Op, class T>
constexpr bool partials_stay() {
  return []<std::size_t... I>(std::index_sequence<I...>) {
    using partials = decltype(Op::partials((static_cast<void>(I), T(1))..., T(1)));
    return all_stay<T>(std::type_identity<partials>{});
  }(std::make_index_sequence<std::size_t(Op::arity)>{});
}
template <class... Ops>
constexpr bool no_rule_widens(cg::op_list<Ops...>) {
  return (partials_stay<Ops, float>() && ...) && (partials_stay<Ops, double>() && ...) &&
         (partials_stay<Ops, long double>() && ...);
}
static_assert(no_rule_widens(cg::all_ops{}));

struct widening : cg::op<"widening", 1> {
  static constexpr auto partials(const auto& x, const auto&) { return std::tuple{0.5 * x}; }
};
static_assert(!no_rule_widens(cg::op_list<widening>{}), "the check can fail");

}  // namespace

BOOST_AUTO_TEST_SUITE(scalars)

BOOST_AUTO_TEST_CASE(engines_agree_on_float) {
  check_engines<float>();
}
BOOST_AUTO_TEST_CASE(engines_agree_on_double) {
  check_engines<double>();
}
BOOST_AUTO_TEST_CASE(engines_agree_on_long_double) {
  check_engines<long double>();
}

BOOST_AUTO_TEST_CASE(float_rounds_at_every_step) {
  const auto g = [](auto x, auto y) {
    using std::exp, std::sin, std::sqrt;
    return (x + y) * exp(x * y) - sin(x) / sqrt(y) + x * y * y;
  };
  using dual = cg::dual<float, 1>;
  for (const float x : {0.1F, 0.7F, 1.3F}) {
    const float plain = g(x, 1.1F);
    BOOST_TEST(support::is_identical(cg::value_and_gradient(g)(x, 1.1F).value, plain));
    BOOST_TEST(support::is_identical(g(cg::basic_value<float>(x), 1.1F).data(), plain));
    BOOST_TEST(support::is_identical(g(dual::variable(x), 1.1F).primal(), plain));
  }
}

BOOST_AUTO_TEST_SUITE_END()
