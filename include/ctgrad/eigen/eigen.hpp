// Eigen with Values and duals: matrices of them, and derivatives by vectors. Needs Eigen 3.4;
// nothing in <ctgrad/ctgrad.hpp> includes it.
//
//   #include <ctgrad/eigen/eigen.hpp>
//   #include <Eigen/Dense>
//
//   const auto f = [&](const auto& x) { return x.dot(A * x) + log(A.llt().solve(x).norm()); };
//   const Eigen::VectorXd g = ctgrad::gradient(ctgrad::dynamic(f))(x);
//   const Eigen::MatrixXd H = ctgrad::hessian(ctgrad::dynamic(f))(x);
//
//   auto a = ctgrad::variables(A);                    // or by hand: Eigen::Matrix<Value, ...>
//   Value y = a.llt().solve(b).squaredNorm();         // b: a VectorXd, or one of Values
//   y.backward();
//   Eigen::MatrixXd slopes = ctgrad::grad(a);
//
// Matrices of Values mix with those of plain numbers. What is not assigned to a matrix is an
// expression that refers to its operands, Values or not: write `value_vector y = A * x`, not
// `auto`.
//
// A number that is 0 but depends on variables is never skipped: not in substitutions, not in
// Householder reflections, in whose QR two signs may differ from what plain numbers give. Where
// there is no derivative, none is made up for it:
//   - a decomposition of a matrix that is singular to the last bit (a pivot of exactly 0), and the
//     determinant() of such a matrix of more than 4 rows, or of dynamic size, by its LU. Sizes
//     fixed at 1 to 4 are expanded, and right everywhere.
//   - x.norm() at x = 0, which is sqrt(0): NaN. ctgrad::norm(x) has the gradient 0 there.
//   - maxCoeff(), lpNorm<Infinity>() and the like take the derivative of one of several that are
//     equal.
// Eigenvalues and singular values are found by iterations that leave out what is small enough:
// where steps are left out, as those of a matrix that is diagonal already, the derivatives of what
// they find, of vectors above all, are wrong without an error; so is LLT::rankUpdate's at a vector
// with zeros. Use closed forms for them (dλ = v'dA v, dσ = u'dA v).
#pragma once

#include <ctgrad/eigen/derivative.hpp>
#include <ctgrad/eigen/householder.hpp>
#include <ctgrad/eigen/layout.hpp>
#include <ctgrad/eigen/matrix.hpp>
#include <ctgrad/eigen/product.hpp>
#include <ctgrad/eigen/rank_update.hpp>
#include <ctgrad/eigen/reduction.hpp>
#include <ctgrad/eigen/scalar.hpp>
#include <ctgrad/eigen/solve.hpp>
#include <ctgrad/eigen/triangular.hpp>
