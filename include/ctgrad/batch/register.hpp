// What one register of the processor holds: xsimd's batch of the widest instructions that this
// source is compiled for if CTGRAD_XSIMD is defined, otherwise four numbers in plain C++.
//
// All sources of a program must be compiled for the same instructions, as for every library of
// inline functions.
#pragma once

#include <ctgrad/batch/plain_register.hpp>

#ifdef CTGRAD_XSIMD
#include <xsimd/xsimd.hpp>
#ifndef XSIMD_NO_SUPPORTED_ARCHITECTURE
#define CTGRAD_REGISTERS_BY_XSIMD
#endif
#endif

namespace ctgrad::detail {

#ifdef CTGRAD_REGISTERS_BY_XSIMD
inline constexpr bool by_xsimd = true;
template <class T>
using lane_register = xsimd::batch<T>;
#else
inline constexpr bool by_xsimd = false;
template <class T>
using lane_register = plain_register<T>;
#endif

/// Is a b + c rounded once by the instructions of the register?
#if defined(__FMA__) || defined(__AVX512F__) || defined(__ARM_FEATURE_FMA)
inline constexpr bool fuses = by_xsimd;
#else
inline constexpr bool fuses = false;
#endif

template <class T>
using mask_register = typename lane_register<T>::batch_bool_type;

}  // namespace ctgrad::detail
