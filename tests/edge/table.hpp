// The whole table: every family, in the order of the page.
#pragma once

#include <vector>

#include "activation.hpp"
#include "arithmetic.hpp"
#include "comparison.hpp"
#include "error_function.hpp"
#include "exponential.hpp"
#include "hyperbolic.hpp"
#include "logistic.hpp"
#include "piecewise.hpp"
#include "power.hpp"
#include "reduction.hpp"
#include "rounding.hpp"
#include "smooth.hpp"
#include "special.hpp"
#include "trigonometric.hpp"

namespace edge {

struct family {
  const char* title;
  const char* header;  // below include/ctgrad/op
  std::vector<record> records;
};

template <class... Ops>
family family_of(const char* title, const char* header, ctgrad::op_list<Ops...>) {
  return {title, header, {record_of<Ops>()...}};
}

inline std::vector<family> table() {
  return {
      family_of("Arithmetic", "arithmetic.hpp", arithmetic{}),
      family_of("Powers and roots", "power.hpp", power{}),
      family_of("Exponentials and logarithms", "exponential.hpp", exponential{}),
      family_of("Logistic functions", "logistic.hpp", logistic{}),
      family_of("Trigonometric functions", "trigonometric.hpp", trigonometric{}),
      family_of("Hyperbolic functions", "hyperbolic.hpp", hyperbolic{}),
      family_of("Error function and normal distribution", "error_function.hpp", error_function{}),
      family_of("Functions with kinks", "piecewise.hpp", piecewise{}),
      family_of("Whole parts and remainders", "rounding.hpp", rounding{}),
      family_of("Activation functions", "activation.hpp", activation{}),
      family_of("Functions of many numbers", "reduction.hpp", reduction{}),
      family_of("Smooth versions of abs and max", "smooth.hpp", smooth{}),
      family_of("Special functions", "special.hpp", special{}),
      family_of("Comparisons", "comparison.hpp", comparison{}),
  };
}

}  // namespace edge
