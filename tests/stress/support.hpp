// What the stress tests share.
#pragma once

#include <ctgrad/tape/value.hpp>

#include <boost/test/unit_test.hpp>

#include "../support/compare.hpp"

using ctgrad::scope;
using ctgrad::Value;
using support::is_equal;

inline std::size_t recorded() {
  return ctgrad::basic_tape<double>::current().size();
}
