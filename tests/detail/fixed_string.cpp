// Strings as template arguments.
#include <ctgrad/detail/fixed_string.hpp>

#include <boost/test/unit_test.hpp>

#include <type_traits>

namespace {

using ctgrad::detail::fixed_string;

template <fixed_string Text>
struct tag {
  static constexpr std::string_view view = Text.view();
};

static_assert(tag<"">::view.empty() && tag<"x">::view == "x" &&
              tag<"learning_rate">::view == "learning_rate");
static_assert(std::is_same_v<tag<"x">, tag<"x">> && !std::is_same_v<tag<"x">, tag<"y">> &&
              !std::is_same_v<tag<"x">, tag<"xx">> && !std::is_same_v<tag<"x">, tag<"X">>);

// Made from a part of a text, as the names of a formula's variables are.
constexpr std::string_view sentence = "one two";
static_assert(std::is_same_v<tag<fixed_string<4>(sentence.substr(0, 3))>, tag<"one">> &&
              std::is_same_v<tag<fixed_string<4>(sentence.substr(4))>, tag<"two">>);
static_assert(tag<"a\0b">::view.size() == 3, "a zero inside is a character like any other");

}  // namespace

BOOST_AUTO_TEST_SUITE(fixed_string_)
BOOST_AUTO_TEST_CASE(a_view_outlives_the_expression) {
  BOOST_TEST(tag<"kept">::view == "kept");
}
BOOST_AUTO_TEST_SUITE_END()
