// The functions that the text of a formula can call: those of the op table, each by its name, and
// some that are made of them.
#pragma once

#include <ctgrad/op/registry.hpp>
#include <ctgrad/program/symbol.hpp>

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

/// All of them: those of More (an op_list), the composed ones, those of the library's ops. Of two
/// with one name and as many arguments the first counts.
template <class T, class More>
inline constexpr auto all_functions = [] {
  constexpr auto more_ = functions_of<T>(More{});
  constexpr auto composed_ = composed_functions<T>();
  constexpr auto ops_ = functions_of<T>(all_ops{});
  std::array<text_function<T>, more_.size() + composed_.size() + ops_.size()> all_{};
  std::size_t next_ = 0;
  for (const auto& f_ : more_) all_[next_++] = f_;
  for (const auto& f_ : composed_) all_[next_++] = f_;
  for (const auto& f_ : ops_) all_[next_++] = f_;
  return all_;
}();

/// Those that are written with a sign.
template <class T, class More>
inline constexpr auto signed_functions = [] {
  constexpr auto has_sign_ = [](const text_function<T>& f_) { return !f_.written.sign.empty(); };
  constexpr const auto& from_ = all_functions<T, More>;
  constexpr auto size_ = std::count_if(from_.begin(), from_.end(), has_sign_);
  std::array<text_function<T>, std::size_t{size_}> all_{};
  std::copy_if(from_.begin(), from_.end(), all_.begin(), has_sign_);
  return all_;
}();

template <class T, class More>
constexpr bool has_function(std::string_view name) {
  for (const auto& f : all_functions<T, More>) {
    if (f.name == name) return true;
  }
  return false;
}

/// Null if there is none.
template <class T, class More>
constexpr const text_function<T>* find_function(std::string_view name, std::size_t arity) {
  for (const auto& f : all_functions<T, More>) {
    if (f.name == name && f.arity == arity) return &f;
  }
  return nullptr;
}

/// The one that is written with this sign between its operands, or in front of its operand.
template <class T, class More>
constexpr const text_function<T>* find_sign(std::string_view sign, std::size_t arity) {
  for (const auto& f : signed_functions<T, More>) {
    if (f.arity == arity && f.written.sign == sign) return &f;
  }
  return nullptr;
}

}  // namespace ctgrad::detail
