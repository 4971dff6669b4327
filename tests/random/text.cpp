// Random programs as texts and back: the same programs.
#include <ctgrad/program/print.hpp>
#include <ctgrad/program/reading_order.hpp>

#include <boost/test/unit_test.hpp>

#include <cstdint>
#include <iostream>
#include <string>
#include <vector>

#include "../support/texts.hpp"
#include "engines.hpp"
#include "generate.hpp"
#include "settings.hpp"
#include "through_text.hpp"

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

/// Is the text of a program that program again?
void check(const through_text::formula& f, std::uint64_t number) {
  if (is_kept(f)) return;
  const std::string text = written(f);
  BOOST_ERROR("program " << number << " of CTGRAD_TEST_SEED=" << dags::run_seed() << ":\n"
                         << text << "\n"
                         << to_string(f.code) << to_string(through_text::parsed(text).code));
}

void check_programs(std::uint64_t count, int largest) {
  std::size_t instructions = 0;
  for (std::uint64_t i = 0; i < count; ++i) {
    dags::random_source random(dags::seed_of(dags::run_seed() + 80, i));
    const auto p = recorded(dags::generate(random, {.largest = largest, .tame = i % 4 != 0}));
    check({names(p.inputs), p}, i);
    instructions += p.code.size();
  }
  std::cout << count << " programs through text and back, " << instructions << " instructions"
            << std::endl;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(random_programs_through_text)

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
    const auto f = through_text::parsed(text);
    if (!is_kept(f)) BOOST_ERROR("text " << i << ": " << text << "\nwritten: " << written(f));
  }
}

BOOST_AUTO_TEST_SUITE_END()
