// What an op is, and an op of the user's own, unknown to the library, in every engine.
#include <ctgrad/op/op.hpp>

#include <boost/test/unit_test.hpp>

#include <concepts>
#include <limits>
#include <string>
#include <tuple>
#include <type_traits>

#include "../support/compare.hpp"
#include "../support/engines.hpp"

// -- a user's program, outside of the library's namespace ---------------------------------------

namespace user {

struct cube_op : ctgrad::op<"cube", 1> {
  static constexpr auto value(const auto& x) { return x * x * x; }
  static constexpr auto partials(const auto& x, const auto& /*y*/) { return std::tuple{3 * x * x}; }
};
constexpr auto cube(const auto& x) {
  return ctgrad::apply<cube_op>(x);
}

struct distance_op : ctgrad::op<"distance", 2> {
  static constexpr bool commutative = true;
  static constexpr auto value(const auto& a, const auto& b) { return (a - b) * (a - b); }
  static constexpr auto partials(const auto& a, const auto& b, const auto& /*y*/) {
    return std::tuple{2 * (a - b), 2 * (b - a)};
  }
};
constexpr auto distance(const auto& a, const auto& b) {
  return ctgrad::apply<distance_op>(a, b);
}

struct fma_op : ctgrad::op<"multiply_add", 3> {
  static constexpr auto value(const auto& a, const auto& b, const auto& c) { return a * b + c; }
  static constexpr auto partials(const auto& a, const auto& b, const auto& /*c*/,
                                 const auto& /*y*/) {
    return std::tuple{b, a, 1};
  }
};
constexpr auto multiply_add(const auto& a, const auto& b, const auto& c) {
  return ctgrad::apply<fma_op>(a, b, c);
}

/// A sign of the user's own.
struct percent_of : ctgrad::op<"percent_of", 2> {
  static constexpr ctgrad::notation written{"%", 20};
  static constexpr auto value(const auto& a, const auto& b) { return a * b / 100; }
  static constexpr auto partials(const auto& a, const auto& b, const auto&) {
    return std::tuple{b / 100, a / 100};
  }
};

}  // namespace user

namespace {

using ctgrad::Value;
using support::is_identical;

// -- concepts ----------------------------------------------------------------------------------

struct no_number {};

static_assert(ctgrad::number<double> && ctgrad::number<float> && ctgrad::number<long double> &&
              ctgrad::number<int> && ctgrad::number<bool> && ctgrad::number<unsigned char>);
static_assert(!ctgrad::number<no_number> && !ctgrad::number<std::string> &&
              !ctgrad::number<double*>);
static_assert(!ctgrad::number<Value> && ctgrad::active<Value> && ctgrad::operand<Value>);
static_assert(ctgrad::active<ctgrad::symbol> &&
              ctgrad::active<std::remove_cv_t<decltype(ctgrad::var<"x">)>>);
static_assert(!ctgrad::active<double> && ctgrad::operand<double> && !ctgrad::operand<no_number>);
static_assert(ctgrad::operands<Value, double> && ctgrad::operands<int, Value> &&
              ctgrad::operands<Value, Value>);
static_assert(!ctgrad::operands<double, double> && !ctgrad::operands<Value, no_number> &&
              !ctgrad::operands<std::string, Value>);

static_assert(std::is_same_v<ctgrad::scalar_of<Value>, double>);
static_assert(std::is_same_v<ctgrad::scalar_of<const ctgrad::basic_value<float>&>, float>);
static_assert(std::is_same_v<ctgrad::scalar_of<const int&>, int>);

// -- a description -----------------------------------------------------------------------------

static_assert(user::cube_op::name == "cube" && user::cube_op::arity == 1);
static_assert(user::cube_op::written.sign.empty() && !user::cube_op::commutative &&
              !user::cube_op::exact);
static_assert(user::fma_op::arity == 3 && user::distance_op::commutative);

// -- apply: the type of the result ---------------------------------------------------------------

template <class Op, class... X>
constexpr bool gives(auto expected) {
  return std::is_same_v<ctgrad::applied<Op, X...>, typename decltype(expected)::type>;
}
template <class T>
constexpr std::type_identity<T> is{};

static_assert(gives<user::cube_op, double>(is<double>) && gives<user::cube_op, float>(is<float>) &&
              gives<user::cube_op, int>(is<double>) &&
              gives<user::cube_op, long double>(is<long double>));
static_assert(gives<user::cube_op, Value>(is<Value>) &&
              gives<user::cube_op, ctgrad::symbol>(is<ctgrad::symbol>));
static_assert(gives<user::distance_op, double, Value>(is<Value>) &&
              gives<user::distance_op, ctgrad::symbol, int>(is<ctgrad::symbol>));
static_assert(gives<user::distance_op, float, double>(is<double>), "plain numbers mix as in C++");

static_assert(user::cube(3) == 27 && user::cube(0.5) == 0.125 && user::multiply_add(2, 3, 4) == 10);

// -- at compile time -----------------------------------------------------------------------------

constexpr auto x = ctgrad::var<"x">;
constexpr auto y = ctgrad::var<"y">;
constexpr auto mixed = [](auto a, auto b, auto c) {
  return user::multiply_add(user::cube(a), user::distance(a, b), c) +
         ctgrad::apply<user::percent_of>(b, c);
};

static_assert(user::cube(x)(x = 2.0) == 8.0);
static_assert(ctgrad::gradient(user::cube(x))(x = 2.0)[x] == 12.0);
static_assert(ctgrad::derivative<2>(user::cube(x), x)(x = 2.0) == 12.0);
static_assert(ctgrad::derivative<3>([](auto t) { return user::cube(t); })(5.0) == 6.0);
static_assert(ctgrad::gradient(user::multiply_add(x, y, 7))(x = 2.0, y = 3.0)[x] == 3.0);
// a³ (a-b)² + c + b c/100 at 2, 3, 50 is 8 + 50 + 1.5; its partials are
// 3a²(a-b)² + 2a³(a-b) = 12 - 16, 2a³(b-a) + c/100 = 16 + 0.5, and 1 + b/100
static_assert(ctgrad::value_and_gradient(mixed)(2.0, 3.0, 50.0).value == 59.5);
static_assert(ctgrad::value_and_gradient(mixed)(2.0, 3.0, 50.0).gradient ==
              std::array{-4.0, 16.5, 1.03});

}  // namespace

