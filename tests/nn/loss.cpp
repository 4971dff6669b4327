// Losses on numbers, on Values and in functions that are differentiated at compile time; how exact
// they are, and what they do at the ends of the numbers.
#include <ctgrad/ctgrad.hpp>

#include <boost/test/unit_test.hpp>

#include <array>
#include <cmath>
#include <limits>
#include <type_traits>

#include "support.hpp"

using namespace cg::nn;  // NOLINT(google-build-using-namespace)

namespace {

constexpr double infinity = std::numeric_limits<double>::infinity();
constexpr double large = 1e308;
const auto near = boost::test_tools::tolerance(4e-15);

/// The gradient of a loss of Values.
template <class Loss, std::size_t N>
std::array<double, N> recorded_gradient(Loss loss, const std::array<double, N>& at) {
  const auto x = cg::variables(at);
  Value(loss(x)).backward();
  std::array<double, N> result{};
  for (std::size_t i = 0; i < N; ++i) result[i] = x[i].grad();
  return result;
}

template <class Loss>
double recorded_slope(Loss loss, double at) {
  return recorded_gradient([&](const auto& x) { return loss(x[0]); }, std::array{at})[0];
}

}  // namespace

BOOST_AUTO_TEST_SUITE(losses)

// -- means ---------------------------------------------------------------------------------------

BOOST_AUTO_TEST_CASE(means) {
  static_assert(mean(std::array{1.0, 2.0, 6.0}) == 3.0);
  BOOST_TEST(mean(std::vector{1, 2}) == 1.5);
  BOOST_TEST(mean(std::vector{0.1, 0.2, 0.7}) == (0.1 + 0.2 + 0.7) / 3);  // exactly as always
  BOOST_TEST(mean(std::vector<double>(5, large)) == large);               // the sum would overflow
  const auto gradient =
      recorded_gradient([](const auto& x) { return mean(x); }, std::array{1.0, 2.0, 3.0, 4.0, 5.0});
  for (const double g : gradient) BOOST_TEST(g == 0.2);
  BOOST_CHECK_EXCEPTION(mean(std::vector<double>{}), cg::error, tagged("ctgrad-E34"));
}

// -- regression ----------------------------------------------------------------------------------

BOOST_AUTO_TEST_CASE(squared_errors_of_numbers) {
  static_assert(squared_error(3.0, 1.0) == 4.0);
  static_assert(mean_squared_error(std::array{1.0, 5.0}, std::array{2.0, 3.0}) == 2.5);
  BOOST_TEST(mean_squared_error(std::vector{1.0F, 5.0F}, std::vector{2, 3}) == 2.5F);
}

BOOST_AUTO_TEST_CASE(squared_errors_of_values_and_functions) {
  constexpr auto loss = [](auto x) { return mean_squared_error(x, std::array{2.0, 3.0}); };
  static_assert(cg::gradient(loss)(std::array{1.0, 5.0}) == std::array{-1.0, 2.0});
  BOOST_TEST((recorded_gradient(loss, std::array{1.0, 5.0}) == std::array{-1.0, 2.0}));
}

// -- margins -------------------------------------------------------------------------------------

BOOST_AUTO_TEST_CASE(margins_of_two_classes) {
  static_assert(max_margin(0.25, 1) == 0.75);
  static_assert(max_margin(0.25, -1) == 1.25);
  static_assert(max_margin(2.0, 1) == 0);
  static_assert(max_margin(std::array{0.25, -2.0}, std::array{1, 1}) == (0.75 + 3) / 2);
  const auto slope = [](double at, int label) {
    return recorded_slope([&](const Value& x) { return max_margin(x, label); }, at);
  };
  BOOST_TEST(slope(0.25, 1) == -1);
  BOOST_TEST(slope(0.25, -1) == 1);
  BOOST_TEST(slope(2, 1) == 0);
  BOOST_TEST(slope(1, 1) == 0);  // the kink
}

