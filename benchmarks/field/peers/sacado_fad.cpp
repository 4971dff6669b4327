// The program; what it runs is in sacado_fad.hpp.
#include "sacado_fad.hpp"

#include "../run.hpp"

namespace {

using field::kind;

struct engine {
  static constexpr const char* name = "sacado_fad";
  static std::string version() { return "Trilinos " TRILINOS_VERSION_STRING; }

  template <class Workload>
  static constexpr const char* refusal = field::forward_refusal<Workload>;

  template <class Workload>
  using evaluation = peer::evaluation<Workload>;
};

}  // namespace

int main(int argc, char** argv) {
  return field::run<engine>(argc, argv);
}
