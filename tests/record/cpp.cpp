// A recording as C++: every parameter that is used has a name. (That the text compiles and gives
// the same bits is tested by tests/frozen.)
#include <ctgrad/record/record.hpp>

#include <boost/test/unit_test.hpp>

#include <span>
#include <string>
#include <vector>

namespace cg = ctgrad;

BOOST_AUTO_TEST_CASE(a_vector_of_which_a_part_is_used) {
  const auto f = [](const auto& x, auto t) { return exp(t) * x[0]; };
  const auto text = cg::to_cpp(cg::record(f, std::vector{1.0, 2.0}, 0.3), "f");
  BOOST_TEST(text.find("double f(const double* x0, double x1)") != std::string::npos, text);
}

BOOST_AUTO_TEST_CASE(a_vector_that_is_not_used) {
  const auto f = [](auto t, const auto& x) { return t + (x.empty() ? 1.0 : 0.0); };
  const auto text = cg::to_cpp(cg::record(f, 0.3, std::vector{1.0, 2.0}), "f");
  BOOST_TEST(text.find("double f(double x0, const double*)") != std::string::npos, text);
}

// The result refers to an argument that the recording has made.
BOOST_AUTO_TEST_CASE(a_span_of_an_argument) {
  const auto r =
      cg::record([](const auto& x) { return std::span(x).first(2); }, std::vector{1.0, 2.0, 3.0});
  const std::vector<double> y = r(std::vector{4.0, 5.0, 6.0});
  BOOST_TEST(y == (std::vector{4.0, 5.0}), boost::test_tools::per_element());
}
