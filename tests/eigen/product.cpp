// Products of matrices: the gradient of w . (A B) by A is w B', by B it is A' w, where w . x is the
// sum of w(i, j) x(i, j).
#include <ctgrad/eigen/product.hpp>

#include "support.hpp"

namespace {

/// A product of k terms: k roundings and one more, relative to the sum of sizes.
void check(const MatrixXd& A, const MatrixXd& B,
           values (*product)(const values& a, const values& b)) {
  const cg::scope s;
  const auto a = cg::variables(A);
  const auto b = cg::variables(B);
  const values c = product(a, b);
  const MatrixXd w = random_matrix(c.rows(), c.cols(), 5);
  w.cwiseProduct(c).sum().backward();
  const double bound = double(A.size() + B.size());
  BOOST_TEST(roundings(cg::data(c), exact_product(A, B)) <= bound);
  BOOST_TEST(roundings(cg::grad(a), exact_product(w, B.transpose())) <= bound);
  BOOST_TEST(roundings(cg::grad(b), exact_product(A.transpose(), w)) <= bound);
}

/// One side of plain numbers.
void check_mixed(const MatrixXd& A, const MatrixXd& B) {
  const cg::scope s;
  const auto a = cg::variables(A);
  const auto b = cg::variables(B);
  const values left = a * B, right = A * b;
  const MatrixXd w = random_matrix(A.rows(), B.cols(), 5);
  (left.cwiseProduct(w) + w.cwiseProduct(right)).sum().backward();
  const double bound = double(A.size() + B.size());
  BOOST_TEST(roundings(cg::grad(a), times(w, B.transpose())) <= bound);
  BOOST_TEST(roundings(cg::grad(b), times(A.transpose(), w)) <= bound);
}

struct sizes {
  Index rows, inner, columns;
};
/// From inner to outer products, below and above the sizes at which Eigen changes its ways.
constexpr sizes shapes[]{{1, 6, 1}, {6, 1, 5}, {4, 3, 1},   {1, 3, 4},
                         {2, 3, 4}, {9, 8, 7}, {30, 20, 1}, {25, 25, 25}};

}  // namespace

BOOST_AUTO_TEST_SUITE(products)

BOOST_AUTO_TEST_CASE(of_matrices) {
  for (const sizes n : shapes) {
    const MatrixXd A = random_matrix(n.rows, n.inner), B = random_matrix(n.inner, n.columns, 2);
    check(A, B, [](auto& a, auto& b) { return values(a * b); });
    check_mixed(A, B);
  }
}

BOOST_AUTO_TEST_CASE(into_what_is_there) {
  const MatrixXd A = random_matrix(9, 8), B = random_matrix(8, 7, 2);
  check(A, B, [](auto& a, auto& b) {
    values c = values::Zero(9, 7);
    c.noalias() += 3.0 * a * b;
    c.noalias() -= a * (2.0 * b);
    return c;
  });
  check(A, B,
        [](auto& a, auto& b) -> values { return (b.transpose() * a.transpose()).transpose(); });
}

BOOST_AUTO_TEST_CASE(of_zeros_that_are_variables) {
  const MatrixXd zero = MatrixXd::Zero(5, 5), one = MatrixXd::Identity(5, 5);
  check(zero, random_matrix(5, 5), [](auto& a, auto& b) { return values(a * b); });
  check(one, one, [](auto& a, auto& b) { return values(a * b); });
  check(random_matrix(5, 5), VectorXd::Zero(5), [](auto& a, auto& b) { return values(a * b); });
}

BOOST_AUTO_TEST_CASE(of_a_matrix_with_itself) {
  const MatrixXd A = random_matrix(6, 6);
  auto a = cg::variables(A);
  values c = a;
  c = c * c;  // by a temporary
  c.trace().backward();
  BOOST_TEST(roundings(cg::grad(a), MatrixXd(2 * A.transpose())) <= 2);
}

BOOST_AUTO_TEST_CASE(of_vectors) {
  const VectorXd at = random_vector(6), with = random_vector(6, 3);
  const auto x = cg::variables(at);
  x.dot(with).backward();
  BOOST_TEST((cg::grad(x) == with));
  cg::zero_grad(x);
  with.dot(x).backward();
  BOOST_TEST((cg::grad(x) == with));
  cg::zero_grad(x);
  (x.transpose() * x).value().backward();
  BOOST_TEST((cg::grad(x) == 2 * at));
  const auto u = cg::variables(Eigen::Vector3d(1, 2, 3));
  const Eigen::Vector3d v(4, 5, 6);
  u.cross(v.cast<Value>())[0].backward();  // u1 v2 - u2 v1
  BOOST_TEST((cg::grad(u) == Eigen::Vector3d(0, 6, -5)));
}

BOOST_AUTO_TEST_CASE(of_views) {
  const MatrixXd A = random_matrix(6, 6), w = random_matrix(6, 6, 4);
  const MatrixXd lower = A.triangularView<Eigen::Lower>();
  const VectorXd at = random_vector(6), ones = VectorXd::Ones(6);
  const auto x = cg::variables(at);
  const auto a = cg::variables(A);
  value_vector y = a.triangularView<Eigen::Lower>() * x;
  y.sum().backward();
  BOOST_TEST(roundings(cg::grad(x), VectorXd(lower.transpose() * ones)) <= 12);
  cg::zero_grad(x);
  y = a.selfadjointView<Eigen::Lower>() * x;
  y.sum().backward();
  const MatrixXd symmetric = A.selfadjointView<Eigen::Lower>();
  BOOST_TEST(roundings(cg::grad(x), VectorXd(symmetric * ones)) <= 12);
  cg::zero_grad(x);
  y = x.asDiagonal() * at;
  y.sum().backward();
  BOOST_TEST((cg::grad(x) == at));
}

BOOST_AUTO_TEST_CASE(of_views_of_numbers_with_values_and_the_other_way_round) {
  const MatrixXd A = random_matrix(5, 5), B = random_matrix(5, 5, 4), C = random_matrix(5, 5, 5);
  const MatrixXd lower = A.triangularView<Eigen::Lower>();
  const MatrixXd symmetric = A.selfadjointView<Eigen::Upper>();
  const auto expect = [&](const auto& product, const MatrixXd& by_b, const MatrixXd& at) {
    const auto b = cg::variables(at);
    values y = product(b);
    y.cwiseProduct(C).sum().backward();
    BOOST_TEST(roundings(cg::grad(b), by_b) <= 12);
  };
  expect([&](auto& b) { return values(A.triangularView<Eigen::Lower>() * b); },
         lower.transpose() * C, B);
  expect([&](auto& b) { return values(b * A.triangularView<Eigen::Lower>()); },
         C * lower.transpose(), B);
  expect([&](auto& b) { return values(A.selfadjointView<Eigen::Upper>() * b); }, symmetric * C,
         MatrixXd::Zero(5, 5));
  expect([&](auto& b) { return values(b * A.selfadjointView<Eigen::Upper>()); }, C * symmetric, B);
  expect(
      [&](auto& b) {
        values y = values::Zero(5, 5);
        y += b.template triangularView<Eigen::Lower>() * A;
        y -= b.template triangularView<Eigen::StrictlyLower>() * A;
        return y;
      },
      [&] {
        MatrixXd all = (C * A.transpose()).triangularView<Eigen::Lower>();
        all -= MatrixXd((C * A.transpose()).triangularView<Eigen::StrictlyLower>());
        return all;
      }(),
      B);
}

BOOST_AUTO_TEST_SUITE_END()
