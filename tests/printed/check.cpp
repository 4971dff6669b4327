// Printed functions against the programs that they were printed from, bit by bit.
#include <ctgrad/program/interpret.hpp>

#include <boost/test/unit_test.hpp>

#include <exception>
#include <map>
#include <sstream>
#include <string>
#include <vector>

#include "../support/compare.hpp"
#include "printed.hpp"
#include "subjects.hpp"

namespace {

template <class T>
std::string text_of(const std::vector<T>& x) {
  std::ostringstream text;
  text.precision(21);
  for (const T& v : x) text << v << ' ';
  return text.str();
}

/// The outputs of the program; none where Boost.Math throws after all.
template <class T>
std::vector<T> interpreted(const ctgrad::program<T>& p, const std::vector<T>& x) {
  std::vector<T> results, y(p.outputs.size());
  try {
    ctgrad::interpret(p, x, y, results);
  } catch (const std::exception&) {
    return {};
  }
  return y;
}

template <class T>
void check(const printed::subject<T>& s, void (*run)(const T*, T*)) {
  int different = 0, compared = 0;
  for (const auto& x : s.points) {
    const auto expected = interpreted(s.program, x);
    if (expected.empty()) continue;
    auto got = expected;
    run(x.data(), got.data());
    bool same = true;
    for (std::size_t k = 0; k < got.size(); ++k) {
      same = same && support::identical(got[k], expected[k]);
    }
    ++compared;
    if (!same && ++different <= 3) {
      BOOST_ERROR(s.name << " at " << text_of(x) << ": " << text_of(got) << "instead of "
                         << text_of(expected));
    }
  }
  BOOST_TEST(different == 0, s.name << " differs at " << different << " points of " << compared);
  BOOST_TEST(2 * static_cast<std::size_t>(compared) > s.points.size(), s.name);
}

template <class T>
std::map<std::string, void (*)(const T*, T*)> functions() {
  std::map<std::string, void (*)(const T*, T*)> all;
  for (const auto& f : printed::functions<T>()) all[f.name] = f.run;
  return all;
}

template <class T>
void check_all() {
  const auto subjects = printed::subjects<T>();
  const auto printed = functions<T>();
  BOOST_TEST(printed.size() == subjects.size());
  for (const auto& s : subjects) check(s, printed.at(s.name));
}

/// The compiled value and gradient of a function of the corpus.
template <class F, std::size_t N>
std::vector<double> compiled(const F& f, const std::array<double, N>& x) {
  const auto [value, gradient] = std::apply(ctgrad::value_and_gradient(f), x);
  std::vector<double> all(gradient.begin(), gradient.end());
  all.insert(all.begin(), value);
  return all;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(printed_functions)

BOOST_AUTO_TEST_CASE(are_the_programs_in_float) {
  check_all<float>();
}

BOOST_AUTO_TEST_CASE(are_the_programs_in_double) {
  check_all<double>();
}

BOOST_AUTO_TEST_CASE(are_the_programs_in_long_double) {
  check_all<long double>();
}

BOOST_AUTO_TEST_CASE(are_the_compiled_gradients) {
  const auto printed = functions<double>();
  support::for_each_function([&](const auto& function) {
    const auto run = printed.at(function.name);
    for (const auto& x : function.points(50)) {
      const auto expected = compiled(function.f, x);
      auto got = expected;
      run(x.data(), got.data());
      for (std::size_t k = 0; k < got.size(); ++k) {
        BOOST_TEST(support::is_identical(got[k], expected[k]), function.name << ' ' << k);
      }
    }
  });
}

BOOST_AUTO_TEST_SUITE_END()
