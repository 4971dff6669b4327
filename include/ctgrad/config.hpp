// The only file that names compilers. Every macro that depends on the compiler is defined here;
// those for users are CTGRAD_FUNCTION_1 to _3 (op/op.hpp) and CTGRAD_VERSION_MAJOR, _MINOR and
// _PATCH (version.hpp), and CTGRAD_LOCATIONS is defined by them (op/place.hpp).
#pragma once

#if defined(_MSC_VER) && !defined(__clang__)
#define CTGRAD_INLINE __forceinline
#define CTGRAD_INLINE_LAMBDA
#define CTGRAD_COLD __declspec(noinline)
#define CTGRAD_APART __declspec(noinline)
#elif defined(__GNUC__) || defined(__clang__)
#define CTGRAD_INLINE inline __attribute__((always_inline))
#define CTGRAD_INLINE_LAMBDA __attribute__((always_inline))
#define CTGRAD_COLD __attribute__((noinline, cold))
#define CTGRAD_APART __attribute__((noinline))
#else
#define CTGRAD_INLINE inline
#define CTGRAD_INLINE_LAMBDA
#define CTGRAD_COLD
#define CTGRAD_APART
#endif

// What every operation on a Value runs through. Inlined wherever an optimizer is at work, whatever
// it thinks of the size: a call would cost more than the operation. A program with very much code
// on Values may define CTGRAD_NO_FORCED_INLINING to have less of it, which is slower.
#if defined(CTGRAD_NO_FORCED_INLINING) || \
    ((defined(__GNUC__) || defined(__clang__)) && !defined(__OPTIMIZE__))
#define CTGRAD_RECORD inline
#undef CTGRAD_INLINE_LAMBDA
#define CTGRAD_INLINE_LAMBDA
#else
#define CTGRAD_RECORD CTGRAD_INLINE
#endif

// A function with a statement for every instruction of a program. clang would describe all of its
// results to the debugger once for each of them, which is quadratic.
#if defined(__clang__)
#define CTGRAD_UNROLLED inline __attribute__((always_inline, nodebug))
#else
#define CTGRAD_UNROLLED CTGRAD_INLINE
#endif

// Is a temporary that a static reference is bound to a constant if it can be one, as C++20 says? A
// compiler that is not named here may be slower for it, no more (program/program.hpp).
#if defined(__clang__)
#define CTGRAD_CONSTANT_TEMPORARIES
#endif

// Adds to a counter that all threads share and gives what it was before. To include <atomic> for
// it would take a compiler longer than all that tape/ includes otherwise.
#if defined(__GNUC__) || defined(__clang__)
#define CTGRAD_FETCH_ADD(counter, more) __atomic_fetch_add(&(counter), more, __ATOMIC_RELAXED)
#else
#include <atomic>
#define CTGRAD_FETCH_ADD(counter, more) std::atomic_ref(counter).fetch_add(more)
#endif

// The state that each thread has for itself. A program that differentiates in one thread only may
// define CTGRAD_NO_THREAD_LOCAL, where there is no thread_local.
#ifdef CTGRAD_NO_THREAD_LOCAL
#define CTGRAD_THREAD_LOCAL
#else
#define CTGRAD_THREAD_LOCAL thread_local
#endif

// Asks the operating system for large pages, in which a long recording is touched for the first
// time three times as fast. A hint: nothing depends on it.
#if defined(__linux__)
#include <sys/mman.h>
#define CTGRAD_USE_LARGE_PAGES(data, bytes) static_cast<void>(::madvise(data, bytes, MADV_HUGEPAGE))
#else
#define CTGRAD_USE_LARGE_PAGES(data, bytes) static_cast<void>(bytes)
#endif

// Binding an op's type to the address of its description needs a friend that is not a template
// (program/instruction.hpp); GCC warns about every such friend.
#if defined(__GNUC__) && !defined(__clang__)
#define CTGRAD_BEGIN_TYPE_BINDING \
  _Pragma("GCC diagnostic push") _Pragma("GCC diagnostic ignored \"-Wnon-template-friend\"")
#define CTGRAD_END_TYPE_BINDING _Pragma("GCC diagnostic pop")
#else
#define CTGRAD_BEGIN_TYPE_BINDING
#define CTGRAD_END_TYPE_BINDING
#endif

// A function that yields to the user's own (op/op.hpp) and takes its place in the source
// (op/place.hpp) does both only with its last two parameters in this order.
#if defined(__clang__)
#define CTGRAD_YIELD_AND(place) place, Yield...
#else
#define CTGRAD_YIELD_AND(place) Yield..., place
#endif
