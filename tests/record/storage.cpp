// Recordings in files: every bit comes back, whatever was changed is refused.
#include <ctgrad/op/special.hpp>
#include <ctgrad/record/storage.hpp>

#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <sstream>
#include <string>

#include "support.hpp"

namespace {

const auto model = [](const auto& w, const auto& points, int times) {
  auto sum = w.offset * 0.1;
  for (int t = 0; t < times; ++t) {
    for (std::size_t i = 0; i < w.weights.size(); ++i) {
      sum = sum + tanh(w.weights[i] * points[i][0]) * points[i][1] / 3;
    }
  }
  return std::pair{sum, std::vector{sum * w.offset, sum}};
};
const record_tests::layer<double> w{{0.1, -0.2}, 0.3};
const std::vector<std::array<double, 2>> points{{1.0, 2.0}, {-0.5, 4.0}};

std::string saved(const auto& r) {
  std::ostringstream out;
  cg::save(out, r);
  return out.str();
}

template <class Recording>
auto loaded(const std::string& text) {
  std::istringstream in(text);
  return cg::load<Recording>(in);
}

/// What load says of a text; empty if it is fine.
template <class Recording>
std::string refusal(const std::string& text) {
  try {
    static_cast<void>(loaded<Recording>(text));
    return {};
  } catch (const cg::error& e) {
    return e.what();
  }
}

/// The text with its checksum mended.
std::string resealed(std::string text) {
  text.resize(text.rfind("end "));
  cg::detail::checksum sum;
  std::istringstream lines(text);
  for (std::string line; std::getline(lines, line);) sum.add(line);
  return text + "end " + cg::detail::hexadecimal(sum.value()) + "\n";
}

std::string replaced(std::string text, const std::string& what, const std::string& by) {
  const auto at = text.find(what);
  BOOST_REQUIRE(at != text.npos);
  return resealed(text.replace(at, what.size(), by));
}

struct half_op : cg::op<"half", 1> {
  static constexpr auto value(const auto& x) { return x / 2; }
  static constexpr auto partials(const auto&, const auto&) { return std::tuple{0.5}; }
};
CTGRAD_FUNCTION_1(half, half_op)

}  // namespace

BOOST_AUTO_TEST_CASE(a_recording_comes_back_with_every_bit) {
  const auto r = cg::record(model, w, points, 2);
  const auto again = loaded<decltype(r)>(saved(r));
  BOOST_TEST(saved(again) == saved(r));
  const auto a = r(w, points, 2), b = again(w, points, 2);
  BOOST_TEST(support::identical(a.first, b.first));
  BOOST_TEST((a.second == b.second));
  BOOST_TEST((again.arguments() == r.arguments()));
  BOOST_TEST(again.result().second.size() == 2U);
  const auto j = cg::jacobian<cg::wrt<0>>(r)(w, points, 2);
  const auto k = cg::jacobian<cg::wrt<0>>(again)(w, points, 2);
  BOOST_TEST((j.first == k.first));
  BOOST_TEST((j.second == k.second));
}

BOOST_AUTO_TEST_CASE(numbers_that_no_decimals_mean_come_back) {
  const double inf = support::inf_of<double>;
  const auto f = [&](auto x) { return std::vector{x * inf, x + 5e-324, x * -0.0, x - 0.1}; };
  const auto r = cg::record(f, -0.0);
  const auto again = loaded<decltype(r)>(saved(r));
  for (const double x : {0.0, -0.0, 1.0, inf}) {
    const auto a = r(x), b = again(x);
    for (std::size_t i = 0; i < a.size(); ++i) BOOST_TEST(support::identical(a[i], b[i]));
  }
  BOOST_TEST(std::signbit(std::get<0>(again.arguments())));
}

BOOST_AUTO_TEST_CASE(derivatives_and_guards_are_saved_as_well) {
  const auto f = [](const auto& x) { return x[0] < x[1] ? x[0] * x[0] : sin(x[1]); };
  const std::vector<float> x{1, 2}, other{2, 1};
  const auto g = cg::value_and_gradient(cg::record<cg::guarded>(f, x));
  const auto again = loaded<decltype(g)>(saved(g));
  BOOST_TEST((again(x).gradient == g(x).gradient));
  BOOST_TEST(again.guards() == 1U);
  BOOST_CHECK_EXCEPTION(again(other), cg::error, tagged("E52"));
}

