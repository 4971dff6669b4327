#include <boost/test/unit_test.hpp>

#include <array>
#include <cstdio>
#include <cstdlib>
#include <iostream>
#include <sstream>

#include "support.hpp"

#ifdef __linux__
#include <fcntl.h>
#include <unistd.h>
#endif

using cg::nn::on_terminal;
using cg::nn::progress_bar;

BOOST_AUTO_TEST_SUITE(progress_bars)

std::size_t count(const std::string& text, const std::string& part) {
  std::size_t result = 0;
  for (auto at = text.find(part); at != std::string::npos; at = text.find(part, at + 1)) ++result;
  return result;
}

BOOST_AUTO_TEST_CASE(nothing_is_written_where_there_is_no_terminal) {
  std::ostringstream out;
  BOOST_TEST(!on_terminal(out));
  {
    progress_bar bar(2, out);
    BOOST_TEST(!bar.is_live());
    bar.show(1, "loss 0.5");
    bar.show(2, "loss 0.25");
  }
  BOOST_TEST(out.str().empty());
}

BOOST_AUTO_TEST_CASE(the_bar_grows_in_one_line) {
  std::ostringstream out;
  {
    progress_bar bar(4, out, true);
    bar.show(1, "first");
    BOOST_TEST(out.str().starts_with("\r█"));
    BOOST_TEST(count(out.str(), "█") == 8U);
    BOOST_TEST(count(out.str(), "░") == 24U);
    BOOST_TEST(out.str().find("first") != std::string::npos);
    out.str("");
    bar.show(4, "last");
    BOOST_TEST(count(out.str(), "█") == 32U);
    BOOST_TEST(count(out.str(), "\n") == 0U);
  }
  BOOST_TEST(out.str().ends_with('\n'));
}

BOOST_AUTO_TEST_CASE(the_line_can_be_used_for_something_else) {
  std::ostringstream out;
  {
    progress_bar bar(4, out, true);
    bar.clear();
    BOOST_TEST(out.str().empty());
    bar.show(1);
    out.str("");
    bar.clear();
    bar.clear();
    BOOST_TEST(out.str() == "\r\x1b[K");
    bar.show(2);  // at once, however little time has gone by
    BOOST_TEST(count(out.str(), "█") == 16U);
    bar.clear();
    out.str("");
  }
  BOOST_TEST(out.str().empty());
}

BOOST_AUTO_TEST_CASE(quick_steps_are_not_all_drawn_but_the_last_is) {
  std::ostringstream out;
  progress_bar bar(100000, out, true);
  for (std::size_t step = 1; step <= 100000; ++step) bar.show(step, "x");
  BOOST_TEST(count(out.str(), "\r") < 1000U);
  BOOST_TEST(count(out.str(), "█") >= 32U);
}

BOOST_AUTO_TEST_CASE(a_bar_that_never_shows_leaves_no_line) {
  std::ostringstream out;
  {
    const progress_bar bar(4, out, true);
  }
  {
    progress_bar empty(0, out, true), more(0, out, false);
  }
  BOOST_TEST(out.str().empty());
}

#ifdef __linux__
/// What on_terminal says of std::cout while it goes somewhere else.
bool on_terminal_when_cout_is(int file) {
  const int before = dup(STDOUT_FILENO);
  dup2(file, STDOUT_FILENO);
  const bool answer = on_terminal(std::cout);
  dup2(before, STDOUT_FILENO);
  close(before);
  return answer;
}

BOOST_AUTO_TEST_CASE(terminals_are_told_from_files_and_pipes) {
  const int master = posix_openpt(O_RDWR | O_NOCTTY);
  BOOST_TEST_REQUIRE((grantpt(master) == 0 && unlockpt(master) == 0));
  const int terminal = open(ptsname(master), O_RDWR | O_NOCTTY);
  std::FILE* file = std::tmpfile();
  std::array<int, 2> ends{};
  BOOST_TEST_REQUIRE(pipe(ends.data()) == 0);
  BOOST_TEST(on_terminal_when_cout_is(terminal));
  BOOST_TEST(!on_terminal_when_cout_is(fileno(file)));
  BOOST_TEST(!on_terminal_when_cout_is(ends[1]));
  std::fclose(file);
  for (const int f : {master, terminal, ends[0], ends[1]}) close(f);
}
#endif

BOOST_AUTO_TEST_SUITE_END()
