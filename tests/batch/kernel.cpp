// A program over many points: what a plan consists of, and that its numbers are those of the
// program at every point.
#include <ctgrad/batch/kernel.hpp>
#include <ctgrad/ctgrad.hpp>

#include <boost/test/unit_test.hpp>

#include <cmath>
#include <cstddef>
#include <random>
#include <vector>

#include "../support/compare.hpp"

namespace cg = ctgrad;
using cg::symbol;
using cg::detail::column;
using cg::detail::kernel;
using cg::detail::planned;
using cg::detail::variation;
using cg::detail::yield_of_points;
using support::is_identical;

namespace {

constexpr auto yes = variation::contiguous, no = variation::none;
constexpr std::size_t width = cg::lanes<double>::size;

struct sample {
  cg::program<double> code;
  std::vector<variation> varies;
};

/// A program of so many operations on 6 inputs, every other of which varies, with a few outputs.
sample random_program(unsigned seed, std::size_t size) {
  std::mt19937 generator(seed);
  cg::builder<double> home;
  std::vector<symbol> all;
  sample made;
  for (int i = 0; i < 6; ++i) {
    all.emplace_back(home, home.input());
    made.varies.push_back(i % 2 != 0 ? variation::none
                          : i == 4   ? variation::strided
                                     : variation::contiguous);
  }
  all.emplace_back(0.75);
  const auto any = [&] { return all[generator() % all.size()]; };
  for (std::size_t i = 0; i < size; ++i) {
    const symbol a = any(), b = any(), c = any(), d = any();
    switch (generator() % 11) {
      case 0:
        all.push_back(a + b);
        break;
      case 1:
        all.push_back(a - b);
        break;
      case 2:
        all.push_back(a * b / 4);
        break;
      case 3:
        all.push_back(a + b * c);
        break;
      case 4:
        all.push_back(c - a * b - d);
        break;
      case 5:
        all.push_back(a + (b - (c + d)));
        break;
      case 6:
        all.push_back(where(a < b, c, d));
        break;
      case 7:
        all.push_back(max(a, b) - square(c));
        break;
      case 8:
        all.push_back(a / (1 + abs(b)));
        break;
      case 9:
        all.push_back(-(a + relu(b)));
        break;
      default:
        all.push_back(where(a <= b && c != d, a, 0.5));
        break;
    }
    if (i % 3 == 0) all.back() = all.back() / (1 + abs(all.back()));
  }
  std::vector<cg::slot> outputs{all[0].at(home), all[1].at(home), all[6].at(home)};
  for (int i = 0; i < 6; ++i) outputs.push_back(any().at(home));
  outputs.push_back(all.back().at(home));
  made.code = home.finish(outputs);
  return made;
}

/// The numbers of the points: 6 columns, of which those that do not vary are read at the first.
struct data {
  std::vector<std::vector<double>> numbers;
  std::vector<column<double>> columns;

  data(const sample& s, std::size_t points, unsigned seed) : numbers(6) {
    std::mt19937 generator(seed);
    std::uniform_real_distribution<double> uniform(-2, 2);
    for (std::size_t k = 0; k < 6; ++k) {
      const bool varies = s.varies[k] != variation::none;
      numbers[k].resize(varies ? 2 * points + 1 : 1);
      for (double& x : numbers[k]) x = uniform(generator);
      const std::size_t stride = !varies ? 0 : k == 4 ? 2 : 1;
      columns.push_back({numbers[k].data(), varies ? points : 1, stride});
    }
  }

  std::vector<double> at(std::size_t i) const {
    std::vector<double> x;
    for (const auto& c : columns) x.push_back(c[i]);
    return x;
  }
};

std::vector<double> interpreted(const cg::program<double>& p, const std::vector<double>& x) {
  std::vector<double> y(p.outputs.size()), memory;
  cg::interpret(p, x, y, memory);
  return y;
}

cg::program<double> finished(cg::builder<double>& home, const std::vector<symbol>& outputs) {
  std::vector<cg::slot> slots;
  for (const auto& y : outputs) slots.push_back(y.at(home));
  return home.finish(slots);
}

}  // namespace

