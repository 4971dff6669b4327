// named_recording<Result>: a recorded program whose arguments have names.
//
//   const auto f = ctgrad::parse("(a + b*c).relu()");
//   f({{"a", 2.0}, {"b", -3.0}, {"c", 10.0}})                   // 0, also from a std::map
//   ctgrad::gradient(f)({{"a", 2.0}, {"b", 3.0}, {"c", 10.0}})["b"]
//   ctgrad::vmap(ctgrad::gradient(f))({{"a", as}, {"b", bs}, {"c", 10.0}})["b"][i]
//
// Behind it is a recording of one std::vector, the numbers in the order of the names: recorded().
// Derivatives are named recordings again, and what recordings can, they can: threads, batches.
#pragma once

#include <ctgrad/program/reading_order.hpp>
#include <ctgrad/record/record.hpp>
#include <ctgrad/text/by_name.hpp>

#include <concepts>
#include <cstddef>
#include <initializer_list>
#include <span>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

namespace ctgrad {
namespace detail {

/// A result of a recording of Numbers (std::vector<double> in a batch), with names in place of
/// positions.
template <class Number>
struct naming_results {
  const shared_names& names;

  Number operator()(Number x_) const { return x_; }
  template <class X>
    requires(!std::is_same_v<std::vector<X>, Number>)
  auto operator()(std::vector<X> list_) const {
    std::vector<decltype((*this)(std::move(list_[0])))> named;
    named.reserve(list_.size());
    for (X& entry : list_) named.push_back((*this)(std::move(entry)));
    return by_name(names, std::move(named));
  }
  template <class G>
  auto operator()(value_with_gradient<Number, G> x_) const {
    auto gradient = (*this)(std::move(x_.gradient));
    return value_with_gradient<Number, decltype(gradient)>{std::move(x_.value),
                                                           std::move(gradient)};
  }
  template <class H>
  auto operator()(value_with_hessian<Number, H> x_) const {
    auto hessian = (*this)(std::move(x_.hessian));
    return value_with_hessian<Number, decltype(hessian)>{std::move(x_.value), std::move(hessian)};
  }
  template <class G, class H>
  auto operator()(value_with_gradient_and_hessian<Number, G, H> x_) const {
    auto gradient = (*this)(std::move(x_.gradient));
    auto hessian = (*this)(std::move(x_.hessian));
    return value_with_gradient_and_hessian<Number, decltype(gradient), decltype(hessian)>{
        std::move(x_.value), std::move(gradient), std::move(hessian)};
  }
};

/// Puts what is given by name into the order of the names. Errors: [ctgrad-E63] for a name that the
/// formula does not have, or that is given twice or not at all.
template <class X>
class named_arguments {
 public:
  explicit named_arguments(const shared_names& names_in)
      : names_(names_in), values_(names_in.size()), given_(names_in.size()) {}

  void add(std::string_view name, const X& value) {
    const std::size_t i = names_.position(name);
    if (given_[i]) {
      raise("ctgrad-E63", text("the variable '", name, "' of a formula is given twice"));
    }
    values_[i] = value;
    given_[i] = true;
  }

  [[nodiscard]] std::vector<X> all() && {
    for (std::size_t i = 0; i < names_.size(); ++i) {
      if (given_[i]) continue;
      raise("ctgrad-E63", text("the variable '", names_.all()[i],
                               "' of a formula is given no value: name every variable once, "
                               "f({{\"",
                               names_.all()[i], "\", 1.0}, ...})"));
    }
    return std::move(values_);
  }

 private:
  const shared_names& names_;
  std::vector<X> values_;
  std::vector<bool> given_;
};

}  // namespace detail

/// A formula that was read at run time, or a derivative of one. Make one with parse(text). Result
/// is that of the recording behind it: a number, a std::vector for a gradient, ...
template <class Result>
class named_recording {
 public:
  using recording_type = recording<Result, std::vector<double>>;  ///< what is behind it
  using argument = std::pair<std::string_view, double>;           ///< a name and its value

  /// The names of the recorded numbers, in their order.
  named_recording(detail::shared_names names_in, recording_type recorded_in)
      : names_(std::move(names_in)), recorded_(std::move(recorded_in)) {}

