// The program; what it runs is in xad.hpp.
#include "xad.hpp"

#include "../run.hpp"

namespace {

using field::kind;

struct engine {
  static constexpr const char* name = "xad";
  static std::string version() { return XAD_VERSION_STRING; }

  template <class Workload>
  static constexpr const char* refusal = nullptr;

  template <class Workload>
  using evaluation = peer::evaluation<Workload>;
};

}  // namespace

int main(int argc, char** argv) {
  return field::run<engine>(argc, argv);
}