/// Does a kernel compute at every point what the program does, to the last bit?
bool has_bits_of_program(const sample& s, std::size_t points, unsigned seed) {
  const kernel<double> k(s.code, s.varies, yield_of_points::each);
  const data in(s, points, seed);
  const std::size_t outputs = s.code.outputs.size();
  std::vector<std::vector<double>> out(outputs, std::vector<double>(points, -7));
  std::vector<double*> to;
  for (auto& column : out) to.push_back(column.data());
  std::vector<double> shared;
  k.share(in.columns.data(), shared);
  k.each(in.columns.data(), shared, to.data(), {0, points});
  bool same = true;
  for (std::size_t i = 0; i < points; ++i) {
    const auto y = interpreted(s.code, in.at(i));
    for (std::size_t j = 0; j < outputs; ++j) same = same && is_identical(out[j][i], y[j]);
  }
  return same;
}

BOOST_AUTO_TEST_CASE(every_point_has_the_bits_of_the_program) {
  for (unsigned seed = 1; seed <= 150; ++seed) {
    const sample s = random_program(seed, 5 + seed);
    for (const std::size_t points : {std::size_t{1}, width, 4 * width + 1, std::size_t{77}}) {
      BOOST_TEST(has_bits_of_program(s, points, seed), "seed " << seed << ", " << points);
    }
  }
}

/// Squared distances and what their gradient is made of.
BOOST_AUTO_TEST_CASE(a_difference_from_what_does_not_vary_is_not_stored) {
  cg::builder<double> home;
  std::vector<symbol> x;
  for (int i = 0; i < 6; ++i) x.emplace_back(home, home.input());
  const auto d = x[0] - x[1], e = x[2] - x[3];
  const auto near = where(x[4] < 1, x[4], 2 * x[4]);
  const std::vector varies{yes, no, yes, no, variation::strided, no};
  const sample s{finished(home, {x[5] - d * d - e * e, x[5] + near * d, 1 - e * near}), varies};
  for (const std::size_t points : {std::size_t{1}, 8 * width, 8 * width + 3}) {
    BOOST_TEST(has_bits_of_program(s, points, 9));
  }
  const auto made = planned(s.code, varies, yield_of_points::total);
  BOOST_TEST(made.slots <= 5 * made.registers * width);  // no more than 3 inputs, near and its half
}

/// What it is multiplied by is an input that would else be read where the caller has it.
BOOST_AUTO_TEST_CASE(a_difference_times_an_input) {
  cg::builder<double> home;
  std::vector<symbol> x;
  for (int i = 0; i < 6; ++i) x.emplace_back(home, home.input());
  const auto d = x[0] - x[1], e = x[4] - x[3];
  const sample s{finished(home, {x[5] + x[2] * d, x[5] - e * x[2]}),
                 {yes, no, yes, no, variation::strided, no}};
  for (const std::size_t points : {std::size_t{1}, 8 * width, 8 * width + 3}) {
    BOOST_TEST(has_bits_of_program(s, points, 4));
  }
  const auto made = planned(s.code, s.varies, yield_of_points::total);
  BOOST_TEST(made.slots <= 3 * made.registers * width);  // the inputs
}

BOOST_AUTO_TEST_CASE(a_range_of_points_is_written_and_nothing_else) {
  const sample s = random_program(3, 40);
  const kernel<double> k(s.code, s.varies, yield_of_points::each);
  const data in(s, 50, 3);
  std::vector<std::vector<double>> out(s.code.outputs.size(), std::vector<double>(50, -7));
  std::vector<double*> to;
  for (auto& column : out) to.push_back(column.data());
  std::vector<double> shared;
  k.share(in.columns.data(), shared);
  k.each(in.columns.data(), shared, to.data(), {5, 42});
  for (std::size_t j = 0; j < out.size(); ++j) {
    for (std::size_t i = 0; i < 50; ++i) {
      const double expected = i >= 5 && i < 42 ? interpreted(s.code, in.at(i))[j] : -7;
      BOOST_TEST(is_identical(out[j][i], expected));
    }
  }
}

