// Matrices whose size is known in advance: Eigen unrolls these, and has formulas of their own for
// inverses and determinants up to 4.
#include <type_traits>

#include "support.hpp"

namespace {

template <int N>
void check_solving(const MatrixXd& A) {
  using matrix = Eigen::Matrix<Value, N, N>;
  using vector = Eigen::Matrix<Value, N, 1>;
  const VectorXd b = random_vector(N), c = VectorXd::LinSpaced(N, 1, 2);
  const slopes want = closed_form(A, b, c);
  const auto check = [&](const exact_matrix& by_a, auto solve) {
    const cg::scope s;
    const matrix a = cg::variables(A);
    const vector v = cg::variables(b);
    const vector x = solve(a, v);
    c.dot(x).backward();
    BOOST_TEST(roundings(cg::grad(v), want.by_b) <= few * condition(A));
    BOOST_TEST(roundings(cg::grad(a), by_a) <= few * condition(A));
  };
  check(folded(want.by_a), [](auto& a, auto& v) -> vector { return a.llt().solve(v); });
  check(want.by_a, [](auto& a, auto& v) -> vector { return a.partialPivLu().solve(v); });
  check(want.by_a, [](auto& a, auto& v) -> vector { return a.colPivHouseholderQr().solve(v); });
  check(want.by_a, [](auto& a, auto& v) -> vector { return a.inverse() * v; });
}

/// d det(A)/dA are the cofactors, det(A) A⁻ᵀ where A is invertible.
template <int N>
void check_determinant(const MatrixXd& A, const MatrixXd& cofactors) {
  const cg::scope s;
  const Eigen::Matrix<Value, N, N> a = cg::variables(A);
  a.determinant().backward();
  BOOST_TEST(roundings(cg::grad(a), cofactors) <= few * condition(A + MatrixXd::Identity(N, N)));
}

}  // namespace

BOOST_AUTO_TEST_SUITE(fixed_sizes)

BOOST_AUTO_TEST_CASE(solving) {
  check_solving<2>(positive_matrix(2));
  check_solving<2>(MatrixXd::Identity(2, 2));
  check_solving<4>(positive_matrix(4));
  check_solving<4>(MatrixXd::Identity(4, 4));
}

BOOST_AUTO_TEST_CASE(determinants) {
  const auto invertible = [](auto size) {
    constexpr int n = decltype(size)::value;
    const MatrixXd A = positive_matrix(n);
    check_determinant<n>(A, A.determinant() * A.inverse().transpose());
  };
  invertible(std::integral_constant<int, 1>{});
  invertible(std::integral_constant<int, 2>{});
  invertible(std::integral_constant<int, 3>{});
  invertible(std::integral_constant<int, 4>{});
  invertible(std::integral_constant<int, 5>{});
}

/// Of rank n - 1 the determinant is 0 and its slopes are not.
BOOST_AUTO_TEST_CASE(determinants_of_singular_matrices) {
  check_determinant<2>(MatrixXd{{0, 1}, {0, 3}}, MatrixXd{{3, 0}, {-1, 0}});
  MatrixXd hole = MatrixXd::Identity(4, 4), cofactors = MatrixXd::Zero(4, 4);
  hole(1, 1) = 0;
  cofactors(1, 1) = 1;
  check_determinant<4>(hole, cofactors);
}

BOOST_AUTO_TEST_SUITE_END()
