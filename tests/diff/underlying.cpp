// What stands under the levels of differentiation of a number, and whether it is a constant.
#include <ctgrad/diff/dual.hpp>
#include <ctgrad/diff/underlying.hpp>
#include <ctgrad/program/symbol.hpp>
#include <ctgrad/tape/value.hpp>

#include <boost/test/unit_test.hpp>

#include <type_traits>

namespace {

namespace cg = ctgrad;
using cg::detail::is_constant;
using cg::detail::number_under;
using moving = cg::dual<double>;
using twice = cg::dual<cg::dual<double>>;

static_assert(number_under(2.5) == 2.5);
static_assert(number_under(moving::variable(2.5)) == 2.5);
static_assert(number_under(twice::variable(moving::variable(2.5))) == 2.5);
static_assert(std::is_same_v<decltype(number_under(cg::dual<float>(1))), const float&>);

static_assert(is_constant(2.5));
static_assert(is_constant(moving(2.5)));
static_assert(!is_constant(moving::variable(2.5)));
static_assert(is_constant(twice(moving(2.5))));
static_assert(!is_constant(twice(moving::variable(2.5))));  // of the inner level
static_assert(!is_constant(twice::variable(moving(2.5))));  // of the outer one

}  // namespace

BOOST_AUTO_TEST_SUITE(underlying)

BOOST_AUTO_TEST_CASE(of_values) {
  const cg::scope s;
  const cg::Value x{2.5}, number = 2.5;
  BOOST_TEST(number_under(x) == 2.5);
  BOOST_TEST(&number_under(x) == &x.data());  // no copy
  BOOST_TEST(!is_constant(x));
  BOOST_TEST(is_constant(number));
  BOOST_TEST(is_constant(x.detach()));
}

BOOST_AUTO_TEST_CASE(of_values_of_duals) {
  const cg::basic_scope<moving> s;
  const cg::basic_value<moving> x{moving(2.5)}, direction = moving::variable(1.5);
  BOOST_TEST(number_under(x) == 2.5);
  BOOST_TEST(!is_constant(x));
  BOOST_TEST(!is_constant(direction));  // passive, but its number moves
  BOOST_TEST(is_constant(cg::basic_value<moving>(moving(1.5))));
}

BOOST_AUTO_TEST_CASE(of_symbols) {
  cg::builder<double> home;
  const cg::basic_symbol<double> x(home, home.input());
  BOOST_TEST(&number_under(x) == &x);
  BOOST_TEST(!is_constant(x));
  BOOST_TEST(is_constant(cg::basic_symbol<double>(2.0)));
}

BOOST_AUTO_TEST_SUITE_END()
