// The program; what it runs is in codipack_forward.hpp.
#include "codipack_forward.hpp"

#include "../run.hpp"

namespace {

using field::kind;

struct engine {
  static constexpr const char* name = "codipack_forward";
  static std::string version() { return CODI_VERSION; }

  template <class Workload>
  static constexpr const char* refusal = field::forward_refusal<Workload>;

  template <class Workload>
  using evaluation = peer::evaluation<Workload>;
};

}  // namespace

int main(int argc, char** argv) {
  return field::run<engine>(argc, argv);
}
