// A Gaussian process fitted to measurements: how wide, how high and how noisy the data says that
// the unknown function is. The three numbers maximise the likelihood, whose gradient and Hessian go
// through a Cholesky decomposition of 30 rows.
#include <ctgrad/eigen/eigen.hpp>

#include <cmath>
#include <cstdio>

#include <Eigen/Cholesky>

namespace cg = ctgrad;
using Eigen::Index;
using Eigen::VectorXd;

namespace {

constexpr Index n = 30;
const VectorXd times = VectorXd::LinSpaced(n, 0, 6);
/// sin(t), measured with an error of about 0.1.
const VectorXd heights =
    times.unaryExpr([](double t) { return std::sin(t) + 0.15 * std::sin(131 * t * t); });

/// The covariance of measurements at distances in time. parameters: the logarithms of the width,
/// the height and the noise.
template <class T>
Eigen::Matrix<T, n, n> covariance(const Eigen::Matrix<T, 3, 1>& parameters) {
  const T width = exp(parameters[0]), height = exp(2 * parameters[1]),
          noise = exp(2 * parameters[2]);
  Eigen::Matrix<T, n, n> K;
  for (Index j = 0; j < n; ++j) {
    for (Index i = j; i < n; ++i) {  // LLT reads this half
      K(i, j) = height * exp(-pow((times[i] - times[j]) / width, 2) / 2);
    }
  }
  K.diagonal().array() += noise;
  return K;
}

/// -log of the likelihood: y' K⁻¹ y / 2 + log det K / 2 + n log(2 pi) / 2.
const auto surprise = [](const auto& parameters) {
  const auto cholesky = covariance(parameters).llt();
  const auto fit = heights.dot(cholesky.solve(heights)) / 2;
  const auto size = cholesky.matrixLLT().diagonal().array().log().sum();
  return fit + size + n * std::log(2 * 3.141592653589793) / 2;
};

}  // namespace

int main() {
  Eigen::Vector3d x(std::log(1.5), std::log(1.0), std::log(0.12));
  for (int step = 0; step < 12; ++step) {  // Newton's method
    const auto [value, gradient, hessian] = cg::value_gradient_hessian(cg::dynamic(surprise))(x);
    std::printf("%2d: %9.5f  gradient %7.4f\n", step, value, gradient.norm());
    if (gradient.norm() < 1e-6) break;
    x -= hessian.ldlt().solve(gradient);
  }
  std::printf("width %.4f, height %.4f, noise %.4f\n", std::exp(x[0]), std::exp(x[1]),
              std::exp(x[2]));
  const VectorXd weights = covariance(x).llt().solve(heights);
  const VectorXd near = times.unaryExpr(
      [&](double t) { return std::exp(2 * x[1] - std::pow((t - 2.5) / std::exp(x[0]), 2) / 2); });
  std::printf("f(2.5) is about %.3f (sin: %.3f)\n", near.dot(weights), std::sin(2.5));
}
