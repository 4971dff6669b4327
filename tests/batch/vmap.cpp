// vmap(g): every kind of g and of arguments, against g itself at every point.
#include <ctgrad/batch/batch.hpp>

#include <boost/hana/adapt_struct.hpp>
#include <boost/test/unit_test.hpp>

#include <array>
#include <cmath>
#include <cstddef>
#include <span>
#include <tuple>
#include <utility>
#include <vector>

#include "../support/compare.hpp"

namespace cg = ctgrad;
using cg::abs, cg::max, cg::relu, cg::where;
using support::is_identical;

namespace {

template <class T>
struct line {
  T slope, offset;
};

/// Arithmetic and exact functions only: the same bits in every engine.
constexpr auto residual = [](auto x, auto y, auto weight) {
  return where(x < y, weight * (x - y) * (x - y), abs(x) / (1 + y * y)) - max(x, weight);
};
constexpr auto both = [](auto x, auto y) { return std::array{x * y, x / (2 + y * y)}; };

std::vector<double> ramp(std::size_t n, double first, double step) {
  std::vector<double> x(n);
  for (std::size_t i = 0; i < n; ++i) x[i] = first + step * static_cast<double>(i);
  return x;
}

constexpr std::size_t n = 4 * cg::lanes<double>::size + 3;
const std::vector<double> xs = ramp(n, -1.5, 0.0875), ys = ramp(n, 1.25, -0.0625);

}  // namespace

BOOST_HANA_ADAPT_STRUCT(line<double>, slope, offset);

BOOST_AUTO_TEST_CASE(a_function) {
  const std::vector<double> out = cg::vmap(residual)(xs, ys, 0.75);
  BOOST_TEST(out.size() == n);
  for (std::size_t i = 0; i < n; ++i) {
    BOOST_TEST(is_identical(out[i], residual(xs[i], ys[i], 0.75)));
  }
}

BOOST_AUTO_TEST_CASE(value_and_gradient) {
  const auto g = cg::value_and_gradient(residual);
  const auto out = cg::vmap(g)(xs, std::span<const double>(ys), 0.75);
  for (std::size_t i = 0; i < n; ++i) {
    const auto one = g(xs[i], ys[i], 0.75);
    BOOST_TEST(is_identical(out.value[i], one.value));
    for (std::size_t k = 0; k < 3; ++k) {
      BOOST_TEST(is_identical(out.gradient[k][i], one.gradient[k]));
    }
  }
}

BOOST_AUTO_TEST_CASE(chosen_arguments) {
  const auto g = cg::gradient<cg::wrt<2>>(residual);
  const std::array<std::vector<double>, 1> out = cg::vmap(g)(xs, ys, 0.75);
  for (std::size_t i = 0; i < n; ++i) {
    BOOST_TEST(is_identical(out[0][i], g(xs[i], ys[i], 0.75)[0]));
  }
}

BOOST_AUTO_TEST_CASE(jacobian_and_hessian) {
  const auto jacobian = cg::vmap(cg::jacobian(both))(xs, ys);
  const auto hessian = cg::vmap(cg::hessian(residual))(xs, ys, 0.75);
  for (std::size_t i = 0; i < n; ++i) {
    const auto j = cg::jacobian(both)(xs[i], ys[i]);
    const auto h = cg::hessian(residual)(xs[i], ys[i], 0.75);
    for (std::size_t a = 0; a < 2; ++a) {
      for (std::size_t b = 0; b < 2; ++b) {
        BOOST_TEST(is_identical(jacobian[a][b][i], j[a][b]));
        BOOST_TEST(is_identical(hessian[a][b][i], h[a][b]));
      }
    }
  }
}

BOOST_AUTO_TEST_CASE(products_take_a_point_and_a_direction) {
  const std::array direction{0.5, -2.0};
  const auto along = cg::vmap(cg::jvp(both))(std::tuple{xs, ys}, direction);
  const auto back = cg::vmap(cg::vjp(both))(std::tuple{xs, 3.0}, std::array{xs, ys});
  for (std::size_t i = 0; i < n; ++i) {
    const auto a = cg::jvp(both)(std::tuple{xs[i], ys[i]}, direction);
    const auto b = cg::vjp(both)(std::tuple{xs[i], 3.0}, std::array{xs[i], ys[i]});
    for (std::size_t k = 0; k < 2; ++k) {
      BOOST_TEST(is_identical(along[k][i], a[k]));
      BOOST_TEST(is_identical(back[k][i], b[k]));
    }
  }
}

BOOST_AUTO_TEST_CASE(structures_are_shared_or_spread) {
  constexpr auto at = [](const auto& l, auto x) { return l.slope * x + l.offset; };
  const auto g = cg::vmap(cg::gradient(at));
  const line<double> one{2, -1};
  const auto shared = g(one, xs);
  const auto columns = g(line<std::span<const double>>{xs, ys}, 3.0);
  std::vector<line<double>> points;
  for (std::size_t i = 0; i < n; ++i) points.push_back({xs[i], ys[i]});
  const auto rows = g(points, 3.0);
  for (std::size_t i = 0; i < n; ++i) {
    BOOST_TEST(std::get<0>(shared).slope[i] == xs[i]);
    BOOST_TEST(std::get<0>(shared).offset[i] == 1);
    BOOST_TEST(std::get<1>(shared)[i] == 2);
    BOOST_TEST(std::get<1>(columns)[i] == xs[i]);
    BOOST_TEST(std::get<1>(rows)[i] == xs[i]);
  }
}

