// Which directions fit which arguments.
#include <ctgrad/diff/likeness.hpp>
#include <ctgrad/program/symbol.hpp>

#include <boost/test/unit_test.hpp>

#include <array>
#include <tuple>
#include <utility>

#include "structs.hpp"

namespace {

using ctgrad::detail::alike;
using structs::bond, structs::quote;
template <class X, std::size_t N>
using list = std::array<X, N>;

// -- numbers, of any type ------------------------------------------------------------------------

static_assert(alike<double, float> && alike<int, long double> && alike<double, ctgrad::symbol>);
static_assert(alike<double, list<double, 1>> && alike<std::tuple<float>, double>);
static_assert(!alike<double, list<double, 2>>);

// -- elements in a row ---------------------------------------------------------------------------

static_assert(alike<std::tuple<double, int>, list<double, 2>>);
static_assert(alike<std::pair<double, float>, std::tuple<double, double>>);
static_assert(!alike<list<double, 2>, list<double, 3>>);
static_assert(!alike<list<list<double, 2>, 3>, list<list<double, 3>, 2>>);
static_assert(!alike<list<list<double, 2>, 3>, list<double, 6>>);
static_assert(alike<list<list<double, 2>, 2>, std::tuple<std::pair<double, double>, list<int, 2>>>);
static_assert(!alike<std::tuple<double, list<double, 2>>, std::tuple<list<double, 2>, double>>);

// -- structs -------------------------------------------------------------------------------------

static_assert(alike<bond<double>, bond<float>> && alike<quote<ctgrad::symbol>, quote<double>>);
static_assert(alike<std::tuple<bond<double>>, bond<double>>);
static_assert(!alike<bond<double>, quote<double>> && !alike<bond<double>, list<double, 2>>);
static_assert(alike<std::tuple<bond<double>, double>, std::pair<bond<int>, float>>);
static_assert(alike<list<bond<double>, 2>, std::tuple<bond<double>, bond<float>>>);

}  // namespace

BOOST_AUTO_TEST_SUITE(likeness)

BOOST_AUTO_TEST_CASE(is_decided_at_compile_time) {
  BOOST_TEST((alike<double, double>));
}

BOOST_AUTO_TEST_SUITE_END()
