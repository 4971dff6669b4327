// The program; what it runs is in ceres.hpp.
#include "ceres.hpp"

#include "../run.hpp"

namespace {

using field::kind;

struct engine {
  static constexpr const char* name = "ceres";
  static std::string version() { return CERES_VERSION_STRING; }

  template <class Workload>
  static constexpr const char* refusal =
      Workload::what == kind::hessian ? "Jets of Jets do not take numbers of type double"
                                      : field::forward_refusal<Workload>;

  template <class Workload>
  using evaluation = peer::evaluation<Workload>;
};

}  // namespace

int main(int argc, char** argv) {
  return field::run<engine>(argc, argv);
}
