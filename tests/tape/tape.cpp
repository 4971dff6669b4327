// The recording itself, without Values: positions, adjoints, marks, notes and labels.
#include <ctgrad/op/arithmetic.hpp>
#include <ctgrad/op/trigonometric.hpp>
#include <ctgrad/tape/tape.hpp>

#include <array>
#include <string>
#include <type_traits>

#include "support.hpp"

using tape = ctgrad::basic_tape<double>;
using ctgrad::position;

namespace {

/// The position of a new operation.
template <std::size_t N>
position operation(tape& t, const double (&partials)[N], const position (&operands)[N]) {
  if (!t.is_ready()) BOOST_REQUIRE(t.is_recorded({}));
  return ctgrad::detail::position_of(
      t.results().operation(std::to_array(partials), std::to_array(operands)));
}

}  // namespace

BOOST_AUTO_TEST_SUITE(tapes)

BOOST_AUTO_TEST_CASE(there_is_one_per_thread_and_scalar) {
  static_assert(!std::is_copy_constructible_v<tape> && !std::is_move_constructible_v<tape>);
  tape* const mine = &tape::current();
  tape* theirs = nullptr;
  in_a_thread([&] { theirs = &tape::current(); });
  BOOST_TEST(&tape::current() == mine);
  BOOST_TEST(theirs != mine);
}

BOOST_AUTO_TEST_CASE(positions_count_from_1) {
  tape t;
  BOOST_TEST(t.size() == 0U);
  BOOST_TEST(t.variable(2.0) == 1U);
  BOOST_TEST(t.variable(3.0) == 2U);
  BOOST_TEST(operation(t, {3, 2}, {1, 2}) == 3U);
  BOOST_TEST(t.size() == 3U);
}

BOOST_AUTO_TEST_CASE(a_sweep_multiplies_and_adds) {
  tape t;
  const auto x = t.variable(2.0), y = t.variable(3.0);
  const auto product = operation(t, {3, 2}, {x, y});         // xy
  const auto root = operation(t, {10, 1}, {product, x});     // 10xy + x
  const auto later = operation(t, {1000, 1000}, {root, x});  // not part of it
  t.backward(root);
  BOOST_TEST(is_equal(t.adjoint(root), 1));
  BOOST_TEST(is_equal(t.adjoint(product), 10));
  BOOST_TEST(is_equal(t.adjoint(x), 31));
  BOOST_TEST(is_equal(t.adjoint(y), 20));
  BOOST_TEST(is_equal(t.adjoint(later), 0));
}

BOOST_AUTO_TEST_CASE(both_operands_may_be_one) {
  tape t;
  const auto x = t.variable(5.0);
  t.backward(operation(t, {5, 5}, {x, x}));
  BOOST_TEST(is_equal(t.adjoint(x), 10));
}

BOOST_AUTO_TEST_CASE(what_flows_to_passive_operands_reaches_nobody) {
  tape t;
  const auto x = t.variable(5.0);
  const double inf = support::inf_of<double>, nan = support::nan_of<double>;
  t.backward(operation(t, {2, nan}, {operation(t, {3, inf}, {x, 0}), 0}));
  BOOST_TEST(is_equal(t.adjoint(x), 6));
  t.backward(operation(t, {1, 1}, {x, 0}));
  BOOST_TEST(is_equal(t.adjoint(x), 7));
}

BOOST_AUTO_TEST_CASE(adjoints_of_variables_are_kept_and_those_of_operations_are_not) {
  tape t;
  const auto x = t.variable(2.0);
  const auto y = operation(t, {4, 0}, {x, 0});
  const auto z = operation(t, {7, 0}, {y, 0});
  t.backward(z);
  t.backward(z);
  BOOST_TEST(is_equal(t.adjoint(x), 56));
  BOOST_TEST(is_equal(t.adjoint(y), 7));
  t.clear_adjoint(x);
  BOOST_TEST(is_identical(t.adjoint(x), 0.0));
}

BOOST_AUTO_TEST_CASE(adjoints_beyond_the_last_sweep_are_0) {
  tape t;
  const auto x = t.variable(2.0);
  BOOST_TEST(is_identical(t.adjoint(x), 0.0));
  t.clear_adjoint(x);
  t.backward(x);
  const auto y = t.variable(3.0);
  BOOST_TEST(is_identical(t.adjoint(y), 0.0));
}

BOOST_AUTO_TEST_CASE(leaving_goes_back_to_the_mark) {
  tape t;
  const auto x = t.variable(2.0);
  const auto outside = t.now();
  const auto mark = t.enter();
  const auto inside = t.now();
  t.label(t.variable(3.0), "inner");
  t.label(x, "outer");
  BOOST_TEST((t.is_live(outside) && t.is_live(inside) && outside != inside));
  t.leave(mark);
  BOOST_TEST(t.size() == 1U);
  BOOST_TEST((t.is_live(outside) && !t.is_live(inside)));
  BOOST_TEST(t.now() == outside);
  BOOST_TEST(t.label(x) == "outer");
  BOOST_TEST(t.label(2).empty());
}

