// What is wrong with a batch is said before anything is written.
#include <ctgrad/batch/batch.hpp>

#include <boost/test/unit_test.hpp>

#include <array>
#include <span>
#include <stdexcept>
#include <string_view>
#include <vector>

namespace cg = ctgrad;

namespace {

constexpr auto product = [](auto x, auto y) { return x * y; };
const std::vector<double> xs{1, 2, 3, 4, 5}, ys{5, 4, 3, 2, 1};

auto says(std::string_view tag, std::string_view words) {
  return [=](const std::exception& e) {
    const std::string_view text = e.what();
    BOOST_TEST_MESSAGE(text);
    return text.find(tag) != text.npos && text.find(words) != text.npos;
  };
}

}  // namespace

BOOST_AUTO_TEST_CASE(spans_of_different_length) {
  const std::span<const double> three(xs.data(), 3);
  BOOST_CHECK_EXCEPTION(cg::vmap(product)(xs, three), std::exception,
                        says("[ctgrad-E57]", "3 points, another one for 5"));
  std::vector<double> out(5, -7);
  BOOST_CHECK_EXCEPTION(cg::vmap(product).into(out)(xs, three), std::exception,
                        says("[ctgrad-E57]", "one length"));
  BOOST_TEST(out == std::vector<double>(5, -7), boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(outputs_that_are_too_small_or_too_few) {
  const auto g = cg::vmap(cg::value_and_gradient(product));
  std::vector<double> value(5, -7), dx(5, -7), dy(4, -7), more(5, -7);
  BOOST_CHECK_EXCEPTION(g.into(value, dx, dy)(xs, ys), std::exception,
                        says("[ctgrad-E59]", "span 2 (counted from 0)"));
  BOOST_CHECK_EXCEPTION(g.into(value, dx)(xs, ys), std::exception,
                        says("[ctgrad-E59]", "room for 2 numbers of a point, and g has 3"));
  dy.resize(5, -7);
  BOOST_CHECK_EXCEPTION(g.into(value, dx, dy, more)(xs, ys), std::exception,
                        says("[ctgrad-E59]", "4 numbers"));
  for (const auto* out : {&value, &dx, &dy, &more}) {
    BOOST_TEST(*out == std::vector<double>(5, -7), boost::test_tools::per_element());
  }
}

BOOST_AUTO_TEST_CASE(outputs_that_overlap) {
  const auto g = cg::vmap(cg::gradient(product));
  std::vector<double> x = xs, room(9, -7);
  const std::span<double> first(room.data(), 5), second(room.data() + 4, 5);
  BOOST_CHECK_EXCEPTION(g.into(first, second)(x, ys), std::exception,
                        says("[ctgrad-E60]", "overlaps another one"));
  BOOST_CHECK_EXCEPTION(g.into(first, x)(x, ys), std::exception,
                        says("[ctgrad-E60]", "overlaps an argument"));
  BOOST_TEST(x == xs, boost::test_tools::per_element());
  BOOST_TEST(room == std::vector<double>(9, -7), boost::test_tools::per_element());
  std::vector<double> apart(10);
  g.into(std::span(apart.data(), 5), std::span(apart.data() + 5, 5))(x, ys);
  BOOST_TEST(apart[0] == 5);
  BOOST_TEST(apart[9] == 5);
}

BOOST_AUTO_TEST_CASE(lengths_that_were_not_recorded) {
  const auto f = [](const auto& w, auto x) { return w[0] * x + w[1]; };
  const auto r = cg::record(f, std::vector{1.0, 2.0}, 1.0);
  BOOST_CHECK_EXCEPTION(cg::vmap(r)(std::vector{1.0, 2.0, 3.0}, xs), std::exception,
                        says("[ctgrad-E51]", "argument 0"));
  BOOST_CHECK_EXCEPTION(cg::vmap(r)(std::vector{xs, xs, xs}, 1.0), std::exception,
                        says("[ctgrad-E51]", "3 columns or parts, and 2 were recorded"));
  BOOST_CHECK_EXCEPTION(cg::vmap(r)(cg::rows(ys, 5), 1.0), std::exception,
                        says("[ctgrad-E51]", "5 columns"));
  BOOST_CHECK_EXCEPTION(cg::rows(ys, 2), std::exception, says("[ctgrad-E57]", "5 numbers"));
}

BOOST_AUTO_TEST_CASE(a_branch_that_was_not_recorded) {
  const auto f = [](auto x) {
    if (x > 2.5) return x * x;
    return -x;
  };
  const auto r = cg::record<cg::guarded>(f, 3.0);
  std::vector<double> out(5, -7);
  BOOST_CHECK_EXCEPTION(cg::vmap(cg::gradient(r)).into(out)(xs), std::exception,
                        says("[ctgrad-E52]", "at 2 of 5 points"));
  BOOST_TEST(out == std::vector<double>(5, -7), boost::test_tools::per_element());
  const std::vector<double> large{3, 4};
  BOOST_TEST(cg::vmap(r)(large)[1] == 16);
}

/// A float counts to 2^24, and by ones no further.
BOOST_AUTO_TEST_CASE(one_of_very_many_points_takes_the_other_branch) {
  const auto f = [](auto x) {
    if (x > 0) return 2 * x;
    return x;
  };
  const auto r = cg::record<cg::guarded>(f, 1.0f);
  std::vector<float> x((std::size_t{1} << 25) + 8, 1.0f);
  x[77] = -1;
  BOOST_CHECK_EXCEPTION(cg::vsum(r)(x), std::exception, says("[ctgrad-E52]", "at 1 of"));
  x.resize((std::size_t{1} << 25) + 5);
  x[77] = 1;
  BOOST_CHECK_NO_THROW(cg::vsum(r)(x));
}

/// As of a recorded std::vector; a std::vector of std::arrays is one of points.
BOOST_AUTO_TEST_CASE(columns_for_a_recorded_array) {
  const auto r = cg::record([](const auto& x) { return x[0] * x[1]; }, std::array{1.0, 2.0});
  const std::vector<double> a{1, 2}, b{4, 5};
  BOOST_TEST(cg::vmap(r)(std::vector<std::span<const double>>{a, b})[1] == 10);
  BOOST_TEST(cg::vmap(r)(std::vector<std::array<double, 2>>{{1, 4}, {2, 5}})[1] == 10);
}

BOOST_AUTO_TEST_CASE(the_mean_of_nothing) {
  BOOST_CHECK_EXCEPTION(cg::vmean(product)(std::vector<double>{}, 1.0), std::exception,
                        says("[ctgrad-E61]", "no points"));
  BOOST_TEST(cg::vsum(product)(std::vector<double>{}, 1.0) == 0);
}
