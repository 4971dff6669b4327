// What the tests of recordings share.
#pragma once

#include <ctgrad/record/record.hpp>

#include <boost/hana/adapt_struct.hpp>
#include <boost/test/unit_test.hpp>

#include <array>
#include <cmath>
#include <cstddef>
#include <string>
#include <vector>

#include "../support/compare.hpp"

namespace cg = ctgrad;

namespace record_tests {

template <class T>
struct layer {  // its length is known at run time
  std::vector<T> weights;
  T offset;
  friend bool operator==(const layer&, const layer&) = default;
};

inline std::vector<double> some_numbers(std::size_t n, double seed = 1.0) {
  std::vector<double> x(n);
  for (std::size_t i = 0; i < n; ++i) x[i] = std::sin(seed + 3.0 * static_cast<double>(i));
  return x;
}

/// Does an error carry this tag (and say this)?
inline auto tagged(const std::string& tag, const std::string& words = "") {
  return [=](const cg::error& e) {
    const std::string message = e.what();
    const bool right =
        message.find("[ctgrad-" + tag + "]") != message.npos && message.find(words) != message.npos;
    BOOST_TEST(right, message);
    return right;
  };
}

}  // namespace record_tests

BOOST_HANA_ADAPT_STRUCT(record_tests::layer<double>, weights, offset);

using record_tests::layer, record_tests::some_numbers, record_tests::tagged;
