// Recordings of functions of Eigen's vectors and matrices.
#include <ctgrad/eigen/eigen.hpp>
#include <ctgrad/record/derivative.hpp>
#include <ctgrad/record/recorder.hpp>
#include <ctgrad/record/storage.hpp>

#include <boost/test/unit_test.hpp>

#include <sstream>
#include <type_traits>

#include <Eigen/LU>

namespace cg = ctgrad;

namespace {

const Eigen::MatrixXd A = (Eigen::MatrixXd(3, 3) << 0.1, 2, -1, 3, 0.5, 1, 4, -2, 5).finished();
const Eigen::VectorXd x = (Eigen::VectorXd(3) << 1, -2, 0.5).finished();

const auto form = [](const auto& v, const auto& m) {
  return v.dot(A * v) * m.trace() + (A * v).norm() * sin(m(0, 1)) + v.squaredNorm();
};

bool close(const auto& a, const auto& b) {
  return (a - b).norm() <= 1e-14 * (1 + b.norm());
}

}  // namespace

BOOST_AUTO_TEST_SUITE(eigen_recording)

BOOST_AUTO_TEST_CASE(derivatives_have_the_types_of_the_arguments) {
  const Eigen::Matrix2d m{{1, 2}, {3, 4}};
  const auto r = cg::record(form, Eigen::VectorXd::Zero(3).eval(), m);
  BOOST_TEST(r(x, m) == form(x, m));
  const auto g = cg::gradient(r)(x, m);
  static_assert(std::is_same_v<std::remove_const_t<decltype(g)>,
                               std::tuple<Eigen::VectorXd, Eigen::Matrix2d>>);
  const auto expected = cg::gradient(cg::dynamic(form))(x, m);
  BOOST_TEST(close(std::get<0>(g), std::get<0>(expected)));
  BOOST_TEST(close(std::get<1>(g), std::get<1>(expected)));
  const auto h = cg::hessian<cg::wrt<0>>(r);
  const Eigen::MatrixXd H = h(x, m);
  BOOST_TEST(close(H, cg::jacobian<cg::wrt<0>>(cg::gradient<cg::wrt<0>>(r))(x, m)));
  BOOST_TEST(close(cg::hvp<cg::wrt<0>>(r)(x, m, x), H * x));
  std::stringstream file;
  save(file, h);
  BOOST_TEST((cg::load<decltype(h)>(file)(x, m) == H));
  BOOST_CHECK_THROW(r(Eigen::VectorXd::Zero(2).eval(), m), cg::error);
}

BOOST_AUTO_TEST_CASE(a_jacobian_that_is_not_symmetric_has_its_rows_in_place) {
  const auto f = [](const auto& v) { return (A * v).eval(); };
  const Eigen::MatrixXd J = cg::jacobian(cg::record(f, x))(x);
  BOOST_TEST((J == A));
  const auto both = cg::value_and_jacobian(cg::record(f, x))(x);
  BOOST_TEST((both.jacobian == A));
  BOOST_TEST(close(both.value, (A * x).eval()));
}

BOOST_AUTO_TEST_CASE(the_choice_of_a_pivot_is_guarded) {
  const auto solved = [](const auto& v) {
    const auto B = (A + (v * v.transpose()).eval()).eval();
    return B.partialPivLu().solve(v).eval().sum();
  };
  const auto r = cg::record<cg::guarded>(solved, x);
  BOOST_TEST(r.guards() > 0U);
  BOOST_TEST(std::abs(r(x) - solved(x)) < 1e-14);
  BOOST_TEST(close(cg::gradient(r)(x), cg::gradient(cg::dynamic(solved))(x)));
  const Eigen::VectorXd other = (Eigen::VectorXd(3) << 9, 0.1, 0.2).finished();
  BOOST_CHECK_THROW(r(other), cg::error);
}

BOOST_AUTO_TEST_SUITE_END()
