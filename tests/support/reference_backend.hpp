// The number inside of a reference: Boost.Multiprecision's cpp_bin_float. For the two files that
// compute with it.
#pragma once

#include <boost/multiprecision/cpp_bin_float.hpp>

#include <memory>

#include "reference.hpp"

namespace support {

template <unsigned Digits>
struct reference<Digits>::backend {
  using type = boost::multiprecision::number<boost::multiprecision::cpp_bin_float<Digits>,
                                             boost::multiprecision::et_off>;
  type value;

  static reference make(const type& value) {
    return reference(std::make_shared<const backend>(backend{value}));
  }
};

}  // namespace support
