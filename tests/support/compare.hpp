// How results are compared in these tests: exactly, or by counting representable numbers.
//
// Both comparisons treat NaN as one value that equals itself and nothing else, so that a NaN can
// neither pass for a number nor hide an expected NaN. Tested in detail/compare.cpp.
#pragma once

#include <boost/test/tools/assertion_result.hpp>

#include <bit>
#include <cstdint>
#include <limits>
#include <sstream>
#include <type_traits>

namespace support {

template <class T>
inline constexpr T nan_of = std::numeric_limits<T>::quiet_NaN();
template <class T>
inline constexpr T inf_of = std::numeric_limits<T>::infinity();

/// Equal to the last bit, except that all NaNs are one: +0 is not -0, +inf is not -inf.
template <class T>
constexpr bool identical(const T& a, const T& b) {
  if (a != a || b != b) return a != a && b != b;
  if (a != b) return false;
  if constexpr (std::is_floating_point_v<T>) {
    if (a == 0) {
      return std::bit_cast<std::uint64_t>(static_cast<double>(a)) ==
             std::bit_cast<std::uint64_t>(static_cast<double>(b));
    }
  }
  return true;
}

/// The same number: like identical, but +0 is -0. A sum that starts from 0 has no -0, so gradients
/// of different engines are compared in this way.
template <class T>
constexpr bool equal(const T& a, const T& b) {
  return identical(a, b) || a == b;
}

/// What ulps() says of numbers that no rounding makes one of the other.
inline constexpr std::uint64_t unrelated = std::numeric_limits<std::uint64_t>::max();

/// How many steps to the next representable number lie between a and b; signs count, +0 is -0. A
/// NaN or an infinity is 0 steps from itself and unrelated to everything else.
template <class T>
  requires(std::is_same_v<T, float> || std::is_same_v<T, double>)
constexpr std::uint64_t ulps(T a, T b) {
  if (equal(a, b)) return 0;
  constexpr T largest = std::numeric_limits<T>::max();
  const bool finite = a >= -largest && a <= largest && b >= -largest && b <= largest;
  if (!finite) return unrelated;
  const auto rank = [](T x) {
    using bits = std::conditional_t<sizeof(T) == 4, std::int32_t, std::int64_t>;
    const bits pattern = std::bit_cast<bits>(x);
    return std::int64_t{pattern < 0 ? std::numeric_limits<bits>::min() - pattern : pattern};
  };
  const std::int64_t from = rank(a), to = rank(b);
  return from < to ? static_cast<std::uint64_t>(to) - static_cast<std::uint64_t>(from)
                   : static_cast<std::uint64_t>(from) - static_cast<std::uint64_t>(to);
}

namespace detail {

template <class T>
boost::test_tools::assertion_result verdict(bool good, const T& got, const T& expected,
                                            const char* relation) {
  boost::test_tools::assertion_result result(good);
  if (!good) {
    std::ostringstream text;
    text.precision(std::numeric_limits<T>::max_digits10);
    text << "got " << got << ", expected " << relation << expected;
    result.message() << text.str();
  }
  return result;
}

}  // namespace detail

// For BOOST_TEST(...): the same comparisons with the two numbers in the message.

template <class T>
boost::test_tools::assertion_result is_identical(const T& got,
                                                 const std::type_identity_t<T>& expected) {
  return detail::verdict(identical(got, expected), got, expected, "exactly ");
}

template <class T>
boost::test_tools::assertion_result is_equal(const T& got,
                                             const std::type_identity_t<T>& expected) {
  return detail::verdict(equal(got, expected), got, expected, "");
}

template <class T>
boost::test_tools::assertion_result is_within(std::uint64_t steps, const T& got,
                                              const std::type_identity_t<T>& expected) {
  auto result = detail::verdict(ulps(got, expected) <= steps, got, expected, "about ");
  if (!result) result.message() << " (" << ulps(got, expected) << " ulps, allowed " << steps << ")";
  return result;
}

}  // namespace support
