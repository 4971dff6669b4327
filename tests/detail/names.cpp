// A program that has used up the short names before it includes the library. It has to compile
// without a warning: GCC's -Wshadow compares the names inside of a template with the globals that
// are visible where it is instantiated.

namespace {

// NOLINTBEGIN
[[maybe_unused]] constexpr double a = 1, b = 2, c = 3, d = 4, e = 5, f = 6, g = 7, h = 8, i = 9,
                                  j = 10, k = 11, l = 12, m = 13, n = 14, o = 15, p = 16, q = 17,
                                  r = 18, s = 19, t = 20, u = 21, v = 22, w = 23, x = 24, y = 25,
                                  z = 26;
[[maybe_unused]] constexpr double A = 1, B = 2, C = 3, D = 4, E = 5, F = 6, G = 7, N = 8, T = 9,
                                  X = 10, Y = 11, Op = 12;
[[maybe_unused]] constexpr double a_ = 1, b_ = 2, x_ = 3, y_ = 4, op_ = 5, home_ = 6, builder_ = 7,
                                  node_ = 8, value_ = 9;
[[maybe_unused]] constexpr double step = 1, home = 2, number = 3, slot = 4, code = 5, text = 6,
                                  name = 7, count = 8, index = 9, result = 10, results = 11,
                                  value = 12, values = 13, first = 14, last = 15, rest = 16,
                                  inputs = 17, input = 18, outputs = 19, output = 20, operand = 21,
                                  operands = 22, partial = 23, partials = 24, adjoint = 25,
                                  adjoints = 26, guard = 27, symbol = 28, builder = 29, tape = 30,
                                  scope = 31, label = 32, data = 33, grad = 34, gradient = 35,
                                  derivative = 36, node = 37, leaf = 38, leaves = 39, args = 40,
                                  arguments = 41, next = 42, entry = 43, entries = 44,
                                  position = 45, at = 46, it = 47, begin = 48, end = 49, size = 50,
                                  key = 51, list = 52, tuple = 53, array = 54, pair = 55, wrt = 56,
                                  seed = 57, hash = 58, table = 59, digits = 60, scale = 61,
                                  constant = 62, literal = 63, variable = 64, binding = 65,
                                  bindings = 66, choose = 67, store = 68, visit = 69, fill = 70,
                                  live = 71, used = 72, moved = 73, known = 74, found = 75,
                                  target = 76, targets = 77, active = 78, depends = 79, share = 80,
                                  square = 81, inverse = 82, out = 83, epoch = 84, mark = 85,
                                  depth = 86, tied = 87, member = 88, part = 89, parts = 90,
                                  terms = 91, term = 92, sign = 93, factor = 94, factors = 95,
                                  piece = 96, condition = 97, simpler = 98, folded = 99,
                                  current = 100, root = 101, numbers = 102, record = 103,
                                  op_behind = 104, apply = 105, applied = 106;
// NOLINTEND

}  // namespace

#include <ctgrad/ctgrad.hpp>

#include <boost/hana/adapt_struct.hpp>
#include <boost/test/unit_test.hpp>

#include <sstream>
#include <tuple>

namespace {

namespace cg = ctgrad;

template <class Number>
struct bond {
  Number rate, maturity;
};

struct cube_op : cg::op<"cube", 1> {
  static constexpr auto value(const auto& number_) { return number_ * number_ * number_; }
  static constexpr auto partials(const auto& number_, const auto&) {
    return std::tuple{3 * number_ * number_};
  }
};

struct choice_op : cg::op<"choice", 3> {
  static constexpr auto value(const auto& c_, const auto& p_, const auto& q_) {
    return cg::where(c_ > 0, p_, q_);
  }
  static constexpr auto partials(const auto& c_, const auto&, const auto&, const auto&) {
    return std::tuple{0, cg::where(c_ > 0, 1, 0), cg::where(c_ > 0, 0, 1)};
  }
};

/// Every op of the library, on any engine.
constexpr auto everything = [](const auto& one, const auto& two) {
  using cg::abs, cg::erfc, cg::exp, cg::log, cg::max, cg::min, cg::pow, cg::relu, cg::sigmoid,
      cg::sin, cg::sqrt, cg::tanh, cg::cos, cg::where;
  const auto sum = one + two * 3 - two / one + -one;
  const auto powers = pow(two, 3) + pow(two, 1.5) + pow(two, one) + sqrt(two) + pow(two, 70);
  const auto functions =
      exp(one) + log(two) + sin(one) + cos(one) + tanh(one) + sigmoid(one) + erfc(one);
  const auto kinks = relu(one) + abs(two) + max(one, two) + min(one, two) +
                     where((one < two && one <= two) || one > two || !(one >= two), one, two) +
                     where(one == two, 1, where(one != two, one, 2));
  return sum + powers + functions + kinks + cg::apply<cube_op>(one) +
         cg::apply<choice_op>(one, two, one);
};

}  // namespace

