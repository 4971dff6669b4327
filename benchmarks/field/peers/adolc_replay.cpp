// ADOL-C, recorded once beforehand; what is measured runs the tape.
#include "../run.hpp"
#include "adolc.hpp"

namespace {

struct engine {
  static constexpr const char* name = "adolc_replay";
  static std::string version() { return "2.7"; }

  template <class Workload>
  static constexpr const char* refusal = nullptr;

  template <class Workload>
  struct evaluation {
    peer::tape<Workload> recorded;

    evaluation(const Workload& f, std::span<const double> x) : recorded(f) { recorded.record(x); }
    void operator()(std::span<const double> x, std::span<double> out) {
      recorded.run(x);
      recorded.derive(x, out);
    }
  };
};

}  // namespace

int main(int argc, char** argv) {
  return field::run<engine>(argc, argv);
}
