// PyTorch in C++ (libtorch): the mathematics of a workload as operations on tensors of doubles,
// which is how it is used, on one thread. Only what is an operation on many numbers is taken.
#include "../run.hpp"

#include <torch/torch.h>

namespace {

using field::kind;
using torch::Tensor;
constexpr auto numbers = torch::kFloat64;

/// The text of a workload in tensors, for those that have one.
template <class Workload>
struct tensors;

template <std::size_t N>
struct tensors<field::rosenbrock<N>> {
  explicit tensors(const field::rosenbrock<N>&) {}

  Tensor operator()(const Tensor& x) const {
    const auto count = static_cast<std::int64_t>(N) - 1;
    const Tensor before = x.narrow(0, 0, count), after = x.narrow(0, 1, count);
    const Tensor a = after - before * before, b = 1.0 - before;
    return (100.0 * a * a + b * b).sum();
  }
};

template <>
struct tensors<field::log_sum_exp> {
  explicit tensors(const field::log_sum_exp&) {}
  Tensor operator()(const Tensor& x) const { return x.logsumexp(0); }
};

template <>
struct tensors<field::product> {
  static constexpr std::int64_t n = field::product::n;
  explicit tensors(const field::product&) {}
  Tensor operator()(const Tensor& x) const {
    const Tensor both = x.view({2, n, n});
    return both[0].mm(both[1]).trace();
  }
};

template <>
struct tensors<field::neuron> {
  static constexpr std::int64_t width = field::neuron::width;
  explicit tensors(const field::neuron&) {}
  Tensor operator()(const Tensor& x) const {
    return (x.narrow(0, 0, width).dot(x.narrow(0, width + 1, width)) + x[width]).tanh();
  }
};

/// All points at once: a layer is a product of matrices.
template <field::bend Bend>
struct tensors<field::network<Bend>> {
  using network = field::network<Bend>;
  static constexpr std::int64_t width = network::width, points = field::two_moons::count;
  Tensor positions = torch::empty({points, 2}, numbers), labels = torch::empty({points}, numbers);

  explicit tensors(const network& f) {
    for (std::int64_t k = 0; k < points; ++k) {
      const auto at = static_cast<std::size_t>(k);
      labels[k] = f.moons.labels[at];
      for (std::int64_t i = 0; i < 2; ++i) {
        positions[k][i] = f.moons.points[at][static_cast<std::size_t>(i)];
      }
    }
  }

  Tensor operator()(const Tensor& w) const {
    const Tensor first = bent(layer(w, 0, width, 2, positions));
    const Tensor second = bent(layer(w, 3 * width, width, width, first));
    const Tensor scores = layer(w, 3 * width + width * (width + 1), 1, width, second).squeeze(1);
    return (1.0 - labels * scores).relu().mean() + network::decay * w.square().sum();
  }

  /// The weights of a neuron stand before its bias.
  static Tensor layer(const Tensor& w, std::int64_t from, std::int64_t outputs, std::int64_t inputs,
                      const Tensor& x) {
    const Tensor all = w.narrow(0, from, outputs * (inputs + 1)).view({outputs, inputs + 1});
    return torch::addmm(all.select(1, inputs), x, all.narrow(1, 0, inputs).t());
  }

  static Tensor bent(const Tensor& x) { return Bend == field::bend::relu ? x.relu() : x.tanh(); }
};

template <class Workload>
concept in_tensors = requires(const Workload& f) { tensors<Workload>(f); };

struct engine {
  static constexpr const char* name = "torch";
  static std::string version() { return TORCH_VERSION; }

  template <class Workload>
  static constexpr const char* refusal =
      in_tensors<Workload> ? nullptr : "scalars, for which tensors are not made";

  template <class Workload>
  struct evaluation {
    static constexpr auto n = static_cast<std::int64_t>(Workload::inputs);
    tensors<Workload> text;

    evaluation(const Workload& f, std::span<const double>) : text(f) {}

    void operator()(std::span<const double> x, std::span<double> out) const {
      const Tensor arguments =
          torch::from_blob(const_cast<double*>(x.data()), {n}, numbers).requires_grad_();
      const Tensor y = text(arguments);
      const Tensor slopes = torch::autograd::grad({y}, {arguments})[0];
      out[0] = y.item<double>();
      std::copy_n(slopes.data_ptr<double>(), n, out.begin() + 1);
    }
  };
};

}  // namespace

int main(int argc, char** argv) {
  torch::set_num_threads(1);
  return field::run<engine>(argc, argv);
}