  /// Its variables, in the order of first appearance or of "f(x, y) = ...".
  [[nodiscard]] const std::vector<std::string>& names() const& { return names_.all(); }
  /// Of a temporary a copy.
  [[nodiscard]] std::vector<std::string> names() && { return names_.all(); }
  /// The recording of one std::vector, the numbers in the order of names().
  [[nodiscard]] const recording_type& recorded() const& { return recorded_; }
  /// Of a temporary a copy, which shares the program.
  [[nodiscard]] recording_type recorded() && { return recorded_; }
  /// The names, shared with all results.
  [[nodiscard]] const detail::shared_names& shared_names() const { return names_; }

  /// The result for {{"x", 1.0}, {"y", 2.0}}, in any order: a number, or a by_name of them. Errors:
  /// [ctgrad-E63] for a variable that is missing, unknown or given twice.
  auto operator()(std::initializer_list<argument> arguments) const { return at(arguments); }
  /// For a std::map<std::string, double> or the like.
  template <class Map>
    requires requires(const Map& all) { all.begin()->second + 0.0; }
  auto operator()(const Map& arguments) const {
    return at(arguments);
  }
  /// For the variables of formulas: f(x = 1.0, y = 2.0).
  template <detail::fixed_string... Names, class... T>
  auto operator()(const binding<Names, T>&... bindings) const {
    return at(std::vector<argument>{{Names.view(), static_cast<double>(bindings.value)}...});
  }

 private:
  auto at(const auto& arguments) const {
    detail::named_arguments<double> list(names_);
    for (const auto& [name, value] : arguments) list.add(name, value);
    return detail::naming_results<double>{names_}(recorded_(std::move(list).all()));
  }

  detail::shared_names names_;
  recording_type recorded_;
};

namespace detail {

/// The same names for a recording that was made of another.
template <class Result>
auto with_names(const shared_names& names, recording<Result, std::vector<double>> r_) {
  return named_recording<Result>(names, std::move(r_));
}

/// The partial derivative of a program with one output by one of its inputs. Linear.
inline program<double> partial_program(const program<double>& p, std::size_t by) {
  builder<double> home;
  const auto all = replay(home, p, 0);
  const auto d = adjoints(home, all.outputs[0], {all.inputs[by]})[0];
  return in_order_of_reading(optimized(home.finish({d.at(home)}), 0));
}

}  // namespace detail

/// A partial derivative, by one variable after the other: derivative(f, "x", "y") is d²f/dxdy.
/// Linear in the length of the program for each of them. Error: [ctgrad-E63] for a name that the
/// formula does not have.
template <std::convertible_to<std::string_view>... Rest>
named_recording<double> derivative(const named_recording<double>& f, std::string_view by,
                                   const Rest&... rest) {
  auto p = detail::partial_program(f.recorded().code(), f.shared_names().position(by));
  const std::vector<double> arguments(f.names().size());
  const named_recording<double> d(f.shared_names(), {std::move(p), {arguments}, 0.0});
  if constexpr (sizeof...(Rest) == 0) {
    return d;
  } else {
    return derivative(d, rest...);
  }
}

/// All first partials: gradient(f)({{"x", 1.0}})["x"].
inline auto gradient(const named_recording<double>& f) {
  return detail::with_names(f.shared_names(), gradient(f.recorded()));
}
/// r.value, r.gradient["x"]
inline auto value_and_gradient(const named_recording<double>& f) {
  return detail::with_names(f.shared_names(), value_and_gradient(f.recorded()));
}
/// All second partials: hessian(f)({{"x", 1.0}, {"y", 2.0}})["x"]["y"].
inline auto hessian(const named_recording<double>& f) {
  return detail::with_names(f.shared_names(), hessian(f.recorded()));
}
/// r.value, r.hessian["x"]["y"]
inline auto value_and_hessian(const named_recording<double>& f) {
  return detail::with_names(f.shared_names(), value_and_hessian(f.recorded()));
}
/// r.value, r.gradient["x"], r.hessian["x"]["y"]
inline auto value_gradient_hessian(const named_recording<double>& f) {
  return detail::with_names(f.shared_names(), value_gradient_hessian(f.recorded()));
}

}  // namespace ctgrad
