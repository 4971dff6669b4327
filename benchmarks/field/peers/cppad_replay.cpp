// CppAD, recorded and optimised once beforehand; what is measured runs the recording.
#include "../run.hpp"
#include "cppad.hpp"

namespace {

struct engine {
  static constexpr const char* name = "cppad_replay";
  static std::string version() { return CPPAD_PACKAGE_STRING; }

  template <class Workload>
  static constexpr const char* refusal = nullptr;

  template <class Workload>
  struct evaluation {
    peer::recorded_function<Workload> recorded;

    evaluation(const Workload& f, std::span<const double> x) : recorded(f) {
      recorded.record(x);
      recorded.function.optimize();
    }
    void operator()(std::span<const double> x, std::span<double> out) { recorded.derive(x, out); }
  };
};

}  // namespace

int main(int argc, char** argv) {
  return field::run<engine>(argc, argv);
}
