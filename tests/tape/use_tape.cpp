// Tapes of one's own, in place of the one that every thread has.
#include <ctgrad/tape/sum.hpp>

#include <array>
#include <memory>
#include <optional>
#include <type_traits>

#include "support.hpp"

using ctgrad::Tape;
using ctgrad::use_tape;

BOOST_AUTO_TEST_SUITE(use_tapes)

BOOST_AUTO_TEST_CASE(a_guard_stays_where_it_is) {
  static_assert(!std::is_copy_constructible_v<use_tape> && !std::is_move_constructible_v<use_tape>);
  static_assert(!std::is_copy_assignable_v<use_tape> && !std::is_convertible_v<Tape&, use_tape>);
}

BOOST_AUTO_TEST_CASE(values_are_recorded_on_it_while_the_guard_lives) {
  const scope s;
  const auto before = recorded();
  Tape t;
  {
    const use_tape here(t);
    const Value x{2.0};
    (x * x).backward();
    BOOST_TEST(is_equal(x.grad(), 4));
    BOOST_TEST(recorded() == 2U);
  }
  BOOST_TEST(t.size() == 2U);
  BOOST_TEST(recorded() == before);
}

BOOST_AUTO_TEST_CASE(guards_nest_and_what_was_recorded_is_there_again) {
  Tape first, second;
  const use_tape one(first);
  const Value x{2.0};
  Value y = x * x;
  {
    const use_tape two(second);
    const Value other{5.0};
    {
      const use_tape back(first);
      y += x;  // a part of what was recorded before
      BOOST_TEST(first.size() == 2U);
    }
    (other * other).backward();
    BOOST_TEST(is_equal(other.grad(), 10));
  }
  y.backward();
  BOOST_TEST(is_equal(x.grad(), 5));
}

BOOST_AUTO_TEST_CASE(values_of_two_tapes_do_not_mix) {
  Tape first, second;
  std::optional<use_tape> here(std::in_place, first);
  const Value x{2.0}, y = x * x;
  here.emplace(second);
  const Value z{3.0};
  for (const Value& foreign : {x, y}) {
    BOOST_TEST(!foreign.is_recorded());
    BOOST_TEST(tag_of([&] { static_cast<void>(foreign * z); }) == "E21");
    BOOST_TEST(tag_of([&] { static_cast<void>(z + foreign); }) == "E21");
    BOOST_TEST(tag_of([&] { static_cast<void>(z * z + foreign); }) == "E21");
    BOOST_TEST(tag_of([&] { static_cast<void>(ctgrad::sum(std::array{z, foreign})); }) == "E21");
    BOOST_TEST(tag_of([&] { foreign.backward(); }) == "E21");
    BOOST_TEST(tag_of([&] { static_cast<void>(foreign.grad()); }) == "E21");
  }
  (z * y.data()).backward();
  BOOST_TEST(is_equal(z.grad(), 4));
  here.reset();
}

BOOST_AUTO_TEST_CASE(a_refused_sum_leaves_both_tapes_as_they_were) {
  Tape first, second;
  std::optional<use_tape> here(std::in_place, first);
  const Value x{2.0};
  Value y = x * x;
  here.reset();
  here.emplace(second);
  const Value z{3.0};
  Value w = z * z;
  BOOST_TEST(tag_of([&] { w += y; }) == "E21");
  BOOST_TEST(tag_of([&] { w -= std::move(y); }) == "E21");
  w += z;
  w.backward();
  BOOST_TEST(is_equal(z.grad(), 7));
  here.reset();
  here.emplace(first);
  y += x;
  y.backward();
  BOOST_TEST(is_equal(x.grad(), 5));
}

BOOST_AUTO_TEST_CASE(values_of_a_tape_that_is_gone_have_their_number_only) {
  Value x;
  {
    Tape t;
    const use_tape here(t);
    x = Value{2.0};
  }
  BOOST_TEST(is_equal(x.data(), 2));
  BOOST_TEST(!x.is_recorded());
  BOOST_TEST(tag_of([&] { static_cast<void>(x * x); }) == "E21");
  Tape again;  // at the same place, maybe
  const use_tape here(again);
  const Value y{1.0};
  BOOST_TEST(tag_of([&] { static_cast<void>(x * y); }) == "E21");
}

BOOST_AUTO_TEST_CASE(a_tape_that_ends_as_the_current_one_gives_way_to_the_thread_s_own) {
  const scope s;
  auto t = std::make_unique<Tape>();
  Tape* const own = Tape::exchange_current(t.get());
  const Value x{1.0};
  BOOST_TEST(t->size() == 1U);
  t.reset();
  const Value y{2.0};
  BOOST_TEST(&Tape::current() == own);
  (y * y).backward();
  BOOST_TEST(is_equal(y.grad(), 4));
}

BOOST_AUTO_TEST_CASE(scopes_release_what_is_on_it) {
  Tape t;
  const use_tape here(t);
  const Value x{2.0};
  Value inner;
  for (int i = 0; i < 3; ++i) {
    const scope s;
    inner = x * x * x;
    inner.backward();
    BOOST_TEST(t.size() == 3U);
  }
  BOOST_TEST(t.size() == 1U);
  BOOST_TEST(is_equal(x.grad(), 36));
  BOOST_TEST(tag_of([&] { inner.backward(); }) == "E20");
}

BOOST_AUTO_TEST_CASE(a_scope_belongs_to_the_tape_that_it_was_opened_on) {
  Tape t;
  std::optional<scope> outside(std::in_place);
  const Value x{2.0};
  const use_tape here(t);
  const Value y{3.0};
  outside.reset();
  (y * y).backward();
  BOOST_TEST(is_equal(y.grad(), 6));
  BOOST_TEST(t.size() == 2U);
}

BOOST_AUTO_TEST_CASE(made_in_one_thread_and_used_in_another) {
  Tape t;
  Value x, y;
  in_a_thread([&] {
    const use_tape here(t);
    x = Value{3.0};
    y = x * x;
  });
  {
    const use_tape here(t);
    y += x;
    y.backward();
    BOOST_TEST(is_equal(x.grad(), 7));
  }
  double slope = 0;
  in_a_thread([&] {
    const use_tape here(t);
    (y * x).backward();
    slope = x.grad();
  });
  BOOST_TEST(is_equal(slope, 7 + 12 + 3 * 7));
}

BOOST_AUTO_TEST_SUITE_END()
