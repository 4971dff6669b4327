// A program that has used up the names before it includes recordings: see detail/names.cpp.
#include <ctgrad/record/record.hpp>
#include <ctgrad/text/parse.hpp>

#include <boost/test/unit_test.hpp>

#include <sstream>
#include <vector>

#include "../detail/taken_names.hpp"

// What the headers of recordings call their parameters and variables beyond those.
[[maybe_unused]] static double alone, as_many, beside, branches, built_in, can, comment, described,
    file, fixed, floating, has_name, is_number, is_where, lengths, name_of, next_input, object,
    outcome, outcomes, plain, carry, caret, composed, diagonal, head, infix, middle, shown, printed,
    problem, quick, reason, ready, signature, state, words, when, writer;

namespace {

constexpr auto my_function = [](const auto& my_x, auto my_y, int my_n) {
  auto my_sum = my_x[0] * my_y;
  for (int my_i = 0; my_i < my_n; ++my_i) my_sum = my_sum * my_x[1] + tanh(my_y);
  return my_sum;
};

}  // namespace

BOOST_AUTO_TEST_CASE(recordings_with_taken_names) {
  namespace cg = ctgrad;
  const std::vector my_x{0.5, 2.0};
  const auto my_r = cg::record(my_function, my_x, 3.0, 2);
  const auto my_g = cg::record<cg::guarded>(
      [](const auto& my_v) { return my_v[0] < my_v[1] ? my_v[0] * my_v[1] : my_v[1]; }, my_x);
  BOOST_TEST(my_r(my_x, 3.0, 2) == my_function(my_x, 3.0, 2));
  BOOST_TEST(cg::value_gradient_hessian(my_g)(my_x).hessian[0][1] == 1);
  BOOST_TEST(cg::jacobian(cg::gradient<cg::wrt<0>>(my_r))(my_x, 3.0, 2).size() == 2U);
  BOOST_TEST(cg::hvp<cg::wrt<0>>(my_r)(my_x, 3.0, 2, my_x).size() == 2U);
  BOOST_TEST((cg::derivative<2, cg::wrt<1>>(my_r)(my_x, 3.0, 2) != 0));
  BOOST_TEST(to_cpp(my_g, "my_g").size() + to_string(my_r).size() + to_dot(my_r).size() > 100U);
  std::stringstream my_file;
  save(my_file, my_r);
  BOOST_TEST(cg::load<decltype(my_r)>(my_file)(my_x, 3.0, 2) == my_r(my_x, 3.0, 2));
}
