// Random programs as texts and back: the same programs.
#include <ctgrad/text/parse.hpp>

#include <boost/test/unit_test.hpp>

#include <cstdint>
#include <iostream>
#include <string>
#include <vector>

#include "../support/same_program.hpp"
#include "../support/texts.hpp"
#include "engines.hpp"
#include "generate.hpp"
#include "settings.hpp"

namespace {

using ctgrad::program;

std::vector<std::string> names(std::size_t size) {
  std::vector<std::string> all;
  for (std::size_t i = 0; i < size; ++i) all.push_back("x" + std::to_string(i));
  return all;
}

/// The program of a random one, in the order of reading.
program<double> recorded(const dags::dag& d) {
  ctgrad::builder<double> home;
  const auto y = dags::record(d, home);
  return in_order_of_reading(home.finish({y.back().at(home)}));
}

/// Is the text of a program that program again, and its text the same?
void check(const program<double>& p, std::uint64_t number) {
  const auto variables = names(p.inputs);
  const std::string text = ctgrad::detail::exact_text(p, variables);
  const auto parsed = ctgrad::parse(text);
  const bool same = support::same_program(parsed.recorded().code(), p) &&
                    parsed.names() == variables && to_string(parsed) == text;
  if (!same) {
    BOOST_ERROR("program " << number << " of CTGRAD_TEST_SEED=" << dags::run_seed() << ":\n"
                           << text << "\n"
                           << to_string(p) << to_string(parsed.recorded().code()));
  }
}

void check_programs(std::uint64_t count, int largest) {
  std::size_t instructions = 0;
  for (std::uint64_t i = 0; i < count; ++i) {
    dags::random_source random(dags::seed_of(dags::run_seed() + 80, i));
    const auto p = recorded(dags::generate(random, {.largest = largest, .tame = i % 4 != 0}));
    check(p, i);
    instructions += p.code.size();
  }
  std::cout << count << " programs through text and back, " << instructions << " instructions"
            << std::endl;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(through_text)

BOOST_AUTO_TEST_CASE(small_programs) {
  check_programs(dags::run_programs(5), 40);
}

BOOST_AUTO_TEST_CASE(large_programs) {
  check_programs(dags::run_programs(0.05), 2000);
}

BOOST_AUTO_TEST_CASE(random_texts) {
  dags::random_source random(dags::run_seed() + 81);
  support::text_generator generate(random);
  for (std::uint64_t i = 0; i < dags::run_programs(1); ++i) {
    const std::string text = generate();
    const auto parsed = ctgrad::parse(text);
    const std::string written = to_string(parsed);
    const auto again = ctgrad::parse(written);
    const bool same = again.names() == parsed.names() && to_string(again) == written &&
                      support::same_program(again.recorded().code(), parsed.recorded().code());
    if (!same) BOOST_ERROR("text " << i << ": " << text << "\nwritten: " << written);
  }
}

BOOST_AUTO_TEST_SUITE_END()
