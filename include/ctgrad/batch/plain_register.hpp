// Four numbers that are computed with as one, in plain C++: what lanes are made of without xsimd.
//
// The interface is the part of xsimd's batch that lanes use. Every function is a loop over four
// numbers, which compilers turn into SIMD instructions where they are allowed to.
#pragma once

#include <ctgrad/config.hpp>

#include <cstddef>
#include <cstdint>
#include <type_traits>

namespace ctgrad::detail {

/// Four truths, each as wide as a number: all bits or none, so that a choice is a blend.
template <class T>
struct plain_mask {
  using word = std::conditional_t<sizeof(T) == 4, std::int32_t, std::int64_t>;
  static constexpr std::size_t size = 4;
  word holds[size];

  plain_mask() = default;
  CTGRAD_INLINE explicit plain_mask(bool all_) {
    for (word& w : holds) w = all_ ? -1 : 0;
  }
  /// The mask of relation(i).
  template <class Relation>
  CTGRAD_INLINE static plain_mask of(const Relation& relation) {
    plain_mask result;
    for (std::size_t i = 0; i < size; ++i) result.holds[i] = relation(i) ? -1 : 0;
    return result;
  }

  CTGRAD_INLINE friend plain_mask operator&&(const plain_mask& a, const plain_mask& b) {
    return of([&](std::size_t i_) { return (a.holds[i_] & b.holds[i_]) != 0; });
  }
  CTGRAD_INLINE friend plain_mask operator||(const plain_mask& a, const plain_mask& b) {
    return of([&](std::size_t i_) { return (a.holds[i_] | b.holds[i_]) != 0; });
  }
  CTGRAD_INLINE friend plain_mask operator!(const plain_mask& a) {
    return of([&](std::size_t i_) { return a.holds[i_] == 0; });
  }
  CTGRAD_INLINE friend bool any(const plain_mask& a) {
    return (a.holds[0] | a.holds[1] | a.holds[2] | a.holds[3]) != 0;
  }
  CTGRAD_INLINE friend bool all(const plain_mask& a) {
    return (a.holds[0] & a.holds[1] & a.holds[2] & a.holds[3]) != 0;
  }
};

template <class T>
struct plain_register {
  static constexpr std::size_t size = 4;
  using batch_bool_type = plain_mask<T>;
  T number[size];

  plain_register() = default;
  CTGRAD_INLINE explicit plain_register(T all_) {
    for (T& x : number) x = all_;
  }
  /// The numbers f(0), f(1), f(2), f(3).
  template <class F>
  CTGRAD_INLINE static plain_register of(const F& f) {
    plain_register result;
    for (std::size_t i = 0; i < size; ++i) result.number[i] = f(i);
    return result;
  }
  CTGRAD_INLINE static plain_register load_unaligned(const T* from) {
    return of([&](std::size_t i_) { return from[i_]; });
  }
  CTGRAD_INLINE void store_unaligned(T* to) const {
    for (std::size_t i = 0; i < size; ++i) to[i] = number[i];
  }

  CTGRAD_INLINE friend plain_register operator-(const plain_register& a) {
    return of([&](std::size_t i_) { return -a.number[i_]; });
  }
#define CTGRAD_OF_REGISTERS(sign)                                              \
  CTGRAD_INLINE friend plain_register operator sign(const plain_register& a,   \
                                                    const plain_register& b) { \
    return of([&](std::size_t i_) { return a.number[i_] sign b.number[i_]; }); \
  }
  CTGRAD_OF_REGISTERS(+)
  CTGRAD_OF_REGISTERS(-)
  CTGRAD_OF_REGISTERS(*)
  CTGRAD_OF_REGISTERS(/)
#undef CTGRAD_OF_REGISTERS
#define CTGRAD_OF_REGISTERS(sign)                                                             \
  CTGRAD_INLINE friend plain_mask<T> operator sign(const plain_register & a,                  \
                                                   const plain_register & b) {                \
    return plain_mask<T>::of([&](std::size_t i_) { return a.number[i_] sign b.number[i_]; }); \
  }
  CTGRAD_OF_REGISTERS(<)
  CTGRAD_OF_REGISTERS(<=)
  CTGRAD_OF_REGISTERS(>)
  CTGRAD_OF_REGISTERS(>=)
  CTGRAD_OF_REGISTERS(==)
  CTGRAD_OF_REGISTERS(!=)
#undef CTGRAD_OF_REGISTERS

  CTGRAD_INLINE friend plain_register select(const plain_mask<T>& c, const plain_register& a,
                                             const plain_register& b) {
    return of([&](std::size_t i_) { return c.holds[i_] != 0 ? a.number[i_] : b.number[i_]; });
  }
};

}  // namespace ctgrad::detail
