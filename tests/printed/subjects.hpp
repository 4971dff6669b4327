// The programs that are printed, each with the points at which it is run.
#pragma once

#include <ctgrad/ctgrad.hpp>
#include <ctgrad/op/special.hpp>
#include <ctgrad/text/parse.hpp>

#include <array>
#include <cstddef>
#include <limits>
#include <string>
#include <vector>

#include "../edge/table.hpp"
#include "../support/corpus.hpp"
#include "../support/programs.hpp"
#include "../support/texts.hpp"

namespace printed {

/// Ops that are unknown to the library. This one says how it is written, and uses names that a
/// parameter may have, too.
struct shifted_op : ctgrad::op<"x0", 2> {
  static constexpr std::string_view cpp = "[](double x, double t0) { return x * x + t0; }";
  static constexpr auto value(const auto& x, const auto& y) { return x * x + y; }
  static constexpr auto partials(const auto& x, const auto&, const auto&) {
    return std::tuple{2 * x, 1};
  }
};

template <class T>
struct subject {
  std::string name;
  ctgrad::program<T> program;
  std::vector<std::vector<T>> points;
};

/// Numbers around which functions do unusual things.
template <class T>
std::vector<T> unusual() {
  using limits = std::numeric_limits<T>;
  const T inf = limits::infinity();
  return {0,
          T(-0.0),
          1,
          -1,
          T(0.5),
          T(-0.6),
          2,
          T(-2.5),
          3,
          T(0.7),
          -7,
          26,
          -26,
          700,
          -800,
          T(.1),
          inf,
          -inf,
          limits::quiet_NaN(),
          limits::min() / 4,
          -limits::min(),
          limits::max(),
          -limits::max(),
          limits::epsilon()};
}

/// All tuples of n unusual numbers, at most about 2000 of them.
template <class T>
std::vector<std::vector<T>> tuples(std::size_t n) {
  const auto all = unusual<T>();
  std::vector<std::vector<T>> result{{}};
  for (std::size_t k = 0; k < n; ++k) {
    std::vector<std::vector<T>> longer;
    const std::size_t stride = result.size() > 100 ? 5 : 1;
    for (const auto& known : result) {
      for (std::size_t i = (k + known.size()) % stride; i < all.size(); i += stride) {
        longer.push_back(known);
        longer.back().push_back(all[(i + longer.size()) % all.size()]);
      }
    }
    result =
        longer.size() > 4000 ? decltype(result)(longer.begin(), longer.begin() + 4000) : longer;
  }
  return result;
}

/// Ops with an operand that has to be a whole number of moderate size.
template <class Op>
constexpr bool takes_whole_numbers =
    std::is_same_v<Op, ctgrad::ops::ldexp> || std::is_same_v<Op, ctgrad::ops::integer_power> ||
    std::is_same_v<Op, ctgrad::ops::polygamma> || std::is_same_v<Op, ctgrad::ops::bessel_j> ||
    std::is_same_v<Op, ctgrad::ops::bessel_y> || std::is_same_v<Op, ctgrad::ops::spherical_bessel>;

template <class Op, class T>
std::vector<std::vector<T>> points_of() {
  std::vector<std::vector<T>> result;
  const auto add = [&](const auto& x) {
    std::vector<T> point;
    for (std::size_t k = 0; k < std::size_t(Op::arity); ++k) point.push_back(static_cast<T>(x[k]));
    result.push_back(point);
  };
  for (const auto& row : edge::entry<Op>::edges) add(row.at);
  for (const auto& point : edge::entry<Op>::at()) add(point);
  if constexpr (!takes_whole_numbers<Op>) {
    for (const auto& point : tuples<T>(std::size_t(Op::arity))) add(point);
  }
  return result;
}

template <class Op, class T>
subject<T> subject_of_op() {
  ctgrad::builder<T> home;
  std::array<ctgrad::slot, 3> operands{};
  for (std::size_t k = 0; k < std::size_t(Op::arity); ++k) operands[k] = home.input();
  return {std::string(Op::name), home.finish({home.call(ctgrad::info_of<Op, T>, operands)}),
          points_of<Op, T>()};
}

template <std::size_t N, class T>
subject<T> subject_of(const char* name, auto f) {
  return {name, support::traced<N, T>(f), tuples<T>(N)};
}

/// Expressions that a careless printer would group or type otherwise.
template <class T>
std::vector<subject<T>> grouped() {
  using limits = std::numeric_limits<T>;
  return {
      subject_of<3, T>("sums",
                       [](auto a, auto b, auto c) {
                         return (a - (b - c)) * (a + (b + c)) - (a - b - c) / (a + b + c);
                       }),
      subject_of<3, T>("products",
                       [](auto a, auto b, auto c) {
                         return a * (b * c) + a / (b / c) - a * (b / c) + (a / b) * c - a / (b * c);
                       }),
      subject_of<2, T>("signs",
                       [](auto a, auto b) {
                         return -(a + b) * -(a * b) - (-a - -b) / -(-2 - a) -
                                (-(-a * b) - (a - (-3 * b)));
                       }),
      subject_of<1, T>("literals",
                       [](auto a) {
                         return (a + T(1) / 3) * 100000 -
                                (a * T(1e-30) + T(-0.0)) / limits::denorm_min() -
                                max(a, limits::max()) + a / -limits::infinity() +
                                max(limits::infinity() * a, 3);
                       }),
      subject_of<1, T>("nan", [](auto a) { return where(a < 0, limits::quiet_NaN(), a); }),
      subject_of<3, T>("conditions",
                       [](auto a, auto b, auto c) {
                         const auto less = a < b, equal = b == c;
                         return where((less || equal) && !(a >= c && b != 2), where(a, b, c),
                                      where(less, b, 1 - c));
                       }),
      subject_of<3, T>("numbers of conditions",
                       [](auto a, auto b, auto c) {
                         const auto less = a < b, equal = b == c;
                         return -less * a + sin(less) / equal + (less == equal) - (a + (b || c)) +
                                (less < (a || b)) + !a - fma(less, a, equal) +
                                where(less, equal, a < c);
                       }),
      subject_of<2, T>("a condition", [](auto a, auto b) { return a < b; }),
      subject_of<2, T>("an op of the user",
                       [](auto a, auto b) {
                         return ctgrad::apply<shifted_op>(a, b) +
                                relu(ctgrad::apply<shifted_op>(b, 2));
                       }),
      subject_of<2, T>("an input", [](auto, auto b) { return b; }),
      subject_of<1, T>("a literal", [](auto) { return 2.5; }),
  };
}

/// Value and gradient of a function of the corpus.
inline std::vector<subject<double>> corpus() {
  std::vector<subject<double>> result;
  support::for_each_function([&](const auto& function) {
    constexpr std::size_t n = std::remove_cvref_t<decltype(function)>::arguments;
    subject<double> s{function.name, ctgrad::program_of(ctgrad::value_and_gradient(function.f)),
                      tuples<double>(n)};
    for (const auto& x : function.points(50)) s.points.push_back({x.begin(), x.end()});
    result.push_back(s);
  });
  const auto norm = [](auto... x) { return sqrt(((x * x) + ...)); };
  result.push_back({"norm of 12", support::differentiated<12>(norm), tuples<double>(12)});
  return result;
}

/// Formulas from text, and their gradients.
inline std::vector<subject<double>> parsed() {
  std::vector<subject<double>> result;
  const auto add = [&](const std::string& name, const std::string& text) {
    const auto f = ctgrad::parse(text);
    const auto points = tuples<double>(f.names().size());
    result.push_back({name, f.recorded().code(), points});
    if (f.names().empty()) return;
    result.push_back({"gradient of " + name, gradient(f).recorded().code(), points});
  };
  add("a text", "(a + b*c).relu()");
  add("a text with definitions", "t = x*y; u = t^2 - exp(-t); f(y, x) = where(u < x, u, t/u)");
  dags::random_source random(20261123);
  support::text_generator generate(random, false);
  for (int k = 0; k < 40; ++k) add("text " + std::to_string(k), generate());
  return result;
}

/// Everything in double; in float the ops, where a stray double would round otherwise; in long
/// double those whose texts have constants.
template <class T>
std::vector<subject<T>> subjects() {
  std::vector<subject<T>> all = grouped<T>();
  const auto add_op = [&]<class Op>() { all.push_back(subject_of_op<Op, T>()); };
  if constexpr (std::is_same_v<T, long double>) {
    ctgrad::for_each_op(edge::error_function{}, add_op);
  } else {
    ctgrad::for_each_op(ctgrad::all_ops{}, add_op);
  }
  if constexpr (std::is_same_v<T, double>) {
    ctgrad::for_each_op(ctgrad::special_ops{}, add_op);
    for (auto& s : corpus()) all.push_back(std::move(s));
    for (auto& s : parsed()) all.push_back(std::move(s));
  }
  return all;
}

}  // namespace printed
