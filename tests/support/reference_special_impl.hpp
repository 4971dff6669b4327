// The special functions of reference.hpp, by Boost.Math. Include this in exactly one source file of
// a test program that needs them; it takes the compiler longest of all.
#pragma once

#include <boost/math/special_functions/bessel.hpp>
#include <boost/math/special_functions/beta.hpp>
#include <boost/math/special_functions/digamma.hpp>
#include <boost/math/special_functions/erf.hpp>
#include <boost/math/special_functions/expint.hpp>
#include <boost/math/special_functions/gamma.hpp>
#include <boost/math/special_functions/polygamma.hpp>

#include <stdexcept>
#include <string>
#include <string_view>

#include "reference_backend.hpp"

namespace support {

template <>
reference<100> reference<100>::special(const char* function, const reference& a,
                                       const reference& b) {
  const std::string_view f = function;
  const auto &x = a.get().value, &y = b.get().value;
  if (f == "tgamma") return backend::make(boost::math::tgamma(x));
  if (f == "lgamma") return backend::make(boost::math::lgamma(x));
  if (f == "digamma") return backend::make(boost::math::digamma(x));
  if (f == "polygamma") return backend::make(boost::math::polygamma(static_cast<int>(x), y));
  if (f == "beta") return backend::make(boost::math::beta(x, y));
  if (f == "expint") return backend::make(boost::math::expint(x));
  if (f == "erf_inv") return backend::make(boost::math::erf_inv(x));
  if (f == "erfc_inv") return backend::make(boost::math::erfc_inv(x));
  if (f == "cyl_bessel_j") return backend::make(boost::math::cyl_bessel_j(static_cast<int>(x), y));
  if (f == "cyl_neumann") return backend::make(boost::math::cyl_neumann(static_cast<int>(x), y));
  throw std::logic_error("no such function in the reference: " + std::string(f));
}

template <>
reference<400> reference<400>::special(const char* function, const reference&, const reference&) {
  throw std::logic_error(std::string(function) + " has no more than 100 digits");
}

}  // namespace support
