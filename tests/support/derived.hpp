// Programs of derivatives of vector functions, and running them.
#pragma once

#include <ctgrad/program/interpret.hpp>
#include <ctgrad/program/jacobian.hpp>

#include <array>
#include <cstddef>
#include <string_view>
#include <vector>

#include "programs.hpp"

namespace support {

using symbols = std::vector<ctgrad::symbol>;

struct way {
  ctgrad::elimination how;
  std::string_view name;
};
inline constexpr std::array ways{way{ctgrad::elimination::forward, "forward"},
                                 way{ctgrad::elimination::reverse, "reverse"},
                                 way{ctgrad::elimination::markowitz, "markowitz"},
                                 way{ctgrad::elimination::cheapest, "cheapest"}};

/// The program that derive(home, x, y) makes of f: y = f(x), x an array of N inputs.
template <std::size_t N>
constexpr ctgrad::program<double> derived(auto f, auto derive) {
  ctgrad::builder<double> home;
  const auto x = inputs_of<N>(home);
  std::vector<ctgrad::slot> outputs;
  for (const auto& d : derive(home, symbols(x.begin(), x.end()), f(x))) {
    outputs.push_back(d.at(home));
  }
  return home.finish(outputs);
}

/// The Jacobian alone, row by row.
template <std::size_t N>
constexpr ctgrad::program<double> jacobian_program(auto f, ctgrad::elimination how) {
  return derived<N>(f, [=](auto& home, const symbols& x, const auto& y) {
    return jacobian(home, symbols(y.begin(), y.end()), x, how);
  });
}

inline std::vector<double> interpreted(const ctgrad::program<double>& p, const auto& x) {
  std::vector<double> outputs(p.outputs.size()), results;
  ctgrad::interpret(p, {x.begin(), x.end()}, outputs, results);
  return outputs;
}

}  // namespace support
