// Numbers that are called by the names of a formula's variables.
#pragma once

#include <ctgrad/detail/error.hpp>
#include <ctgrad/detail/text.hpp>
#include <ctgrad/text/names.hpp>

#include <algorithm>
#include <cstddef>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace ctgrad {
namespace detail {

/// Names that many objects share; found in constant time. They never change.
class shared_names {
 public:
  explicit shared_names(std::vector<std::string> names_in)
      : state_(std::make_shared<const state>(std::move(names_in))) {}

  [[nodiscard]] const std::vector<std::string>& all() const { return state_->names; }
  [[nodiscard]] std::size_t size() const { return all().size(); }
  /// Errors: [ctgrad-E63], which lists the names that there are.
  [[nodiscard]] std::size_t position(std::string_view name) const {
    const std::size_t found = state_->index.find(name);
    if (found == name_index::none) refuse(name);
    return found;
  }

 private:
  struct state {
    std::vector<std::string> names;
    name_index index;  // refers to the names
    explicit state(std::vector<std::string> names_in) : names(std::move(names_in)) {
      for (const auto& name : names) index.add(name);
    }
    state(const state&) = delete;
    state& operator=(const state&) = delete;
  };

  [[noreturn]] void refuse(std::string_view name) const {
    constexpr std::size_t shown = 20;
    std::string known;
    for (std::size_t i = 0; i < std::min(size(), shown); ++i) {
      known += text(i == 0 ? "" : ", ", all()[i]);
    }
    raise("ctgrad-E63", text("the formula has no variable '", name, "'; it has ",
                             size() == 0 ? "none" : known, size() > shown ? ", ..." : ""));
  }

  std::shared_ptr<const state> state_;
};

}  // namespace detail

/// One T for each variable of a formula: g["x"], h["x"]["y"].
template <class T>
class by_name {
 public:
  /// In the order of the names.
  by_name(detail::shared_names names_in, std::vector<T> values_in)
      : names_(std::move(names_in)), values_(std::move(values_in)) {}

  /// Constant time. Error: [ctgrad-E63] for a name that the formula does not have.
  [[nodiscard]] const T& operator[](std::string_view name) const& {
    return values_[names_.position(name)];
  }
  /// Of a temporary a copy, so that g(x)["a"] may be kept or gone through.
  [[nodiscard]] T operator[](std::string_view name) && {
    return std::move(values_[names_.position(name)]);
  }
  /// The names, in the order of the formula.
  [[nodiscard]] const std::vector<std::string>& names() const& { return names_.all(); }
  /// Of a temporary a copy.
  [[nodiscard]] std::vector<std::string> names() && { return names_.all(); }
  /// In the order of names().
  [[nodiscard]] const std::vector<T>& values() const& { return values_; }
  /// Of a temporary its own.
  [[nodiscard]] std::vector<T> values() && { return std::move(values_); }

 private:
  detail::shared_names names_;
  std::vector<T> values_;
};

}  // namespace ctgrad
