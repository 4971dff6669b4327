// Errors at run time: one type, a message that names the rule and the remedy, and a stable tag.
#pragma once

#include <ctgrad/detail/text.hpp>

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
[[noreturn]] inline void raise(std::string_view tag, std::string_view message) {
  const error e(tag, message);
#ifdef __cpp_exceptions
  throw e;
#else
  std::fputs(e.what(), stderr);
  std::abort();
#endif
}

}  // namespace detail
}  // namespace ctgrad
