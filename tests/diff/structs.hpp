// Struct templates as users write them, for the tests of this folder.
#pragma once

#include <boost/hana/adapt_struct.hpp>

#include <array>

namespace structs {

template <class T>
struct bond {
  T rate, maturity;
  friend constexpr bool operator==(const bond&, const bond&) = default;
};

template <class T>
struct ladder {  // a struct inside of a struct, and one inside of an array
  bond<T> first;
  std::array<bond<T>, 2> others;
  T spread;
  friend constexpr bool operator==(const ladder&, const ladder&) = default;
};

template <class T>
struct quote {
  T price, yield;
  friend constexpr bool operator==(const quote&, const quote&) = default;
};

}  // namespace structs

BOOST_HANA_ADAPT_STRUCT(structs::bond<double>, rate, maturity);
BOOST_HANA_ADAPT_STRUCT(structs::ladder<double>, first, others, spread);
BOOST_HANA_ADAPT_STRUCT(structs::quote<double>, price, yield);