// A sum of n terms in any order is off by at most n units of the sum of their magnitudes; a fused
// multiply-add is nearer.
BOOST_AUTO_TEST_CASE(totals_are_the_sums_over_the_points) {
  for (unsigned seed = 1; seed <= 100; ++seed) {
    const sample s = random_program(seed, 5 + seed);
    const kernel<double> k(s.code, s.varies, yield_of_points::total);
    for (const std::size_t points : {std::size_t{1}, std::size_t{2}, 4 * width, 8 * width + 3}) {
      const data in(s, points, seed);
      const std::size_t outputs = s.code.outputs.size();
      std::vector<double> sums(outputs), shared, expected(outputs), magnitude(outputs);
      k.share(in.columns.data(), shared);
      k.total(in.columns.data(), shared, sums.data(), {0, points});
      for (std::size_t i = 0; i < points; ++i) {
        const auto y = interpreted(s.code, in.at(i));
        for (std::size_t j = 0; j < outputs; ++j) {
          expected[j] += y[j];
          magnitude[j] += std::abs(y[j]);
        }
      }
      for (std::size_t j = 0; j < outputs; ++j) {
        // Outputs are sums of two or three numbers of magnitude up to 16.
        const double bound =
            1.2e-16 * static_cast<double>(points + 4) * (magnitude[j] + 64 * double(points));
        BOOST_TEST(std::abs(sums[j] - expected[j]) <= bound,
                   "seed " << seed << ", " << points << " points, output " << j);
      }
    }
  }
}

BOOST_AUTO_TEST_CASE(what_does_not_vary_is_computed_once) {
  cg::builder<double> home;
  const symbol x(home, home.input()), p(home, home.input());
  const auto code = finished(home, {exp(p) * sin(p) * x, cos(p)});
  const auto made = planned(code, {yes, no}, yield_of_points::each);
  BOOST_TEST(made.shared_calls.size() == 4u);  // exp, sin, their product, cos
  BOOST_TEST(made.shared_outputs.size() == 1u);
  BOOST_TEST(made.steps.size() == 2u);  // product, store
}

BOOST_AUTO_TEST_CASE(a_sum_of_products_is_one_step) {
  cg::builder<double> home;
  std::vector<symbol> x, w;
  for (int i = 0; i < 100; ++i) x.emplace_back(home, home.input());
  for (int i = 0; i < 100; ++i) w.emplace_back(home, home.input());
  symbol y = w[0];
  for (std::size_t i = 0; i < 100; ++i) y = i % 3 == 2 ? y - w[i] * x[i] : y + w[i] * x[i];
  const auto code = finished(home, {y});
  std::vector<variation> varies(200, no);
  for (std::size_t i = 0; i < 100; ++i) varies[i] = yes;
  const auto made = planned(code, varies, yield_of_points::each);
  BOOST_TEST(made.steps.size() == 2u);      // the sum, a store: x is read where it stands
  BOOST_TEST(made.addends.size() == 103u);  // with what stores the sum, and the end
  const auto total = planned(code, varies, yield_of_points::total);
  BOOST_TEST(total.steps.size() == 1u);  // nothing of it is ever in a slot
}

