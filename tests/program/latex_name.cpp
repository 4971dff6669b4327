// Names of variables for LaTeX.
#include <ctgrad/program/latex_name.hpp>

#include <boost/test/unit_test.hpp>

#include <string>
#include <vector>

using ctgrad::detail::latex_name, ctgrad::detail::latex_names;

BOOST_AUTO_TEST_SUITE(latex_name_of_variables)

BOOST_AUTO_TEST_CASE(letters_words_and_greek_letters) {
  BOOST_TEST(latex_name("x") == "x");
  BOOST_TEST(latex_name("strike") == "\\mathrm{strike}");
  BOOST_TEST(latex_name("sigma") == "\\sigma");
  BOOST_TEST(latex_name("Omega") == "\\Omega");
  BOOST_TEST(latex_name("sigmas") == "\\mathrm{sigmas}");
}

BOOST_AUTO_TEST_CASE(digits_underscores_and_brackets_are_subscripts) {
  BOOST_TEST(latex_name("d1") == "d_{1}");
  BOOST_TEST(latex_name("x_1") == "x_{1}");
  BOOST_TEST(latex_name("x12") == "x_{12}");
  BOOST_TEST(latex_name("sigma_max") == "\\sigma_{\\mathrm{max}}");
  BOOST_TEST(latex_name("rate2") == "\\mathrm{rate}_{2}");
  BOOST_TEST(latex_name("x1_theta_i") == "x_{1,\\theta,i}");
  BOOST_TEST(latex_name("x1[2]") == "x_{1,2}");
}

BOOST_AUTO_TEST_CASE(any_other_text_stays_as_it_is) {
  BOOST_TEST(latex_name("_x") == "\\mathrm{\\_x}");
  BOOST_TEST(latex_name("a__b") == "\\mathrm{a\\_\\_b}");
  BOOST_TEST(latex_name("100% {#1}") == "\\mathrm{100\\%\\ \\{\\#1\\}}");
  BOOST_TEST(latex_name("a\\b^c~d") == "\\mathrm{a\\backslash b\\wedge c\\sim d}");
  BOOST_TEST(latex_name("") == "\\mathrm{}");
}

BOOST_AUTO_TEST_CASE(names_that_would_look_the_same_stay_as_they_are) {
  const std::vector<std::string> two{"\\mathrm{x1}", "\\mathrm{x\\_1}", "y_{1}"};
  BOOST_TEST(latex_names({"x1", "x_1", "y1"}) == two, boost::test_tools::per_element());
}

BOOST_AUTO_TEST_SUITE_END()
