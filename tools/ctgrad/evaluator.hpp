// A formula at many points, by the batch engine. Its header takes long to compile, so it has a
// source of its own.
#pragma once

#include <functional>
#include <vector>

#include "formula.hpp"

namespace command {

/// Value, and gradient if it is wanted, at the points whose numbers stand in columns.
class evaluator {
 public:
  evaluator(const formula& f, bool gradient);

  /// A pointer to as many numbers as there are points, for each result; valid until the next call.
  /// Before: the columns have one length, one for each variable.
  const std::vector<const double*>& operator()(const std::vector<std::vector<double>>& columns);

 private:
  using numbers = std::vector<std::vector<double>>;
  std::function<void(const numbers& columns, numbers& results)> compute_;
  numbers results_;
  std::vector<const double*> pointers_;
};

}  // namespace command
