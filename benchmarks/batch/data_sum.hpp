#pragma once

#include "workload.hpp"

namespace batch_workloads {

/// One term with its gradient by the parameters, recorded.
template <class Text>
auto recorded(const Text& text, const numbers& w, const numbers& x) {
  return cg::value_and_gradient<cg::wrt<0>>(cg::record(text, w, x));
}

/// The sum of a function over data, and its gradient by the parameters. A Text has
///   point(), data()      the parameters and the columns of the data
///   operator()(w, x)     the term of one point x: a template on the scalars
///   rest(w)              what is added once
///   add_rest(w, out)     the same with its gradient, by hand
///   by_hand(w, X, out)   the value and the gradient of the sum
template <class Text>
class data_sum {
 public:
  explicit data_sum(Text text_in = {}) : text_(std::move(text_in)) {}

  [[nodiscard]] std::string name() const { return text_.name(); }
  [[nodiscard]] std::size_t results() const { return 1 + w_.size(); }
  [[nodiscard]] std::size_t points() const { return columns_[0].size(); }
  [[nodiscard]] double tolerance() const { return 1e-11; }

  void by_hand(std::span<double> out) const {
    text_.by_hand(w_, columns_, out);
    text_.add_rest(w_, out);
  }

  void in_batch(std::span<double> out, const auto&... policy) const {
    const auto sum = cg::vsum(policy..., derivative_)(w_, columns_);
    out[0] = sum.value;
    for (std::size_t i = 0; i < w_.size(); ++i) out[1 + i] = sum.gradient[i];
    text_.add_rest(w_, out);
  }

  void on_values(std::span<double> out) const {
    static std::vector<cg::Value> w;
    const cg::scope recording;
    w.resize(w_.size());
    for (std::size_t i = 0; i < w.size(); ++i) w[i] = cg::Value{w_[i]};
    const std::span<const cg::Value> parameters(w);
    cg::Value y = text_.rest(parameters);
    for (const numbers& x : rows_) y += text_(parameters, x);
    y.backward();
    out[0] = y.data();
    for (std::size_t i = 0; i < w.size(); ++i) out[1 + i] = w[i].grad();
  }

 private:
  static std::vector<numbers> transposed(const columns& x) {
    std::vector<numbers> rows(x[0].size(), numbers(x.size()));
    for (std::size_t i = 0; i < rows.size(); ++i) {
      for (std::size_t j = 0; j < x.size(); ++j) rows[i][j] = x[j][i];
    }
    return rows;
  }

  Text text_;  // the order of these is that in which they are made
  numbers w_ = text_.point();
  columns columns_ = text_.data();
  std::vector<numbers> rows_ = transposed(columns_);
  decltype(recorded(std::declval<Text>(), numbers{}, numbers{})) derivative_ =
      recorded(text_, w_, rows_[0]);
};

}  // namespace batch_workloads
