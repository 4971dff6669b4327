// The table as a whole: nothing is missing, nothing is said twice.
#include "table.hpp"

#include <boost/test/unit_test.hpp>

#include <algorithm>
#include <set>
#include <string>
#include <string_view>

#include "page.hpp"

namespace {

template <class... Ops>
constexpr bool every_op_has_an_entry(ctgrad::op_list<Ops...>) {
  return (edge::has_entry<Ops> && ...);
}
static_assert(every_op_has_an_entry(ctgrad::all_ops{}),
              "an op of all_ops has no entry in tests/edge");
static_assert(every_op_has_an_entry(ctgrad::special_ops{}),
              "an op of special_ops has no entry in tests/edge");
struct forgotten : ctgrad::op<"forgotten", 1> {};
static_assert(!every_op_has_an_entry(ctgrad::op_list<ctgrad::ops::add, forgotten>{}),
              "the check can fail");

std::vector<edge::record> records() {
  std::vector<edge::record> result;
  for (const edge::family& f : edge::table()) {
    result.insert(result.end(), f.records.begin(), f.records.end());
  }
  return result;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(table)

BOOST_AUTO_TEST_CASE(every_op_of_the_library_stands_in_a_family) {
  std::set<std::string_view> names;
  for (const edge::record& op : records()) {
    BOOST_TEST(names.insert(op.name).second, op.name << " is listed twice");
  }
  const auto listed = [&]<class Op>() {
    BOOST_TEST(names.contains(Op::name), Op::name << " is in no family of tests/edge");
  };
  ctgrad::for_each_op(ctgrad::all_ops{}, listed);
  ctgrad::for_each_op(ctgrad::special_ops{}, listed);
}

BOOST_AUTO_TEST_CASE(every_entry_is_complete) {
  std::size_t rows = 0;
  for (const edge::record& op : records()) {
    BOOST_TEST_CONTEXT(op.name) {
      BOOST_TEST(op.bound.size() == op.arity);
      BOOST_TEST(op.edges.size() >= 4u);
      BOOST_TEST(!std::string_view(op.text.value).empty());
      BOOST_TEST(!std::string_view(op.text.domain).empty());
      BOOST_TEST(std::any_of(op.text.derivatives, op.text.derivatives + op.arity,
                             [](const char* text) { return text != nullptr; }));
      rows += op.edges.size();
    }
  }
  BOOST_TEST_MESSAGE(rows << " rows");
  BOOST_TEST(rows >= 400u);
}

BOOST_AUTO_TEST_CASE(partials_are_promised_to_4_ulp) {
  // These two are met by second derivatives only, where the rounding of a slope is squared.
  const std::set<std::string_view> known_misses{"erf_inv_slope", "erfc_inv_slope"};
  for (const edge::record& op : records()) {
    const bool kept =
        std::all_of(op.bound.begin(), op.bound.end(), [](double b) { return b <= 4; });
    BOOST_TEST(kept != known_misses.contains(op.name), op.name);
  }
}

BOOST_AUTO_TEST_CASE(rows_say_nothing_of_operands_that_an_op_does_not_have) {
  for (const edge::record& op : records()) {
    for (const edge::row& r : op.edges) {
      for (std::size_t k = op.arity; k < 3; ++k) BOOST_TEST(r.at[k] == 0);
      for (std::size_t k = 0; k < 3; ++k) {
        if (!op.text.derivatives[k]) BOOST_TEST(r.partials[k] == 0);
      }
    }
  }
}

BOOST_AUTO_TEST_CASE(every_op_is_written_in_its_own_way) {
  std::set<std::string> written;
  const auto unique = [&]<class Op>() {
    const std::string sign(ctgrad::text_of<Op>.sign());
    const bool power = sign == "^";  // three ops, one notation
    BOOST_TEST(!sign.empty());
    BOOST_TEST((written.insert(sign + std::to_string(Op::arity)).second || power), sign);
  };
  ctgrad::for_each_op(ctgrad::all_ops{}, unique);
  ctgrad::for_each_op(ctgrad::special_ops{}, unique);
}

BOOST_AUTO_TEST_CASE(every_op_has_a_line_on_the_page) {
  const std::string page = edge::page();
  for (const edge::record& op : records()) {
    BOOST_TEST(page.find("\n| `" + std::string(op.name) + "` |") != std::string::npos, op.name);
    BOOST_TEST(page.find("\n| `" + std::string(op.name) + "(") != std::string::npos, op.name);
  }
}

BOOST_AUTO_TEST_SUITE_END()
