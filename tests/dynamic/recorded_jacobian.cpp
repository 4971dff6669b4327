// jacobian(outputs, inputs): a sweep for every output of a recording, and nothing is changed.
#include <span>
#include <stdexcept>
#include <tuple>
#include <type_traits>

#include "../support/limited_memory.hpp"
#include "support.hpp"

namespace {

/// Two outputs of three variables.
std::vector<Value> outputs_of(const std::vector<Value>& x) {
  return {x[0] * x[1] + sin(x[2]), x[2] / x[0]};
}

const std::vector point{2.0, 3.0, 0.5};

/// d outputs_of.
matrix slopes(const std::vector<double>& x) {
  return {{x[1], x[0], std::cos(x[2])}, {-x[2] / (x[0] * x[0]), 0, 1 / x[0]}};
}

void check_near(const matrix& given, const matrix& wanted) {
  BOOST_REQUIRE(given.size() == wanted.size());
  for (std::size_t i = 0; i < wanted.size(); ++i) {
    BOOST_REQUIRE(given[i].size() == wanted[i].size());
    for (std::size_t j = 0; j < wanted[i].size(); ++j)
      BOOST_TEST(given[i][j] == wanted[i][j], boost::test_tools::tolerance(1e-15));
  }
}

}  // namespace

BOOST_AUTO_TEST_SUITE(recorded_jacobians)

BOOST_AUTO_TEST_CASE(rows_are_outputs_and_columns_inputs) {
  const scope s;
  const auto x = cg::variables(point);
  const auto y = outputs_of(x);
  check_near(cg::jacobian(y, x), slopes(point));
  const auto given = cg::jacobian(y, x);
  BOOST_TEST((given == cg::jacobian(dynamic(outputs_of))(point)));
}

BOOST_AUTO_TEST_CASE(gradients_are_as_they_were) {
  const scope s;
  const auto x = cg::variables(point);
  const auto y = outputs_of(x);
  y[1].backward();
  y[1].backward();
  const auto gradients = [&] {
    std::vector<double> all;
    for (const Value& v : x) all.push_back(v.grad());
    for (const Value& v : y) all.push_back(v.grad());
    return all;
  };
  const auto before = gradients();
  const auto size = recorded();
  static_cast<void>(cg::jacobian(y, x));
  BOOST_TEST(gradients() == before, boost::test_tools::per_element());
  BOOST_TEST(recorded() == size);
  y[1].backward();
  BOOST_TEST(is_equal(x[0].grad(), 1.5 * before[0]));
}

BOOST_AUTO_TEST_CASE(inputs_may_be_results_and_outputs_constants) {
  const scope s;
  const Value x{2.0};
  const Value a = x * x, b = sin(a), c = a * b;
  const auto J = cg::jacobian(std::array{c, Value(7.0), a}, std::array{a, b, x, c});
  static_assert(std::is_same_v<decltype(J), const std::array<std::array<double, 4>, 3>>);
  BOOST_TEST(is_equal(J[0][0], std::sin(4.0) + 4 * std::cos(4.0)));
  BOOST_TEST(is_equal(J[0][1], 4));
  BOOST_TEST(is_equal(J[0][2], 4 * J[0][0]));
  BOOST_TEST(is_equal(J[0][3], 1));
  BOOST_TEST((J[1] == std::array<double, 4>{}));
  BOOST_TEST((J[2] == std::array<double, 4>{1, 0, 4, 0}));
}

BOOST_AUTO_TEST_CASE(arrangements) {
  const scope s;
  const auto x = cg::variables(point);
  const auto y = outputs_of(x);
  const auto wanted = slopes(point);
  check_near(cg::jacobian(std::span(y), std::span(x)), wanted);
  check_near({cg::jacobian(y[0], x)}, {wanted[0]});  // a gradient
  const auto J = cg::jacobian(std::tuple{y[0], y[1]}, bond<Value>{x[0], x[2]});
  static_assert(std::is_same_v<decltype(J), const std::tuple<bond<double>, bond<double>>>);
  BOOST_TEST(is_equal(std::get<1>(J).maturity, 0.5));
  const std::vector<Value> none;
  BOOST_TEST(cg::jacobian(none, x).empty());
  BOOST_TEST((cg::jacobian(y, none) == matrix(2)));
}

BOOST_AUTO_TEST_CASE(checkpoints_and_other_numbers) {
  const scope s;
  const auto x = cg::variables(point);
  check_near(cg::jacobian(cg::checkpoint(outputs_of)(x), x), slopes(point));
  const cg::basic_scope<float> narrow;
  const cg::basic_value<float> z{3.0F};
  BOOST_TEST(cg::jacobian(z * z, z) == 6.0F);
}

BOOST_AUTO_TEST_CASE(memory_is_that_of_one_sweep) {
  const scope s;
  const Value x{0.5};
  Value y = x;
  for (int i = 0; i < 10'000; ++i) y = sin(y);
  const std::vector<Value> many(50, y * x);
  const support::memory_limit limit(9 * recorded() + 1000);
  const auto J = cg::jacobian(many, std::array{x});
  BOOST_TEST(J.size() == 50U);
}

BOOST_AUTO_TEST_CASE(mistakes_are_found_before_anything_is_swept) {
  const scope s;
  const auto x = cg::variables(point);
  const auto y = outputs_of(x);
  y[0].backward();
  const double before = x[1].grad();
  Value released, foreign, passive = 2.0;
  {
    const scope inner;
    released = x[0] * x[1];
  }
  cg::Tape other;
  {
    const cg::use_tape there(other);
    foreign = Value{1.0};
  }
  const auto of = [&](const Value& output, const Value& input) {
    return tag_of([&] {
      static_cast<void>(cg::jacobian(std::array{y[0], output}, std::array{x[0], input}));
    });
  };
  BOOST_TEST(of(released, x[1]) == "E20");
  BOOST_TEST(of(foreign, x[1]) == "E21");
  BOOST_TEST(of(y[1], released) == "E20");
  BOOST_TEST(of(y[1], foreign) == "E21");
  BOOST_TEST(of(y[1], passive) == "E22");
  BOOST_TEST(is_identical(x[1].grad(), before));
}

BOOST_AUTO_TEST_CASE(a_sweep_that_throws_leaves_gradients_as_they_were) {
  const scope s;
  bool fails = false;
  const Value x{2.0};
  const auto f = cg::checkpoint([&fails](const Value& a) {
    if (fails) throw std::runtime_error("no");
    return a * a;
  });
  const std::vector y{x * 3, f(x)};
  y[0].backward();
  fails = true;
  BOOST_CHECK_THROW(static_cast<void>(cg::jacobian(y, std::array{x})), std::runtime_error);
  BOOST_TEST(is_equal(x.grad(), 3));
  BOOST_TEST(is_equal(y[0].grad(), 1));
}

BOOST_AUTO_TEST_SUITE_END()
