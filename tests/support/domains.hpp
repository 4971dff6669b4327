// Where every op is tested, and how accurate its partials are there.
//
// One entry per op of ctgrad::all_ops; op/registry.cpp fails if one is missing. A bound is the
// worst error of a partial in ulps of the true derivative (in double, against 100 digits) over all
// points of the entry, rounded up: 0 says that the partial is correctly rounded by being exact.
#pragma once

#include <ctgrad/op/registry.hpp>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <limits>
#include <vector>

namespace support {

using numbers = std::vector<double>;

template <std::size_t N>
using points = std::vector<std::array<double, N>>;

/// count numbers from low to high in equal ratios.
inline numbers ratios(double low, double high, int count) {
  numbers result;
  for (int i = 0; i < count; ++i) {
    const double share = static_cast<double>(i) / (count - 1);
    result.push_back(std::pow(low, 1 - share) * std::pow(high, share));
  }
  return result;
}

/// count numbers from low to high in equal distances.
inline numbers steps(double low, double high, int count) {
  numbers result;
  for (int i = 0; i < count; ++i) result.push_back(low + (high - low) * i / (count - 1));
  return result;
}

inline numbers join(numbers a, const numbers& b) {
  a.insert(a.end(), b.begin(), b.end());
  return a;
}

inline numbers both_signs(const numbers& positive) {
  numbers negative = positive;
  for (double& x : negative) x = -x;
  return join(positive, negative);
}

inline points<1> each(const numbers& x) {
  points<1> result;
  for (const double v : x) result.push_back({v});
  return result;
}

inline points<2> pairs(const numbers& x, const numbers& y) {
  points<2> result;
  for (const double v : x) {
    for (const double w : y) result.push_back({v, w});
  }
  return result;
}

/// Pairs that are not a tie.
inline points<2> distinct_pairs(const numbers& x) {
  auto result = pairs(x, x);
  std::erase_if(result, [](const auto& p) { return p[0] == p[1]; });
  return result;
}

/// What an entry needs: points(), bound, and value, which is the op's own unless its operands are
/// not all real numbers.
template <class Op>
struct plain_domain {
  static auto value(const auto&... x) { return Op::value(x...); }
};

template <class Op>
struct domain;

template <class Op>
concept has_domain = requires { domain<Op>::points(); };

namespace ops = ctgrad::ops;

/// Where an op's rule loses digits, and how many it may lose there: a known weakness, kept from
/// growing.
template <class Op>
struct weak_domain;

// -- arithmetic --------------------------------------------------------------------------------

template <>
struct domain<ops::add> : plain_domain<ops::add> {
  static constexpr std::array bound{0.0, 0.0};
  static auto points() {
    const auto x = both_signs(ratios(1e-10, 1e10, 9));
    return pairs(x, x);
  }
};

template <>
struct domain<ops::subtract> : plain_domain<ops::subtract> {
  static constexpr std::array bound{0.0, 0.0};
  static auto points() { return domain<ops::add>::points(); }
};

template <>
struct domain<ops::multiply> : plain_domain<ops::multiply> {
  static constexpr std::array bound{0.0, 0.0};
  static auto points() {
    const auto x = both_signs(ratios(1e-150, 1e150, 9));
    return pairs(x, x);
  }
};

template <>
struct domain<ops::divide> : plain_domain<ops::divide> {
  static constexpr std::array bound{0.5, 1.0};
  static auto points() {
    return pairs(both_signs(ratios(1e-150, 1e150, 9)), both_signs(ratios(1e-150, 1e150, 9)));
  }
};

template <>
struct domain<ops::negate> : plain_domain<ops::negate> {
  static constexpr std::array bound{0.0};
  static auto points() { return each(both_signs(ratios(1e-300, 1e300, 150))); }
};

// -- powers ------------------------------------------------------------------------------------

template <>
struct domain<ops::power> : plain_domain<ops::power> {
  static constexpr std::array bound{48.0, 1.8};
  static auto points() {
    const numbers near_1{0.999, 1 - 0x1p-53, 1 + 0x1p-52, 1.001};
    return pairs(join(ratios(1e-6, 1e6, 16), near_1), both_signs(ratios(0.01, 20, 10)));
  }
};

template <>
struct domain<ops::constant_power> : plain_domain<ops::constant_power> {
  static constexpr std::array bound{48.0, 0.0};
  static auto points() { return domain<ops::power>::points(); }
};

template <>
struct domain<ops::integer_power> {
  static constexpr std::array bound{2.6, 0.0};
  static auto points() { return pairs(both_signs(ratios(1e-4, 1e4, 12)), steps(-6, 7, 14)); }
  static auto value(const auto& x, const auto& n) {
    return ops::integer_power::value(x, static_cast<int>(static_cast<double>(n)));
  }
};

template <>
struct domain<ops::sqrt> : plain_domain<ops::sqrt> {
  static constexpr std::array bound{1.2};
  static auto points() { return each(join(ratios(1e-307, 1e307, 300), {5e-324, 1e-310})); }
};

// -- exponentials ------------------------------------------------------------------------------

template <>
struct domain<ops::exp> : plain_domain<ops::exp> {
  static constexpr std::array bound{0.6};
  static auto points() {
    return each(join(both_signs(ratios(1e-10, 700, 150)), {709.7, 710, -740, -746}));
  }
};

template <>
struct domain<ops::log> : plain_domain<ops::log> {
  static constexpr std::array bound{0.5};
  static auto points() { return each(ratios(1e-307, 1e307, 301)); }
};

template <>
struct domain<ops::sigmoid> : plain_domain<ops::sigmoid> {
  static constexpr std::array bound{2.3};
  static auto points() {
    return each(join(ratios(1e-10, 1, 100), join(steps(-700, -20, 50), steps(-20, 1, 400))));
  }
};

// -- trigonometric, hyperbolic, special --------------------------------------------------------

template <>
struct domain<ops::sin> : plain_domain<ops::sin> {
  static constexpr std::array bound{0.6};
  static auto points() {
    numbers near_roots;
    for (int k = 1; k < 40; ++k) near_roots.push_back(k * std::acos(0.0));
    return each(both_signs(join(ratios(1e-10, 1e6, 130), near_roots)));
  }
};

template <>
struct domain<ops::cos> : plain_domain<ops::cos> {
  static constexpr std::array bound{0.6};
  static auto points() { return domain<ops::sin>::points(); }
};

template <>
struct domain<ops::tanh> : plain_domain<ops::tanh> {
  static constexpr std::array bound{4.0};
  static auto points() { return each(both_signs(join(ratios(1e-10, 1, 50), steps(0.5, 1, 250)))); }
};

template <>
struct domain<ops::erfc> : plain_domain<ops::erfc> {
  static constexpr std::array bound{2.3};
  static auto points() { return each(both_signs(join(ratios(1e-10, 2, 50), steps(0.5, 2, 150)))); }
};

template <>
struct weak_domain<ops::sigmoid> {
  static constexpr double bound = 5.7e4;
  static auto points() { return each(steps(1, 12, 100)); }
};
template <>
struct weak_domain<ops::tanh> {
  static constexpr double bound = 1.6e5;
  static auto points() { return each(both_signs(steps(1, 7, 60))); }
};
template <>
struct weak_domain<ops::erfc> {
  static constexpr double bound = 432;
  static auto points() {  // to the left of -9 a hundred digits do not resolve 2 - erfc
    return each(join(steps(-9, -1, 40), steps(1, 26, 150)));
  }
};

// -- piecewise ---------------------------------------------------------------------------------

template <>
struct domain<ops::relu> : plain_domain<ops::relu> {
  static constexpr std::array bound{0.0};
  static auto points() { return each(both_signs(ratios(1e-30, 1e300, 150))); }
};

template <>
struct domain<ops::abs> : plain_domain<ops::abs> {
  static constexpr std::array bound{0.0};
  static auto points() { return each(both_signs(ratios(1e-30, 1e300, 150))); }
};

template <>
struct domain<ops::min> : plain_domain<ops::min> {
  static constexpr std::array bound{0.0, 0.0};
  static auto points() { return distinct_pairs(both_signs(ratios(1e-10, 1e10, 9))); }
};

template <>
struct domain<ops::max> : plain_domain<ops::max> {
  static constexpr std::array bound{0.0, 0.0};
  static auto points() { return domain<ops::min>::points(); }
};

template <>
struct domain<ops::where> {
  static constexpr std::array bound{0.0, 0.0, 0.0};
  static auto points() {
    support::points<3> result;
    for (const auto& p :
         pairs(both_signs(ratios(1e-10, 1e10, 7)), both_signs(ratios(1e-5, 1e5, 6)))) {
      result.push_back({0, p[0], p[1]});
      result.push_back({1, p[0], p[1]});
    }
    return result;
  }
  static auto value(const auto& c, const auto& a, const auto& b) {
    return ops::where::value(c > 0.5, a, b);
  }
};

// -- comparisons: constant wherever they are differentiable
// ----------------------------------------

template <class Op>
struct predicate_domain {
  static constexpr std::array bound{0.0, 0.0};
  static auto points() { return distinct_pairs(both_signs(ratios(1e-10, 1e10, 9))); }
  static auto value(const auto& a, const auto& b) { return Op::value(a, b) ? 1.0 : 0.0; }
};
template <>
struct domain<ops::less> : predicate_domain<ops::less> {};
template <>
struct domain<ops::less_equal> : predicate_domain<ops::less_equal> {};
template <>
struct domain<ops::greater> : predicate_domain<ops::greater> {};
template <>
struct domain<ops::greater_equal> : predicate_domain<ops::greater_equal> {};
template <>
struct domain<ops::equal> : predicate_domain<ops::equal> {};
template <>
struct domain<ops::not_equal> : predicate_domain<ops::not_equal> {};
template <>
struct domain<ops::both> : predicate_domain<ops::both> {};
template <>
struct domain<ops::either> : predicate_domain<ops::either> {};
template <>
struct domain<ops::negation> {
  static constexpr std::array bound{0.0};
  static auto points() { return each(both_signs(ratios(1e-30, 1e300, 150))); }
  static auto value(const auto& a) { return ops::negation::value(a) ? 1.0 : 0.0; }
};

}  // namespace support
