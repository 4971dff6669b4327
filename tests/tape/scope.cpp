// Scopes release what was recorded in them. no_grad: no_grad.cpp.
#include <functional>
#include <memory>
#include <sstream>
#include <stdexcept>
#include <type_traits>
#include <utility>
#include <vector>

#include "support.hpp"

namespace {

/// A Value whose scope has ended.
Value released_variable(double data) {
  const scope s;
  return Value{data};
}

/// How many scopes can be opened inside each other from here.
std::size_t depth_reached() {
  std::vector<std::unique_ptr<scope>> open;
  BOOST_TEST(tag_of([&] {
               for (;;) open.push_back(std::make_unique<scope>());
             }) == "E24");
  const auto depth = open.size();
  while (!open.empty()) open.pop_back();  // the last one first
  return depth;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(scopes)

BOOST_AUTO_TEST_CASE(a_scope_stays_where_it_is) {
  static_assert(!std::is_copy_constructible_v<scope> && !std::is_move_constructible_v<scope>);
  static_assert(!std::is_copy_assignable_v<scope> && !std::is_move_assignable_v<scope>);
}

BOOST_AUTO_TEST_CASE(the_end_of_a_scope_forgets_its_recording) {
  const auto before = recorded();
  {
    const scope s;
    const Value x{2.0};
    static_cast<void>(x * x + 1);
    BOOST_TEST(recorded() == before + 2);  // the sum is a part of the product
  }
  BOOST_TEST(recorded() == before);
}

BOOST_AUTO_TEST_CASE(scopes_nest) {
  const scope outer;
  const Value x{2.0};
  const auto square = x * x;
  const auto before = recorded();
  {
    const scope inner;
    const auto fourth = square * square;
    fourth.backward();
    BOOST_TEST(is_equal(square.grad(), 8));
    {
      const scope innermost;
      (fourth * x).backward();
      BOOST_TEST(is_equal(fourth.grad(), 2));
    }
    BOOST_TEST(is_equal(fourth.grad(), 2));
    BOOST_TEST(recorded() == before + 1);
  }
  BOOST_TEST(recorded() == before);
  BOOST_TEST(is_equal(x.grad(), 32 + 80));  // (x⁴)' + (x⁵)'
  BOOST_TEST(is_equal(square.grad(), 16));  // of x⁴ x
  square.backward();
  BOOST_TEST(is_equal(x.grad(), 112 + 4));
}

BOOST_AUTO_TEST_CASE(a_scope_ends_with_an_exception_too) {
  const scope outer;
  const auto before = recorded();
  try {
    const scope inner;
    static_cast<void>(Value{1.0});
    throw std::runtime_error("out of here");
  } catch (const std::runtime_error&) {
    BOOST_TEST(recorded() == before);
  }
  const Value x{3.0};
  (x * x).backward();
  BOOST_TEST(is_equal(x.grad(), 6));
}

BOOST_AUTO_TEST_CASE(released_values_keep_their_number) {
  const Value x = released_variable(2.5);
  BOOST_TEST(is_equal(x.data(), 2.5));
  BOOST_TEST((!x.is_passive() && !x.is_recorded()));
  BOOST_TEST(is_equal((x.detach() * 2).data(), 5));
  BOOST_TEST(x.label().empty());
  std::ostringstream out;
  out << x;
  BOOST_TEST(out.str() == "Value(data=2.5)");
}

BOOST_AUTO_TEST_CASE(everything_else_on_a_released_value_is_refused) {
  const scope s;
  const Value x = released_variable(2.0), live{3.0};
  const std::vector<std::function<void()>> actions{
      [&] { static_cast<void>(x.grad()); },
      [&] { x.backward(); },
      [&] { x.zero_grad(); },
      [&] { x.label("x"); },
      [&] { static_cast<void>(x + 1); },
      [&] { static_cast<void>(2 * x); },
      [&] { static_cast<void>(-x); },
      [&] { static_cast<void>(tanh(x)); },
      [&] { static_cast<void>(x * live); },
      [&] { static_cast<void>(live - x); },
      [&] { static_cast<void>(pow(x, 2)); },
      [&] { static_cast<void>(max(live, x)); },
      [&] {
        auto y = live, z = x;
        y += z;
      },
  };
  for (std::size_t i = 0; i < actions.size(); ++i) {
    const auto before = recorded();
    BOOST_TEST_CONTEXT("action " << i) {
      BOOST_TEST(tag_of(actions[i]) == "E20");
    }
    BOOST_TEST(recorded() == before);
  }
}

BOOST_AUTO_TEST_CASE(a_refused_operation_loses_nothing) {
  const scope s;
  const Value x{3.0};
  const auto y = x * x;
  y.backward();
  const Value gone = released_variable(1.0);
  BOOST_TEST(tag_of([&] { gone.backward(); }) == "E20");
  BOOST_TEST(tag_of([&] { static_cast<void>(y + gone); }) == "E20");
  BOOST_TEST(is_equal(y.grad(), 1));
  BOOST_TEST(is_equal(x.grad(), 6));
  (y * x).backward();
  BOOST_TEST(is_equal(x.grad(), 6 + 27));
}

BOOST_AUTO_TEST_CASE(a_later_scope_does_not_revive_a_released_value) {
  const Value x = released_variable(2.0);
  for (int i = 0; i < 10000; ++i) {
    const scope s;
    const Value other{5.0};
    BOOST_REQUIRE(other.at() == x.at());
    BOOST_REQUIRE(!x.is_recorded());
  }
  BOOST_TEST(tag_of([&] { static_cast<void>(x.grad()); }) == "E20");
}

BOOST_AUTO_TEST_CASE(a_result_of_an_inner_scope_is_gone_in_the_outer_one) {
  const scope outer;
  const Value x{2.0};
  Value y;
  {
    const scope inner;
    y = x * x;
  }
  BOOST_TEST(tag_of([&] { static_cast<void>(x + y); }) == "E20");
  BOOST_TEST(is_equal((x + y.data()).data(), 6));
}

BOOST_AUTO_TEST_CASE(positions_that_are_used_again_start_without_gradient_and_label) {
  const scope outer;
  {
    const scope inner;
    const Value x{2.0};
    x.label("old");
    (x * x).backward();
    BOOST_TEST(is_equal(x.grad(), 4));
  }
  const scope again;
  const Value y{7.0};
  BOOST_TEST(is_identical(y.grad(), 0.0));
  BOOST_TEST(y.label().empty());
}

BOOST_AUTO_TEST_CASE(parameters_keep_their_gradients_after_the_scope) {
  const scope outer;
  const Value weight{2.0};
  for (int step = 1; step <= 3; ++step) {
    const scope s;
    (weight * weight * 5).backward();
    BOOST_TEST(is_equal(weight.grad(), 20 * step));
  }
  BOOST_TEST(is_equal(weight.grad(), 60));
}

BOOST_AUTO_TEST_CASE(a_training_loop_runs_in_flat_memory) {
  const scope outer;
  Value weight{1.0};
  const auto before = recorded();
  for (int step = 0; step < 1000; ++step) {
    const scope s;
    weight.zero_grad();
    const auto loss = pow(weight - 3, 2);
    loss.backward();
    BOOST_REQUIRE(recorded() == before + 2);
    weight.data() -= 0.25 * weight.grad();  // halves the distance to 3
  }
  BOOST_TEST(recorded() == before);
  BOOST_TEST(is_equal(weight.data(), 3));
}

BOOST_AUTO_TEST_CASE(scopes_nest_62_deep) {
  BOOST_TEST(depth_reached() == 62U);
  BOOST_TEST(depth_reached() == 62U);  // all levels were given back
  const scope one;
  BOOST_TEST(depth_reached() == 61U);
}

BOOST_AUTO_TEST_CASE(one_scope_too_many_is_an_error_and_the_others_go_on) {
  const std::function<void(int)> nest = [&](int levels) {
    const scope s;
    if (levels > 1) return nest(levels - 1);
    const Value x{3.0};
    BOOST_TEST(tag_of([] { const scope too_deep; }) == "E24");
    (x * x).backward();
    BOOST_TEST(is_equal(x.grad(), 6));
  };
  nest(62);
}

BOOST_AUTO_TEST_CASE(an_outer_scope_that_ends_first_takes_the_inner_ones_along) {
  const auto before = recorded();
  auto outer = std::make_unique<scope>();
  const Value x{2.0};
  auto inner = std::make_unique<scope>();
  const Value y{3.0};
  outer.reset();
  BOOST_TEST(recorded() == before);
  for (const Value& v : {x, y}) BOOST_TEST(tag_of([&] { v.backward(); }) == "E20");
  const scope next;
  const Value z{4.0};
  inner.reset();
  (z * z).backward();
  BOOST_TEST(is_equal(z.grad(), 8));
}

BOOST_AUTO_TEST_SUITE_END()
