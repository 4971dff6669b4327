// CoDiPack with what its authors offer for speed: RealReverseUnchecked, whose memory is reserved.
#include "../run.hpp"
#include "codipack.hpp"

namespace {

using field::kind;

template <class Workload>
auto real_for() {
  constexpr int n = Workload::inputs, m = Workload::outputs;
  if constexpr (Workload::what == kind::hessian) {
    return codi::RealReverseUncheckedGen<codi::RealForwardVec<n>>();
  } else if constexpr (Workload::what == kind::jacobian) {
    return codi::RealReverseUncheckedGen<double, codi::Direction<double, m>>();
  } else {
    return codi::RealReverseUnchecked();
  }
}

struct engine {
  static constexpr const char* name = "codipack_unchecked";
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
