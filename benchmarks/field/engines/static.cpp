// ctgrad at compile time: straight-line code, for what is short enough to be unrolled.
#include <ctgrad/ctgrad.hpp>

#include "../run.hpp"
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
    static constexpr std::size_t n = Workload::inputs;

    evaluation(const Workload&, std::span<const double>) {}
    void operator()(std::span<const double> x, std::span<double> out) const {
      const auto point = field::array_of<n>(x);
      if constexpr (Workload::what == kind::gradient) {
        constexpr auto f = cg::value_and_gradient(Workload{});
        const auto y = f(point);
        out[0] = y.value;
        std::copy_n(y.gradient.begin(), n, out.begin() + 1);
      } else if constexpr (Workload::what == kind::jacobian) {
        constexpr auto f = cg::value_and_jacobian(Workload{});
        const auto y = f(point);
        std::ranges::copy(y.value, out.begin());
        copy_rows(y.jacobian, out.subspan(Workload::outputs));
      } else {
        constexpr auto f = cg::value_gradient_hessian(Workload{});
        const auto y = f(point);
        out[0] = y.value;
        std::copy_n(y.gradient.begin(), n, out.begin() + 1);
        copy_rows(y.hessian, out.subspan(1 + n));
      }
    }

    static void copy_rows(const auto& rows, std::span<double> out) {
      for (std::size_t i = 0; i < rows.size(); ++i) {
        std::copy_n(rows[i].begin(), n, out.data() + i * n);
      }
    }
  };
};

}  // namespace

int main(int argc, char** argv) {
  return field::run<engine>(argc, argv);
}
