// What the numbers of a derivative are called.
#include <ctgrad/diff/naming.hpp>
#include <ctgrad/program/latex_text.hpp>

#include <boost/test/unit_test.hpp>

#include <string>

namespace {

namespace cg = ctgrad;
using cg::detail::in_latex, cg::detail::in_plain_text;
using cg::detail::naming;
using cg::detail::numbered;
using cg::detail::texts;

const texts f{"f"}, both{"f0", "f1"}, x{"x", "y"};

/// The names are as many as naming<Kind>::size() says for each result, and these.
template <class Kind>
void check(const texts& results, const texts& wanted) {
  BOOST_TEST(naming<Kind>::names(results, x) == wanted, boost::test_tools::per_element());
  BOOST_TEST(naming<Kind>::size(x.size()) * results.size() == wanted.size());
}

}  // namespace

BOOST_AUTO_TEST_SUITE(namings)

BOOST_AUTO_TEST_CASE(numbers_are_counted_from_0_and_one_result_has_no_number) {
  BOOST_TEST((numbered("x", 2) == texts{"x0", "x1"}));
  BOOST_TEST((numbered("x", 1) == texts{"x0"}));
  BOOST_TEST((numbered("f", 1, false) == texts{"f"}));
  BOOST_TEST((numbered("f", 2, false) == texts{"f0", "f1"}));
  BOOST_TEST(numbered("f", 0, false).empty());
}

BOOST_AUTO_TEST_CASE(equal_variables_become_a_power_where_they_are_neighbours) {
  BOOST_TEST(in_plain_text::partial("f", {"x"}) == "df/dx");
  BOOST_TEST(in_plain_text::partial("f", {"x", "y"}) == "d^2 f/dx dy");
  BOOST_TEST(in_plain_text::partial("f", {"x", "x", "y"}) == "d^3 f/dx^2 dy");
  BOOST_TEST(in_plain_text::partial("f", {"x", "y", "x"}) == "d^3 f/dx dy dx");
}

BOOST_AUTO_TEST_CASE(partials_for_latex) {
  BOOST_TEST(in_latex::partial("f", {"x"}) == "\\frac{\\partial f}{\\partial x}");
  BOOST_TEST(in_latex::partial("f", {"x", "x", "\\sigma"}) ==
             "\\frac{\\partial^{3} f}{\\partial x^{2} \\, \\partial \\sigma}");
  BOOST_TEST((naming<cg::detail::jvp_kind>::names<in_latex>(f, x) == texts{"\\nabla_{v} f"}));
}

BOOST_AUTO_TEST_CASE(of_every_kind) {
  check<cg::detail::gradient_kind>(f, {"df/dx", "df/dy"});
  check<cg::detail::jacobian_kind>(both, {"df0/dx", "df0/dy", "df1/dx", "df1/dy"});
  check<cg::detail::hessian_kind>(f, {"d^2 f/dx^2", "d^2 f/dx dy", "d^2 f/dy dx", "d^2 f/dy^2"});
  check<cg::detail::derivative_kind<3>>(both, {"d^3 f0/dx^3", "d^3 f1/dx^3"});
  check<cg::detail::partial_kind<1, 0, 0>>(f, {"d^3 f/dy dx^2"});
  check<cg::detail::jvp_kind>(both, {"df0.v", "df1.v"});
  check<cg::detail::vjp_kind>(f, {"d(f.v)/dx", "d(f.v)/dy"});
  check<cg::detail::hvp_kind>(f, {"d(df.v)/dx", "d(df.v)/dy"});
}

BOOST_AUTO_TEST_CASE(values_come_first) {
  using gradient = cg::detail::value_and_gradient_kind;
  using hessian = cg::detail::gradient_and_hessian_kind;
  static_assert(naming<gradient>::values && naming<hessian>::values);
  static_assert(!naming<cg::detail::gradient_kind>::values);
  check<gradient>(f, {"f", "df/dx", "df/dy"});
  check<hessian>(f,
                 {"f", "df/dx", "df/dy", "d^2 f/dx^2", "d^2 f/dx dy", "d^2 f/dy dx", "d^2 f/dy^2"});
}

BOOST_AUTO_TEST_CASE(what_is_not_listed_has_no_names) {
  BOOST_TEST(naming<int>::names(f, x).empty());
  BOOST_TEST(naming<int>::size(2) == 0U);
}

BOOST_AUTO_TEST_SUITE_END()
