// A program that has used up the names before it includes the library. It has to compile without a
// warning: GCC's -Wshadow compares the names in the lambdas and constructors of a header with the
// globals of the program that includes it. Its own names are those that nobody else has.
#include <ctgrad/check/check_gradient.hpp>
#include <ctgrad/check/detect_anomaly.hpp>
#include <ctgrad/ctgrad.hpp>
#include <ctgrad/diff/print.hpp>
#include <ctgrad/nn/nn.hpp>
#include <ctgrad/op/special.hpp>

#include <boost/hana/adapt_struct.hpp>
#include <boost/test/unit_test.hpp>

#include <sstream>
#include <tuple>
#include <vector>

#include "taken_names.hpp"

namespace {

namespace cg = ctgrad;

template <class Number>
struct my_bond {
  Number my_rate, my_maturity;
};

struct cube_op : cg::op<"cube", 1> {
  static constexpr auto value(const auto& my_x) { return my_x * my_x * my_x; }
  static constexpr auto partials(const auto& my_x, const auto&) {
    return std::tuple{3 * my_x * my_x};
  }
};

struct choice_op : cg::op<"choice", 3> {
  static constexpr auto value(const auto& my_x, const auto& my_y, const auto& my_z) {
    return cg::where(my_x > 0, my_y, my_z);
  }
  static constexpr auto partials(const auto& my_x, const auto&, const auto&, const auto&) {
    return std::tuple{0, cg::where(my_x > 0, 1, 0), cg::where(my_x > 0, 0, 1)};
  }
};

CTGRAD_FUNCTION_1(my_cube, cube_op)
CTGRAD_FUNCTION_3(my_choice, choice_op)

/// All kinds of ops, on any engine.
constexpr auto everything = [](const auto& my_x, const auto& my_y) {
  using cg::abs, cg::erfc, cg::exp, cg::log, cg::max, cg::min, cg::pow, cg::relu, cg::sigmoid,
      cg::sin, cg::sqrt, cg::tanh, cg::cos, cg::where;
  const auto my_sum = my_x + my_y * 3 - my_y / my_x + -my_x;
  const auto my_powers =
      pow(my_y, 3) + pow(my_y, 1.5) + pow(my_y, my_x) + sqrt(my_y) + pow(my_y, 70);
  const auto my_functions = exp(my_x) + log(my_y) + sin(my_x) + cos(my_x) + tanh(my_x) +
                            sigmoid(my_x) + erfc(my_x) + cg::logit(my_x) + cg::log1m_exp(-my_x);
  const auto my_kinks =
      relu(my_x) + abs(my_y) + max(my_x, my_y) + min(my_x, my_y) +
      where((my_x < my_y && my_x <= my_y) || my_x > my_y || !(my_x >= my_y), my_x, my_y) +
      where(my_x == my_y, 1, where(my_x != my_y, my_x, 2));
  return my_sum + my_powers + my_functions + my_kinks + my_cube(my_x) + my_choice(my_x, my_y, my_x);
};

/// For derivatives that take long to compile: their headers meet the names with any op.
constexpr auto little = [](const auto& my_x, const auto& my_y) {
  return my_x * my_y * exp(my_x) + my_choice(my_x, my_cube(my_y), my_x);
};

constexpr auto ranges = [](const auto& my_x, const auto& my_y) {
  const std::array my_list{my_x, my_y, my_x * my_y};
  return cg::norm(my_list) + cg::log_sum_exp(my_list) + cg::softmax(my_list)[0] +
         cg::log_softmax(my_list)[1] + cg::dot(my_list, my_list) + cg::squared_norm(my_list);
};

constexpr auto polar = [](auto my_x, auto my_y) {
  return std::array{my_x * cos(my_y), my_x * sin(my_y)};
};

}  // namespace

BOOST_HANA_ADAPT_STRUCT(my_bond<double>, my_rate, my_maturity);

BOOST_AUTO_TEST_SUITE(taken_names)

