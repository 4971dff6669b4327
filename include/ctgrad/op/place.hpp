// Where in the user's source an operation stands, for detect_anomaly (check/detect_anomaly.hpp).
//
// It is known only if CTGRAD_LOCATIONS is defined, for the whole program, since it changes types
// and functions. Then every function that records takes one more argument that nobody writes, a
// std::source_location, and says in its first line that it is at work there; of functions that
// call others, the outermost counts. Without the macro nothing here leaves a trace.
//
//   constexpr auto f(const X& x CTGRAD_WHERE) { CTGRAD_HERE ... }   a function
//   constexpr auto f(const X& x, CTGRAD_YIELD) { CTGRAD_HERE ... }  one that yields (op.hpp)
#pragma once

#include <ctgrad/config.hpp>

#ifdef CTGRAD_LOCATIONS

#include <type_traits>
#include <version>
#ifdef __cpp_lib_source_location
#include <source_location>
#endif

#define CTGRAD_PLACE \
  const ::ctgrad::detail::source_location& where_ = ::ctgrad::detail::source_location::current()
#define CTGRAD_WHERE , CTGRAD_PLACE
#define CTGRAD_YIELD CTGRAD_YIELD_AND(CTGRAD_PLACE)
#define CTGRAD_HERE const ::ctgrad::detail::place here_(where_);

namespace ctgrad::detail {

#ifdef __cpp_lib_source_location
using std::source_location;
#else
/// As std::source_location, for compilers that have what it is made of but not the class.
class source_location {
 public:
  static constexpr source_location current(const char* file = __builtin_FILE(),
                                           const char* function = __builtin_FUNCTION(),
                                           unsigned line = __builtin_LINE()) {
    source_location here;
    here.file_ = file;
    here.function_ = function;
    here.line_ = line;
    return here;
  }
  [[nodiscard]] constexpr const char* file_name() const { return file_; }
  [[nodiscard]] constexpr const char* function_name() const { return function_; }
  [[nodiscard]] constexpr unsigned line() const { return line_; }

 private:
  const char* file_ = "";
  const char* function_ = "";
  unsigned line_ = 0;
};
#endif

/// While it lives, this thread's operations are recorded for this place.
class place {
 public:
  constexpr explicit place(const source_location& where_in) {
    if (std::is_constant_evaluated() || current != nullptr) return;
    current = &where_in;
    outermost_ = true;
  }
  constexpr ~place() {
    if (outermost_) current = nullptr;
  }
  place(const place&) = delete;
  place& operator=(const place&) = delete;

  static inline CTGRAD_THREAD_LOCAL const source_location* current = nullptr;

 private:
  bool outermost_ = false;
};

/// The place at the time when it is made; line 0 if none is known.
struct remembered_place {
  source_location where = place::current != nullptr ? *place::current : source_location{};
};

}  // namespace ctgrad::detail

#else

#define CTGRAD_WHERE
#define CTGRAD_YIELD Yield...
#define CTGRAD_HERE

namespace ctgrad::detail {
struct remembered_place {};
}  // namespace ctgrad::detail

#endif
