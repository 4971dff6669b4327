// FastAD: the mathematics of a workload in its expression templates, which are made once and bound
// to memory; the texts themselves, with loops over scalars, are nothing that it takes.
#include <fastad>

#include "../run.hpp"

namespace {

using field::kind;

using scalar = ad::VarView<double, ad::scl>;
using vector = ad::VarView<double, ad::vec>;

/// Room for the arguments and their adjoints, and views of parts of it.
struct room {
  field::numbers values, adjoints;
  explicit room(std::size_t count) : values(count), adjoints(count) {}
  scalar at(std::size_t i) { return {values.data() + i, adjoints.data() + i}; }
  vector part(std::size_t from, std::size_t count) {
    return {values.data() + from, adjoints.data() + from, count};
  }
};

/// The expression of a workload, for those that have one. What is used twice is a placeholder.
template <class Workload>
struct expression;

template <>
struct expression<field::exponential> {
  static auto make(const field::exponential&, room& x, room&) {
    return (x.at(0) + x.at(1) + x.at(2)) * ad::exp(x.at(0) * x.at(1) * x.at(2));
  }
};

template <>
struct expression<field::black_scholes> {
  static auto make(const field::black_scholes&, room& x, room& between) {
    const auto normal = [](const auto& y) { return 0.5 * (ad::erf(y / std::sqrt(2.0)) + 1.0); };
    auto spot = x.at(0), strike = x.at(1), rate = x.at(2), volatility = x.at(3), expiry = x.at(4);
    auto deviation = between.at(0), d1 = between.at(1), d2 = between.at(2);
    return (
        deviation = volatility * ad::sqrt(expiry),
        d1 = (ad::log(spot / strike) + (rate + 0.5 * volatility * volatility) * expiry) / deviation,
        d2 = d1 - deviation, spot * normal(d1) - strike * ad::exp(-rate * expiry) * normal(d2));
  }
};

/// A vector of one number, as tanh of a scalar does not compile.
template <>
struct expression<field::neuron> {
  static auto make(const field::neuron&, room& x, room&) {
    constexpr std::size_t width = field::neuron::width;
    const auto products = x.part(0, width) * x.part(width + 1, width);
    return ad::sum(ad::tanh(ad::sum(products) + x.part(width, 1)));
  }
};

template <std::size_t N>
struct expression<field::rosenbrock<N>> {
  static auto make(const field::rosenbrock<N>&, room& x, room& between) {
    constexpr std::size_t count = N - 1;
    auto before = x.part(0, count), after = x.part(1, count);
    auto a = between.part(0, count), b = between.part(count, count);
    return (a = after - before * before, b = 1.0 - before, ad::sum(100.0 * a * a + b * b));
  }
};

template <>
struct expression<field::log_sum_exp> {
  static auto make(const field::log_sum_exp& f, room& x, room&) {
    return ad::log(ad::sum(ad::exp(x.part(0, field::log_sum_exp::n) - f.largest))) + f.largest;
  }
};

template <class Workload>
concept in_expressions =
    requires(const Workload& f, room& x) { expression<Workload>::make(f, x, x); };

struct engine {
  static constexpr const char* name = "fastad";
  static std::string version() { return CTGRAD_PEER_VERSION; }

  template <class Workload>
  static constexpr const char* refusal =
      in_expressions<Workload> ? nullptr : "not written in its expression templates";

  template <class Workload>
  struct evaluation {
    static constexpr std::size_t n = Workload::inputs;
    room arguments, between{2 * n};
    decltype(ad::bind(expression<Workload>::make(
        std::declval<const Workload&>(), std::declval<room&>(), std::declval<room&>()))) bound;

    evaluation(const Workload& f, std::span<const double>)
        : arguments(n), bound(ad::bind(expression<Workload>::make(f, arguments, between))) {}

    void operator()(std::span<const double> x, std::span<double> out) {
      std::ranges::copy(x, arguments.values.begin());
      std::ranges::fill(arguments.adjoints, 0.0);
      std::ranges::fill(between.adjoints, 0.0);
      out[0] = ad::autodiff(bound);
      std::ranges::copy(arguments.adjoints, out.begin() + 1);
    }
  };
};

}  // namespace

int main(int argc, char** argv) {
  return field::run<engine>(argc, argv);
}
