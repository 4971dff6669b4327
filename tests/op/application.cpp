// The application of an op to operands: which engine records it, and the type of its result.
#include <ctgrad/op/application.hpp>
#include <ctgrad/op/op.hpp>

#include <boost/test/unit_test.hpp>

#include <tuple>
#include <type_traits>

namespace {

namespace cg = ctgrad;

/// Two engines, of which the outer one takes operands of the inner one as constants.
template <class Engine>
struct quantity {
  using ctgrad_engine = Engine;
};
struct engine {
  using scalar = double;
};
struct inner : engine {
  template <class Op, class... X>
  using result = quantity<inner>;
};
struct outer : engine {
  template <class Op, class... X>
  using result = std::tuple<Op, quantity<outer>>;
};

struct half : cg::op<"half", 1> {
  static constexpr auto value(const auto& x) { return x / 2; }
  static constexpr auto partials(const auto&, const auto&) { return std::tuple{0.5}; }
};
struct twice : cg::op<"twice", 1> {
  static constexpr bool exact = true;
  static constexpr auto value(const auto& x) { return 2 * x; }
  static constexpr auto partials(const auto&, const auto&) { return std::tuple{2}; }
};
struct mix : cg::op<"mix", 3> {
  static constexpr auto value(const auto& x, const auto& y, const auto& z) { return x * y + z; }
  static constexpr auto partials(const auto& x, const auto& y, const auto&, const auto&) {
    return std::tuple{y, x, 1};
  }
};

}  // namespace

template <>
inline constexpr bool ctgrad::detail::takes<outer, inner> = true;

namespace {

template <class A, class B>
constexpr bool same = std::is_same_v<A, B>;
using in = quantity<inner>;
using out = quantity<outer>;

static_assert(same<cg::engine_of<double, int>, void>);
static_assert(same<cg::engine_of<double, in>, inner>);
static_assert(same<cg::engine_of<in, out>, outer> && same<cg::engine_of<out, in>, outer>);

// Plain numbers: whole ones are computed as double, unless the op is arithmetic.
static_assert(same<cg::applied<half, int>, double> && same<cg::applied<half, float>, float>);
static_assert(same<cg::applied<twice, int>, int>);
static_assert(cg::apply<half>(3) == 1.5);

static_assert(same<cg::applied<half, in>, in>);
static_assert(same<cg::applied<mix, in, double, out>, std::tuple<mix, out>>);

// One mistake is one error: what is applied to a refused operation is refused in silence.
static_assert(same<cg::applied<half, cg::detail::refused>, cg::detail::refused>);
static_assert(same<cg::applied<mix, in, cg::detail::refused, double>, cg::detail::refused>);

}  // namespace

BOOST_AUTO_TEST_SUITE(applications)
BOOST_AUTO_TEST_CASE(everything_is_known_to_the_compiler) {}
BOOST_AUTO_TEST_SUITE_END()
