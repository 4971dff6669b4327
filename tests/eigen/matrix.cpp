// Matrices of variables, their numbers and their gradients.
#include <ctgrad/eigen/matrix.hpp>

#include <string_view>
#include <type_traits>

#include "support.hpp"

namespace {

auto tagged(std::string_view tag) {
  return [tag](const cg::error& e) {
    return std::string_view(e.what()).find(tag) != std::string_view::npos;
  };
}

}  // namespace

BOOST_AUTO_TEST_SUITE(matrices)

BOOST_AUTO_TEST_CASE(variables_have_the_sizes_of_the_numbers) {
  const Eigen::Matrix<float, 2, 3, Eigen::RowMajor> numbers{{1, 2, 3}, {4, 5, 6}};
  const auto x = cg::variables(numbers);
  static_assert(std::is_same_v<decltype(x),
                               const Eigen::Matrix<cg::basic_value<float>, 2, 3, Eigen::RowMajor>>);
  BOOST_TEST((cg::data(x) == numbers));
  BOOST_TEST(!x(1, 2).is_passive());
  static_assert(std::is_same_v<decltype(cg::variables(VectorXd(3))), value_vector>);
  static_assert(std::is_same_v<decltype(cg::variables(Eigen::Vector3i(1, 2, 3))),
                               Eigen::Matrix<Value, 3, 1>>);
  static_assert(std::is_same_v<decltype(cg::variables(Eigen::ArrayXXd(2, 2))),
                               Eigen::Array<Value, Eigen::Dynamic, Eigen::Dynamic>>);
  BOOST_TEST(cg::variables(MatrixXd(0, 3)).size() == 0);
}

BOOST_AUTO_TEST_CASE(every_coefficient_is_a_variable_of_its_own) {
  const auto x = cg::variables(MatrixXd::Zero(2, 2) + MatrixXd::Identity(2, 2));
  (x(0, 0) * 3 + x(0, 1) * x(1, 1)).backward();
  BOOST_TEST((cg::grad(x) == MatrixXd{{3, 1}, {0, 0}}));
  BOOST_TEST((cg::grad(x.row(0)) == Eigen::RowVector2d(3, 1)));
  BOOST_TEST((cg::data(x.transpose() * 2) == MatrixXd{{2, 0}, {0, 2}}));
}

BOOST_AUTO_TEST_CASE(gradients_add_up_until_they_are_set_to_0) {
  const auto x = cg::variables(Eigen::Vector2d(1, 2));
  x.sum().backward();
  x.sum().backward();
  BOOST_TEST((cg::grad(x) == Eigen::Vector2d(2, 2)));
  cg::zero_grad(x);
  BOOST_TEST((cg::grad(x) == Eigen::Vector2d(0, 0)));
}

/// A training loop on a matrix, in flat memory.
BOOST_AUTO_TEST_CASE(parameters_are_updated_in_place) {
  const MatrixXd A = random_matrix(8, 3);
  const VectorXd truth = Eigen::Vector3d(1, -2, 3), b = A * truth;
  auto x = cg::variables(VectorXd::Zero(3));
  std::size_t length = 0;
  for (int step = 0; step < 300; ++step) {
    const cg::scope s;
    cg::zero_grad(x);
    Value((A * x - b).squaredNorm()).backward();
    for (Value& p : x) p.data() -= 0.1 * p.grad();
    if (step == 0) length = recorded();
    BOOST_TEST(recorded() == length);
  }
  BOOST_TEST((cg::data(x) - truth).norm() < 1e-6);
}

BOOST_AUTO_TEST_CASE(a_constant_has_no_gradient) {
  values x = cg::variables(MatrixXd::Identity(2, 2));
  x(0, 1) = 0;
  x.sum().backward();
  BOOST_CHECK_EXCEPTION(cg::grad(x), cg::error, tagged("ctgrad-E22"));
}

BOOST_AUTO_TEST_CASE(numbers_of_duals) {
  using D = cg::dual<double, 1>;
  const Eigen::Matrix<D, 2, 1> x(D::variable(3.0), D(4.0));
  BOOST_TEST((cg::data(x) == Eigen::Vector2d(3, 4)));
}

/// Ranges that are none of Eigen's are what they were.
BOOST_AUTO_TEST_CASE(other_ranges_are_vectors) {
  static_assert(std::is_same_v<decltype(cg::variables(std::array{1.0})), std::vector<Value>>);
}

BOOST_AUTO_TEST_SUITE_END()