BOOST_AUTO_TEST_CASE(margins_of_many_classes) {
  constexpr std::array scores{1.0, 2.5, 2.0};
  static_assert(max_margin(scores, 0) == 2.5);
  static_assert(max_margin(scores, 1) == 0.5);
  static_assert(max_margin(std::array{0.0, 3.0, 1.0}, 1U) == 0);
  constexpr auto loss = [](auto x) { return max_margin(x, 0); };
  static_assert(cg::gradient(loss)(scores) == std::array{-1.0, 1.0, 0.0});
  BOOST_TEST((recorded_gradient(loss, scores) == std::array{-1.0, 1.0, 0.0}));
}

BOOST_AUTO_TEST_CASE(margins_at_the_ends_of_the_numbers) {
  for (const double score : {large, infinity}) {
    BOOST_TEST(max_margin(score, 1) == 0);
    BOOST_TEST(max_margin(-score, 1) == score);
    BOOST_TEST(max_margin(std::array{score, 0.0}, 0) == 0);
    BOOST_TEST(max_margin(std::array{score, 0.0}, 1) == score);
    BOOST_TEST(max_margin(std::array{-score, 0.0}, 1) == 0);
  }
  BOOST_TEST(max_margin(std::array{3.0}, 0) == 0);  // no other class: always right
}

// -- two classes ---------------------------------------------------------------------------------

long double exact_two_classes(long double logit, long double label) {
  const auto softplus = [](long double x) {
    return x > 0 ? x + std::log1p(std::exp(-x)) : std::log1p(std::exp(x));
  };
  return label * softplus(-logit) + (1 - label) * softplus(logit);
}

BOOST_AUTO_TEST_CASE(binary_cross_entropy_keeps_its_digits) {
  for (const double label : {0.0, 1.0, 0.25, 1e-9}) {
    for (const double z : {-700.0, -40.0, -1.5, -1e-9, 0.0, 0.3, 17.0, 36.5, 700.0}) {
      const auto exact = static_cast<double>(exact_two_classes(z, label));
      BOOST_TEST(binary_cross_entropy(z, label) == exact, near);
      const double slope =
          recorded_slope([&](const Value& x) { return binary_cross_entropy(x, label); }, z);
      const double up = 1 / (1 + std::exp(-z)), down = 1 / (1 + std::exp(z));  // p, 1 - p
      BOOST_TEST(slope == (1 - label) * up - label * down, near);
    }
  }
}

BOOST_AUTO_TEST_CASE(binary_cross_entropy_at_the_ends_of_the_numbers) {
  for (const double z : {large, infinity}) {
    const auto slope = [](double at, double label) {
      return recorded_slope([&](const Value& x) { return binary_cross_entropy(x, label); }, at);
    };
    BOOST_TEST(binary_cross_entropy(z, 1) == 0);
    BOOST_TEST(binary_cross_entropy(z, 0) == z);
    BOOST_TEST(binary_cross_entropy(-z, 1) == z);
    BOOST_TEST(binary_cross_entropy(-z, 0) == 0);
    BOOST_TEST(binary_cross_entropy(z, 0.25) == 0.75 * z);
    BOOST_TEST(slope(z, 1) == 0);
    BOOST_TEST(slope(z, 0) == 1);
    BOOST_TEST(slope(-z, 1) == -1);
    BOOST_TEST(slope(-z, 0) == 0);
    BOOST_TEST(slope(z, 0.25) == 0.75);
  }
  BOOST_TEST(binary_cross_entropy(std::array{large, -large, large}, std::array{0, 1, 0}) == large);
}

BOOST_AUTO_TEST_CASE(binary_cross_entropy_is_a_function_of_the_label_too) {
  constexpr auto loss = [](auto z, auto t) { return binary_cross_entropy(z, t); };
  for (const double label : {0.0, 0.5, 1.0}) {
    const auto gradient = cg::gradient(loss)(0.75, label);
    BOOST_TEST(gradient[0] == 1 / (1 + std::exp(-0.75)) - label, near);
    BOOST_TEST(gradient[1] == -0.75, near);
  }
}

// -- many classes --------------------------------------------------------------------------------

template <std::size_t N>
long double exact_many_classes(const std::array<double, N>& z, std::size_t label) {
  long double rest = 0;
  for (std::size_t i = 0; i < N; ++i) {
    if (i != label) rest += std::exp(static_cast<long double>(z[i]) - z[label]);
  }
  return std::log1p(rest);
}

