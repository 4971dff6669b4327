// The program; what it runs is in autodiff_dual.hpp.
#include "autodiff_dual.hpp"

#include "../run.hpp"

namespace {

using field::kind;

struct engine {
  static constexpr const char* name = "autodiff_dual";
  static std::string version() { return CTGRAD_PEER_VERSION; }

  template <class Workload>
  static constexpr const char* refusal =
      Workload::inputs > 400 ? "forward mode takes inputs times operations here" : nullptr;

  template <class Workload>
  using evaluation = peer::evaluation<Workload>;
};

}  // namespace

int main(int argc, char** argv) {
  return field::run<engine>(argc, argv);
}
