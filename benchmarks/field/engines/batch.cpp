// Batches: one function at 1,024 points in SIMD lanes (the table has the time of a point), and the
// networks with their hundred points as the batch. Recordings are made before the clock starts.
#include <ctgrad/batch/batch.hpp>
#include <ctgrad/ctgrad.hpp>

#include "../run.hpp"
#include "version.hpp"

namespace {

namespace cg = ctgrad;
using field::kind;

template <class F>
constexpr auto derivative_of(const F& f, std::integral_constant<kind, kind::gradient>) {
  return cg::value_and_gradient(f);
}
template <class F>
constexpr auto derivative_of(const F& f, std::integral_constant<kind, kind::jacobian>) {
  return cg::value_and_jacobian(f);
}
template <class F>
constexpr auto derivative_of(const F& f, std::integral_constant<kind, kind::hessian>) {
  return cg::value_gradient_hessian(f);
}

/// Compiled, or recorded where there is data.
template <class Workload>
auto prepared_derivative(const Workload& f) {
  constexpr std::integral_constant<kind, Workload::what> what;
  if constexpr (std::is_empty_v<Workload>) {
    return derivative_of(f, what);
  } else {
    return derivative_of(cg::record(f, field::array_of<Workload::inputs>(Workload::point())), what);
  }
}

template <class Workload>
struct many_points {
  static constexpr std::size_t points = 1024;
  decltype(prepared_derivative(std::declval<const Workload&>())) derivative;

  many_points(const Workload& f, std::span<const double>) : derivative(prepared_derivative(f)) {}
  void operator()(std::span<const double> x, std::span<double> out) const {
    std::array<std::span<const double>, Workload::inputs> columns;
    for (std::size_t i = 0; i < columns.size(); ++i) columns[i] = x.subspan(i * points, points);
    [&]<std::size_t... K>(std::index_sequence<K...>) {
      cg::vmap(derivative).into(out.subspan(K * points, points)...)(columns);
    }(std::make_index_sequence<field::results<Workload>()>{});
  }
};

/// The term of one point by the parameters, recorded.
template <field::bend Bend>
auto recorded_term(const field::numbers& w) {
  const auto term = [](const auto& parameters, const auto& x, const auto& label) {
    return field::network<Bend>::template term<field::element<decltype(parameters)>>(parameters, x,
                                                                                     label);
  };
  return cg::value_and_gradient<cg::wrt<0>>(cg::record(term, w, std::array{1.0, 1.0}, 1.0));
}

template <class Workload>
struct inner_points;

template <field::bend Bend>
struct inner_points<field::network<Bend>> {
  using network = field::network<Bend>;
  decltype(recorded_term<Bend>({})) derivative;
  field::numbers x, y, labels;

  inner_points(const network& f, std::span<const double> w)
      : derivative(recorded_term<Bend>(field::numbers(w.begin(), w.end()))),
        labels(f.moons.labels.begin(), f.moons.labels.end()) {
    for (const auto& point : f.moons.points) {
      x.push_back(point[0]);
      y.push_back(point[1]);
    }
  }
  void operator()(std::span<const double> w, std::span<double> out) const {
    const auto sum = cg::vsum(derivative)(w, std::array{std::span(x), std::span(y)}, labels);
    out[0] = sum.value * network::share + network::template rest<double>(w);
    for (std::size_t i = 0; i < w.size(); ++i) {
      out[1 + i] = sum.gradient[i] * network::share + 2 * network::decay * w[i];
    }
  }
};

template <class Workload>
inline constexpr bool is_network = false;
template <field::bend Bend>
inline constexpr bool is_network<field::network<Bend>> = true;

struct engine {
  static constexpr const char* name = "batch";
  static std::string version() { return field::ctgrad_version(); }
  template <class Workload>
  static constexpr bool is_small = Workload::operations <= 2000 && Workload::inputs <= 21;
  template <class Workload>
  static constexpr const char* refusal =
      is_network<Workload> || is_small<Workload> ? nullptr : "not a small function at many points";
  template <class Workload>
  static constexpr std::size_t points = is_small<Workload> ? 1024 : 1;
  template <class Workload>
  using evaluation =
      std::conditional_t<is_network<Workload>, inner_points<Workload>, many_points<Workload>>;
};

}  // namespace

int main(int argc, char** argv) {
  return field::run<engine>(argc, argv);
}
