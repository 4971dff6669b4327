// The text in doubles: the value alone.
#include "../run.hpp"

namespace {

struct engine {
  static constexpr const char* name = "value";
  static constexpr bool values_only = true;
  static std::string version() { return "this repository"; }
  template <class Workload>
  static constexpr const char* refusal = nullptr;

  template <class Workload>
  struct evaluation {
    const Workload& f;
    evaluation(const Workload& f_in, std::span<const double>) : f(f_in) {}
    void operator()(std::span<const double> x, std::span<double> out) const {
      if constexpr (Workload::outputs == 1) {
        out[0] = f(x);
      } else {
        std::ranges::copy(f(x), out.begin());
      }
    }
  };
};

}  // namespace

int main(int argc, char** argv) {
  return field::run<engine>(argc, argv);
}
