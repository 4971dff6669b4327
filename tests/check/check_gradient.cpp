// check_gradient on everything that has a gradient: functions, structures, formulas, Values.
#include <ctgrad/check/check_gradient.hpp>

#include <boost/hana/adapt_struct.hpp>
#include <boost/test/unit_test.hpp>

#include <array>
#include <cmath>
#include <type_traits>
#include <vector>

namespace cg = ctgrad;

namespace {

template <class T>
struct bond {
  T rate;
  std::array<T, 2> term;
};

/// a b, with partials that belong to each other's operand.
struct swapped_op : cg::op<"swapped", 2> {
  static constexpr auto value(const auto& a, const auto& b) { return a * b; }
  static constexpr auto partials(const auto& a, const auto& b, const auto&) {
    return std::tuple{a, b};
  }
};
CTGRAD_FUNCTION_2(swapped, swapped_op)

constexpr auto smooth = [](auto x, auto y) { return (x + y) * exp(x * y) + relu(x); };

}  // namespace

BOOST_HANA_ADAPT_STRUCT(bond<double>, rate, term);

BOOST_AUTO_TEST_SUITE(checked_gradients)

using cg::check_gradient;
using cg::verdict;

BOOST_AUTO_TEST_CASE(a_function_that_is_right_agrees) {
  BOOST_TEST(check_gradient(smooth, 1.0, 2.0));
  BOOST_TEST(check_gradient(smooth, -1.0, 0.3));
  BOOST_TEST(check_gradient<cg::check::complex_step>(smooth, 1.0, 2.0));
}

BOOST_AUTO_TEST_CASE(arguments_are_checked_as_doubles) {
  BOOST_TEST(check_gradient(smooth, 1, 2.0F));
}

BOOST_AUTO_TEST_CASE(a_function_with_a_wrong_op_inside_differs) {
  const auto f = [](auto x, auto y, auto z) { return z * swapped(x, y); };
  const auto found = check_gradient(f, 2.0, 5.0, 3.0);
  BOOST_TEST(!found.ok());
  BOOST_TEST((found.partials[0].outcome == verdict::differs));
  BOOST_TEST((found.partials[1].outcome == verdict::differs));
  BOOST_TEST((found.partials[2].outcome == verdict::agrees));
  BOOST_TEST(found.partials[0].by_ctgrad == 6);
  BOOST_TEST(std::abs(found.partials[0].expected - 15) < 1e-8);
}

BOOST_AUTO_TEST_CASE(structures_are_checked_by_the_names_of_their_parts) {
  const auto f = [](auto b, auto t) { return b.rate * swapped(b.term[1], t) + b.term[0]; };
  const auto found = check_gradient(f, bond<double>{1, {2, 3}}, 4.0);
  BOOST_TEST(found.partials.size() == 4U);
  BOOST_TEST(found.partials[0].name == "x0.rate");
  BOOST_TEST(found.partials[2].name == "x0.term[1]");
  BOOST_TEST((found.partials[1].outcome == verdict::agrees));
  BOOST_TEST((found.partials[2].outcome == verdict::differs));
  BOOST_TEST(found.partials[3].name == "x1");
  BOOST_TEST(check_gradient([](auto b) { return b.rate * b.term[1] / b.term[0]; },
                            bond<double>{1, {2, 3}}));
}

BOOST_AUTO_TEST_CASE(arrays_and_tuples_in_each_other) {
  const auto f = [](auto a, auto t) {
    const auto& [u, v] = t;
    return a[0] * sin(u) + a[1] * v[1];
  };
  const auto found = check_gradient(f, std::array{1.0, 2.0}, std::tuple{3.0, std::array{4.0, 5.0}});
  BOOST_TEST(found);
  BOOST_TEST(found.partials[4].name == "get<1>(x1)[1]");
}

BOOST_AUTO_TEST_CASE(an_empty_argument_is_handed_through) {
  const auto f = [](auto n, auto x) { return pow(x, decltype(n)::value); };
  const auto found = check_gradient(f, std::integral_constant<int, 3>{}, 2.0);
  BOOST_TEST(found);
  BOOST_TEST(found.partials.size() == 1U);
  BOOST_TEST(found.worst().name == "x1");
}

BOOST_AUTO_TEST_CASE(nothing_to_differentiate_by_is_not_a_success) {
  const auto f = [](const std::vector<cg::Value>&) { return cg::Value(1.0); };
  BOOST_TEST(!check_gradient(cg::on_values(f), std::vector<double>{}));
}

