// Values and duals as coefficients: what Eigen asks about them, reductions and cwise functions.
#include <ctgrad/eigen/scalar.hpp>

#include <cmath>
#include <type_traits>

#include "support.hpp"

namespace {

/// The gradient of f(x).sum() is that of the function, element by element, to the last bit.
void check_cwise(auto of_array, auto of_number, double from = 0.25, double step = 0.125) {
  const cg::scope s;
  const Eigen::ArrayXd at = Eigen::ArrayXd::LinSpaced(7, from, from + 6 * step);
  const auto x = cg::variables(at);
  Eigen::Array<Value, Eigen::Dynamic, 1> y = of_array(x);
  y.sum().backward();
  for (Index i = 0; i < at.size(); ++i) {
    const auto [value, slope] = cg::value_and_gradient(of_number)(at[i]);
    BOOST_TEST(y[i].data() == value);
    BOOST_TEST(x[i].grad() == slope[0]);
  }
}

#define CHECK_CWISE(name, ...)                         \
  check_cwise([](const auto& x_) { return name(x_); }, \
              [](auto x_) { return name(x_); } __VA_OPT__(, ) __VA_ARGS__)

template <class A, class B>
using sum_type =
    typename Eigen::ScalarBinaryOpTraits<A, B, Eigen::internal::scalar_sum_op<A, B>>::ReturnType;

}  // namespace

BOOST_AUTO_TEST_SUITE(scalars)

BOOST_AUTO_TEST_CASE(traits_are_those_of_the_number_behind) {
  using traits = Eigen::NumTraits<Value>;
  static_assert(!traits::IsComplex && !traits::IsInteger && traits::IsSigned &&
                traits::RequireInitialization);
  static_assert(std::is_same_v<traits::Real, Value> && std::is_same_v<traits::Literal, double>);
  BOOST_TEST(traits::epsilon() == std::numeric_limits<double>::epsilon());
  BOOST_TEST(traits::highest() == std::numeric_limits<double>::max());
  BOOST_TEST(traits::dummy_precision() == 1e-12);
  BOOST_TEST(Eigen::NumTraits<cg::basic_value<float>>::digits10() ==
             std::numeric_limits<float>::digits10);
  static_assert(std::numeric_limits<Value>::epsilon() == std::numeric_limits<double>::epsilon());
  static_assert(std::numeric_limits<cg::dual<float, 2>>::max_digits10 == 9);
}

BOOST_AUTO_TEST_CASE(symbols_are_no_coefficients) {
  static_assert(cg::eigen_scalar<Value> && cg::eigen_scalar<cg::dual<double, 2>>);
  static_assert(cg::eigen_scalar<cg::dual<Value, 1>>);
  static_assert(cg::eigen_scalar<cg::symbol>);
  static_assert(!cg::eigen_scalar<double> && !cg::eigen_scalar<decltype(cg::var<"x">)>);
}

BOOST_AUTO_TEST_CASE(types_that_mix) {
  using D = cg::dual<Value, 1>;
  static_assert(std::is_same_v<sum_type<Value, double>, Value>);
  static_assert(std::is_same_v<sum_type<int, Value>, Value>);
  static_assert(std::is_same_v<sum_type<D, Value>, D> && std::is_same_v<sum_type<double, D>, D>);
  using float_value = cg::basic_value<float>;
  static_assert(std::is_same_v<sum_type<float_value, float>, float_value>);
}

BOOST_AUTO_TEST_CASE(functions_of_coefficients) {
  CHECK_CWISE(exp);
  CHECK_CWISE(log);
  CHECK_CWISE(log1p);
  CHECK_CWISE(log10);
  CHECK_CWISE(expm1);
  CHECK_CWISE(sqrt);
  CHECK_CWISE(sin);
  CHECK_CWISE(cos);
  CHECK_CWISE(tan);
  CHECK_CWISE(asin, -0.75, 0.25);
  CHECK_CWISE(acos, -0.75, 0.25);
  CHECK_CWISE(atan);
  CHECK_CWISE(sinh);
  CHECK_CWISE(cosh);
  CHECK_CWISE(tanh, -1.0);
  CHECK_CWISE(asinh, -1.0);
  CHECK_CWISE(acosh, 1.25);
  CHECK_CWISE(atanh, -0.75, 0.25);
  CHECK_CWISE(abs, -0.375);
  CHECK_CWISE(floor, -0.3);
  CHECK_CWISE(ceil, -0.3);
  CHECK_CWISE(round, -0.3);
}

BOOST_AUTO_TEST_CASE(functions_that_eigen_names) {
  check_cwise([](auto& x) { return x.square(); }, [](auto x) { return x * x; });
  check_cwise([](auto& x) { return x.abs2(); }, [](auto x) { return x * x; });
  check_cwise([](auto& x) { return x.cube(); }, [](auto x) { return x * x * x; });
  check_cwise([](auto& x) { return x.inverse(); }, [](auto x) { return 1 / x; });
  check_cwise([](auto& x) { return x.pow(2.5); }, [](auto x) { return pow(x, 2.5); });
  check_cwise([](auto& x) { return -x / 3 + 2 * x; }, [](auto x) { return -x / 3 + 2 * x; });
  check_cwise([](auto& x) { return (x > 0).select(x, 2.0 * x); },
              [](auto x) { return where(x > 0, x, 2.0 * x); }, -0.375);
}

