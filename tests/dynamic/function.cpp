// dynamic(f): a mark, and f as it was given.
#include <ctgrad/dynamic/function.hpp>

#include <boost/test/unit_test.hpp>

#include <memory>
#include <type_traits>
#include <utility>

namespace {

using ctgrad::dynamic;

double twice(double x) {
  return 2 * x;
}

struct counted {
  int* copies;
  explicit counted(int& copies_in) : copies(&copies_in) {}
  counted(const counted& other_) : copies(other_.copies) { ++*copies; }
  counted(counted&&) = default;
  double operator()(double x) const { return x; }
};

}  // namespace

BOOST_AUTO_TEST_SUITE(dynamic_functions)

BOOST_AUTO_TEST_CASE(it_holds_a_copy_or_what_was_moved_into_it) {
  int copies = 0;
  const counted f(copies);
  const auto copied = dynamic(f);
  BOOST_TEST(copies == 1);
  const auto moved = dynamic(counted(copies));
  BOOST_TEST(copies == 1);
  static_assert(std::is_same_v<decltype(copied), const ctgrad::dynamic_function<counted>>);
  BOOST_TEST(copied.f(3.0) == moved.f(3.0));
}

BOOST_AUTO_TEST_CASE(a_function_that_cannot_be_copied) {
  const auto f = dynamic([p = std::make_unique<double>(2.0)](double x) { return *p * x; });
  BOOST_TEST(f.f(3.0) == 6);
}

BOOST_AUTO_TEST_CASE(a_plain_function_and_a_constant) {
  BOOST_TEST(dynamic(twice).f(3.0) == 6);
  constexpr auto f = dynamic([](auto x) { return x * x; });
  static_assert(f.f(3) == 9);
}

BOOST_AUTO_TEST_SUITE_END()