BOOST_AUTO_TEST_CASE(arrays_of_columns_and_columns_of_arrays) {
  constexpr auto f = [](const auto& p, auto y) { return p[0] * p[1] - y; };
  std::vector<std::array<double, 2>> points;
  for (std::size_t i = 0; i < n; ++i) points.push_back({xs[i], ys[i]});
  const auto columns = cg::vmap(f)(std::array{xs, ys}, 1);
  const auto rows = cg::vmap(f)(points, 1);
  for (std::size_t i = 0; i < n; ++i) {
    BOOST_TEST(columns[i] == xs[i] * ys[i] - 1);
    BOOST_TEST(rows[i] == columns[i]);
  }
}

BOOST_AUTO_TEST_CASE(numbers_of_single_precision) {
  const std::vector<float> x{-1, 0, 0.5F, 2, 3, 1e30F, -0.25F};
  const auto g = cg::value_and_gradient([](auto a, auto b) { return a * a * b + relu(a); });
  const auto out = cg::vmap(g)(x, 0.5F);
  static_assert(std::is_same_v<decltype(out.value), std::vector<float>>);
  for (std::size_t i = 0; i < x.size(); ++i) {
    BOOST_TEST(is_identical(out.value[i], g(x[i], 0.5F).value));
    BOOST_TEST(is_identical(out.gradient[0][i], g(x[i], 0.5F).gradient[0]));
  }
}

BOOST_AUTO_TEST_CASE(any_number_of_points_down_to_none) {
  const auto g = cg::gradient([](auto x) { return x * x * x; });
  for (std::size_t points = 0; points < 3 * cg::lanes<double>::size; ++points) {
    const auto x = ramp(points, 1, 1);
    const auto out = cg::vmap(g)(x);
    BOOST_TEST(out[0].size() == points);
    for (std::size_t i = 0; i < points; ++i) BOOST_TEST(out[0][i] == 3 * x[i] * x[i]);
  }
}

BOOST_AUTO_TEST_CASE(a_long_program_is_interpreted) {
  constexpr auto f = [](auto x, auto y) {
    for (int i = 0; i < 40; ++i) x = x * y - x / (2 + y * y);
    return x;
  };
  const auto g = cg::gradient<cg::interpreted>(f);
  const auto out = cg::vmap(g)(xs, 0.875);
  const auto sum = cg::vsum(g)(xs, 0.875);
  double expected = 0;
  for (std::size_t i = 0; i < n; ++i) {
    BOOST_TEST(is_identical(out[1][i], g(xs[i], 0.875)[1]));
    expected += out[1][i];
  }
  BOOST_TEST(sum[1] == expected, boost::test_tools::tolerance(1e-14));
}

BOOST_AUTO_TEST_CASE(into_the_callers_memory) {
  const auto g = cg::value_and_gradient(residual);
  const auto expected = cg::vmap(g)(xs, ys, 0.75);
  std::vector<double> value(n), dx(n + 2, -7), dw(n);
  std::array<double, n> dy{};
  cg::vmap(g).into(value, dx, std::span(dy), dw)(xs, ys, 0.75);
  auto again = cg::vmap(g)(ys, xs, 0.5);
  cg::vmap(g).into(again)(xs, ys, 0.75);
  for (std::size_t i = 0; i < n; ++i) {
    BOOST_TEST(is_identical(value[i], expected.value[i]));
    BOOST_TEST(is_identical(dx[i], expected.gradient[0][i]));
    BOOST_TEST(is_identical(dy[i], expected.gradient[1][i]));
    BOOST_TEST(is_identical(dw[i], expected.gradient[2][i]));
    BOOST_TEST(is_identical(again.gradient[2][i], expected.gradient[2][i]));
  }
  BOOST_TEST((dx[n] == -7 && dx[n + 1] == -7));
}

BOOST_AUTO_TEST_CASE(formulas_by_named_arguments) {
  constexpr auto a = cg::var<"a">;
  constexpr auto b = cg::var<"b">;
  const double factor = 0.75;
  const auto e = relu(b * factor) + a * a * b;
  const auto value = cg::vmap(e)(b = xs, a = 2.0);
  const auto slope = cg::vmap(cg::value_and_gradient(e))(b = std::span(ys), a = xs);
  const auto second = cg::vsum(cg::hessian(e))(a = xs, b = ys);
  double expected = 0;
  for (std::size_t i = 0; i < n; ++i) {
    const auto one = cg::value_and_gradient(e)(a = xs[i], b = ys[i]);
    BOOST_TEST(is_identical(value[i], e(a = 2.0, b = xs[i])));
    BOOST_TEST(is_identical(slope.value[i], one.value));
    BOOST_TEST(is_identical(slope.gradient[a][i], one.gradient[a]));
    BOOST_TEST(is_identical(slope.gradient[b][i], one.gradient[b]));
    expected += 2 * xs[i];
  }
  BOOST_TEST(second[a][b] == expected, boost::test_tools::tolerance(1e-14));
}
