// Formulas from text at compile time: formula<"relu(a + b*c)">.
//
//   constexpr auto decay = ctgrad::formula<"a*exp(-b*t)">;
//   static_assert(ctgrad::formula<"a*b">(a = 2.0, b = 5.0) == 10.0);
//
// Such a formula is a node like those that are written with var<"a"> (expr/node.hpp): it is called,
// differentiated, printed and combined with others as they are. Its type holds the text, not a
// tree, so it may be as long and as deep as the compiler's limits on constant evaluations allow.
#pragma once

#include <ctgrad/expr/lower.hpp>
#include <ctgrad/text/reader.hpp>

#include <cstddef>
#include <string_view>
#include <type_traits>
#include <vector>

namespace ctgrad {

namespace detail {

/// What there is to know of a text besides its program.
struct text_summary {
  mistake wrong{};
  std::size_t operations = 0;
};

template <fixed_string Text, class More>
struct summary_of {
  static constexpr text_summary make() {
    const auto found = read<double, More>(Text.view());
    return {found.wrong, found.code.code.size()};
  }
};

/// Is the text short enough to be read in a constant expression?
template <fixed_string Text, class More>
concept readable_text =
    requires { typename std::bool_constant<(summary_of<Text, More>::make().operations + 1 > 0)>; };

}  // namespace detail

/// The formula of a text; make one with formula<"...">.
template <detail::fixed_string Text, class More>
struct text_formula : formula_base<text_formula<Text, More>> {
  static constexpr std::size_t operations =
      detail::summary_of<Text, More>::make().operations;            ///< of its program
  static constexpr double nodes = static_cast<double>(operations);  ///< as many as operations
  static constexpr int depth = 1;                                   ///< in its type

  /// Its variables, in the order of appearance.
  static constexpr std::vector<std::string_view> names() {
    return detail::variable_finder(Text.view()).names();
  }
  /// Its result, recorded, for what its variables stand for.
  template <class T>
  static constexpr basic_symbol<T> record(builder<T>& home,
                                          const std::vector<basic_symbol<T>>& variables) {
    return detail::text_reader<T, More>(home, Text.view(), names(), variables).result();
  }
};

/// Where a text is wrong; both are counted from 1.
template <std::size_t Line, std::size_t Column>
struct at_line_and_column;

namespace detail {

template <fixed_string Text, class At, expected What>
struct text_is_right {
  static_assert(What == expected::nothing,
                "[ctgrad-E62] the text of a formula is wrong: text_is_right<text, "
                "at_line_and_column<..., ...>, expected::...>, named beside this message, says "
                "where and what was expected there");
  static constexpr bool value = What == expected::nothing;
};

template <fixed_string Text, class More>
constexpr auto formula_of_text() {
  constexpr bool short_enough = readable_text<Text, More>;
  static_assert(short_enough,
                "[ctgrad-E10] the text of this formula is too long for the compiler's limits: "
                "raise them (g++ -fconstexpr-ops-limit, clang -fconstexpr-steps), read it with "
                "parse(text), or write a function (a generic lambda)");
  if constexpr (short_enough) {
    constexpr mistake wrong = summary_of<Text, More>::make().wrong;
    constexpr text_place place = place_in(Text.view(), wrong.at);
    using at = at_line_and_column<place.line, place.column>;
    if constexpr (text_is_right<Text, at, wrong.what>::value) {
      return text_formula<Text, More>{};
    } else {
      return refused{};
    }
  } else {
    return refused{};
  }
}

}  // namespace detail

/// The formula that is written in a text (docs/text.md has the grammar). Ops are those of your own
/// that it calls by name, besides all that the library has. Error: [ctgrad-E62] if the text is
/// wrong; the compiler's message says where, and what was expected there.
template <detail::fixed_string Text, class... Ops>
inline constexpr auto formula = detail::formula_of_text<Text, op_list<Ops...>>();

}  // namespace ctgrad
