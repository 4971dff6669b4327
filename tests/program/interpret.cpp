// Programs run by the interpreter: recorded at run time, or static ones.
#include <ctgrad/program/interpret.hpp>

#include <boost/test/unit_test.hpp>

#include <array>
#include <cmath>
#include <span>
#include <string>
#include <vector>

#include "../support/compare.hpp"
#include "../support/programs.hpp"

namespace {

namespace ops = ctgrad::ops;
using support::is_identical;

constexpr auto f = [](auto x, auto y) {
  return where(x < y, exp(x) * y, tanh(x - y)) + pow(x, 3) / (y + 0.5);
};

/// The outputs of a program.
template <class Program, class T>
std::vector<T> outputs_of(const Program& p, const std::vector<T>& inputs) {
  std::vector<T> outputs(p.outputs.size()), memory;
  interpret(p, inputs, outputs, memory);
  return outputs;
}

/// The same program interpreted and unrolled.
template <class T>
void check_scalar() {
  const auto recorded = support::differentiated<2, T>(f);
  const auto& frozen = ctgrad::frozen<support::gradient_source<decltype(f), 2, T>>::value;
  for (const T x : {T(-1.5), T(0.1), T(2)}) {
    for (const T y : {T(-0.25), T(0.1), T(3)}) {
      const auto unrolled = support::run_gradient<T>(f, std::array{x, y});
      const auto from_recorded = outputs_of(recorded, std::vector{x, y});
      const auto from_frozen = outputs_of(frozen, std::vector{x, y});
      BOOST_TEST(is_identical(from_recorded[0], unrolled[0]));
      for (std::size_t k = 0; k < 3; ++k) BOOST_TEST(is_identical(from_frozen[k], unrolled[k]));
    }
  }
}

std::string message_of(auto action) {
  try {
    action();
  } catch (const ctgrad::error& e) {
    return e.what();
  }
  return {};
}

// Every op has its function, constant-initialised, and none where literals are not computed with.
template <class T, class... Ops>
constexpr bool every_op_can_be_evaluated(ctgrad::op_list<Ops...>) {
  return ((ctgrad::info_of<Ops, T>.value != nullptr) && ...);
}
static_assert(every_op_can_be_evaluated<float>(ctgrad::all_ops{}) &&
              every_op_can_be_evaluated<double>(ctgrad::all_ops{}) &&
              every_op_can_be_evaluated<long double>(ctgrad::all_ops{}));
static_assert(ctgrad::info_of<ops::exp, ctgrad::detail::unfolded>.value == nullptr);

}  // namespace

BOOST_AUTO_TEST_SUITE(interpreted)

BOOST_AUTO_TEST_CASE(the_result_is_that_of_straight_line_code_for_every_scalar) {
  check_scalar<float>();
  check_scalar<double>();
  check_scalar<long double>();
}

BOOST_AUTO_TEST_CASE(ops_of_one_two_and_three_operands_are_called_with_theirs) {
  BOOST_TEST(is_identical(ctgrad::info_of<ops::sin, double>.value({2, 7, 7}), std::sin(2.0)));
  BOOST_TEST(is_identical(ctgrad::info_of<ops::divide, float>.value({1, 3, 7}), 1 / 3.0F));
  BOOST_TEST(is_identical(ctgrad::info_of<ops::where, double>.value({0, 3, 7}), 7.0));
  BOOST_TEST(is_identical(ctgrad::info_of<ops::less, double>.value({2, 3, 7}), 1.0));
}

BOOST_AUTO_TEST_CASE(a_program_of_a_size_known_only_at_run_time) {
  for (const std::size_t n : {1u, 10u, 5000u}) {
    ctgrad::builder<double> home;
    std::vector<ctgrad::symbol> x;
    for (std::size_t i = 0; i < n; ++i) x.push_back({home, home.input()});
    ctgrad::symbol sum = 0;
    for (const auto& each : x) sum += each * each;
    std::vector<ctgrad::slot> outputs{sum.at(home)};
    for (const auto& d : adjoints(home, sum, x)) outputs.push_back(d.at(home));
    const auto results = outputs_of(home.finish(outputs), std::vector<double>(n, 1.5));
    BOOST_TEST(results[0] == 2.25 * static_cast<double>(n));
    for (std::size_t i = 1; i <= n; ++i) BOOST_TEST(results[i] == 3);
  }
}

BOOST_AUTO_TEST_CASE(outputs_may_be_inputs_and_literals) {
  ctgrad::builder<double> home;
  const auto a = home.input(), b = home.input();
  const auto p = home.finish({b, home.literal(4), a, b});
  BOOST_TEST(outputs_of(p, std::vector{1.0, 2.0}) == (std::vector{2.0, 4.0, 1.0, 2.0}),
             boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(nothing_but_literals_and_nothing_at_all) {
  ctgrad::builder<double> home;
  BOOST_TEST(outputs_of(home.finish({home.literal(7)}), std::vector<double>{})[0] == 7);
  BOOST_TEST(outputs_of(ctgrad::program<double>{}, std::vector<double>{}).empty());
}

BOOST_AUTO_TEST_CASE(the_memory_holds_every_result_and_is_used_again) {
  const auto large = support::differentiated<2>(f), small = support::traced<2>(f);
  const std::array x{0.5, 2.0};
  std::array<double, 3> all;
  std::vector<double> memory;
  interpret(large, x, all, memory);
  BOOST_TEST(memory.size() == large.code.size());
  const double* const place = memory.data();
  const auto capacity = memory.capacity();
  for (int i = 0; i < 10; ++i) {
    interpret(large, x, all, memory);
    interpret(small, x, std::span(all).first(1), memory);
  }
  BOOST_TEST(memory.data() == place);
  BOOST_TEST(memory.capacity() == capacity);
}

BOOST_AUTO_TEST_CASE(wrong_sizes_are_refused) {
  const auto p = support::differentiated<2>(f);
  std::array<double, 4> x{}, y{};
  std::vector<double> memory;
  const auto message = message_of([&] { interpret(p, x, std::span(y).first(3), memory); });
  BOOST_TEST(message.find("p.inputs") != std::string::npos);
  BOOST_TEST(message.ends_with(" [ctgrad-E28]"));
  BOOST_TEST(message_of([&] { interpret(p, std::span(x).first(2), y, memory); }) == message);
  BOOST_TEST(message_of([&] { interpret(p, std::span(x).first(1), y, memory); }) == message);
  BOOST_TEST(message_of([&] {
               interpret(p, std::span(x).first(2), std::span(y).first(3), memory);
             }).empty());
}

BOOST_AUTO_TEST_SUITE_END()