BOOST_HANA_ADAPT_STRUCT(bond<double>, rate, maturity);

BOOST_AUTO_TEST_SUITE(names)

BOOST_AUTO_TEST_CASE(functions) {
  const auto both = cg::value_and_gradient(everything)(0.5, 2.0);
  BOOST_TEST(both.gradient.size() == 2u);
  BOOST_TEST(cg::gradient<cg::wrt<1>>(everything)(0.5, 2.0)[0] == both.gradient[1]);
  constexpr auto powers = [](auto argument) { return pow(argument, 3); };
  static_assert(cg::derivative<2>(powers)(2.0) == 12);
  constexpr auto of_structure = [](auto b1, auto list_) {
    return b1.rate * b1.maturity + list_[0] * list_[1];
  };
  const auto shaped = cg::gradient(of_structure)(bond<double>{0.5, 2.0}, std::array{3.0, 4.0});
  BOOST_TEST(std::get<0>(shaped).rate == 2);
  BOOST_TEST(std::get<1>(shaped)[1] == 3);
  constexpr auto of_tuple = [](auto nested) {
    return std::get<0>(nested) * std::get<1>(nested).second;
  };
  BOOST_TEST(std::get<0>(cg::gradient(of_tuple)(std::tuple{2.0, std::pair{1.0, 5.0}})) == 5);
}

BOOST_AUTO_TEST_CASE(formulas) {
  using namespace cg::literals;
  constexpr auto one = cg::var<"one">;
  constexpr auto two = cg::var<"two">;
  const auto formula = everything(one, two) + 2.5 * one + 0.5_c;
  const auto slopes = cg::value_and_gradient(formula)(one = 0.5, two = 2.0);
  const auto expected = cg::value_and_gradient(everything)(0.5, 2.0);
  BOOST_TEST(slopes.value == expected.value + 1.25 + 0.5, boost::test_tools::tolerance(1e-15));
  BOOST_TEST(slopes.gradient[two] == expected.gradient[1], boost::test_tools::tolerance(1e-15));
  std::ostringstream stream;
  stream << cg::derivative(formula, two);
  BOOST_TEST(!stream.str().empty());
}

BOOST_AUTO_TEST_CASE(dynamic_graphs) {
  const cg::scope guarded;
  cg::Value one{0.5}, two{2.0};
  cg::Value answer = everything(one, two);
  answer.label("answer");
  answer.backward();
  BOOST_TEST(two.grad() == cg::gradient(everything)(0.5, 2.0)[1],
             boost::test_tools::tolerance(1e-15));
  {
    const cg::no_grad quiet;
    answer += one;
  }
  answer *= two;
  one.zero_grad();
  std::ostringstream stream;
  stream << one << cg::to_dot(answer);
  BOOST_TEST(!stream.str().empty());
  BOOST_TEST(cg::variables(std::vector{1.0, 2.0}).size() == 2u);
  BOOST_TEST(std::max(one, two).data() == 2);
}

BOOST_AUTO_TEST_CASE(programs) {
  cg::builder<double> recording;
  const cg::symbol one{recording, recording.input()}, two{recording, recording.input()};
  const auto slopes = cg::adjoints(recording, everything(one, two), {one, two});
  const auto program = recording.finish({slopes[0].at(recording), slopes[1].at(recording)});
  BOOST_TEST(cg::validate(program).empty());
  BOOST_TEST(cg::remove_dead(program).outputs.size() == 2u);
  BOOST_TEST(!cg::to_string(program).empty());
}

BOOST_AUTO_TEST_SUITE_END()