BOOST_AUTO_TEST_CASE(softmax_cross_entropy_keeps_its_digits) {
  constexpr std::array<std::array<double, 4>, 5> cases{
      {{1, 2, 3, 4}, {0, 0, 0, 0}, {60, 1, -3, 2}, {-1000, 3, 0.5, 1000.25}, {1e-9, -1e-9, 0, 40}}};
  for (const auto& z : cases) {
    for (std::size_t k = 0; k < 4; ++k) {
      const auto loss = [k](const auto& x) { return softmax_cross_entropy(x, k); };
      const auto exact = exact_many_classes(z, k);
      BOOST_TEST(loss(z) == static_cast<double>(exact), near);
      const auto gradient = recorded_gradient(loss, z);
      for (std::size_t i = 0; i < 4; ++i) {
        const long double p = std::exp(-exact_many_classes(z, i));
        const long double slope = i == k ? std::expm1(-exact) : p;
        BOOST_TEST(gradient[i] == static_cast<double>(slope), boost::test_tools::tolerance(1e-13));
      }
    }
  }
}

BOOST_AUTO_TEST_CASE(softmax_cross_entropy_is_few_results_however_many_classes_there_are) {
  const auto logits = cg::variables(std::vector<double>(100, 0.5));
  const auto& tape = cg::basic_tape<double>::current();
  const auto before = tape.size();
  const Value loss = softmax_cross_entropy(logits, 7);
  BOOST_TEST(tape.size() - before <= 5U);  // the other classes as one, the difference, the loss
  BOOST_TEST(loss.data() == std::log(100), near);
}

BOOST_AUTO_TEST_CASE(softmax_cross_entropy_is_the_same_at_compile_time) {
  constexpr auto loss = [](auto z) { return softmax_cross_entropy(z, 2); };
  constexpr std::array z{1.0, -0.5, 0.25};
  const auto recorded = recorded_gradient(loss, z);
  const auto [value, gradient] = cg::value_and_gradient(loss)(z);
  BOOST_TEST(value == loss(z));
  for (std::size_t i = 0; i < 3; ++i) BOOST_TEST(gradient[i] == recorded[i], near);
  const auto vector = std::vector<double>(z.begin(), z.end());
  BOOST_TEST(softmax_cross_entropy(vector, 2U) == loss(z));
}

BOOST_AUTO_TEST_CASE(softmax_cross_entropy_at_the_ends_of_the_numbers) {
  for (const double top : {large, infinity}) {
    const std::array z{0.0, top, -top};
    BOOST_TEST(softmax_cross_entropy(z, 1) == 0);
    BOOST_TEST(softmax_cross_entropy(z, 0) == top);
    BOOST_TEST(softmax_cross_entropy(z, 2) == infinity);  // 2e308 is none of the numbers
    BOOST_TEST((recorded_gradient([](const auto& x) { return softmax_cross_entropy(x, 1); }, z) ==
                std::array{0.0, 0.0, 0.0}));
  }
  const std::array z{0.0, large, -large};
  BOOST_TEST((recorded_gradient([](const auto& x) { return softmax_cross_entropy(x, 0); }, z) ==
              std::array{-1.0, 1.0, 0.0}));
  BOOST_TEST((recorded_gradient([](const auto& x) { return softmax_cross_entropy(x, 2); }, z) ==
              std::array{0.0, 1.0, -1.0}));
  BOOST_TEST(softmax_cross_entropy(std::array{-infinity, 0.5, -infinity}, 1) == 0);
  BOOST_TEST(softmax_cross_entropy(std::array{0.5}, 0) == 0);  // the only class there is
}

