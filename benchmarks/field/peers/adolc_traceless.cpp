// The program; what it runs is in adolc_traceless.hpp.
#include "adolc_traceless.hpp"

#include "../run.hpp"

namespace {

using field::kind;

struct engine {
  static constexpr const char* name = "adolc_traceless";
  static std::string version() { return "2.7"; }

  template <class Workload>
  static constexpr const char* refusal =
      Workload::what == kind::hessian ? "its numbers have no second derivatives"
                                      : field::forward_refusal<Workload>;

  template <class Workload>
  using evaluation = peer::evaluation<Workload>;
};

}  // namespace

int main(int argc, char** argv) {
  return field::run<engine>(argc, argv);
}
