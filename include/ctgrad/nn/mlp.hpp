// mlp: a multi-layer perceptron, layers one behind the other.
#pragma once

#include <ctgrad/nn/layer.hpp>

#include <algorithm>
#include <cstddef>
#include <initializer_list>
#include <random>
#include <ranges>
#include <span>
#include <string>
#include <vector>

namespace ctgrad::nn {

/// A network made from its sizes, with one activation for each layer behind the input:
///
///   std::mt19937_64 engine(42);   // the same seed gives the same network everywhere
///   ctgrad::nn::mlp net({2, 16, 16, 1}, {activation::relu, activation::relu, activation::linear},
///                       engine);
///   Value score = net({0.5, -1.0})[0];
///
/// Parameters are variables of the scope in which the network is made, so they survive the scopes
/// of a training loop. The network can be moved but not copied.
class mlp {
 public:
  /// Errors: E26 unless there are two sizes or more, none of them 0, and one activation less.
  mlp(const std::vector<std::size_t>& sizes_, const std::vector<activation>& activations_,
      std::mt19937_64& engine_, initial rule_ = initial::automatic) {
    require_match(sizes_, activations_);
    for (std::size_t i = 0; i < activations_.size(); ++i) {
      layers_.emplace_back(sizes_[i], sizes_[i + 1], activations_[i], engine_, rule_);
    }
    shape_ = shape_text(sizes_, activations_);
  }
  /// May be moved, and parameters keep their addresses then.
  mlp(mlp&&) noexcept = default;
  /// May be moved, and parameters keep their addresses then.
  mlp& operator=(mlp&&) noexcept = default;

  /// The outputs for a range of numbers or Values. One call records two results for each neuron,
  /// its sum and its activation, and 16 to 32 bytes for each weight. Errors: E27 when the number of
  /// inputs is not sizes[0].
  template <std::ranges::input_range R>
    requires operand<std::ranges::range_value_t<R>>
  [[nodiscard]] std::vector<Value> operator()(const R& inputs) const {
    std::vector<Value> signal(std::ranges::begin(inputs), std::ranges::end(inputs));
    for (const layer& l : layers_) signal = l(signal);
    return signal;
  }
  /// The outputs for numbers in braces: net({0.5, -1.0}).
  [[nodiscard]] std::vector<Value> operator()(std::initializer_list<double> inputs) const {
    return (*this)(std::span(inputs.begin(), inputs.size()));
  }

  /// The outputs for other parameters, numbers of any kind in the order of parameters(): what
  /// record(f, ...) and vmean(g) (batch/) need for training by batches.
  ///
  ///   const auto loss = [&](const auto& w, const auto& x, const auto& label) {
  ///     return max_margin(net.with(w, x)[0], label);
  ///   };
  ///   const auto r = ctgrad::record(loss, values_of(net), std::array{0.0, 0.0}, 1.0);
  ///   const auto g = ctgrad::vmean(ctgrad::value_and_gradient<ctgrad::wrt<0>>(r));
  ///   optimizer.step(g(values_of(net), std::array{x0, x1}, labels).gradient);
  ///
  /// Errors: E27 for another number of parameters or inputs.
  template <std::ranges::contiguous_range W, std::ranges::input_range R>
  [[nodiscard]] auto with(const W& parameters, const R& inputs) const {
    using T = std::ranges::range_value_t<W>;
    require_parameters(std::ranges::size(parameters));
    std::vector<T> signal(std::ranges::begin(inputs), std::ranges::end(inputs));
    std::span<const T> rest(parameters);
    for (const layer& l : layers_) {
      signal = l.with(rest.first(l.size()), std::span<const T>(signal));
      rest = rest.subspan(l.size());
    }
    return signal;
  }

  /// Pointers to all parameters, layer by layer. They stay valid as long as the network lives, also
  /// when it is moved. The list is made anew by every call: take it once.
  [[nodiscard]] std::vector<Value*> parameters() {
    std::vector<Value*> result;
    for (layer& l : layers_) {
      const auto those = l.parameters();
      result.insert(result.end(), those.begin(), those.end());
    }
    return result;
  }

  /// "mlp 2-16-16-1 relu relu linear": the sizes, and the activations of the layers.
  [[nodiscard]] const std::string& shape() const { return shape_; }

  /// Sets the gradients of all parameters to 0: gradients add up over calls of backward().
  void zero_grad() {
    for (const Value* p : parameters()) p->zero_grad();
  }

 private:
  void require_parameters(std::size_t given) const {
    std::size_t size = 0;
    for (const layer& l : layers_) size += l.size();
    if (given == size) return;
    detail::raise("ctgrad-E27", detail::text("this mlp has ", std::to_string(size),
                                             " parameters and is given ", std::to_string(given)));
  }

  static void require_match(const std::vector<std::size_t>& sizes,
                            const std::vector<activation>& activations) {
    if (sizes.size() < 2 || std::ranges::count(sizes, std::size_t{0}) != 0) {
      detail::raise(
          "ctgrad-E26",
          "an mlp needs the sizes of its input and of every layer behind it, each at least "
          "1: mlp({2, 16, 1}, {activation::relu, activation::linear}, engine)");
    }
    if (activations.size() != sizes.size() - 1) {
      detail::raise("ctgrad-E26",
                    detail::text("an mlp of ", std::to_string(sizes.size()), " sizes needs ",
                                 std::to_string(sizes.size() - 1),
                                 " activations, one for each layer behind the input, and is given ",
                                 std::to_string(activations.size())));
    }
  }

  static std::string shape_text(const std::vector<std::size_t>& sizes,
                                const std::vector<activation>& activations) {
    std::string result = "mlp ";
    for (const std::size_t n : sizes) result.append(std::to_string(n)).push_back('-');
    result.pop_back();
    for (const activation how : activations) result.append(" ").append(name_of(how));
    return result;
  }

  std::vector<layer> layers_;
  std::string shape_;
};

}  // namespace ctgrad::nn
