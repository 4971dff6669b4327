// ctgrad at compile time: straight-line code, for what is short enough to be unrolled.
#include <ctgrad/ctgrad.hpp>

#include "../run.hpp"
#include "copy.hpp"
#include "version.hpp"

namespace {

namespace cg = ctgrad;
using field::kind;

struct engine {
  static constexpr const char* name = "static";
  static std::string version() { return field::ctgrad_version(); }

  template <class Workload>
  static constexpr const char* refusal =
      !std::is_empty_v<Workload>   ? "its data is known at run time only"
      : Workload::operations > 700 ? "a derivative of more than 2,000 instructions is not unrolled"
                                   : nullptr;

  template <class Workload>
  struct evaluation {
    evaluation(const Workload&, std::span<const double>) {}
    void operator()(std::span<const double> x, std::span<double> out) const {
      field::copy<Workload>(derivative()(field::array_of<Workload::inputs>(x)), out);
    }
    static constexpr auto derivative() {
      if constexpr (Workload::what == kind::gradient) return cg::value_and_gradient(Workload{});
      if constexpr (Workload::what == kind::jacobian) return cg::value_and_jacobian(Workload{});
      if constexpr (Workload::what == kind::hessian) return cg::value_gradient_hessian(Workload{});
    }
  };
};

}  // namespace

int main(int argc, char** argv) {
  return field::run<engine>(argc, argv);
}
