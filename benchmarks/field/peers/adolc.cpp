// ADOL-C, recorded anew in every evaluation, as the texts with branches of their own need it.
#include "adolc.hpp"

#include "../run.hpp"

namespace {

struct engine {
  static constexpr const char* name = "adolc";
  static std::string version() { return "2.7"; }

  template <class Workload>
  static constexpr const char* refusal = nullptr;

  template <class Workload>
  struct evaluation {
    peer::tape<Workload> recorded;

    evaluation(const Workload& f, std::span<const double>) : recorded(f) {}
    void operator()(std::span<const double> x, std::span<double> out) {
      recorded.record(x);
      recorded.derive(x, out);
    }
  };
};

}  // namespace

int main(int argc, char** argv) {
  return field::run<engine>(argc, argv);
}