BOOST_AUTO_TEST_CASE(a_long_sum_does_not_need_a_deep_stack) {
  cg::builder<double> home;
  const symbol x(home, home.input());
  symbol y = x;
  for (int i = 0; i < 200'000; ++i) y = y + x * (i % 7);
  const auto code = finished(home, {y});
  const kernel<double> k(code, {yes}, yield_of_points::total);
  const double one = 1;
  const column<double> in{&one, 1, 1};
  std::vector<double> shared;
  double sum = 0;
  k.share(&in, shared);
  k.total(&in, shared, &sum, {0, 1});
  double expected = 1;
  for (int i = 0; i < 200'000; ++i) expected += i % 7;
  BOOST_TEST(sum == expected);
}

BOOST_AUTO_TEST_CASE(slots_are_used_again) {
  cg::builder<double> home;
  symbol y(home, home.input());
  for (int i = 0; i < 1000; ++i) y = sin(y * y) / (1 + y);
  const auto made = planned(finished(home, {y}), {yes}, yield_of_points::each);
  BOOST_TEST(made.steps.size() > 3000u);
  BOOST_TEST(made.slots <= 8 * made.registers * width);
}

/// The sum 1 + -1 is +0, so what is made of it by a change of sign is -0.
BOOST_AUTO_TEST_CASE(a_zero_of_a_sum_with_another_sign_keeps_its_own) {
  cg::builder<double> home;
  const symbol x(home, home.input()), y(home, home.input()), z(home, home.input());
  const auto code = finished(home, {-(x + y), z - (x + y), -(-(x * x - y * y) - z), 1 / -(y + x)});
  const kernel<double> k(code, {yes, yes, yes}, yield_of_points::each);
  const std::vector<double> one{1, 1, 1}, other{-1, 1, -1}, zero{-0.0, -0.0, 0.0};
  const std::vector<column<double>> in{{one.data(), 3}, {other.data(), 3}, {zero.data(), 3}};
  std::vector<std::vector<double>> out(4, std::vector<double>(3));
  std::vector<double*> to;
  for (auto& column : out) to.push_back(column.data());
  std::vector<double> shared;
  k.share(in.data(), shared);
  k.each(in.data(), shared, to.data(), {0, 3});
  for (std::size_t i = 0; i < 3; ++i) {
    const auto expected = interpreted(code, {one[i], other[i], zero[i]});
    for (std::size_t j = 0; j < 4; ++j) BOOST_TEST(is_identical(out[j][i], expected[j]));
  }
}

/// What cancels at a point is no part of the total, which would lose as many digits.
BOOST_AUTO_TEST_CASE(a_total_is_as_accurate_as_the_results_of_the_points) {
  cg::builder<double> home;
  const symbol x(home, home.input()), y(home, home.input());
  const auto code = finished(home, {x - y, x * x - x * y});
  const kernel<double> k(code, {yes, yes}, yield_of_points::total);
  std::mt19937 generator(5);
  std::vector<double> a, b;
  double first = 0, second = 0;
  for (int i = 0; i < 1001; ++i) {
    b.push_back(0x1p30 + double(generator() % 1024));
    a.push_back(b.back() + double(generator() % 8) / 0x1p22);
    first += a.back() - b.back();
    second += a.back() * a.back() - a.back() * b.back();
  }
  const std::vector<column<double>> in{{a.data(), 1001}, {b.data(), 1001}};
  std::vector<double> shared, sums(2);
  k.share(in.data(), shared);
  k.total(in.data(), shared, sums.data(), {0, 1001});
  BOOST_TEST(sums[0] == first);  // exact in any order
  // One product is rounded or not (multiply_add): by 2^60 2^-53 at most.
  BOOST_TEST(std::abs(sums[1] - second) <= 1001 * 0x1p7);
}

BOOST_AUTO_TEST_CASE(a_comparison_is_part_of_its_where) {
  cg::builder<double> home;
  const symbol x(home, home.input()), y(home, home.input());
  const auto code = finished(home, {where(x < y, x, y * 2)});
  BOOST_TEST(planned(code, {yes, yes}, yield_of_points::each).steps.size() == 5u);
}
