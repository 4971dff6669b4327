// The text on Values: recorded anew for every evaluation, on a tape that is warm.
#include <ctgrad/ctgrad.hpp>

#include "../run.hpp"
#include "copy.hpp"
#include "recorded.hpp"
#include "version.hpp"

namespace {

namespace cg = ctgrad;
using field::kind;

struct engine {
  static constexpr const char* name = "Value";
  static std::string version() { return field::ctgrad_version(); }
  template <class Workload>
  static constexpr const char* refusal = nullptr;

  template <class Workload>
  struct evaluation {
    const Workload& f;

    evaluation(const Workload& f_in, std::span<const double>) : f(f_in) {}
    void operator()(std::span<const double> x, std::span<double> out) const {
      if constexpr (Workload::what == kind::gradient) {
        field::recorded_gradient(f, x, out);
      } else {
        const auto point = field::array_of<Workload::inputs>(x);
        if constexpr (Workload::what == kind::jacobian) {
          field::copy<Workload>(cg::value_and_jacobian(cg::dynamic(f))(point), out);
        } else {
          field::copy<Workload>(cg::value_gradient_hessian(cg::dynamic(f))(point), out);
        }
      }
    }
  };
};

}  // namespace

int main(int argc, char** argv) {
  return field::run<engine>(argc, argv);
}
