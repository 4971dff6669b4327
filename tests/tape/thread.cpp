// Every thread has a tape of its own. What belongs to another one is refused.
#include <array>
#include <functional>
#include <optional>
#include <sstream>
#include <string>
#include <vector>

#include "support.hpp"

namespace {

std::string tag_in_a_thread(const std::function<void()>& action) {
  std::string tag;
  in_a_thread([&] { tag = tag_of(action); });
  return tag;
}

Value made_in_a_thread(double data) {
  Value x;
  in_a_thread([&] { x = Value{data}; });
  return x;
}

/// The gradient of a long computation that starts at x.
double slope_at(double x) {
  const scope s;
  const Value start{x};
  Value y = start;
  for (int i = 0; i < 1000; ++i) y = sin(y * start) + 0.5 * y;
  y.backward();
  return start.grad();
}

}  // namespace

BOOST_AUTO_TEST_SUITE(threads)

BOOST_AUTO_TEST_CASE(a_value_of_another_thread_is_refused) {
  const scope s;
  const Value x{2.0};
  const std::array<std::function<void()>, 7> actions{
      [&] { static_cast<void>(x.grad()); },
      [&] { x.backward(); },
      [&] { x.zero_grad(); },
      [&] { x.label("x"); },
      [&] { static_cast<void>(x * x); },
      [&] { static_cast<void>(exp(x)); },
      [&] { static_cast<void>(Value{1.0} + x); },
  };
  for (const auto& action : actions) BOOST_TEST(tag_in_a_thread(action) == "E21");
  (x * x).backward();
  BOOST_TEST(is_equal(x.grad(), 4));
}

BOOST_AUTO_TEST_CASE(the_refusal_holds_for_deep_scopes_on_both_sides) {
  const scope one, two, three;
  const Value x{2.0};
  BOOST_TEST(tag_in_a_thread([&] {
               const scope first, second, third;
               static_cast<void>(x + 1);
             }) == "E21");
}

BOOST_AUTO_TEST_CASE(values_outlive_the_thread_but_not_their_recording) {
  const Value x = made_in_a_thread(2.5);
  BOOST_TEST(is_equal(x.data(), 2.5));
  BOOST_TEST(!x.is_recorded());
  BOOST_TEST(tag_of([&] { static_cast<void>(x.grad()); }) == "E21");
  BOOST_TEST(tag_of([&] { static_cast<void>(x + 1); }) == "E21");
  std::ostringstream out;
  out << x;
  BOOST_TEST(out.str() == "Value(data=2.5)");
}

BOOST_AUTO_TEST_CASE(a_new_thread_does_not_revive_the_values_of_an_old_one) {
  const Value x = made_in_a_thread(2.5);
  for (int i = 0; i < 20; ++i) {
    std::string tag;
    in_a_thread([&] {
      const Value other{1.0};
      tag = tag_of([&] { static_cast<void>(x * other); });
    });
    BOOST_TEST(tag == "E21");
  }
}

BOOST_AUTO_TEST_CASE(a_released_value_is_told_from_a_foreign_one) {
  std::string tag;
  in_a_thread([&] {
    std::optional<scope> s(std::in_place);
    const Value x{1.0};
    s.reset();
    tag = tag_of([&] { x.backward(); });
  });
  BOOST_TEST(tag == "E20");
}

BOOST_AUTO_TEST_CASE(numbers_and_passive_values_pass) {
  const scope s;
  const Value x{2.0}, constant = 3.0;
  double slope = 0;
  in_a_thread([&] {
    const Value own{x.data()};
    (own * own * constant).backward();
    slope = own.grad();
  });
  BOOST_TEST(is_equal(slope, 12));
}

BOOST_AUTO_TEST_CASE(a_thread_starts_with_an_empty_recording) {
  const scope s;
  const Value x{2.0};
  std::size_t before = 99, after = 99;
  in_a_thread([&] {
    before = recorded();
    static_cast<void>(Value{1.0});
    after = recorded();
  });
  BOOST_TEST(before == 0U);
  BOOST_TEST(after == 1U);
}

BOOST_AUTO_TEST_CASE(no_grad_and_scopes_concern_their_own_thread) {
  const ctgrad::no_grad guard;
  bool recorded_there = false;
  in_a_thread([&] { recorded_there = !(Value{1.0} * 2).is_passive(); });
  BOOST_TEST(recorded_there);
}

BOOST_AUTO_TEST_CASE(threads_side_by_side_compute_what_one_computes) {
  std::array<double, 8> slopes{};
  std::vector<std::thread> all;
  for (std::size_t i = 0; i < slopes.size(); ++i) {
    all.emplace_back([&slopes, i] { slopes[i] = slope_at(0.1 * static_cast<double>(i + 1)); });
  }
  for (std::thread& t : all) t.join();
  for (std::size_t i = 0; i < slopes.size(); ++i) {
    BOOST_TEST(is_identical(slopes[i], slope_at(0.1 * static_cast<double>(i + 1))));
  }
}

BOOST_AUTO_TEST_SUITE_END()
