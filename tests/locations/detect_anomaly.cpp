// With CTGRAD_LOCATIONS, which has to be the same in a whole program, an anomaly has a place.
#define CTGRAD_LOCATIONS

#include <ctgrad/check/check_gradient.hpp>
#include <ctgrad/check/detect_anomaly.hpp>
#include <ctgrad/nn/nn.hpp>
#include <ctgrad/tape/fused.hpp>

#include <boost/test/unit_test.hpp>

#include <algorithm>
#include <string>
#include <vector>

namespace {

using ctgrad::Value;

/// What action() reports as the place, from the line number on: "71 in f".
template <class Action>
std::string place_of(Action action) {
  const ctgrad::detect_anomaly guard;
  try {
    action();
  } catch (const ctgrad::error& e) {
    const std::string what = e.what(), file = "locations/detect_anomaly.cpp:";
    const auto at = what.find(file);
    return at == what.npos ? "no place: " + what : what.substr(at + file.size());
  }
  return "nothing was thrown";
}

#define CHECK_PLACE(line, ...)                                                              \
  {                                                                                         \
    const std::string place = place_of([&] { static_cast<void>(__VA_ARGS__); });            \
    BOOST_TEST(place.starts_with(std::to_string(line) + " in "), place << " for " << line); \
  }

struct halved_op : ctgrad::op<"halved", 1> {
  static constexpr auto value(const auto& x) { return x / 0; }
  static constexpr auto partials(const auto&, const auto&) { return std::tuple{0.5}; }
};
CTGRAD_FUNCTION_1(halved, halved_op)

// A template of the user's own with a name of ours is preferred, as it is without the macro.
template <class T>
T sigmoid(const T& x) {
  return 1 / (1 + exp(-x)) + 100;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(locations)

BOOST_AUTO_TEST_CASE(operators_and_functions_have_a_place) {
  const ctgrad::scope s;
  const Value x{0.0}, big{1e308};
  CHECK_PLACE(__LINE__, log(x - 1));
  CHECK_PLACE(__LINE__, x / x);
  CHECK_PLACE(__LINE__, 1 / x);
  CHECK_PLACE(__LINE__, x / 0);
  CHECK_PLACE(__LINE__, big * 10);
  CHECK_PLACE(__LINE__, big + big);
  CHECK_PLACE(__LINE__, -big - big);
  CHECK_PLACE(__LINE__, pow(x, -1));
  CHECK_PLACE(__LINE__, pow<-1>(x));
  CHECK_PLACE(__LINE__, pow(x, -0.5));
  CHECK_PLACE(__LINE__, hypot(big * 1.5, big * 1.5));
  CHECK_PLACE(__LINE__, fma(big, 2, x));
  CHECK_PLACE(__LINE__, halved(x));
}

BOOST_AUTO_TEST_CASE(compound_assignments_have_one_too) {
  const ctgrad::scope s;
  Value y{1e308};
  CHECK_PLACE(__LINE__, y += y);
  CHECK_PLACE(__LINE__, y *= 100);
  CHECK_PLACE(__LINE__, y /= 0.0);
  CHECK_PLACE(__LINE__, y -= -1e308);
  BOOST_TEST(y.data() == 1e308);
}

BOOST_AUTO_TEST_CASE(of_functions_that_call_others_the_outermost_counts) {
  const ctgrad::scope s;
  const std::vector<Value> big{Value{1e308}, Value{1e308}};
  CHECK_PLACE(__LINE__, sum(big));
  CHECK_PLACE(__LINE__, squared_norm(big));
  CHECK_PLACE(__LINE__, dot(big, big));
}

BOOST_AUTO_TEST_CASE(an_anomaly_of_the_sweep_is_told_where_it_was_recorded) {
  const ctgrad::scope s;
  const Value x{0.0};
  const int line = __LINE__ + 1;
  const Value root = sqrt(x);
  const Value y = root * 0;
  CHECK_PLACE(line, (y.backward(), 0));
}

BOOST_AUTO_TEST_CASE(fused_functions_have_a_place) {
  const ctgrad::scope s;
  const Value x{-1.0}, zero{0.0};
  constexpr auto f = ctgrad::fused([](const auto&... a) { return log((a + ...)); });
  CHECK_PLACE(__LINE__, f(x));
  CHECK_PLACE(__LINE__, f(x, x));
  CHECK_PLACE(__LINE__, f(x, 0, x));
  CHECK_PLACE(__LINE__, f(x, x, x, x));
  CHECK_PLACE(__LINE__, f(x, x, x, x, x));
  CHECK_PLACE(__LINE__, f(x, x, x, x, x, x));
  const std::string seven = place_of([&] { f(x, x, x, x, x, x, x); });
  BOOST_TEST(seven.find("not known, as of fused(f) with more than six") != seven.npos, seven);
  static_assert(ctgrad::fused([](auto a) { return a * a; })(3.0) == 9.0);
  const int line = __LINE__ + 1;
  const Value y = ctgrad::fused([](auto a, auto b) { return sqrt(a) * b; })(zero, x);
  CHECK_PLACE(line, (y.backward(), 0));
}

BOOST_AUTO_TEST_CASE(an_op_applied_directly_has_no_place) {
  const ctgrad::scope s;
  const Value x{-1.0};
  const std::string place = place_of([&] { ctgrad::apply<ctgrad::ops::log>(x); });
  BOOST_TEST(place.find("not known") != place.npos, place);
}

BOOST_AUTO_TEST_CASE(everything_else_is_as_without_the_macro) {
  const ctgrad::scope s;
  Value a{-4.0}, b{2.0};
  auto c = a + b;
  auto d = a * b + pow(b, 3);
  c += c + 1;
  c += 1 + c + (-a);
  d += d * 2 + relu(b + a);
  d += 3 * d + relu(b - a);
  const auto e = c - d;
  auto f = pow(e, 2);
  const auto g = f / 2 + 10.0F / f;
  g.backward();
  BOOST_TEST(std::abs(a.grad() - 138.83381924) < 1e-8);
  BOOST_TEST(std::abs(b.grad() - 645.57725947) < 1e-8);
  BOOST_TEST(std::max(a, b).data() == 2);
  BOOST_TEST(sigmoid(b).data() > 100);
  BOOST_TEST((-b < +b && 1 < b && b == 2));
  static_assert(ctgrad::gradient([](auto x, auto y) { return x * x * y + relu(y); })(2.0, 3.0) ==
                std::array{12.0, 5.0});
  BOOST_TEST(ctgrad::check_gradient([](auto x) { return log(x) * sin(x) - tanh(-x); }, 2.0));
  constexpr auto x = ctgrad::var<"x">;
  BOOST_TEST(exp(2 * x)(x = 0.0) == 1);
}

BOOST_AUTO_TEST_SUITE_END()
