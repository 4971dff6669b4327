// Formulas from text at run time.
//
//   const auto f = ctgrad::parse("(a + b*c).relu()");
//   std::cout << f({{"a", 2.0}, {"b", -3.0}, {"c", 10.0}}) << '\n';
//
// docs/text.md has the grammar; formula<"..."> (text/formula.hpp) reads the same text in the
// compiler.
#pragma once

#include <ctgrad/program/reading_order.hpp>
#include <ctgrad/text/named_recording.hpp>
#include <ctgrad/text/parse_error.hpp>
#include <ctgrad/text/print.hpp>
#include <ctgrad/text/reader.hpp>

#include <string_view>
#include <vector>

namespace ctgrad {

/// The formula of a text, with its variables as named arguments. Functions of your own are named
/// behind it, as are those of op/special.hpp: parse(text, op_list<my_op>{}), parse(text,
/// special_ops{}). Equal texts, up to blanks and parentheses that change nothing, give equal
/// programs.
///
/// Linear in the length of the text, without recursion, whatever the text is. Errors: parse_error
/// [ctgrad-E62] with the position.
template <class... Ops>
named_recording<double> parse(std::string_view text, op_list<Ops...> = {}) {
  using more = op_list<Ops...>;
  const auto found = detail::read<double, more>(text);
  if (found.wrong) detail::refuse_text<more>(text, found.wrong);
  const std::vector<double> arguments(found.names.size());
  return {detail::shared_names({found.names.begin(), found.names.end()}),
          {in_order_of_reading(found.code), {arguments}, 0.0}};
}

}  // namespace ctgrad