BOOST_AUTO_TEST_CASE(gradients) {
  const auto my_both = cg::value_and_gradient(everything)(0.5, 2.0);
  BOOST_TEST(my_both.gradient.size() == 2u);
  BOOST_TEST(cg::gradient<cg::wrt<1>>(everything)(0.5, 2.0)[0] == my_both.gradient[1]);
  BOOST_TEST(
      cg::gradient<cg::interpreted>(ranges)(0.5, 2.0)[0] == cg::gradient(ranges)(0.5, 2.0)[0],
      boost::test_tools::tolerance(1e-14));
  constexpr auto of_structure = [](auto my_b, auto my_list) {
    return my_b.my_rate * my_b.my_maturity + my_list[0] * my_list[1];
  };
  const auto my_slopes =
      cg::gradient(of_structure)(my_bond<double>{0.5, 2.0}, std::array{3.0, 4.0});
  BOOST_TEST(std::get<0>(my_slopes).my_rate == 2);
  BOOST_TEST(std::get<1>(my_slopes)[1] == 3);
  constexpr auto of_tuple = [](auto my_t) { return std::get<0>(my_t) * std::get<1>(my_t).second; };
  BOOST_TEST(std::get<0>(cg::gradient(of_tuple)(std::tuple{2.0, std::pair{1.0, 5.0}})) == 5);
}

BOOST_AUTO_TEST_CASE(at_run_time) {
  const std::vector my_point{0.5, 2.0}, my_axis{1.0, 0.0};
  const auto my_f = [](const auto& my_list) { return little(my_list[0], my_list[1]); };
  const auto my_all = cg::value_gradient_hessian(cg::dynamic(my_f))(my_point);
  BOOST_TEST(cg::gradient(cg::dynamic(my_f))(my_point)[1] == my_all.gradient[1]);
  BOOST_TEST(cg::hvp(cg::dynamic(my_f))(my_point, my_axis)[1] == my_all.hessian[0][1]);
  BOOST_TEST(cg::jacobian(cg::dynamic(polar))(2.0, 0.0)[1][1] == 2);
  BOOST_TEST(cg::jvp(cg::dynamic(polar))(std::array{2.0, 0.0}, my_axis)[0] == 1);
  BOOST_TEST(cg::vjp(cg::dynamic(polar))(std::array{2.0, 0.0}, my_axis)[0] == 1);
  BOOST_TEST((cg::partial<0, 1>(cg::dynamic(little))(0.5, 2.0)) == my_all.hessian[0][1],
             boost::test_tools::tolerance(1e-13));
  const auto my_rate = [](const auto& my_b) { return my_b.my_rate * my_b.my_maturity; };
  BOOST_TEST(cg::gradient(cg::dynamic(my_rate))(my_bond<double>{0.5, 2.0}).my_rate == 2);
}

BOOST_AUTO_TEST_CASE(the_family) {
  constexpr std::array my_point{2.0, 0.0};
  constexpr std::array my_direction{1.0, 1.0};
  static_assert(cg::derivative<2>([](auto my_x) { return pow(my_x, 3); })(2.0) == 12);
  BOOST_TEST(cg::value_and_jacobian(polar)(2.0, 0.0).jacobian[1][1] == 2);
  BOOST_TEST(cg::jvp(polar)(my_point, my_direction)[1] == 2);
  BOOST_TEST(cg::vjp(polar)(my_point, my_direction)[0] == 1);
  const auto my_hessian = cg::value_gradient_hessian(little)(0.5, 2.0).hessian;
  constexpr std::array my_start{0.5, 2.0};
  constexpr std::array my_axis{1.0, 0.0};
  BOOST_TEST(cg::hvp(little)(my_start, my_axis)[1] == my_hessian[0][1],
             boost::test_tools::tolerance(1e-13));
  BOOST_TEST((cg::partial<0, 1>(little)(0.5, 2.0)) == my_hessian[0][1],
             boost::test_tools::tolerance(1e-13));
  BOOST_TEST((cg::sparsity<double, double>(cg::jacobian(polar)).nonzeros == 4));
  const auto my_text = cg::to_string(cg::hessian(little), {"r", "t"}) +
                       cg::to_cpp(cg::value_and_gradient(little), "my_name") +
                       cg::to_dot(cg::jacobian(polar));
  BOOST_TEST(!my_text.empty());
}

