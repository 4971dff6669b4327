// Products inside of sums, as one expression.
//
// Flags and targets that allow it let the compiler round a*b + c once (a fused multiply-add). Clang
// does so within an expression only, so that an instruction each for the product and the sum would
// cost what code written by hand does not. Where contraction is off (-ffp-contract=off) nothing
// changes, to the last bit.
#pragma once

#include <ctgrad/op/arithmetic.hpp>
#include <ctgrad/program/program.hpp>

#include <array>
#include <cstddef>
#include <tuple>

namespace ctgrad {
namespace ops {

/// a b + c, rounded as the compiler's flags say. d = b da + a db + dc
struct multiply_add : op<"multiply_add", 3> {
  static constexpr bool exact = true, lanewise = true;
  static constexpr auto value(const auto& a, const auto& b, const auto& c) { return a * b + c; }
  static constexpr auto partials(const auto& a, const auto& b, const auto&, const auto&) {
    return std::tuple{b, a, 1};
  }
};

/// a b - c, rounded as the compiler's flags say. d = b da + a db - dc
struct multiply_subtract : op<"multiply_subtract", 3> {
  static constexpr bool exact = true, lanewise = true;
  static constexpr auto value(const auto& a, const auto& b, const auto& c) { return a * b - c; }
  static constexpr auto partials(const auto& a, const auto& b, const auto&, const auto&) {
    return std::tuple{b, a, -1};
  }
};

/// c - a b, rounded as the compiler's flags say. d = dc - b da - a db
struct subtract_product : op<"subtract_product", 3> {
  static constexpr bool exact = true, lanewise = true;
  static constexpr auto value(const auto& a, const auto& b, const auto& c) { return c - a * b; }
  static constexpr auto partials(const auto& a, const auto& b, const auto&, const auto&) {
    return std::tuple{-b, -a, 1};
  }
};

}  // namespace ops

namespace detail {

/// How often is every result used, as an operand or an output?
constexpr auto uses_in(const auto& p) {
  std::array<std::size_t, std::tuple_size_v<std::remove_cvref_t<decltype(p.code)>>> uses{};
  for (const auto& step : p.code) {
    for (int k = 0; k < step.arity(); ++k) ++uses[step.operands[std::size_t(k)]];
  }
  for (const slot out : p.outputs) ++uses[out];
  return uses;
}

/// The op for a sum whose operand k is a product; null if this is no sum.
template <class T>
constexpr const op_info<T>* with_product(const instruction<T>& sum, std::size_t k) {
  static_assert(bind_op<ops::multiply_add, T>::bound && bind_op<ops::multiply_subtract, T>::bound &&
                bind_op<ops::subtract_product, T>::bound);
  if (sum.op == &info_of<ops::add, T>) return &info_of<ops::multiply_add, T>;
  if (sum.op != &info_of<ops::subtract, T>) return nullptr;
  return k == 0 ? &info_of<ops::multiply_subtract, T> : &info_of<ops::subtract_product, T>;
}

/// Takes products that only one sum uses into that sum. Before and after: valid, the same outputs,
/// every instruction in its place; a product that has been taken is a literal that nobody uses.
template <class T, std::size_t Size, std::size_t Outputs>
constexpr frozen_program<T, Size, Outputs> contracted(frozen_program<T, Size, Outputs> p) {
  const auto uses = uses_in(p);
  for (auto& sum : p.code) {
    for (std::size_t k = 0; k < 2 && sum.what == role::call; ++k) {
      auto& product = p.code[sum.operands[k]];
      const auto* const op = with_product(sum, k);
      const bool taken = op != nullptr && product.what == role::call &&
                         product.op == &info_of<ops::multiply, T> && uses[sum.operands[k]] == 1;
      if (!taken) continue;
      sum = {role::call, op, {product.operands[0], product.operands[1], sum.operands[1 - k]}, T{}};
      product = {role::literal, nullptr, {}, T{}};
      break;
    }
  }
  return p;
}

template <const auto& Program>
inline constexpr auto contracted_of = contracted(Program);

}  // namespace detail
}  // namespace ctgrad
