// Under no_grad operations compute and record nothing.
#include <ctgrad/diff/dual.hpp>

#include <stdexcept>
#include <type_traits>

#include "support.hpp"

using ctgrad::no_grad;

BOOST_AUTO_TEST_SUITE(without_gradients)

BOOST_AUTO_TEST_CASE(a_guard_stays_where_it_is) {
  static_assert(!std::is_copy_constructible_v<no_grad> && !std::is_move_constructible_v<no_grad>);
  static_assert(!std::is_copy_assignable_v<no_grad> && !std::is_move_assignable_v<no_grad>);
}

BOOST_AUTO_TEST_CASE(nothing_is_recorded_under_no_grad) {
  const scope s;
  const Value x{3.0};
  const auto before = recorded();
  {
    const no_grad guard;
    const auto y = x * x + sin(x);
    BOOST_TEST(y.is_passive());
    BOOST_TEST(is_equal((x * x).data(), 9));
    BOOST_TEST(recorded() == before);
  }
  BOOST_TEST(!(x * x).is_passive());
}

BOOST_AUTO_TEST_CASE(no_grad_nests) {
  const scope s;
  const Value x{3.0};
  const auto records = [&] { return !(x + 1).is_passive(); };
  {
    const no_grad outer;
    {
      const no_grad inner;
      BOOST_TEST(!records());
    }
    BOOST_TEST(!records());
    const scope other;
    BOOST_TEST(!records());
  }
  BOOST_TEST(records());
}

BOOST_AUTO_TEST_CASE(it_is_in_force_on_every_tape_that_becomes_the_current_one) {
  ctgrad::Tape t, other;
  {
    const no_grad outer;
    const ctgrad::use_tape here(t);
    const Value x{3.0};
    BOOST_TEST((x * x).is_passive());
    {
      const no_grad inner;
      const ctgrad::use_tape there(other);
      const Value z{2.0};
      BOOST_TEST((z * z).is_passive());
      const ctgrad::use_tape back(t);
      BOOST_TEST((x + 1).is_passive());
    }
    BOOST_TEST((x * x).is_passive());
  }
  BOOST_TEST(t.size() == 1U);
  BOOST_TEST(other.size() == 1U);
  const ctgrad::use_tape here(t);
  const Value x{3.0};
  BOOST_TEST(!(x * x).is_passive());
}

BOOST_AUTO_TEST_CASE(it_ends_with_the_tape_that_it_was_made_on) {
  ctgrad::Tape t;
  const scope s;
  const Value x{3.0};
  {
    const ctgrad::use_tape here(t);
    const no_grad guard;
    const Value z{2.0};
    BOOST_TEST((z * z).is_passive());
  }
  BOOST_TEST(!(x * x).is_passive());
  const ctgrad::use_tape again(t);
  const Value z{2.0};
  BOOST_TEST(!(z * z).is_passive());
}

BOOST_AUTO_TEST_CASE(a_guard_for_duals_inside_of_one_for_numbers_ends) {
  using moving = ctgrad::dual<double>;
  const ctgrad::basic_scope<moving> s;
  const ctgrad::basic_value<moving> x{moving(3.0)};
  {
    const no_grad numbers;
    const ctgrad::basic_no_grad<moving> duals;
    BOOST_TEST((x * x).is_passive());
  }
  BOOST_TEST(!(x * x).is_passive());
}

BOOST_AUTO_TEST_CASE(gradients_can_be_computed_and_read_under_no_grad) {
  const scope s;
  Value x{3.0};
  const auto y = x * x;
  const no_grad guard;
  y.backward();
  BOOST_TEST(is_equal(x.grad(), 6));
  x.data() -= 0.5 * x.grad();
  BOOST_TEST(is_equal(x.data(), 0));
}

BOOST_AUTO_TEST_CASE(released_values_are_refused_under_no_grad_too) {
  const no_grad guard;
  const Value x = [] {
    const scope s;
    return Value{2.0};
  }();
  BOOST_TEST(tag_of([&] { static_cast<void>(x.grad()); }) == "E20");
}

BOOST_AUTO_TEST_CASE(an_exception_ends_it_too) {
  const scope s;
  const Value x{2.0};
  try {
    const no_grad guard;
    throw std::runtime_error("out of here");
  } catch (const std::runtime_error&) {
    BOOST_TEST(!(x * x).is_passive());
  }
}

BOOST_AUTO_TEST_SUITE_END()
