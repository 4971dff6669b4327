// Formulas from text over many points.
#include <ctgrad/text/batch.hpp>
#include <ctgrad/text/parse.hpp>

#include <boost/test/unit_test.hpp>

#include <map>
#include <string>
#include <vector>

#include "../support/compare.hpp"

namespace {

namespace cg = ctgrad;
using support::is_within;

}  // namespace

BOOST_AUTO_TEST_SUITE(text_batch)

BOOST_AUTO_TEST_CASE(values_and_gradients_by_name) {
  std::vector<double> a;
  for (int i = 0; i < 1000; ++i) a.push_back(0.01 * i);
  const auto f = value_and_gradient(cg::parse("a*exp(-b)"));
  const auto r = cg::vmap(f)({{"b", 0.5}, {"a", a}});
  for (std::size_t i = 0; i < a.size(); ++i) {
    const auto at = f({{"a", a[i]}, {"b", 0.5}});
    BOOST_TEST(is_within(4, r.value[i], at.value));
    BOOST_TEST(is_within(4, r.gradient["a"][i], at.gradient["a"]));
    BOOST_TEST(is_within(4, r.gradient["b"][i], at.gradient["b"]));
  }
}

BOOST_AUTO_TEST_CASE(second_derivatives) {
  const std::map<std::string, std::vector<double>> points{{"x", {1, 2}}, {"y", {3, 4}}};
  const auto h = cg::vmap(hessian(cg::parse("x^2*y")))(points);
  BOOST_TEST((h["x"]["x"] == std::vector<double>{6, 8}));
  BOOST_TEST((h["x"]["y"] == std::vector<double>{2, 4}));
}

BOOST_AUTO_TEST_CASE(mistakes) {
  const auto g = cg::vmap(cg::parse("a*b"));
  const std::vector<double> two{1, 2}, three{1, 2, 3};
  const auto tag = [](auto&& call) -> std::string {
    try {
      call();
    } catch (const cg::error& e) {
      const std::string text = e.what();
      return text.substr(text.size() - 4, 3);
    }
    return "none";
  };
  BOOST_TEST(tag([&] { g({{"a", 1.0}, {"b", 2.0}}); }) == "E58");
  BOOST_TEST(tag([&] { g({{"a", two}, {"b", three}}); }) == "E57");
  BOOST_TEST(tag([&] { g({{"a", two}}); }) == "E63");
  BOOST_TEST(tag([&] { g({{"a", two}, {"b", 1.0}}); }) == "none");
}

BOOST_AUTO_TEST_SUITE_END()
