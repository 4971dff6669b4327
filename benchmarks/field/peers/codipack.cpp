// CoDiPack as it is meant to be used first: RealReverse, whose tape grows by itself.
#include "codipack.hpp"

#include "../run.hpp"

namespace {

using field::kind;

template <class Workload>
auto real_for() {
  constexpr int n = Workload::inputs, m = Workload::outputs;
  if constexpr (Workload::what == kind::hessian) {
    return codi::RealReverseGen<codi::RealForwardVec<n>>();
  } else if constexpr (Workload::what == kind::jacobian) {
    return codi::RealReverseVec<m>();
  } else {
    return codi::RealReverse();
  }
}

struct engine {
  static constexpr const char* name = "codipack";
  static std::string version() { return CODI_VERSION; }

  template <class Workload>
  static constexpr const char* refusal = nullptr;

  template <class Workload>
  using evaluation = peer::recorded<Workload, decltype(real_for<Workload>())>;
};

}  // namespace

int main(int argc, char** argv) {
  return field::run<engine>(argc, argv);
}