BOOST_AUTO_TEST_CASE(formulas_are_checked_by_their_variables) {
  constexpr auto x = cg::var<"x">;
  constexpr auto y = cg::var<"y">;
  BOOST_TEST(check_gradient(x * exp(-y) + 1.5, y = 2.0, x = 3.0));
  BOOST_TEST(check_gradient<cg::check::complex_step>(x * exp(-y) + 1.5, y = 2.0, x = 3.0));
  BOOST_TEST(check_gradient(cg::derivative(x * exp(-y), y), y = 2.0, x = 3));
  const auto found = check_gradient(swapped(x, 2 * y), y = 2.0, x = 3.0);
  BOOST_TEST((found.worst().outcome == verdict::differs));
  BOOST_TEST((found.worst().name == "x" || found.worst().name == "y"));
  BOOST_TEST(found.partials[0].at == (found.partials[0].name == "x" ? 3 : 2));
}

BOOST_AUTO_TEST_CASE(functions_of_Values_may_branch_and_capture) {
  const double factor = 3;
  const auto f = [&](const cg::Value& a, const std::vector<cg::Value>& w) {
    cg::Value s = 0.0;
    for (const auto& v : w) s += v > 0 ? factor * a * v : sin(v);
    return s;
  };
  BOOST_TEST(check_gradient(cg::on_values(f), 2.0, std::vector{1.0, -2.0, 0.5}));
  BOOST_TEST(cg::basic_tape<double>::current().size() == 0U);
}

BOOST_AUTO_TEST_CASE(a_wrong_op_in_one_branch_is_found_there_only) {
  const auto f = [](const cg::Value& a, const cg::Value& b) {
    return a > 0 ? swapped(a, b) : a * b;
  };
  BOOST_TEST(check_gradient(cg::on_values(f), -2.0, 3.0));
  const auto found = check_gradient(cg::on_values(f), 2.0, 3.0);
  BOOST_TEST((found.worst().outcome == verdict::differs));
  BOOST_TEST(found.partials[0].by_ctgrad == 2);
}

BOOST_AUTO_TEST_CASE(a_branch_at_its_border_is_a_kink_or_a_jump) {
  const auto kink = [](const cg::Value& x) { return x > 1 ? 2 * x - 1 : x; };
  BOOST_TEST((check_gradient(cg::on_values(kink), 1.0).worst().outcome == verdict::kink));
  const auto jump = [](const cg::Value& x) { return x > 1 ? 2 * x : x; };
  BOOST_TEST((check_gradient(cg::on_values(jump), 1.0).worst().outcome == verdict::undecided));
}

BOOST_AUTO_TEST_CASE(Values_are_recorded_even_under_no_grad) {
  const cg::no_grad guard;
  BOOST_TEST(check_gradient(cg::on_values([](const cg::Value& x) { return x * x; }), 2.0));
  BOOST_TEST((cg::Value{1.0} * 2).is_passive());
}

BOOST_AUTO_TEST_CASE(a_result_that_does_not_depend_on_an_argument_has_slope_0) {
  BOOST_TEST(check_gradient([](auto x, auto) { return 2 * x; }, 1.0, 2.0));
  BOOST_TEST(check_gradient(cg::on_values([](const cg::Value&) { return cg::Value(7.0); }), 1.0));
}

BOOST_AUTO_TEST_CASE(a_detached_part_is_a_difference) {
  BOOST_TEST((check_gradient([](auto x) { return x * detach(x); }, 3.0).worst().outcome ==
              verdict::differs));
}

BOOST_AUTO_TEST_CASE(functions_with_kinks_and_poles_inside) {
  const auto f = [](auto x) { return abs(x - 1) / x; };
  BOOST_TEST(check_gradient(f, 2.0));
  BOOST_TEST((check_gradient(f, 1.0).worst().outcome == verdict::kink));
  BOOST_TEST((check_gradient(f, 0.0).worst().outcome == verdict::not_finite));
}

BOOST_AUTO_TEST_CASE(what_a_derivative_at_run_time_takes) {
  const auto f = [](const auto& x) {
    auto y = x[0];
    for (const auto& element : x) y = y * element + sin(element);
    return y;
  };
  BOOST_TEST(ctgrad::check_gradient(ctgrad::dynamic(f), std::vector{0.5, 2.0, 1.0}));
}

BOOST_AUTO_TEST_SUITE_END()