BOOST_AUTO_TEST_CASE(questions_about_coefficients) {
  Eigen::Array<Value, 3, 1> x(Value{1.0}, Value{-2.0}, Value{0.0});
  BOOST_TEST(x.isFinite().all());
  BOOST_TEST(!x.isNaN().any());
  BOOST_TEST((x / x).isNaN().count() == 1);
  BOOST_TEST(!(1 / x).isFinite().all());
  BOOST_TEST((1 / x).isInf().count() == 1);
  BOOST_TEST((x < 0).count() == 1);
  BOOST_TEST(x.matrix().isApprox(x.matrix()));
  BOOST_TEST(!x.matrix().isZero());
}

BOOST_AUTO_TEST_CASE(norms) {
  const VectorXd at = random_vector(5);
  const auto check = [&](auto norm, const VectorXd& slopes) {
    const cg::scope s;
    const auto x = cg::variables(at);
    Value(norm(x)).backward();
    BOOST_TEST(roundings(cg::grad(x), slopes) <= 3);
  };
  check([](auto& x) { return x.squaredNorm(); }, 2 * at);
  check([](auto& x) { return x.norm(); }, at / at.norm());
  check([](auto& x) { return x.stableNorm(); }, at / at.norm());
  check([](auto& x) { return x.blueNorm(); }, at / at.norm());
  check([](auto& x) { return x.hypotNorm(); }, at / at.norm());
  check([](auto& x) { return x.template lpNorm<1>(); }, at.cwiseSign());
  check([](auto& x) { return cg::norm(x); }, at / at.norm());
  check([](auto& x) { return x.normalized()[0]; },
        VectorXd::Unit(5, 0) / at.norm() - at[0] / std::pow(at.norm(), 3) * at);
}

BOOST_AUTO_TEST_CASE(a_norm_at_the_origin) {
  const auto x = cg::variables(VectorXd::Zero(3));
  cg::norm(x).backward();
  BOOST_TEST((cg::grad(x) == VectorXd::Zero(3)));
  x.squaredNorm().backward();
  BOOST_TEST((cg::grad(x) == VectorXd::Zero(3)));
}

BOOST_AUTO_TEST_CASE(reductions) {
  const MatrixXd at = random_matrix(3, 4);
  const auto check = [&](auto reduce, const MatrixXd& slopes) {
    const cg::scope s;
    const auto x = cg::variables(at);
    Value(reduce(x)).backward();
    BOOST_TEST(roundings(cg::grad(x), slopes) <= 6);
  };
  Index row = 0, column = 0;
  at.maxCoeff(&row, &column);
  MatrixXd largest = MatrixXd::Zero(3, 4);
  largest(row, column) = 1;
  check([](auto& x) { return x.sum(); }, MatrixXd::Ones(3, 4));
  check([](auto& x) { return x.mean(); }, MatrixXd::Constant(3, 4, 1.0 / 12));
  check([](auto& x) { return x.prod(); }, at.prod() * at.cwiseInverse());
  check([](auto& x) { return x.trace(); }, MatrixXd::Identity(3, 4));
  check([](auto& x) { return x.maxCoeff(); }, largest);
  check([](auto& x) { return -(-x).minCoeff(); }, largest);
  check([](auto& x) { return x.colwise().sum().squaredNorm(); }, MatrixXd::Constant(3, 3, 2) * at);
  check([](auto& x) { return x.rowwise().squaredNorm()[1]; },
        Eigen::Vector3d(0, 2, 0).asDiagonal() * at);
}

BOOST_AUTO_TEST_CASE(sums_are_added_from_the_first_to_the_last) {
  const auto x = cg::variables(Eigen::Vector4d(1e16, 1, -1e16, 1));
  BOOST_TEST(x.sum().data() == 1);
  BOOST_TEST(cg::sum(x).data() == 1);
}

/// Three rounds through conservativeResize, swap, copies, moves and blocks of the same matrix.
BOOST_AUTO_TEST_CASE(matrices_move_their_coefficients) {
  const MatrixXd at = random_matrix(3, 3);
  const auto variables = cg::variables(at);
  values x = variables, y;
  x.conservativeResize(5, 5);
  y = std::move(x);
  x = y.topLeftCorner(3, 3);
  y = x;
  x.swap(y);
  x.row(0).swap(x.row(2));
  x.col(0).swap(x.col(1));
  x = x.transpose().eval();
  x.cwiseProduct(random_matrix(3, 3, 9)).sum().backward();
  MatrixXd want = random_matrix(3, 3, 9).transpose();
  want.col(0).swap(want.col(1));
  want.row(0).swap(want.row(2));
  BOOST_TEST((cg::grad(variables) == want));
}

BOOST_AUTO_TEST_SUITE_END()