BOOST_AUTO_TEST_CASE(formulas) {
  using namespace cg::literals;
  constexpr auto my_x = cg::var<"my_x">;
  constexpr auto my_y = cg::var<"my_y">;
  const auto my_formula = everything(my_x, my_y) + 2.5 * my_x + 0.5_c;
  const auto my_slopes = cg::value_and_gradient(my_formula)(my_x = 0.5, my_y = 2.0);
  const auto my_truth = cg::value_and_gradient(everything)(0.5, 2.0);
  BOOST_TEST(my_slopes.value == my_truth.value + 1.25 + 0.5, boost::test_tools::tolerance(1e-15));
  BOOST_TEST(my_slopes.gradient[my_y] == my_truth.gradient[1], boost::test_tools::tolerance(1e-15));
  BOOST_TEST(cg::hessian(my_x * my_y)(my_x = 0.5, my_y = 2.0)[my_x][my_y] == 1);
  std::ostringstream my_stream;
  my_stream << cg::derivative(my_formula, my_y) << cg::to_cpp(cg::gradient(my_x * my_y), "my_name");
  BOOST_TEST(!my_stream.str().empty());
}

BOOST_AUTO_TEST_CASE(dynamic_graphs) {
  const cg::scope my_scope;
  const cg::detect_anomaly my_guard;
  cg::Value my_x{0.5}, my_y{2.0};
  cg::Value my_z = everything(my_x, my_y) + 0 * ranges(my_x, my_y);
  my_z.label("my_z");
  my_z.backward();
  BOOST_TEST(my_y.grad() == cg::gradient(everything)(0.5, 2.0)[1],
             boost::test_tools::tolerance(1e-15));
  {
    const cg::no_grad my_quiet;
    my_z += my_x;
  }
  my_z *= my_y;
  my_x.zero_grad();
  std::ostringstream my_stream;
  my_stream << my_x << cg::to_dot(my_z);
  BOOST_TEST(!my_stream.str().empty());
  BOOST_TEST(cg::variables(std::vector{1.0, 2.0}).size() == 2u);
  BOOST_TEST(std::max(my_x, my_y).data() == 2);
}

BOOST_AUTO_TEST_CASE(duals_and_checks) {
  const auto my_x = cg::dual<double, 2>::variable(0.5, 0);
  const auto my_y = cg::dual<double, 2>::variable(2.0, 1);
  BOOST_TEST(everything(my_x, my_y).tangent(1) == cg::gradient(everything)(0.5, 2.0)[1],
             boost::test_tools::tolerance(1e-13));
  BOOST_TEST(bool(cg::check_gradient(everything, 0.5, 2.0)));
  BOOST_TEST(bool(cg::check_op<cube_op>(2.0)));
}

BOOST_AUTO_TEST_CASE(networks) {
  std::mt19937_64 my_engine(1);
  cg::nn::mlp my_network({2, 3, 1}, {cg::nn::activation::tanh, cg::nn::activation::linear},
                         my_engine);
  cg::nn::sgd my_optimizer(my_network.parameters(), 0.1);
  my_optimizer.step();
  BOOST_TEST(my_network.parameters().size() == 13u);
}

BOOST_AUTO_TEST_CASE(programs) {
  cg::builder<double> my_builder;
  const cg::symbol my_x{my_builder, my_builder.input()}, my_y{my_builder, my_builder.input()};
  const auto my_slopes = cg::adjoints(my_builder, everything(my_x, my_y), {my_x, my_y});
  const auto my_program =
      my_builder.finish({my_slopes[0].at(my_builder), my_slopes[1].at(my_builder)});
  BOOST_TEST(cg::validate(my_program).empty());
  BOOST_TEST(cg::remove_dead(my_program).outputs.size() == 2u);
  BOOST_TEST(!cg::to_string(my_program).empty());
}

BOOST_AUTO_TEST_SUITE_END()
