// Operations of the user's own on Values, and functions of the user's own beside ours.
#include <tuple>

#include "support.hpp"

namespace own {

struct cube_op : ctgrad::op<"cube", 1> {
  static constexpr auto value(const auto& x) { return x * x * x; }
  static constexpr auto partials(const auto& x, const auto&) { return std::tuple{3 * x * x}; }
};
constexpr auto cube(const auto& x) {
  return ctgrad::apply<cube_op>(x);
}

struct squares_op : ctgrad::op<"squares", 2> {
  static constexpr auto value(const auto& x, const auto& y) { return x * x + y * y; }
  static constexpr auto partials(const auto& x, const auto& y, const auto&) {
    return std::tuple{2 * x, 2 * y};
  }
};
constexpr auto squares(const auto& x, const auto& y) {
  return ctgrad::apply<squares_op>(x, y);
}

struct fused_op : ctgrad::op<"fused", 3> {
  static constexpr auto value(const auto& x, const auto& y, const auto& z) { return x * y + z; }
  static constexpr auto partials(const auto& x, const auto& y, const auto&, const auto&) {
    return std::tuple{y, x, 1};
  }
};
constexpr auto fused(const auto& x, const auto& y, const auto& z) {
  return ctgrad::apply<fused_op>(x, y, z);
}

// Templates by the names of ours, as a program that has used doubles so far may define them. They
// compute something else, so that a test sees which one was called.
template <class T>
T sigmoid(T x) {
  return 10 * x;
}

template <class T>
T relu(const T& x) {
  return 20 * x;
}

auto tanh(auto x) {
  return 30 * x;
}

}  // namespace own

BOOST_AUTO_TEST_SUITE(operations)

BOOST_AUTO_TEST_CASE(of_one_operand) {
  const scope s;
  const Value x{2.0};
  const auto before = recorded();
  const auto y = own::cube(x);
  BOOST_TEST(recorded() == before + 1);
  y.backward();
  BOOST_TEST(is_equal(y.data(), 8));
  BOOST_TEST(is_equal(x.grad(), 12));
}

BOOST_AUTO_TEST_CASE(of_two_operands) {
  const scope s;
  const Value x{3.0}, y{4.0};
  const auto z = own::squares(x, y);
  z.backward();
  BOOST_TEST(is_equal(z.data(), 25));
  BOOST_TEST(is_equal(x.grad(), 6));
  BOOST_TEST(is_equal(y.grad(), 8));
}

BOOST_AUTO_TEST_CASE(of_three_operands) {
  const scope s;
  const Value x{2.0}, y{3.0}, z{4.0};
  const auto w = own::fused(x, y, z);
  const auto root = 5 * w;
  root.backward();
  BOOST_TEST(is_equal(w.data(), 10));
  BOOST_TEST(is_equal(w.grad(), 5));
  BOOST_TEST(is_equal(x.grad(), 15));
  BOOST_TEST(is_equal(y.grad(), 10));
  BOOST_TEST(is_equal(z.grad(), 5));
}

BOOST_AUTO_TEST_CASE(with_one_value_in_every_place) {
  const scope s;
  const Value x{3.0};
  own::squares(x, x).backward();  // (2x²)' = 12
  BOOST_TEST(is_equal(x.grad(), 12));
  own::fused(x, x, x).backward();  // (x² + x)' = 7
  BOOST_TEST(is_equal(x.grad(), 19));
}

BOOST_AUTO_TEST_CASE(with_numbers_in_some_places) {
  const scope s;
  const Value x{3.0};
  BOOST_TEST(own::squares(2, Value(1.0)).is_passive());
  own::squares(1, x).backward();
  BOOST_TEST(is_equal(x.grad(), 6));
  (own::fused(2, x, 7) + own::fused(x, 5, 1.5) + own::fused(1, 1, x)).backward();
  BOOST_TEST(is_equal(x.grad(), 6 + 2 + 5 + 1));
}

BOOST_AUTO_TEST_CASE(inside_each_other) {
  const scope s;
  const Value x{1.0};
  const auto inner = own::cube(x + 1);                    // 8, slope 12
  const auto y = own::fused(inner, x, own::cube(inner));  // inner x + inner³
  y.backward();
  BOOST_TEST(is_equal(y.data(), 8 + 512));
  BOOST_TEST(is_equal(inner.grad(), 1 + 3 * 64));
  BOOST_TEST(is_equal(x.grad(), 193 * 12 + 8));
}

BOOST_AUTO_TEST_CASE(on_plain_numbers) {
  static_assert(own::cube(2.0) == 8 && own::squares(3, 4) == 25 && own::fused(2.0, 3.0, 4.0) == 10);
  BOOST_TEST(own::cube(2.0F) == 8.0F);
}

BOOST_AUTO_TEST_CASE(templates_of_the_same_name_in_the_users_own_program_are_preferred) {
  using namespace own;
  const scope s;
  const Value x{0.5};
  BOOST_TEST(is_equal(sigmoid(x).data(), 5));
  BOOST_TEST(is_equal(relu(x).data(), 10));
  BOOST_TEST(is_equal(relu(x * 2).data(), 20));
  BOOST_TEST(is_equal(tanh(x).data(), 15));
  BOOST_TEST(is_equal(sigmoid(2.0), 20));
}

BOOST_AUTO_TEST_CASE(ours_are_still_there_by_their_full_name) {
  using namespace own;
  const scope s;
  const Value x{-0.5};
  BOOST_TEST(is_equal(ctgrad::relu(x).data(), 0));
  BOOST_TEST(is_equal(own::tanh(x).data(), -15));
  BOOST_TEST(is_equal(ctgrad::sigmoid(x * 0).data(), 0.5));
}

BOOST_AUTO_TEST_SUITE_END()
