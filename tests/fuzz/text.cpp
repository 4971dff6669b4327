// The fuzz target of the parser: a text is either refused, at a place in it, or a formula, and then
// what is printed from it parses to the same.
#include <ctgrad/text/parse.hpp>

#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <string_view>

#include "../support/same_program.hpp"

namespace {

void give_up(const char* what, std::string_view text) {
  std::fprintf(stderr, "%s:\n%.*s\n", what, static_cast<int>(text.size()), text.data());
  std::abort();
}

void check_formula(const ctgrad::named_recording<double>& f, std::string_view text) {
  const auto& code = f.recorded().code();
  if (!validate(code).empty() || code.inputs != f.names().size()) give_up("no program", text);
  const std::string written = to_string(f);
  const auto again = ctgrad::parse(written);
  if (!support::same_program(again.recorded().code(), code) || again.names() != f.names()) {
    give_up("another program when it is printed and parsed", text);
  }
  if (to_string(again) != written) give_up("another text", text);
  if (to_latex(code, f.names()).empty()) give_up("nothing for LaTeX", text);
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
    check_formula(ctgrad::parse(text), text);
  } catch (const ctgrad::parse_error& e) {
    check_refusal(e, text);
  }
  return 0;
}
