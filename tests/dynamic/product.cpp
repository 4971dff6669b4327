// jvp, vjp and hvp of dynamic(f): arranged like the static ones, one call of f each.
#include <tuple>
#include <type_traits>

#include "support.hpp"

namespace {

constexpr auto cubic = [](auto x, auto y) { return x * x * y + y * y * y - 4 * x; };
constexpr auto polar = [](auto r, auto angle) {
  return std::array{r * cos(angle), r * sin(angle)};
};
constexpr auto running = [](const auto& x) {
  auto y = x;
  for (std::size_t i = 1; i < y.size(); ++i) y[i] = y[i - 1] * x[i];
  return y;
};

/// What f records, and how often it is called.
struct work {
  std::size_t operations = 0;
  int calls = 0;
};

template <class F>
struct measured {
  F f;
  work* what;
  auto operator()(const auto& x) const {
    const auto y = f(x);
    ++what->calls;
    what->operations += dynamic_tests::recorded_with(y);
    return y;
  }
};
template <class F>
measured(F, work*) -> measured<F>;

}  // namespace

BOOST_AUTO_TEST_SUITE(dynamic_product)

BOOST_AUTO_TEST_CASE(products_are_those_of_the_static_family) {
  const std::tuple point{2.0, 0.5}, direction{1.0, -3.0};
  BOOST_TEST((cg::jvp(dynamic(polar))(point, direction) == cg::jvp(polar)(point, direction)));
  BOOST_TEST((cg::vjp(dynamic(polar))(point, std::array{1.0, 10.0}) ==
              cg::vjp(polar)(point, std::array{1.0, 10.0})));
  BOOST_TEST((cg::hvp(dynamic(cubic))(point, direction) == cg::hvp(cubic)(point, direction)));
  BOOST_TEST((cg::hvp(dynamic(cubic))(std::array{2.0, 0.5}, std::array{1.0, -3.0}) ==
              cg::hvp(cubic)(point, direction)));
  static_assert(std::same_as<decltype(cg::hvp(dynamic(cubic))(point, direction)),
                             decltype(cg::hvp(cubic)(point, direction))>);
}

BOOST_AUTO_TEST_CASE(of_structs) {
  const auto f = [](const auto& b) { return b.rate * b.rate * b.maturity; };
  BOOST_TEST((cg::hvp(dynamic(f))(bond<double>{2, 3}, bond<double>{1, 10}) ==
              cg::hvp(f)(bond<double>{2, 3}, bond<double>{1, 10})));
  BOOST_TEST(cg::jvp(dynamic(f))(bond<double>{2, 3}, bond<double>{1, 10}) == 12 + 40);
  const auto g = [](auto x) { return bond<decltype(x)>{x * x, 3 * x}; };
  BOOST_TEST((cg::vjp(dynamic(g))(2.0, bond<double>{1, 10}) == std::array{34.0}));
}

BOOST_AUTO_TEST_CASE(of_vectors) {
  const std::vector x{2.0, 3.0, 5.0}, v{1.0, 0.0, 1.0};
  const std::vector<double> along = cg::jvp(dynamic(running))(x, v);
  BOOST_TEST((along == std::vector{1.0, 3.0, 21.0}));
  const std::vector<double> back = cg::vjp(dynamic(running))(x, v);
  BOOST_TEST((back == std::vector{16.0, 10.0, 6.0}));
  BOOST_TEST((cg::jvp(dynamic(running))(x, std::array{1.0, 0.0, 1.0}) == along),
             "as many numbers in an array");
}

BOOST_AUTO_TEST_CASE(the_value_comes_along) {
  const std::vector x{2.0, 3.0}, v{1.0, 10.0};
  const auto forward = cg::value_and_jvp(dynamic(running))(x, v);
  BOOST_TEST((forward.value == std::vector{2.0, 6.0}));
  BOOST_TEST((forward.product == std::vector{1.0, 23.0}));
  const auto back = cg::value_and_vjp(dynamic(running))(x, v);
  BOOST_TEST((back.value == forward.value));
  BOOST_TEST((back.product == std::vector{31.0, 20.0}));
  const auto second = cg::value_and_hvp(dynamic([](const auto& z) { return z[0] * z[1]; }))(x, v);
  BOOST_TEST(second.value == 6);
  BOOST_TEST((second.product == std::vector{10.0, 1.0}));
}

BOOST_AUTO_TEST_CASE(only_the_named_arguments_are_differentiated) {
  const auto f = [](auto x, auto y, int times) {
    auto power = x;
    for (int i = 1; i < times; ++i) power = power * x;
    return power * y;
  };
  const std::tuple point{2.0, 5.0, 3};
  BOOST_TEST((cg::hvp<cg::wrt<0>>(dynamic(f))(point, std::array{10.0}) == std::array{600.0}));
  BOOST_TEST(cg::jvp<cg::wrt<1>>(dynamic(f))(point, 1.0) == 8);
}

BOOST_AUTO_TEST_CASE(a_product_is_one_call_and_hvp_records_what_a_gradient_records) {
  work gradient, hvp, vjp, jvp;
  for (const std::size_t n : {10U, 200U}) {
    const auto x = some_numbers(n), v = some_numbers(n);
    gradient = hvp = vjp = jvp = {};
    static_cast<void>(cg::gradient(dynamic(measured{wave, &gradient}))(x));
    static_cast<void>(cg::hvp(dynamic(measured{wave, &hvp}))(x, v));
    static_cast<void>(cg::vjp(dynamic(measured{wave, &vjp}))(x, 1.0));
    BOOST_TEST(hvp.calls == 1);
    BOOST_TEST(vjp.calls == 1);
    BOOST_TEST(hvp.operations == gradient.operations, "one pass, whatever n is");
    BOOST_TEST(vjp.operations == gradient.operations);
  }
}

BOOST_AUTO_TEST_CASE(jvp_records_nothing) {
  std::size_t before = 0;
  const auto f = [&](const auto& x) {
    before = recorded();
    return wave(x);
  };
  static_cast<void>(cg::jvp(dynamic(f))(some_numbers(50), some_numbers(50)));
  BOOST_TEST(recorded() == before);
}

BOOST_AUTO_TEST_CASE(a_direction_of_another_length_is_refused) {
  const std::vector x{2.0, 3.0}, shorter{1.0};
  BOOST_TEST(tag_of([&] { cg::jvp(dynamic(running))(x, shorter); }) == "E18");
  BOOST_TEST(tag_of([&] { cg::vjp(dynamic(running))(x, shorter); }) == "E18");
  BOOST_TEST(tag_of([&] { cg::hvp(dynamic(wave))(x, shorter); }) == "E18");
  const auto first = [](const auto& rows) { return rows[0][0]; };
  BOOST_TEST(
      tag_of([&] { cg::jvp(dynamic(first))(matrix{{1, 2}, {3}}, matrix{{1}, {2, 3}}); }) == "E18",
      "as many numbers, elsewhere");
}

BOOST_AUTO_TEST_SUITE_END()
