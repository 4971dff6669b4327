// Programs of generic lambdas, for looking at and for running on any scalar.
#pragma once

#include <ctgrad/program/adjoint.hpp>
#include <ctgrad/program/print.hpp>
#include <ctgrad/program/unroll.hpp>

#include <array>
#include <cstddef>
#include <string>
#include <utility>
#include <vector>

namespace support {

/// N inputs of a builder.
template <std::size_t N, class T>
constexpr std::array<ctgrad::basic_symbol<T>, N> inputs_of(ctgrad::builder<T>& home) {
  std::array<ctgrad::basic_symbol<T>, N> x;
  for (auto& input : x) input = {home, home.input()};
  return x;
}

/// The program of f(x0, x1, ...).
template <std::size_t N, class T = double>
constexpr ctgrad::program<T> traced(auto f) {
  ctgrad::builder<T> home;
  const ctgrad::basic_symbol<T> y = std::apply(f, inputs_of<N>(home));
  return home.finish({y.at(home)});
}

/// The program of f and of its partials by all inputs.
template <std::size_t N, class T = double>
constexpr ctgrad::program<T> differentiated(auto f) {
  ctgrad::builder<T> home;
  const auto x = inputs_of<N>(home);
  const ctgrad::basic_symbol<T> y = std::apply(f, x);
  std::vector<ctgrad::slot> outputs{y.at(home)};
  for (const auto& d : adjoints(home, y, {x.begin(), x.end()})) outputs.push_back(d.at(home));
  return home.finish(outputs);
}

/// The listing of f's program.
template <std::size_t N>
std::string listing(auto f) {
  return to_string(traced<N>(f));
}

template <class F, std::size_t N, class T = double>
struct source {
  static constexpr ctgrad::program<T> build() { return traced<N, T>(F{}); }
};

template <class F, std::size_t N, class T = double>
struct gradient_source {
  static constexpr ctgrad::program<T> build() { return differentiated<N, T>(F{}); }
};

/// f's program, run on any scalar.
template <class T = double, class F, class Scalar, std::size_t N>
constexpr Scalar run(const F&, const std::array<Scalar, N>& x) {
  return ctgrad::unroll<ctgrad::frozen<source<F, N, T>>::value, Scalar>(x.data())[0];
}

/// The program of f's value and partials, run on any scalar.
template <class T = double, class F, class Scalar, std::size_t N>
constexpr auto run_gradient(const F&, const std::array<Scalar, N>& x) {
  return ctgrad::unroll<ctgrad::frozen<gradient_source<F, N, T>>::value, Scalar>(x.data());
}

}  // namespace support
