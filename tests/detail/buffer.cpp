// The fixed array of constant evaluation: initialised, moved, released.
#include <ctgrad/detail/buffer.hpp>

#include <boost/test/unit_test.hpp>

namespace {

using ctgrad::detail::buffer;

struct five {
  int value = 5;
};

constexpr bool begins_with_defaults() {
  const buffer<int> zeros(3);
  const buffer<five> fives(2);
  const buffer<int> sevens(2, 7);
  return zeros[0] == 0 && zeros[2] == 0 && fives[1].value == 5 && sevens[0] == 7 && sevens[1] == 7;
}
static_assert(begins_with_defaults());

constexpr bool moves() {
  buffer<int> a(2, 1), b(3, 2);
  a = std::move(b);
  const buffer<int> c = std::move(a);
  return c[0] == 2 && c[2] == 2;
}
static_assert(moves(), "what is allocated in a constant expression is released in it");

}  // namespace

BOOST_AUTO_TEST_SUITE(buffer_)

BOOST_AUTO_TEST_CASE(at_run_time_as_well) {
  BOOST_TEST(begins_with_defaults());
  BOOST_TEST(moves());
}

BOOST_AUTO_TEST_SUITE_END()
