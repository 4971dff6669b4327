// Derivatives at vectors and matrices of Eigen, as vectors and matrices.
#include <ctgrad/eigen/derivative.hpp>

#include <tuple>
#include <type_traits>
#include <vector>

#include "support.hpp"

namespace {

constexpr auto smooth = [](const auto& x) { return x.squaredNorm() * exp(x[0]); };
constexpr auto curved = [](const auto& x) { return x.cwiseProduct(x) + 2 * x; };  // an expression

/// Of |x|² exp(x0).
VectorXd smooth_slopes(const VectorXd& x) {
  VectorXd g = 2 * std::exp(x[0]) * x;
  g[0] += x.squaredNorm() * std::exp(x[0]);
  return g;
}
MatrixXd smooth_hessian(const VectorXd& x) {
  const double e = std::exp(x[0]);
  MatrixXd h = 2 * e * MatrixXd::Identity(x.size(), x.size());
  h.row(0) += 2 * e * x.transpose();
  h.col(0) += 2 * e * x;
  h(0, 0) += e * x.squaredNorm();
  return h;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(derivatives)

BOOST_AUTO_TEST_CASE(a_gradient_has_the_type_of_the_point) {
  const VectorXd x = random_vector(5);
  const auto g = cg::gradient(smooth)(x);
  static_assert(std::is_same_v<decltype(g), const VectorXd>);
  BOOST_TEST(roundings(g, smooth_slopes(x)) <= 4);
  const Eigen::Vector3f y(0.5F, -1, 2);
  const auto h = cg::gradient(smooth)(y);
  static_assert(std::is_same_v<decltype(h), const Eigen::Vector3f>);
  const auto row = cg::gradient(smooth)(Eigen::RowVector2d(1, 2));
  static_assert(std::is_same_v<decltype(row), const Eigen::RowVector2d>);
  static_assert(std::is_same_v<decltype(cg::gradient(smooth)(x.head(2))), VectorXd>);
}

BOOST_AUTO_TEST_CASE(values_come_with_derivatives) {
  const VectorXd x = random_vector(4);
  const auto [value, gradient] = cg::value_and_gradient(smooth)(x);
  BOOST_TEST(value == smooth(x));
  BOOST_TEST(roundings(gradient, smooth_slopes(x)) <= 4);
  const auto [f, g, H] = cg::value_gradient_hessian(smooth)(x);
  BOOST_TEST(f == value);
  BOOST_TEST(roundings(g, smooth_slopes(x)) <= 4);
  BOOST_TEST(roundings(H, smooth_hessian(x)) <= 8);
  BOOST_TEST((cg::value_and_hessian(smooth)(x).hessian == H));
}

BOOST_AUTO_TEST_CASE(hessians_are_matrices) {
  const Eigen::Vector4d x = random_vector(4);
  const auto H = cg::hessian(smooth)(x);
  static_assert(std::is_same_v<decltype(H), const Eigen::Matrix4d>);
  BOOST_TEST(roundings(H, smooth_hessian(x)) <= 8);
  const VectorXd v = random_vector(4, 7), y = x;
  const VectorXd Hv = cg::hvp(smooth)(y, v);
  BOOST_TEST(roundings(Hv, VectorXd(H * v)) <= 8);
}

BOOST_AUTO_TEST_CASE(jacobians_are_matrices) {
  const VectorXd x = random_vector(3), v = random_vector(3, 7);
  const auto J = cg::jacobian(curved)(x);
  static_assert(std::is_same_v<decltype(J), const MatrixXd>);
  const MatrixXd want = (2 * x.array() + 2).matrix().asDiagonal();
  BOOST_TEST(roundings(J, want) <= 1);
  BOOST_TEST(roundings(cg::jvp(curved)(x, v), VectorXd(want * v)) <= 2);
  BOOST_TEST(roundings(cg::vjp(curved)(x, v), VectorXd(want * v)) <= 2);
  BOOST_TEST((cg::value_and_jacobian(curved)(x).value == VectorXd(curved(x))));
  static_assert(std::is_same_v<decltype(cg::jacobian([](const auto& y) {
                                 return y.template head<2>().eval();
                               })(Eigen::Vector3d(1, 2, 3))),
                               Eigen::Matrix<double, 2, 3>>);
}

/// The numbers of a matrix count column by column, whatever their order in memory.
BOOST_AUTO_TEST_CASE(matrices_are_points) {
  const Eigen::Matrix2d A{{2, 1}, {0.5, 3}};
  const Eigen::Matrix2d g = cg::gradient([](const auto& a) { return a.determinant(); })(A);
  BOOST_TEST((g == Eigen::Matrix2d{{3, -0.5}, {-1, 2}}));
  const auto J = cg::jacobian([](const auto& a) { return (3 * a.transpose()).eval(); })(
      Eigen::Matrix<double, 2, 2, Eigen::RowMajor>(A));
  const Eigen::Matrix4d swapped{{3, 0, 0, 0}, {0, 0, 3, 0}, {0, 3, 0, 0}, {0, 0, 0, 3}};
  BOOST_TEST((J == swapped));
}

BOOST_AUTO_TEST_CASE(functions_may_have_captures) {
  const MatrixXd A = positive_matrix(5);
  const auto f = [&](const auto& x) { return x.dot(A * x) / 2; };
  const VectorXd x = random_vector(5);
  BOOST_TEST(roundings(cg::gradient(cg::dynamic(f))(x), VectorXd(A * x)) <= 8);
  BOOST_TEST(roundings(cg::hessian(cg::dynamic(f))(x), A) <= 2);
}

BOOST_AUTO_TEST_CASE(several_arguments) {
  constexpr auto f = [](const auto& A, const auto& x, auto scale) { return scale * x.dot(A * x); };
  const MatrixXd A = random_matrix(3, 3);
  const VectorXd x = random_vector(3);
  const auto [by_a, by_x, by_scale] = cg::gradient(f)(A, x, 2.0);
  BOOST_TEST(roundings(by_a, MatrixXd(2 * x * x.transpose())) <= 4);
  BOOST_TEST(roundings(by_x, VectorXd(2 * (A + A.transpose()) * x)) <= 8);
  BOOST_TEST(roundings(VectorXd::Constant(1, by_scale), VectorXd::Constant(1, x.dot(A * x))) <= 8);
  BOOST_TEST((cg::gradient<cg::wrt<1>>(f)(A, x, 2.0) == by_x));
}

BOOST_AUTO_TEST_CASE(lists_of_vectors) {
  const auto f = [](const auto& points) { return (points[0] - points[1]).squaredNorm(); };
  const std::vector<VectorXd> at{Eigen::Vector2d(1, 2), Eigen::Vector2d(3, 5)};
  const std::vector<VectorXd> g = cg::gradient(cg::dynamic(f))(at);
  BOOST_TEST((g[0] == Eigen::Vector2d(-4, -6) && g[1] == Eigen::Vector2d(4, 6)));
}

BOOST_AUTO_TEST_CASE(curves_in_space) {
  const auto curve = [](auto t) { return Eigen::Matrix<decltype(t), 2, 1>(cos(t), sin(t)); };
  const auto J = cg::jacobian(cg::dynamic(curve))(0.5);
  BOOST_TEST(roundings(J, Eigen::Vector2d(-std::sin(0.5), std::cos(0.5))) <= 1);
}

/// Second derivatives through a decomposition: d²/dA² of log det A is -A⁻ᵀ ⊗ A⁻¹.
BOOST_AUTO_TEST_CASE(second_derivatives_of_a_decomposition) {
  const auto f = [](const auto& a) {
    const auto L = a.llt();
    return 2 * L.matrixLLT().diagonal().array().log().sum();
  };
  const MatrixXd A = positive_matrix(3), inverse = A.inverse();
  const MatrixXd H = cg::hessian(cg::dynamic(f))(A);
  for (Index i = 0; i < 3; ++i) {
    for (Index j = 0; j < 3; ++j) {  // by the diagonal, of which both triangles know
      BOOST_TEST(std::abs(H(4 * i, 4 * j) + inverse(i, j) * inverse(i, j)) <=
                 few * condition(A) * condition(A) * 1e-16);
    }
  }
}

BOOST_AUTO_TEST_CASE(the_current_recording_is_left_alone) {
  const std::size_t before = recorded();
  static_cast<void>(cg::hessian(smooth)(random_vector(4)));
  BOOST_TEST(recorded() == before);
}

BOOST_AUTO_TEST_CASE(the_jacobian_of_vectors_that_have_been_recorded_is_a_matrix) {
  const MatrixXd A = random_matrix(4, 3);
  const VectorXd at = random_vector(3);
  const auto x = cg::variables(at);
  const value_vector y = A * x;
  const auto J = cg::jacobian(y, x);
  static_assert(std::is_same_v<decltype(J), const MatrixXd>);
  BOOST_TEST((J == A));
  y[1].backward();
  static_cast<void>(cg::jacobian(y, x));
  BOOST_TEST((cg::grad(x) == A.row(1).transpose()));  // as before
}

BOOST_AUTO_TEST_SUITE_END()
