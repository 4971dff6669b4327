// The program of a derivative with the names of its inputs and outputs.
#include <ctgrad/ctgrad.hpp>
#include <ctgrad/diff/named_program.hpp>

#include <boost/test/unit_test.hpp>

#include <array>
#include <string>
#include <vector>

#include "../tape/support.hpp"

namespace {

namespace cg = ctgrad;
using cg::detail::named_program_of;
using cg::detail::texts;

constexpr auto f = [](auto x, auto y) { return x * x * y; };
constexpr auto of_array = [](auto k, const auto& a) { return k * a[0] * a[1]; };
constexpr auto polar = [](auto r, auto t) { return std::array{r * cos(t), r * sin(t)}; };

}  // namespace

BOOST_AUTO_TEST_SUITE(named_programs)

BOOST_AUTO_TEST_CASE(arguments_of_a_function_have_numbers_until_they_are_given_names) {
  auto p = named_program_of(cg::value_and_gradient(f));
  BOOST_TEST(!p.known);
  BOOST_TEST((p.inputs == texts{"x0", "x1"}));
  BOOST_TEST((p.outputs() == texts{"f", "df/dx0", "df/dx1"}));
  BOOST_TEST(p.values() == 1U);
  p.rename({"rate", "time"});
  BOOST_TEST(p.known);
  BOOST_TEST((p.outputs() == texts{"f", "df/drate", "df/dtime"}));
  BOOST_TEST(p.outputs().size() == p.code.outputs.size());
}

BOOST_AUTO_TEST_CASE(chosen_arguments_count_number_by_number) {
  using array = std::array<double, 2>;
  const auto p = named_program_of<double, array>(cg::gradient<cg::wrt<1>>(of_array));
  BOOST_TEST((p.inputs == texts{"x0", "x1", "x2"}));
  BOOST_TEST((p.by == std::vector<std::size_t>{1, 2}));
  BOOST_TEST((p.outputs() == texts{"df/dx1", "df/dx2"}));
  BOOST_TEST(p.values() == 0U);
}

BOOST_AUTO_TEST_CASE(several_results) {
  const auto p = named_program_of(cg::value_and_jacobian(polar));
  BOOST_TEST(p.values() == 2U);
  BOOST_TEST((p.outputs() == texts{"f0", "f1", "df0/dx0", "df0/dx1", "df1/dx0", "df1/dx1"}));
}

BOOST_AUTO_TEST_CASE(a_direction_has_names_and_may_be_left_out_when_names_are_given) {
  auto p = named_program_of<std::array<double, 2>, double, double>(cg::jvp(polar));
  BOOST_TEST(p.known);
  BOOST_TEST((p.inputs == texts{"x0", "x1", "v0", "v1"}));
  p.rename({"r", "t"});
  BOOST_TEST((p.inputs == texts{"r", "t", "v0", "v1"}));
  p.rename({"r", "t", "dr", "dt"});
  BOOST_TEST((p.inputs == texts{"r", "t", "dr", "dt"}));
  BOOST_TEST(tag_of([&] { p.rename({"r", "t", "dr"}); }) == "E33");
  BOOST_TEST(tag_of([&] { p.rename({"r"}); }) == "E33");
}

BOOST_AUTO_TEST_CASE(a_formula_has_its_own_names_and_its_constants_are_numbers) {
  constexpr auto a = cg::var<"a">;
  constexpr auto b = cg::var<"b">;
  const double factor = 2.5;
  const auto p = named_program_of(cg::gradient(factor * a * b));
  BOOST_TEST(p.known);
  BOOST_TEST((p.inputs == texts{"a", "b"}));
  BOOST_TEST((p.outputs() == texts{"df/da", "df/db"}));
  std::vector<double> out(2), memory;
  cg::interpret(p.code, std::array{3.0, 4.0}, out, memory);
  BOOST_TEST((out == std::vector{10.0, 7.5}));
  BOOST_TEST((named_program_of(a * b).outputs() == texts{"f"}));
}

BOOST_AUTO_TEST_CASE(what_can_be_printed) {
  static_assert(cg::detail::printable<decltype(cg::gradient(f))>);
  static_assert(cg::detail::printable<decltype(cg::var<"a"> * 2)>);
  static_assert(!cg::detail::printable<int>);
}

BOOST_AUTO_TEST_SUITE_END()
