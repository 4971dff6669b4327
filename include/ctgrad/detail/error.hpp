// Errors at run time: one type, a message that names the rule and the remedy, and a stable tag.
#pragma once

#include <ctgrad/detail/text.hpp>

#include <concepts>
#include <cstdio>
#include <cstdlib>
#include <stdexcept>
#include <string_view>

namespace ctgrad {

/// Thrown for misuse that only shows at run time. `what()` ends with the tag, e.g. [ctgrad-E20].
class error : public std::logic_error {
 public:
  /// From a tag and a message.
  error(std::string_view tag_, std::string_view message_)
      : std::logic_error(detail::text("ctgrad: ", message_, " [", tag_, "]")) {}
};

namespace detail {

/// Throws an error. Where exceptions are switched off, prints it and ends the program.
template <std::derived_from<error> Error>
[[noreturn]] void raise(const Error& e) {
#ifdef __cpp_exceptions
  throw e;
#else
  std::fputs(e.what(), stderr);
  std::abort();
#endif
}
[[noreturn]] inline void raise(std::string_view tag, std::string_view message) {
  raise(error(tag, message));
}

}  // namespace detail
}  // namespace ctgrad
