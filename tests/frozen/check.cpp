// Printed recordings against the recordings, bit by bit.
#include <boost/test/unit_test.hpp>

#include <type_traits>

#include "../support/compare.hpp"
#include "frozen.hpp"
#include "subjects.hpp"

namespace {

namespace cg = ctgrad;

frozen::function named(const std::string& name) {
  for (const auto& f : frozen::functions()) {
    if (f.name == name) return f;
  }
  throw std::invalid_argument(name);
}

/// Do the recording and the function give the same at these numbers, or both refuse?
bool agree(const auto& r, const frozen::function& f, const std::vector<double>& x, int& refused) {
  std::vector<double> y(r.code().outputs.size() - r.guards(), 7.0), z = y;
  const bool right = f.run(x.data(), z.data());
  try {
    r.evaluate(x, y);
    if (!right) return false;
  } catch (const cg::error&) {
    ++refused;
    if (right) return false;
  }
  for (std::size_t i = 0; i < y.size(); ++i) {
    if (!support::identical(y[i], z[i])) return false;
  }
  return true;
}

}  // namespace

BOOST_AUTO_TEST_CASE(frozen_recordings_have_the_same_bits) {
  int refused = 0, subjects = 0;
  frozen::for_each_subject([&](const std::string& name, const auto& r) {
    const auto f = named(name);
    ++subjects;
    for (int point = 0; point < 60; ++point) {
      auto x = frozen::some_numbers(r.code().inputs, 0.1 * point);
      if (point == 59) x[0] = support::nan_of<double>;
      BOOST_TEST(agree(r, f, x, refused), name << " at point " << point);
    }
  });
  BOOST_TEST(subjects == 9);
  BOOST_TEST(refused > 20);
}

BOOST_AUTO_TEST_CASE(results_may_stand_where_the_arguments_stood) {
  double x[5]{2.0, 3.0, 0.0, 0.0, 0.0};
  BOOST_TEST(named("swapped").run(x, x));
  BOOST_TEST((std::vector<double>(x, x + 5) == std::vector{3.0, 2.0, 6.0, 0.5, 3.0}));
}

BOOST_AUTO_TEST_CASE(the_text_is_the_same_every_time_and_says_what_it_takes) {
  const auto r = cg::record(frozen::model, std::vector{1.0, 2.0}, std::vector{3.0, 4.0}, 1, 5.0);
  const auto g = cg::value_and_gradient<cg::wrt<1>>(r);
  const std::string text = to_cpp(g, "loss", {{"x", "double", "n", "y"}, "The loss."});
  BOOST_TEST(text == to_cpp(g, "loss", {{"x", "double", "n", "y"}, "The loss."}));
  const auto says = [&](const std::string& line) {
    BOOST_TEST(text.find(line) != text.npos, text);
  };
  says("// The loss.\n// x: 2 numbers, double_: 2 numbers.\n");
  says("// Writes 3 numbers to y_, in the order of the result.\n");
  says("inline void loss(const double* x, const double* double_, double y, double* y_) {\n");
  BOOST_TEST(to_cpp(r, "loss").find("inline double loss(const double* x0, const double* x1, "
                                    "double x3) {") != text.npos);
  BOOST_CHECK_THROW(static_cast<void>(to_cpp(r, "loss", {{"x"}})), cg::error);
}

BOOST_AUTO_TEST_CASE(recordings_are_printed_as_mathematics_and_as_pictures) {
  const auto f = [](const auto& x, auto s) { return std::vector{x[0] * x[1] + s, x[1] * x[1]}; };
  const auto r = cg::record(f, std::vector{1.0, 2.0}, 3.0);
  BOOST_TEST(to_string(r) == "y0 = x0[0]*x0[1] + x1\ny1 = x0[1]^2");
  const std::string picture = to_dot(r);
  BOOST_TEST(picture.find("x0[1]") != picture.npos);
  BOOST_TEST(picture.starts_with("digraph"));
}
