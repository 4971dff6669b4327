#include "through_text.hpp"

#include <ctgrad/text/parse.hpp>

#include "../support/same_program.hpp"

namespace through_text {

formula parsed(const std::string& text) {
  const auto f = ctgrad::parse(text);
  return {f.names(), f.recorded().code()};
}

std::string written(const formula& f) {
  return ctgrad::detail::exact_text(f.code, f.names);
}

std::string for_latex(const formula& f) {
  return to_latex(f.code, f.names);
}

bool is_kept(const formula& f) {
  const std::string text = written(f);
  const formula again = parsed(text);
  return again.names == f.names && support::same_program(again.code, f.code) &&
         written(again) == text;
}

}  // namespace through_text
