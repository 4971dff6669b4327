// Texts that are made to break a parser: as long as they are, they are refused, or parsed, printed
// and parsed again, in time and memory that grow as their length does.
#include <ctgrad/text/parse_error.hpp>

#include <boost/test/unit_test.hpp>

#include <chrono>
#include <cstddef>
#include <string>
#include <string_view>

#include "../random/through_text.hpp"
#include "../support/counted_allocation.hpp"

namespace {

constexpr std::size_t huge = 10'000'000, large = 1'000'000, many = 100'000;

std::string repeated(std::string_view part, std::size_t count) {
  std::string all;
  all.reserve(part.size() * count);
  for (std::size_t i = 0; i < count; ++i) all += part;
  return all;
}

/// What it costs at least to look at a text of this size, and what it may cost at most: with a
/// quadratic step, the texts of this test need hours and terabytes.
class cost_of {
 public:
  explicit cost_of(std::size_t size_in) : size_(size_in), begin_(clock::now()) {}
  cost_of(const cost_of&) = delete;
  cost_of& operator=(const cost_of&) = delete;
  ~cost_of() {
    const std::chrono::duration<double> seconds = clock::now() - begin_;
    BOOST_TEST(seconds.count() < 60);
    BOOST_TEST(support::allocated_bytes - before_ < 4000 * size_ + 1'000'000);
  }

 private:
  using clock = std::chrono::steady_clock;
  std::size_t size_, before_ = support::allocated_bytes;
  clock::time_point begin_;
};

/// Refused, at this byte.
void check_refused(const std::string& text, std::size_t at) {
  const cost_of all(text.size());
  try {
    static_cast<void>(through_text::parsed(text));
    BOOST_ERROR("parsed: " << text.substr(0, 40) << "...");
  } catch (const ctgrad::parse_error& e) {
    BOOST_TEST(e.position() == at, text.substr(0, 40));
    BOOST_TEST(std::string_view(e.what()).size() < 1000U);
    BOOST_TEST(std::string_view(e.what()).ends_with("[ctgrad-E62]"));
  }
}

/// A formula, which is the same when it is printed and parsed again.
void check_parsed(const std::string& text) {
  const cost_of all(text.size());
  BOOST_TEST(is_kept(through_text::parsed(text)), text.substr(0, 40));
}

}  // namespace

BOOST_AUTO_TEST_SUITE(hostile_texts)

BOOST_AUTO_TEST_CASE(without_an_end) {
  check_refused(repeated("(", huge), huge);
  check_refused(repeated("-", huge), huge);
  check_refused(repeated("!", large), large);
  check_refused(repeated("x^", huge / 2), huge);
  check_refused(repeated("sin(", large / 4), large);
  check_refused(repeated("x+(", large / 3), large / 3 * 3);
  check_refused(repeated("max(x, ", large / 7), large / 7 * 7);
  check_refused(repeated(" \n", large / 2), large);
  check_refused(repeated("#", large), large);
}

BOOST_AUTO_TEST_CASE(unbalanced_and_unknown) {
  check_refused(repeated("f(", huge / 2), 0);
  check_refused("x" + repeated(")", large), 1);
  check_refused(repeated("(", large / 2) + "x" + repeated(")", large / 2 - 1), large);
  check_refused(repeated("(", many) + "x" + repeated(")", many + 1), 2 * many + 1);
  check_refused(repeated(",", large), 0);
  check_refused(repeated("x ", large / 2), 2);
  check_refused(repeated("a", large) + "(x)", 0);
  check_refused(repeated("x<", large / 2), 3);
}

BOOST_AUTO_TEST_CASE(bytes_that_are_no_text) {
  check_refused(std::string(large, '\0'), 0);
  check_refused("x + " + std::string("\0y", 2), 4);
  check_refused(repeated("\xff", large), 0);
  check_refused("x + \xc3\x28", 4);
  check_refused("sin(\xf0\x9f\x98", 4);
}

BOOST_AUTO_TEST_CASE(numbers_of_a_million_digits) {
  const std::string digits = repeated("1234567890", large / 10);
  check_refused("x + " + digits, 4);
  check_parsed("x + 0." + digits);
  check_parsed("x + 0." + repeated("0", large) + digits);
  check_parsed("x + " + digits + "e-1000000");
  check_parsed("x + 1e-" + digits);
  check_refused("x + 1e" + digits, 4);
  const auto one = through_text::parsed("1" + repeated("0", large) + "e-1000000");
  BOOST_TEST(one.code.code.back().literal == 1);
}

BOOST_AUTO_TEST_CASE(deep_and_right) {
  check_parsed(repeated("(", many) + "x" + repeated(")", many));
  check_parsed(repeated("-", many + 1) + "x");
  check_parsed("x" + repeated(".sin()", large));
  check_parsed(repeated("sin(", many) + "x" + repeated(")", many));
  check_parsed(repeated("x^", many) + "x");
  check_parsed(repeated("(1 - ", many) + "x" + repeated(")", many));
  check_parsed(repeated("where(x < 0, y, ", many) + "x" + repeated(")", many));
}

BOOST_AUTO_TEST_CASE(long_and_right) {
  check_parsed("x" + repeated(" + sin(x)*y", many));
  check_parsed("x" + repeated("#\n", many) + "+ y");
  std::string definitions, sum = "0", names;
  for (std::size_t i = 0; i < many / 10; ++i) {
    definitions += "d" + std::to_string(i) + " = v" + std::to_string(i) + "*x;";
    sum += " + d" + std::to_string(i);
    names += (i == 0 ? "w" : ", w") + std::to_string(i);
  }
  check_parsed(definitions + sum);
  check_parsed("f(" + names + ") = w0");
}

BOOST_AUTO_TEST_SUITE_END()
