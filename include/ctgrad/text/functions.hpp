// The functions that the text of a formula can call: those of the op table, each by its name, and
// some that are made of them.
#pragma once

#include <ctgrad/op/registry.hpp>
#include <ctgrad/program/symbol.hpp>
#include <ctgrad/text/scanner.hpp>

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace ctgrad::detail {

template <class T>
using operands_of = std::array<basic_symbol<T>, 3>;

/// A function of symbols. Functions of one name differ in the number of their arguments.
template <class T>
struct text_function {
  std::string_view name{};
  std::size_t arity = 0;
  basic_symbol<T> (*apply)(const operands_of<T>& x) = nullptr;
  notation written{};
  bool predicate = false;
  std::uint64_t key = hash_of(name);
  sign_code sign = written.sign.empty() ? sign_code{0} : code_of(written.sign);

  [[nodiscard]] constexpr bool is_comparison() const { return predicate && written.strength > 5; }
};

template <class Op, class T>
constexpr basic_symbol<T> applied_to(const operands_of<T>& x) {
  if constexpr (Op::arity == 1) {
    return apply<Op>(x[0]);
  } else if constexpr (Op::arity == 2) {
    return apply<Op>(x[0], x[1]);
  } else {
    return apply<Op>(x[0], x[1], x[2]);
  }
}

/// Is x^p with this number in the text a whole power?
constexpr bool is_whole_exponent(double p) {
  constexpr double largest = 2147483647;
  return p >= -largest && p <= largest && p == static_cast<std::int32_t>(p);
}

/// x^p as pow means it: a whole exponent that stands in the text has the rules of one.
template <class T>
constexpr basic_symbol<T> power_of(const basic_symbol<T>& x, const basic_symbol<T>& p) {
  if (!p.is_literal()) return apply<ops::power>(x, p);
  const double exponent = static_cast<double>(p.literal());
  if (!is_whole_exponent(exponent)) return apply<ops::constant_power>(x, p);
  return apply<ops::integer_power>(x, static_cast<int>(exponent));
}

/// The functions of C++ and of this library that are no ops of that name.
template <class T>
constexpr auto composed_functions() {
  using symbol = basic_symbol<T>;
  using list = const operands_of<T>&;
  return std::array{
      text_function<T>{"pow", 2, [](list x_) -> symbol { return power_of(x_[0], x_[1]); },
                       ops::power::written},
      text_function<T>{"integer_power", 2,
                       [](list x_) -> symbol { return power_of(x_[0], x_[1]); }},
      text_function<T>{"fabs", 1, [](list x_) -> symbol { return abs(x_[0]); }},
      text_function<T>{"ln", 1, [](list x_) -> symbol { return log(x_[0]); }},
      text_function<T>{"hypot", 3, [](list x_) -> symbol { return hypot(x_[0], x_[1], x_[2]); }},
      text_function<T>{"log1p_exp", 1, [](list x_) -> symbol { return log1p_exp(x_[0]); }},
      text_function<T>{"leaky_relu", 1, [](list x_) -> symbol { return leaky_relu(x_[0]); }},
      text_function<T>{"elu", 1, [](list x_) -> symbol { return elu(x_[0]); }},
      text_function<T>{"silu", 1, [](list x_) -> symbol { return silu(x_[0]); }},
      text_function<T>{"gelu", 1, [](list x_) -> symbol { return gelu(x_[0]); }},
      text_function<T>{"clamp", 3, [](list x_) -> symbol { return clamp(x_[0], x_[1], x_[2]); }},
      text_function<T>{"isnan", 1, [](list x_) -> symbol { return isnan(x_[0]); }},
      text_function<T>{"isfinite", 1, [](list x_) -> symbol { return isfinite(x_[0]); }},
      text_function<T>{"isinf", 1, [](list x_) -> symbol { return isinf(x_[0]); }}};
}

template <class T, class... Ops>
constexpr auto functions_of(op_list<Ops...>) {
  return std::array<text_function<T>, sizeof...(Ops)>{text_function<T>{
      Ops::name, std::size_t{Ops::arity}, &applied_to<Ops, T>, Ops::written, is_predicate<Ops>}...};
}

template <class T>
constexpr void insert_by_key(auto& all, std::size_t size, const text_function<T>& f) {
  std::size_t at = size;
  for (; at > 0 && all[at - 1].key > f.key; --at) all[at] = all[at - 1];
  all[at] = f;
}

template <class T, class More>
constexpr auto functions_by_key() {
  constexpr auto more = functions_of<T>(More{});
  constexpr auto composed = composed_functions<T>();
  constexpr auto ops = functions_of<T>(all_ops{});
  std::array<text_function<T>, more.size() + composed.size() + ops.size()> all{};
  std::size_t size = 0;
  for (auto f_ : more) {
    f_.sign = 0;  // the signs of the grammar are those of the library's ops
    insert_by_key(all, size++, f_);
  }
  for (const auto& f_ : composed) insert_by_key(all, size++, f_);
  for (const auto& f_ : ops) insert_by_key(all, size++, f_);
  return all;
}

/// All of them, by their keys: those of More (an op_list), the composed ones, those of the
/// library's ops. Of two with one name and as many arguments the first counts.
template <class T, class More>
inline constexpr auto all_functions = functions_by_key<T, More>();

template <class T>
constexpr bool has_sign_of_its_own(const text_function<T>& f) {
  return f.sign != 0;
}

template <class T, class More>
constexpr auto functions_with_sign() {
  constexpr const auto& from = all_functions<T, More>;
  constexpr auto size = std::count_if(from.begin(), from.end(), has_sign_of_its_own<T>);
  std::array<text_function<T>, std::size_t{size}> all{};
  std::copy_if(from.begin(), from.end(), all.begin(), has_sign_of_its_own<T>);
  return all;
}

/// Those that are written with a sign.
template <class T, class More>
inline constexpr auto signed_functions = functions_with_sign<T, More>();

/// The first of this key, or where it would stand.
template <class T, class More>
constexpr const text_function<T>* first_of_key(std::uint64_t key) {
  const auto& all = all_functions<T, More>;
  std::size_t from = 0, to = all.size();
  while (from < to) {
    const std::size_t middle = (from + to) / 2;
    (all[middle].key < key ? from : to) = all[middle].key < key ? middle + 1 : middle;
  }
  return all.data() + from;
}

/// Null if there is none; of any number of arguments if that is 0.
template <class T, class More>
constexpr const text_function<T>* find_function(std::string_view name, std::size_t arity = 0) {
  const std::uint64_t key = hash_of(name);
  const auto* const end = all_functions<T, More>.data() + all_functions<T, More>.size();
  for (const auto* f = first_of_key<T, More>(key); f != end && f->key == key; ++f) {
    if (f->name == name && (arity == 0 || f->arity == arity)) return f;
  }
  return nullptr;
}

/// The one that is written with this sign between its operands, or in front of its operand.
template <class T, class More>
constexpr const text_function<T>* find_sign(sign_code sign, std::size_t arity) {
  for (const auto& f : signed_functions<T, More>) {
    if (f.sign == sign && f.arity == arity) return &f;
  }
  return nullptr;
}

}  // namespace ctgrad::detail
