// The names in the text of a formula: which are its variables, and in which order.
//
//   text = { name "=" expression ";" } [ head ] expression [ ";" ]
//   head = name "=" | name "(" [ name { "," name } ] ")" "="
//
// Variables are the names that are neither called nor defined, in the order of appearance; or those
// in the parentheses of "f(x, y) = ...", which then are all that may be used.
#pragma once

#include <ctgrad/detail/buffer.hpp>
#include <ctgrad/program/builder.hpp>
#include <ctgrad/text/scanner.hpp>

#include <array>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <numbers>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

namespace ctgrad::detail {

/// A name that stands for a number, and the number.
struct named_constant {
  std::string_view name{};
  double value = 0;
};
inline constexpr std::array<named_constant, 4> named_constants{
    named_constant{"pi", std::numbers::pi}, named_constant{"π", std::numbers::pi},
    named_constant{"inf", std::numeric_limits<double>::infinity()},
    named_constant{"nan", std::numeric_limits<double>::quiet_NaN()}};

/// Null if the name stands for none.
constexpr const named_constant* constant_called(std::string_view name) {
  for (const auto& constant : named_constants) {
    if (constant.name == name) return &constant;
  }
  return nullptr;
}

/// Different names, numbered in the order in which they are added, and found again in about
/// constant time. At run time no text can know which names meet in the table: that depends on where
/// it was allocated.
class name_index {
 public:
  static constexpr std::size_t none = static_cast<std::size_t>(-1);

  constexpr name_index() {
    if (!std::is_constant_evaluated()) seed_ = reinterpret_cast<std::uintptr_t>(table_.data());
  }

  [[nodiscard]] constexpr const std::vector<std::string_view>& names() const { return names_; }
  [[nodiscard]] constexpr std::size_t find(std::string_view name) const {
    const slot known = table_[place_of(name)];
    return known == 0 ? none : known - 1;
  }
  /// Its number; that of the same name if it was added before.
  constexpr std::size_t add(std::string_view name) {
    const std::size_t known = find(name);
    if (known != none) return known;
    names_.push_back(name);
    table_[place_of(name)] = static_cast<slot>(names_.size());
    if (2 * names_.size() > table_.size()) grow();
    return names_.size() - 1;
  }

 private:
  /// Where it stands in the table, or would stand. The table is never full.
  [[nodiscard]] constexpr std::size_t place_of(std::string_view name) const {
    std::size_t at = mix(seed_, hash_of(name, seed_)) & (table_.size() - 1);
    while (table_[at] != 0 && names_[table_[at] - 1] != name) at = (at + 1) & (table_.size() - 1);
    return at;
  }
  constexpr void grow() {
    table_ = buffer<slot>(4 * table_.size());
    for (std::size_t i = 0; i < names_.size(); ++i) {
      table_[place_of(names_[i])] = static_cast<slot>(i + 1);
    }
  }

  std::vector<std::string_view> names_;
  buffer<slot> table_{16};  // number + 1; a power of two
  std::uint64_t seed_ = 0;
};

/// What may stand in front of an expression.
struct statement_head {
  enum class form : char { none, definition, function };
  form what = form::none;
  word name{};
  std::vector<word> arguments{};  // of a function
};

/// Takes "name =" or "name(names) =" if that comes next, otherwise nothing.
constexpr statement_head take_head(scanner& words) {
  scanner ahead = words;
  statement_head head{statement_head::form::definition, ahead.next(), {}};
  if (!head.name.is_name()) return {};
  word next = ahead.next();
  if (next.is('(')) {
    head.what = statement_head::form::function;
    next = ahead.next();
    while (next.is_name()) {
      head.arguments.push_back(next);
      next = ahead.next();
      if (!next.is(',')) break;
      next = ahead.next();
      if (!next.is_name()) return {};
    }
    if (!next.is(')')) return {};
    next = ahead.next();
  }
  if (!next.is('=')) return {};
  words = std::move(ahead);
  return head;
}

/// Finds the variables of a text. Linear in its length.
class variable_finder {
 public:
  constexpr explicit variable_finder(std::string_view text_in) {
    scanner words(text_in);
    bool more = true;
    while (more && !wrong_) {
      const auto head = take_head(words);
      if (head.what == statement_head::form::function) take_arguments(head);
      more = take_expression(words);
      if (head.what == statement_head::form::definition) define(head.name);
    }
    if (has_arguments_) require_arguments();
  }

  /// Their names, in order.
  [[nodiscard]] constexpr const std::vector<std::string_view>& names() const {
    return has_arguments_ ? arguments_.names() : variables_.names();
  }
  [[nodiscard]] constexpr const mistake& wrong() const { return wrong_; }

 private:
  constexpr void fail(expected what, std::size_t at) {
    if (!wrong_) wrong_ = {what, at};
  }

  /// Up to the end of a statement; is there another one?
  constexpr bool take_expression(scanner& words) {
    bool behind_point = false;
    for (word w = words.next(); w.kind != word_kind::end; w = words.next()) {
      if (w.is(';')) return !words.at_end();
      const bool called = w.is_name() && (behind_point || words.opens());
      if (w.is_name() && !called) use(w);
      behind_point = w.is('.');
    }
    return false;
  }

  constexpr void use(const word& name) {
    if (constant_called(name.text) != nullptr || defined_.find(name.text) != name_index::none) {
      return;
    }
    if (variables_.add(name.text) == places_.size()) places_.push_back(name.at);
  }

  constexpr void define(const word& name) {
    if (is_in_use(name.text)) return fail(expected::a_name_that_is_not_in_use, name.at);
    defined_.add(name.text);
  }
  [[nodiscard]] constexpr bool is_in_use(std::string_view name) const {
    return constant_called(name) != nullptr || variables_.find(name) != name_index::none ||
           defined_.find(name) != name_index::none;
  }

  constexpr void take_arguments(const statement_head& head) {
    has_arguments_ = true;
    for (const word& name : head.arguments) {
      const std::size_t known = arguments_.names().size();
      const bool free = constant_called(name.text) == nullptr &&
                        defined_.find(name.text) == name_index::none &&
                        arguments_.add(name.text) == known;
      if (!free) fail(expected::a_name_that_is_not_in_use, name.at);
    }
  }

  constexpr void require_arguments() {
    for (std::size_t i = 0; i < places_.size(); ++i) {
      if (arguments_.find(variables_.names()[i]) != name_index::none) continue;
      return fail(expected::an_argument_of_the_formula, places_[i]);
    }
  }

  name_index variables_, defined_, arguments_;
  std::vector<std::size_t> places_;  // of the variables, where they appear first
  bool has_arguments_ = false;
  mistake wrong_{};
};

}  // namespace ctgrad::detail
