// Formulas that were read at run time, at many points.
//
//   const auto g = ctgrad::vmap(ctgrad::value_and_gradient(ctgrad::parse("a*exp(-b)")));
//   const auto r = g({{"a", as}, {"b", 0.5}});     // as: std::vector<double>
//   r.value[i], r.gradient["a"][i]
#pragma once

#include <ctgrad/batch/batch.hpp>
#include <ctgrad/text/named_recording.hpp>

#include <algorithm>
#include <cstddef>
#include <initializer_list>
#include <string_view>
#include <utility>
#include <vector>

namespace ctgrad {

/// What a variable is in a batch: a number for each point (refers to them), or one for all.
class numbers_or_one {
 public:
  numbers_or_one() = default;
  // NOLINTNEXTLINE(google-explicit-constructor): {{"a", as}, {"b", 0.5}}
  numbers_or_one(double number_in) : number_(number_in) {}
  /// From a std::vector<double>, std::span<const double> or the like.
  template <class Numbers>
    requires requires(const Numbers& x) {
      static_cast<const double*>(x.data());
      x.size();
    }
  // NOLINTNEXTLINE(google-explicit-constructor)
  numbers_or_one(const Numbers& numbers_in)
      : varies_(true), points_(numbers_in.size()), numbers_(numbers_in.data()) {}

  /// Is there a number for each point?
  [[nodiscard]] bool varies() const { return varies_; }
  /// How many there are.
  [[nodiscard]] std::size_t size() const { return points_; }
  /// The numbers of the points.
  [[nodiscard]] const double* data() const { return numbers_; }
  /// The one for all.
  [[nodiscard]] double number() const { return number_; }

 private:
  bool varies_ = false;
  std::size_t points_ = 0;
  const double* numbers_ = nullptr;
  double number_ = 0;
};

/// What vmap of a formula is: called like the formula, with a std::vector where a number varies.
template <class Result, class Batch>
class named_batch {
 public:
  using argument = std::pair<std::string_view, numbers_or_one>;  ///< a name and its numbers

  /// From the names of a formula and vmap of its recording.
  named_batch(detail::shared_names names_in, Batch batch_in)
      : names_(std::move(names_in)), batch_(std::move(batch_in)) {}

  /// The results, with a std::vector in place of every number. Errors: [ctgrad-E63] for a variable
  /// that is missing, unknown or given twice, E57 for vectors of different lengths, E58 if nothing
  /// varies.
  auto operator()(std::initializer_list<argument> arguments) const { return at(arguments); }
  /// For a std::map<std::string, std::vector<double>> or the like.
  template <class Map>
    requires requires(const Map& all) { numbers_or_one(all.begin()->second); }
  auto operator()(const Map& arguments) const {
    return at(arguments);
  }

 private:
  auto at(const auto& arguments) const {
    detail::named_arguments<numbers_or_one> list(names_);
    for (const auto& [name, value] : arguments) list.add(name, value);
    const auto columns = std::move(list).all();
    const auto varies = [](const numbers_or_one& x_) { return x_.varies(); };
    if (std::none_of(columns.begin(), columns.end(), varies)) {
      detail::raise("ctgrad-E58",
                    "nothing varies in this batch of a formula: give a std::vector to one of its "
                    "variables at least");
    }
    return detail::naming_results<std::vector<double>>{names_}(batch_(columns));
  }

  detail::shared_names names_;
  Batch batch_;
};

/// A formula, or a derivative of one, at many points: see batch/vmap.hpp.
template <class Result>
auto vmap(const named_recording<Result>& f) {
  return named_batch<Result, decltype(vmap(f.recorded()))>(f.shared_names(), vmap(f.recorded()));
}
/// The same by threads: vmap(std::execution::par, f).
template <class Policy, class Result>
auto vmap(const Policy& policy, const named_recording<Result>& f) {
  return named_batch<Result, decltype(vmap(policy, f.recorded()))>(f.shared_names(),
                                                                   vmap(policy, f.recorded()));
}

}  // namespace ctgrad
