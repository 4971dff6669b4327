// Programs as text: a listing, one line per instruction.
#pragma once

#include <ctgrad/detail/text.hpp>
#include <ctgrad/program/program.hpp>

#include <charconv>
#include <string>

namespace ctgrad {
namespace detail {

/// The shortest text that reads back as the same number.
template <class T>
std::string number_text(const T& x) {
  char text[64];
  const auto end = std::to_chars(text, text + sizeof text, x).ptr;
  return {text, end};
}

template <class T>
std::string instruction_text(const instruction<T>& step) {
  if (step.what == role::input) return text("input ", std::to_string(step.operands[0]));
  if (step.what == role::literal) return number_text(step.literal);
  std::string call(step.op->name);
  for (int k = 0; k < step.op->arity; ++k) {
    call += text(" %", std::to_string(step.operands[std::size_t(k)]));
  }
  return call;
}

}  // namespace detail

/// A program, frozen or not, line by line:
///
///   %0 = input 0
///   %1 = exp %0
///   return %1
std::string to_string(const auto& p)
  requires requires {
    p.code;
    p.outputs;
    p.inputs;
  }
{
  std::string text;
  for (std::size_t i = 0; i < p.code.size(); ++i) {
    text += detail::text("%", std::to_string(i), " = ", detail::instruction_text(p.code[i]), "\n");
  }
  text += "return";
  for (const slot out : p.outputs) text += detail::text(" %", std::to_string(out));
  return text + "\n";
}

}  // namespace ctgrad