BOOST_AUTO_TEST_CASE(whatever_byte_is_changed_the_file_is_refused_or_means_the_same) {
  const auto r = cg::record(model, w, points, 2);
  using R = std::remove_const_t<decltype(r)>;
  const std::string text = saved(r);
  int accepted = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    for (const int flip : {1, 4, 32, 128}) {
      std::string damaged = text;
      damaged[i] = static_cast<char>(damaged[i] ^ flip);
      if (!refusal<R>(damaged).empty()) continue;
      ++accepted;
      BOOST_TEST(saved(loaded<R>(damaged)) == text);
    }
  }
  BOOST_TEST(accepted <= 1);
  for (std::size_t size = 0; size < text.size(); ++size) {
    BOOST_TEST(!refusal<R>(text.substr(0, size)).empty());
  }
}

BOOST_AUTO_TEST_CASE(what_is_no_such_recording_is_refused_with_the_reason) {
  const auto r = cg::record(model, w, points, 2);
  using R = std::remove_const_t<decltype(r)>;
  const std::string text = saved(r);
  const auto says = [&](const std::string& what, const std::string& by, const char* reason) {
    const auto message = refusal<R>(replaced(text, what, by));
    BOOST_TEST(message.find(reason) != message.npos, message);
    BOOST_TEST(message.find("[ctgrad-E53]") != message.npos, message);
  };
  says("ctgrad recording 1", "ctgrad recording 2", "version 2 of the format");
  says("ctgrad recording 1", "ctgrad parameters 1", "no recording saved by ctgrad");
  says("scalar double", "scalar float", "other numbers: 'float' instead of 'double'");
  says("argument vector", "argument list", "another type");
  says("lengths 2", "lengths 99999999999", "no lengths");
  says("lengths 2", "lengths 2 2", "no lengths");
  says("inputs 7", "inputs 8", "another number of inputs");
  says("inputs 7", "inputs 4000000000", "another number of inputs");
  says("call tanh", "call tanj", "the op 'tanj' is not known");
  says("call multiply ", "call multiply 0 ", "another number of operands");
  says("call multiply 0", "call multiply 9999", "does not belong");
  says("\noutput ", "\noutput 9999\noutput ", "does not belong");
  says("\nend ", "\nliteral 0000000000000000 0\nend ", "more than belongs");
  BOOST_TEST(!refusal<R>("").empty());
  BOOST_TEST(!refusal<R>(std::string(1000, '\0')).empty());
}

BOOST_AUTO_TEST_CASE(an_op_of_the_users_own_is_named_to_load) {
  const auto f = [](auto x) { return half(x) * lgamma(x); };
  const auto r = cg::record(f, 3.0);
  using R = std::remove_const_t<decltype(r)>;
  const auto message = refusal<R>(saved(r));
  BOOST_TEST(message.find("op_list") != message.npos, message);
  std::istringstream in(saved(r));
  const auto again =
      cg::load<double, double>(in, cg::op_list<half_op, cg::ops::lgamma, cg::ops::digamma>{});
  BOOST_TEST(support::identical(again(2.5), r(2.5)));
  BOOST_TEST(support::identical(cg::derivative(again)(2.5), cg::derivative(r)(2.5)));
}

BOOST_AUTO_TEST_CASE(a_file_is_replaced_as_a_whole) {
  const auto path = std::filesystem::temp_directory_path() / "ctgrad_test_recording.txt";
  const auto r = cg::record(model, w, points, 2);
  using R = std::remove_const_t<decltype(r)>;
  cg::save(path, cg::record([](auto x) { return x * x; }, 3.0));
  BOOST_CHECK_EXCEPTION(cg::load<R>(path), cg::error, tagged("E53"));
  BOOST_TEST((cg::load<double, double>(path)(3.0) == 9.0));
  cg::save(path, r);
  BOOST_TEST(saved(cg::load<R>(path)) == saved(r));
  std::ofstream(path, std::ios::app) << "more\n";
  BOOST_CHECK_EXCEPTION(cg::load<R>(path), cg::error, tagged("E53"));
  BOOST_TEST(!std::filesystem::exists(std::filesystem::path(path).concat(".part")));
  std::filesystem::remove(path);
  BOOST_CHECK_EXCEPTION(cg::load<R>(path), cg::error, tagged("E54"));
  BOOST_CHECK_EXCEPTION(cg::save(path / "none" / "x", r), cg::error, tagged("E54"));
  std::ostringstream broken;
  broken.setstate(std::ios::badbit);
  BOOST_CHECK_EXCEPTION(cg::save(broken, r), cg::error, tagged("E54"));
}

BOOST_AUTO_TEST_CASE(lines_behind_a_recording_stay_in_the_stream) {
  const auto r = cg::record([](auto x) { return x * x; }, 3.0);
  std::istringstream in(saved(r) + saved(r) + "more");
  BOOST_TEST((cg::load<double, double>(in)(2.0) == 4.0));
  BOOST_TEST((cg::load<double, double>(in)(2.0) == 4.0));
  std::string rest;
  in >> rest;
  BOOST_TEST(rest == "more");
}