BOOST_AUTO_TEST_SUITE(op)

BOOST_AUTO_TEST_CASE(an_own_op_works_with_values) {
  Value a{2.0}, b{3.0}, c{50.0};
  const Value z = mixed(a, b, c);
  z.backward();
  BOOST_TEST(z.data() == 59.5);
  BOOST_TEST(a.grad() == -4);
  BOOST_TEST(b.grad() == 16.5);
  BOOST_TEST(c.grad() == 1.03);
}

BOOST_AUTO_TEST_CASE(an_own_op_of_three_operands_reaches_each_of_them) {
  Value a{2.0}, b{5.0}, c{7.0};
  user::multiply_add(a, b, c).backward();
  BOOST_TEST(a.grad() == 5);
  BOOST_TEST(b.grad() == 2);
  BOOST_TEST(c.grad() == 1);
  user::multiply_add(a, a, a).backward();  // d(a² + a) = 2a + 1
  BOOST_TEST(a.grad() == 5 + 5);
  user::multiply_add(2, 3.0, c).backward();
  BOOST_TEST(c.grad() == 2);
}

BOOST_AUTO_TEST_CASE(an_own_op_is_the_same_in_every_engine) {
  for (const std::array point : {std::array{2.0, 3.0, 50.0}, std::array{-0.3, 1.7, 1e5}}) {
    const auto f = support::by_function(mixed, point);
    for (const auto& r : {support::by_formula(mixed, point), support::by_tape(mixed, point)}) {
      BOOST_TEST(is_identical(r.value, f.value));
      for (std::size_t k = 0; k < 3; ++k) {
        BOOST_TEST(support::is_within(4, r.gradient[k], f.gradient[k]));
      }
    }
  }
}

BOOST_AUTO_TEST_CASE(an_own_op_prints_by_its_name_or_sign) {
  std::ostringstream out;
  out << user::cube(x) << " | " << user::multiply_add(x, y, 7) << " | "
      << ctgrad::apply<user::percent_of>(x + 1, y);
  BOOST_TEST(out.str() == "cube(x) | multiply_add(x, y, 7) | (x + 1) % y");
}

BOOST_AUTO_TEST_SUITE_END()
