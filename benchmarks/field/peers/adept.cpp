// The program; what it runs is in adept.hpp.
#include "adept.hpp"

#include "../run.hpp"

#include <adept_source.h>

namespace {

using field::kind;

struct engine {
  static constexpr const char* name = "adept";
  static std::string version() { return ADEPT_VERSION_STR; }

  template <class Workload>
  static constexpr const char* refusal =
      Workload::what == kind::hessian ? "no second derivatives" : nullptr;

  template <class Workload>
  using evaluation = peer::evaluation<Workload>;
};

}  // namespace

int main(int argc, char** argv) {
  return field::run<engine>(argc, argv);
}
