// The fuzz target of the parser: a text is either refused, at a place in it, or a formula, and then
// what is printed from it parses to the same.
#include <ctgrad/program/program.hpp>
#include <ctgrad/text/parse_error.hpp>

#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <string_view>

#include "../random/through_text.hpp"

namespace {

void give_up(const char* what, std::string_view text) {
  std::fprintf(stderr, "%s:\n%.*s\n", what, static_cast<int>(text.size()), text.data());
  std::abort();
}

void check_formula(const through_text::formula& f, std::string_view text) {
  if (!validate(f.code).empty() || f.code.inputs != f.names.size()) give_up("no program", text);
  if (!is_kept(f)) give_up("another formula when it is printed and parsed", text);
  if (for_latex(f).empty()) give_up("nothing for LaTeX", text);
}

void check_refusal(const ctgrad::parse_error& e, std::string_view text) {
  const bool inside = e.position() <= text.size() && e.line() >= 1 && e.column() >= 1;
  if (!inside) give_up("refused at a place that is not in it", text);
  if (!std::string_view(e.what()).ends_with("[ctgrad-E62]")) give_up("refused without tag", text);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  const std::string text(bytes, bytes + size);
  try {
    check_formula(through_text::parsed(text), text);
  } catch (const ctgrad::parse_error& e) {
    check_refusal(e, text);
  }
  return 0;
}
