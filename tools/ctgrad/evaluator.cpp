#include "evaluator.hpp"

#include <ctgrad/batch/batch.hpp>

#include <utility>

namespace command {

evaluator::evaluator(const formula& f, bool gradient) {
  if (gradient) {
    compute_ = [g_ = ctgrad::value_and_gradient(f.recorded())](const numbers& in_, numbers& out_) {
      auto all = ctgrad::vmap(g_)(in_);
      out_ = std::move(all.gradient);
      out_.insert(out_.begin(), std::move(all.value));
    };
  } else {
    compute_ = [f_ = f.recorded()](const numbers& in_, numbers& out_) {
      out_ = {ctgrad::vmap(f_)(in_)};
    };
  }
}

const std::vector<const double*>& evaluator::operator()(const numbers& columns) {
  compute_(columns, results_);
  pointers_.clear();
  for (const auto& column : results_) pointers_.push_back(column.data());
  return pointers_;
}

}  // namespace command
