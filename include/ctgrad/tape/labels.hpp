// The names that users gave to recorded Values.
#pragma once

#include <ctgrad/tape/edges.hpp>

#include <algorithm>
#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace ctgrad::detail {

/// Texts given to positions.
class labels {
  /// Where the label of a position is, or would be.
  [[nodiscard]] auto place_of(position at) const {
    return std::lower_bound(all_.begin(), all_.end(), at,
                            [](const auto& known_, position p_) { return known_.first < p_; });
  }

 public:
  void set(position at, std::string text) {
    const auto place = place_of(at);
    if (place != all_.end() && place->first == at) {
      all_[std::size_t(place - all_.begin())].second = std::move(text);
    } else {
      all_.insert(place, {at, std::move(text)});
    }
  }
  /// Empty if there is none.
  [[nodiscard]] std::string_view at(position at) const {
    const auto place = place_of(at);
    return place != all_.end() && place->first == at ? place->second : std::string_view{};
  }
  void forget_from(std::size_t at) {
    while (!all_.empty() && all_.back().first >= at) all_.pop_back();
  }

 private:
  std::vector<std::pair<position, std::string>> all_;  // ascending
};

}  // namespace ctgrad::detail
