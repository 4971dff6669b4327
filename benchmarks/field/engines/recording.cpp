// Recorded once and differentiated before the clock starts; the derivative is replayed.
#include <ctgrad/ctgrad.hpp>
#include <ctgrad/record/record.hpp>

#include "../run.hpp"
#include "copy.hpp"
#include "version.hpp"

namespace {

namespace cg = ctgrad;
using field::kind;

template <class Workload>
auto derivative_of(const Workload& f, std::span<const double> x) {
  const auto r = cg::record(f, field::numbers(x.begin(), x.end()));
  if constexpr (Workload::what == kind::gradient) return cg::value_and_gradient(r);
  if constexpr (Workload::what == kind::jacobian) return cg::value_and_jacobian(r);
  if constexpr (Workload::what == kind::hessian) return cg::value_gradient_hessian(r);
}

struct engine {
  static constexpr const char* name = "recording";
  static std::string version() { return field::ctgrad_version(); }
  template <class Workload>
  static constexpr const char* refusal = nullptr;

  template <class Workload>
  struct evaluation {
    decltype(derivative_of(std::declval<const Workload&>(), {})) derivative;

    evaluation(const Workload& f, std::span<const double> x) : derivative(derivative_of(f, x)) {}
    void operator()(std::span<const double> x, std::span<double> out) const {
      field::copy<Workload>(derivative(x), out);
    }
  };
};

}  // namespace

int main(int argc, char** argv) {
  return field::run<engine>(argc, argv);
}
