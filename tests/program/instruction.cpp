// What a program knows of an op, and the way back from there to the op's type.
#include <ctgrad/program/instruction.hpp>
#include <ctgrad/program/symbol.hpp>

#include <boost/test/unit_test.hpp>

#include <concepts>

namespace {

namespace ops = ctgrad::ops;
using ctgrad::info_of;

struct own : ctgrad::op<"own", 2> {
  static constexpr ctgrad::notation written{"@", 15, true};
  static constexpr bool commutative = true;
  static constexpr auto value(const auto& a, const auto& b) { return a * b; }
  static constexpr auto partials(const auto& a, const auto& b, const auto&) {
    return std::tuple{b, a};
  }
};

static_assert(info_of<own, double>.name == "own" && info_of<own, double>.arity == 2 &&
              info_of<own, double>.commutative && !info_of<own, double>.predicate &&
              info_of<own, double>.written.sign == "@" &&
              info_of<own, double>.written.strength == 15 &&
              info_of<own, double>.written.associative);
static_assert(info_of<ops::less, double>.predicate && !info_of<ops::exp, double>.predicate);
static_assert(info_of<ops::exp, double>.hash != info_of<ops::log, double>.hash);

static_assert(ctgrad::detail::bind_op<own, double>::bound &&
              ctgrad::detail::bind_op<own, float>::bound &&
              ctgrad::detail::bind_op<ops::exp, double>::bound);
static_assert(std::same_as<ctgrad::op_at<&info_of<own, double>>, own> &&
              std::same_as<ctgrad::op_at<&info_of<own, float>>, own> &&
              std::same_as<ctgrad::op_at<&info_of<ops::exp, double>>, ops::exp>);

constexpr ctgrad::instruction<double> literal{.what = ctgrad::role::literal, .literal = 2};
constexpr ctgrad::instruction<double> call{.what = ctgrad::role::call, .op = &info_of<own, double>};
static_assert(literal.arity() == 0 && call.arity() == 2);

// FNV-1a of "a", from its published test vectors.
static_assert(ctgrad::detail::hash_of("") == 0xCBF29CE484222325u &&
              ctgrad::detail::hash_of("a") == 0xAF63DC4C8601EC8Cu &&
              ctgrad::detail::hash_of("foobar") == 0x85944171F73967E8u);

}  // namespace

BOOST_AUTO_TEST_SUITE(instruction)

BOOST_AUTO_TEST_CASE(partials_are_reached_through_the_description) {
  ctgrad::builder<double> home;
  const ctgrad::symbol a{home, home.input()}, b{home, home.input()};
  const auto partials = info_of<ops::divide, double>.partials({a, b, 0}, a / b);
  BOOST_TEST(partials[0].same_as(1 / b));
  BOOST_TEST(partials[1].same_as(-(a / b / b)));
  BOOST_TEST(partials[2].is_literal(0));
}

BOOST_AUTO_TEST_SUITE_END()