BOOST_AUTO_TEST_CASE(labels_are_given_in_any_order_and_replaced) {
  tape t;
  for (int i = 0; i < 5; ++i) t.variable(i);
  for (const ctgrad::position at : {4U, 1U, 5U, 2U}) t.label(at, std::to_string(at));
  t.label(4, "four");
  const std::string_view expected[]{"", "1", "2", "", "four", "5"};
  for (ctgrad::position at = 1; at < 6; ++at) BOOST_TEST(t.label(at) == expected[at]);
}

BOOST_AUTO_TEST_CASE(epochs_are_not_used_again) {
  tape t;
  const auto first = t.enter();
  const auto before = t.now();
  t.leave(first);
  for (int i = 0; i < 10000; ++i) {  // more than the serial numbers of two blocks
    const auto mark = t.enter();
    BOOST_REQUIRE(t.now() != before);
    BOOST_REQUIRE(!t.is_live(before));
    t.leave(mark);
  }
  BOOST_TEST(tag_of([&] { t.require(before); }) == "E20");
}

BOOST_AUTO_TEST_CASE(an_epoch_of_another_tape_is_refused_as_such) {
  tape one, other;
  BOOST_TEST(tag_of([&] { one.require(one.now()); }).empty());
  BOOST_TEST(tag_of([&] { one.require(other.now()); }) == "E21");
  BOOST_TEST(tag_of([&] { other.require(one.now()); }) == "E21");
}

BOOST_AUTO_TEST_CASE(pausing_is_only_a_flag) {
  tape t;
  BOOST_TEST(!t.paused());
  BOOST_TEST(!t.pause(true));
  BOOST_TEST(t.paused());
  BOOST_TEST(t.pause(false));
  BOOST_TEST(!t.paused());
}

BOOST_AUTO_TEST_CASE(variables_keep_the_number_they_were_made_with) {
  tape t;
  const auto x = t.variable(2.5), y = t.variable(-1.0);
  const auto sum = operation(t, {1, 1}, {x, y});
  BOOST_REQUIRE((t.variable_at(x) != nullptr && t.variable_at(y) != nullptr));
  BOOST_TEST(is_equal(*t.variable_at(x), 2.5));
  BOOST_TEST(is_equal(*t.variable_at(y), -1));
  BOOST_TEST(t.variable_at(sum) == nullptr);
  BOOST_TEST(t.variable_at(99) == nullptr);
}

BOOST_AUTO_TEST_CASE(notes_say_what_was_recorded) {
  tape t;
  const auto x = t.variable(2.5);
  const auto y = operation(t, {1, 1}, {x, x});
  t.annotate<2>(y, &ctgrad::text_of<ctgrad::ops::add>, 5, {2.5, 2.5}, {x, x});
  BOOST_TEST(t.note_at(x) == nullptr);
  BOOST_REQUIRE(t.note_at(y) != nullptr);
  BOOST_TEST(t.note_at(y)->op->name == "add");
  BOOST_TEST(t.note_at(y)->op->sign() == "+");
  BOOST_TEST(t.note_at(y)->from[1] == x);
  BOOST_TEST(is_equal(t.note_at(y)->data, 5));
}

BOOST_AUTO_TEST_CASE(every_scope_has_room_for_its_own_notes) {
  tape t;
  const auto x = t.variable(1.0);
  const auto record = [&] {
    const auto at = operation(t, {1, 0}, {x, 0});
    t.annotate<1>(at, &ctgrad::text_of<ctgrad::ops::negate>, -1, {1}, {x});
    return t.note_at(at) != nullptr;
  };
  for (std::size_t i = 0; i < tape::notes_at_most; ++i) BOOST_REQUIRE(record());
  BOOST_TEST(!record());
  const auto mark = t.enter();
  for (std::size_t i = 0; i < tape::notes_at_most; ++i) BOOST_REQUIRE(record());
  BOOST_TEST(!record());
  t.leave(mark);
  BOOST_TEST(!record());  // the outer one is as full as it was
}

BOOST_AUTO_TEST_CASE(where_notes_run_out_only_operations_are_counted_and_what_has_one_stays) {
  const scope s;
  const auto before = recorded();
  const Value x{1.0};
  Value y = x;
  const auto add = [&](std::size_t times) {
    for (std::size_t i = 0; i < times; ++i) y = sin(y);
  };
  add(tape::notes_at_most);
  BOOST_TEST(recorded() - before == tape::notes_at_most + 1U);
  const auto last = y.at();
  {
    const scope inner;
  }
  y += x;  // it has no note, so it must not take the place of what has one
  BOOST_TEST(y.at() == last + 1);
  add(1000);
  BOOST_TEST(recorded() - before == tape::notes_at_most + 1002U);
}

BOOST_AUTO_TEST_CASE(recordings_of_scalars_are_independent) {
  const auto before = recorded();
  const ctgrad::basic_scope<float> s;
  const ctgrad::basic_value<float> x{1.0F};
  BOOST_TEST(recorded() == before);
  BOOST_TEST(ctgrad::basic_tape<float>::current().size() == x.at());
}

BOOST_AUTO_TEST_SUITE_END()
