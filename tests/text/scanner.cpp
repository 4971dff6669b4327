// The words of a text, and where they stand.
#include <ctgrad/text/scanner.hpp>

#include <boost/test/unit_test.hpp>

#include <cstddef>
#include <string>
#include <string_view>

namespace {

using namespace ctgrad::detail;

/// The words, a kind in front of each: n number, a name, s sign, ? unknown.
std::string words_of(std::string_view text) {
  constexpr std::string_view kinds = " nas?";  // in the order of word_kind
  std::string all;
  scanner words(text);
  for (word w = words.next(); w.kind != word_kind::end; w = words.next()) {
    all += all.empty() ? "" : " ";
    all += kinds[static_cast<std::size_t>(w.kind)];
    all += w.text;
  }
  return all;
}

static_assert([] {
  scanner words("  a1 + 2");
  const word a = words.next(), plus = words.peek();
  return a.is_name() && a.at == 2 && a.text == "a1" && plus.is('+') && plus.at == 5;
}());

}  // namespace

BOOST_AUTO_TEST_SUITE(text_scanner)

BOOST_AUTO_TEST_CASE(numbers) {
  BOOST_TEST(words_of("1 2. .5 1.5 1e3 2.e3 1.5e-3 1E+3") ==
             "n1 n2. n.5 n1.5 n1e3 n2.e3 n1.5e-3 n1E+3");
}

BOOST_AUTO_TEST_CASE(a_point_in_front_of_a_name_is_no_part_of_a_number) {
  BOOST_TEST(words_of("2.exp()") == "n2 s. aexp s( s)");
  BOOST_TEST(words_of("1.5.sin()") == "n1.5 s. asin s( s)");
  BOOST_TEST(words_of("2.e3") == "n2.e3");
  BOOST_TEST(words_of("2.e") == "n2 s. ae");
}

BOOST_AUTO_TEST_CASE(what_only_looks_like_an_exponent) {
  BOOST_TEST(words_of("2e 2e+ 2ex") == "n2 ae n2 ae s+ n2 aex");
}

BOOST_AUTO_TEST_CASE(names) {
  BOOST_TEST(words_of("x _y x_1 aB9") == "ax a_y ax_1 aaB9");
  BOOST_TEST(words_of("θ σ₁ größe") == "aθ aσ₁ agröße");
}

BOOST_AUTO_TEST_CASE(signs) {
  BOOST_TEST(words_of("a||b&&c==d!=e<=f>=g**h") ==
             "aa s|| ab s&& ac s== ad s!= ae s<= af s>= ag s** ah");
  BOOST_TEST(words_of("<>+-*/^!(),.;=") == "s< s> s+ s- s* s/ s^ s! s( s) s, s. s; s=");
}

BOOST_AUTO_TEST_CASE(blanks_and_comments) {
  BOOST_TEST(words_of(" a\t+\r\n b # and + so on\n-c#") == "aa s+ ab s- ac");
  BOOST_TEST(words_of("") == "");
  BOOST_TEST(words_of("# nothing") == "");
}

BOOST_AUTO_TEST_CASE(what_is_no_word) {
  BOOST_TEST(words_of("a @ b") == "aa ?@ ab");
  BOOST_TEST(words_of("a×b") == "aa ?× ab");
  BOOST_TEST(words_of("&|") == "?& ?|");
  BOOST_TEST(words_of("a\u037Eb") == "aa ?\u037E ab");  // looks like a semicolon
  BOOST_TEST(words_of(std::string_view("a\0b", 3)) == std::string("aa ?\0 ab", 8));
  BOOST_TEST(words_of("\xFF\xC3") == "?\xFF ?\xC3");
}

BOOST_AUTO_TEST_SUITE_END()
