// The version is three numbers, and the umbrella header gives them.
#include <ctgrad/ctgrad.hpp>

#include <boost/test/unit_test.hpp>

static_assert(CTGRAD_VERSION_MAJOR >= 0 && CTGRAD_VERSION_MINOR >= 0 && CTGRAD_VERSION_PATCH >= 0);

BOOST_AUTO_TEST_SUITE(version)
BOOST_AUTO_TEST_CASE(is_not_empty) {
  BOOST_TEST(CTGRAD_VERSION_MAJOR * 1'000'000 + CTGRAD_VERSION_MINOR * 1'000 +
                 CTGRAD_VERSION_PATCH >=
             1'000);
}
BOOST_AUTO_TEST_SUITE_END()
