// Programs as data: validation, dead code, counting, freezing.
#include <ctgrad/program/program.hpp>
#include <ctgrad/program/symbol.hpp>

#include <boost/test/unit_test.hpp>

#include <string_view>

#include "../support/programs.hpp"

namespace {

using ctgrad::info_of;
using ctgrad::program;
using ctgrad::role;
namespace ops = ctgrad::ops;

using step = ctgrad::instruction<double>;

constexpr step input(ctgrad::slot number) {
  return {.what = role::input, .operands = {number}};
}
constexpr step number(double value) {
  return {.what = role::literal, .literal = value};
}
template <class Op>
constexpr step call(ctgrad::slot a, ctgrad::slot b = 0, ctgrad::slot c = 0) {
  return {.what = role::call, .op = &info_of<Op, double>, .operands = {a, b, c}};
}

/// (x + 2) * x, and an exp(x) that nobody needs.
constexpr program<double> example() {
  return {.code = {input(0), number(2), call<ops::exp>(0), call<ops::add>(0, 1),
                   call<ops::multiply>(3, 0)},
          .outputs = {4},
          .inputs = 1};
}

// -- validate: one failing program per message ---------------------------------------------------

constexpr std::string_view verdict(auto change) {
  auto p = example();
  change(p);
  return validate(p);
}

static_assert(validate(example()).empty());
static_assert(validate(program<double>{}).empty());
static_assert(verdict([](auto& p) { p.inputs = 6; }) == "more inputs than instructions");
static_assert(verdict([](auto& p) { p.inputs = 2; }) == "inputs are not the first instructions");
static_assert(verdict([](auto& p) { p.inputs = 0; }) == "inputs are not the first instructions");
static_assert(verdict([](auto& p) { p.code[2] = input(2); }) ==
              "inputs are not the first instructions");
static_assert(verdict([](auto& p) { p.code[0] = input(1); }) == "an input has a wrong number");
static_assert(verdict([](auto& p) { p.code[3].op = nullptr; }) == "a call without an op");
static_assert(verdict([](auto& p) { p.code[3].operands[0] = 3; }) ==
              "an operand is used before it is computed");
static_assert(verdict([](auto& p) { p.code[3].operands[1] = 4; }) ==
              "an operand is used before it is computed");
static_assert(verdict([](auto& p) { p.code[2].operands[0] = 100; }) ==
              "an operand is used before it is computed");
static_assert(verdict([](auto& p) { p.code[2].operands[1] = 100; }).empty(),
              "an operand that the op does not have is not looked at");
static_assert(verdict([](auto& p) { p.outputs[0] = 5; }) == "an output names no instruction");
static_assert(verdict([](auto& p) { p.outputs.clear(); }).empty());

// -- operations ----------------------------------------------------------------------------------

static_assert(operations(example()) == 3 && operations(program<double>{}) == 0);

// -- remove_dead
// -----------------------------------------------------------------------------------

constexpr bool dead_code_goes() {
  const auto live = remove_dead(example());
  return validate(live).empty() && operations(live) == 2 && live.code.size() == 4 &&
         live.outputs == std::vector<ctgrad::slot>{3} && live.inputs == 1 &&
         live.code[3].operands[0] == 2 && live.code[3].operands[1] == 0;
}
static_assert(dead_code_goes());

constexpr bool unused_inputs_stay() {
  program<double> p{
      .code = {input(0), input(1), number(7), call<ops::exp>(1)}, .outputs = {2, 2}, .inputs = 2};
  const auto live = remove_dead(p);
  return live.code.size() == 3 && live.inputs == 2 &&
         live.outputs == std::vector<ctgrad::slot>{2, 2} && validate(live).empty();
}
static_assert(unused_inputs_stay());

constexpr bool nothing_to_remove_changes_nothing() {
  const auto once = remove_dead(example());
  const auto twice = remove_dead(once);
  return once.code.size() == twice.code.size() && once.outputs == twice.outputs;
}
static_assert(nothing_to_remove_changes_nothing());

constexpr bool without_outputs_only_inputs_remain() {
  auto p = example();
  p.outputs.clear();
  return remove_dead(p).code.size() == 1;
}
static_assert(without_outputs_only_inputs_remain());

// -- frozen
// ----------------------------------------------------------------------------------------

struct source {
  static constexpr program<double> build() { return remove_dead(example()); }
};
constexpr const auto& still = ctgrad::frozen<source>::value;
static_assert(still.code.size() == 4 && still.outputs.size() == 1 && still.inputs == 1);
static_assert(validate(still).empty() && operations(still) == 2);
static_assert(still.code[3].op == &info_of<ops::multiply, double>);
static_assert(std::is_same_v<std::remove_cvref_t<decltype(still)>::scalar, double>);

struct nothing_source {
  static constexpr program<float> build() { return {}; }
};
static_assert(ctgrad::frozen<nothing_source>::value.code.empty());

}  // namespace

BOOST_AUTO_TEST_SUITE(program_)

BOOST_AUTO_TEST_CASE(every_pass_leaves_a_valid_program) {
  constexpr auto f = [](auto x, auto y) {
    return where(x < y, exp(x * y) + x, log(x / y)) * relu(x);
  };
  BOOST_TEST(validate(support::traced<2>(f)).empty());
  BOOST_TEST(validate(support::differentiated<2>(f)).empty());
  BOOST_TEST(validate(remove_dead(support::differentiated<2>(f))).empty());
}

BOOST_AUTO_TEST_CASE(a_large_program_is_checked_and_cleaned_in_one_pass) {
  program<double> p{.code = {input(0)}, .outputs = {}, .inputs = 1};
  constexpr ctgrad::slot count = 300'000;
  for (ctgrad::slot i = 0; i < count; ++i) p.code.push_back(call<ops::add>(i, i));
  p.outputs = {count / 2};
  BOOST_TEST(validate(p).empty());
  BOOST_TEST(remove_dead(p).code.size() == count / 2 + 1);
}

BOOST_AUTO_TEST_SUITE_END()
