// Forward mode, reverse mode and finite differences agree on functions of a matrix: <grad f, D> is
// the derivative along D.
#include <cmath>

#include "support.hpp"

namespace {

enum class way { llt, ldlt, lu, determinant, inverse, qr, coefficients };

/// A function of a matrix A: c' x(A) with what a decomposition says of A x = b, or another. All
/// ways are one type, because duals of another function are another type, for which all of Eigen is
/// compiled anew.
struct function {
  way by;

  template <class Matrix>
  auto operator()(const Matrix& a) const -> typename Matrix::Scalar {
    switch (by) {
      case way::llt:
        return solved(a, a.llt());
      case way::ldlt:
        return solved(a, a.ldlt());
      case way::lu:
        return solved(a, a.lu());
      case way::determinant:
        return a.determinant();
      case way::inverse:
        return a.inverse().norm();
      case way::qr:
        return solved(a, a.colPivHouseholderQr());
      case way::coefficients:
        return of_coefficients(a);
    }
    return 0;
  }

 private:
  template <class Matrix>
  static auto solved(const Matrix& a, const auto& decomposition) -> typename Matrix::Scalar {
    const Eigen::Matrix<typename Matrix::Scalar, Eigen::Dynamic, 1> x =
        decomposition.solve(random_vector(a.rows()));
    return VectorXd::LinSpaced(x.size(), 1, 2).dot(x.derived());
  }
  /// exp, tanh and products of matrices: a network of two layers.
  template <class Matrix>
  static auto of_coefficients(const Matrix& a) -> typename Matrix::Scalar {
    const Matrix hidden = (a * random_matrix(a.rows(), 7)).array().tanh().matrix();
    return (hidden * hidden.transpose() + a).array().exp().mean();
  }
};

/// The third derivatives of these functions are of the size of condition^4 at most.
void check(const function& f, const MatrixXd& A) {
  const double h = 1e-4, scale = std::pow(condition(A), 4);
  const MatrixXd D = random_matrix(A.rows(), A.cols(), 8);
  const MatrixXd S = D + D.transpose();  // symmetric, as some of the decompositions assume
  const double reverse = cg::gradient(cg::dynamic(f))(A).cwiseProduct(S).sum();
  const double forward = cg::jvp(cg::dynamic(f))(A, S);
  const double difference = (f(MatrixXd(A + h * S)) - f(MatrixXd(A - h * S))) / (2 * h);
  const double size = std::abs(forward) + 1;
  BOOST_TEST(std::abs(forward - reverse) <= few * few * condition(A) * size * 2e-16);
  BOOST_TEST(std::abs(forward - difference) <= size * scale * (h * h * few * few + 1e-15 / h));
}

void check_all(const function& f) {
  check(f, positive_matrix(4));
  check(f, MatrixXd::Identity(4, 4));
  check(f, 2 * MatrixXd::Identity(1, 1));
}

}  // namespace

BOOST_AUTO_TEST_SUITE(forward_and_reverse)

BOOST_AUTO_TEST_CASE(cholesky) {
  check_all({way::llt});
  check_all({way::ldlt});
}

BOOST_AUTO_TEST_CASE(lu) {
  check_all({way::lu});
  check_all({way::determinant});
  check_all({way::inverse});
}

BOOST_AUTO_TEST_CASE(qr) {
  check_all({way::qr});
}

BOOST_AUTO_TEST_CASE(functions_of_coefficients) {
  check_all({way::coefficients});
}

BOOST_AUTO_TEST_CASE(single_precision) {
  using number = cg::basic_value<float>;
  const Eigen::Matrix2f A{{4, 1}, {1, 3}};
  const auto a = cg::variables(A);
  static_assert(std::is_same_v<decltype(a), const Eigen::Matrix<number, 2, 2>>);
  const Eigen::Matrix<number, 2, 1> x = a.ldlt().solve(Eigen::Vector2f(1, 2));
  x[0].backward();  // (a11 - 2 a10) / det
  BOOST_TEST(x[0].data() == 1.0F / 11, boost::test_tools::tolerance(1e-6F));
  BOOST_TEST(cg::grad(a)(0, 0) == -3.0F / 121, boost::test_tools::tolerance(1e-6F));
}

BOOST_AUTO_TEST_SUITE_END()
