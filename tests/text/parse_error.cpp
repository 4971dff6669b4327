// Mistakes in a text: where they are, and what the message shows.
#include <ctgrad/text/parse.hpp>

#include <boost/test/unit_test.hpp>

#include <string>
#include <string_view>

namespace {

namespace cg = ctgrad;

cg::parse_error error_of(std::string_view text) {
  try {
    cg::parse(text);
  } catch (const cg::parse_error& e) {
    return e;
  }
  return {"nothing is thrown", 0, {}};
}

std::string message(std::string_view text) {
  return error_of(text).what();
}

}  // namespace

BOOST_AUTO_TEST_SUITE(text_parse_error)

BOOST_AUTO_TEST_CASE(a_caret_below_the_place) {
  BOOST_TEST(message("relu(a + * c)") ==
             "ctgrad: line 1, column 10: expected a number, a name or '('\n"
             "  relu(a + * c)\n"
             "           ^ [ctgrad-E62]");
}

BOOST_AUTO_TEST_CASE(positions) {
  const auto e = error_of("a +\n  b c");
  BOOST_TEST(e.position() == 8u);
  BOOST_TEST(e.line() == 2u);
  BOOST_TEST(e.column() == 5u);
  BOOST_TEST(
      std::string(e.what()) ==
      "ctgrad: line 2, column 5: expected an operator or the end of the formula; a product is "
      "written 2*x, a function sin(x)\n"
      "    b c\n"
      "      ^ [ctgrad-E62]");
}

BOOST_AUTO_TEST_CASE(columns_are_characters) {
  const auto e = error_of("θ + σ₁ x");
  BOOST_TEST(e.position() == 11u);
  BOOST_TEST(e.column() == 8u);
  BOOST_TEST(
      std::string(e.what()) ==
      "ctgrad: line 1, column 8: expected an operator or the end of the formula; a product is "
      "written 2*x, a function sin(x)\n"
      "  θ + σ₁ x\n"
      "         ^ [ctgrad-E62]");
}

BOOST_AUTO_TEST_CASE(functions_that_are_meant) {
  BOOST_TEST(message("rellu(x)").find("did you mean 'relu'?") != std::string::npos);
  BOOST_TEST(message("sigmiod(x)").find("did you mean 'sigmoid'?") != std::string::npos);
  BOOST_TEST(message("normalcdf(x)").find("did you mean 'normal_cdf'?") != std::string::npos);
  BOOST_TEST(message("EXP(x)").find("did you mean 'exp'?") != std::string::npos);
  BOOST_TEST(message("something(x)").find("did you mean") == std::string::npos);
}

BOOST_AUTO_TEST_CASE(numbers_of_arguments) {
  BOOST_TEST(message("max(x)").find("; max takes 2\n") != std::string::npos);
  BOOST_TEST(message("hypot(x)").find("; hypot takes 3 or 2\n") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(long_lines_are_cut) {
  const std::string long_text = std::string(1000, 'x') + " " + std::string(1000, 'y');
  const std::string shown = message(long_text);
  BOOST_TEST(shown.size() < 300u);
  BOOST_TEST(shown.find("\n  ...x") != std::string::npos);
  BOOST_TEST(shown.find("y...\n") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(what_no_terminal_shows) {
  BOOST_TEST(message("a \x1B[31m b").find('\x1B') == std::string::npos);
  BOOST_TEST(message(std::string_view("a \0 b", 5)).find("a ? b\n    ^") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(it_is_an_error_of_ctgrad) {
  BOOST_CHECK_THROW(cg::parse("("), cg::error);
}

// Nothing recurses, and nothing takes more than linear time.
BOOST_AUTO_TEST_CASE(ten_megabytes_of_parentheses) {
  const auto e = error_of(std::string(10'000'000, '('));
  BOOST_TEST(e.column() == 10'000'001u);
}

BOOST_AUTO_TEST_CASE(hostile_texts) {
  constexpr std::size_t size = 300'000;
  for (const std::string_view part : {"-", "!", "sin(", "x^", "x+", "where(x,", "a=", "1.", "."}) {
    std::string text;
    text.reserve(size);
    while (text.size() < size) text += part;
    BOOST_CHECK_THROW(cg::parse(text), cg::parse_error);
  }
}

BOOST_AUTO_TEST_SUITE_END()
