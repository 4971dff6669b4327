// The program; what it runs is in sacado_rad.hpp.
#include "sacado_rad.hpp"

#include "../run.hpp"

namespace {

using field::kind;

struct engine {
  static constexpr const char* name = "sacado_rad";
  static std::string version() { return "Trilinos " TRILINOS_VERSION_STRING; }

  template <class Workload>
  static constexpr const char* refusal = nullptr;

  template <class Workload>
  using evaluation = peer::evaluation<Workload>;
};

}  // namespace

int main(int argc, char** argv) {
  return field::run<engine>(argc, argv);
}