BOOST_AUTO_TEST_CASE(softmax_cross_entropy_with_probabilities) {
  constexpr std::array z{1.0, -0.5, 0.25}, t{0.25, 0.75, 0.0};
  constexpr auto loss = [](auto x, auto labels) { return softmax_cross_entropy(x, labels); };
  const double expected = 0.25 * softmax_cross_entropy(z, 0) + 0.75 * softmax_cross_entropy(z, 1);
  BOOST_TEST(loss(z, t) == expected, near);
  const auto p = cg::softmax(z);
  const auto [by_z, by_t] = cg::gradient(loss)(z, t);
  const auto recorded = recorded_gradient([&](const auto& x) { return loss(x, t); }, z);
  for (std::size_t i = 0; i < 3; ++i) {
    BOOST_TEST(by_z[i] == p[i] - t[i], boost::test_tools::tolerance(1e-14));
    BOOST_TEST(recorded[i] == p[i] - t[i], boost::test_tools::tolerance(1e-14));
    BOOST_TEST(by_t[i] == softmax_cross_entropy(z, i), near);
  }
}

BOOST_AUTO_TEST_CASE(probabilities_at_the_ends_of_the_numbers) {
  const std::array sure{0.0, 1.0, 0.0}, unsure{0.5, 0.5, 0.0};
  for (const double top : {large, infinity}) {
    const std::array z{0.0, top, -top};
    BOOST_TEST(softmax_cross_entropy(z, sure) == 0);
    BOOST_TEST(softmax_cross_entropy(z, unsure) == 0.5 * top);
    const auto gradient =
        recorded_gradient([&](const auto& x) { return softmax_cross_entropy(x, sure); }, z);
    for (const double g : gradient) BOOST_TEST(g == 0);
  }
}

BOOST_AUTO_TEST_CASE(losses_have_second_derivatives) {
  constexpr auto loss = [](auto z) { return softmax_cross_entropy(z, 1); };
  const std::array z{1.0, -0.5, 0.25};
  const auto p = cg::softmax(z);
  const auto h = cg::hessian(loss)(z);
  for (std::size_t i = 0; i < 3; ++i) {
    for (std::size_t j = 0; j < 3; ++j) {
      BOOST_TEST(h[i][j] == p[i] * ((i == j ? 1 : 0) - p[j]), boost::test_tools::tolerance(1e-13));
    }
  }
}

// -- types ---------------------------------------------------------------------------------------

template <class T>
void all_losses_are() {
  const std::array z{T(1), T(2), T(3)}, shares{T(0.25), T(0.25), T(0.5)};
  const std::array labels{0, 1, 0};  // plain ints do everywhere
  const auto is_t = [](const auto&... loss) {
    return (std::is_same_v<std::remove_cvref_t<decltype(loss)>, T> && ...);
  };
  BOOST_TEST(is_t(mean(z), squared_error(z[0], 1), mean_squared_error(z, labels)));
  BOOST_TEST(is_t(max_margin(z[0], 1), max_margin(z, labels), max_margin(z, 1)));
  BOOST_TEST(is_t(binary_cross_entropy(z[0], 1), binary_cross_entropy(z, labels)));
  BOOST_TEST(is_t(softmax_cross_entropy(z, 1), softmax_cross_entropy(z, labels),
                  softmax_cross_entropy(z, shares)));
}

BOOST_AUTO_TEST_CASE(a_loss_has_the_type_of_the_prediction) {
  all_losses_are<float>();
  all_losses_are<double>();
  all_losses_are<long double>();
  all_losses_are<Value>();
  all_losses_are<cg::basic_value<float>>();
  all_losses_are<cg::dual<double, 2>>();
}

// -- misuse --------------------------------------------------------------------------------------

BOOST_AUTO_TEST_CASE(targets_that_do_not_fit_are_errors) {
  const std::vector<double> two{1, 2}, three{1, 2, 3}, none;
  const auto refused = [](auto make) {
    BOOST_CHECK_EXCEPTION(static_cast<void>(make()), cg::error, tagged("ctgrad-E34"));
  };
  refused([&] { return mean_squared_error(two, three); });
  refused([&] { return mean_squared_error(none, none); });
  refused([&] { return max_margin(two, three); });
  refused([&] { return binary_cross_entropy(three, two); });
  refused([&] { return softmax_cross_entropy(three, two); });
  refused([&] { return softmax_cross_entropy(three, 3); });
  refused([&] { return softmax_cross_entropy(three, -1); });
  refused([&] { return softmax_cross_entropy(none, 0); });
  refused([&] { return max_margin(three, 3U); });
}

BOOST_AUTO_TEST_SUITE_END()
