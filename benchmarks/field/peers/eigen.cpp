// The program; what it runs is in eigen.hpp.
#include "eigen.hpp"

#include "../run.hpp"

namespace {

struct engine {
  static constexpr const char* name = "eigen";
  static std::string version() {
    return std::to_string(EIGEN_WORLD_VERSION) + '.' + std::to_string(EIGEN_MAJOR_VERSION) + '.' +
           std::to_string(EIGEN_MINOR_VERSION);
  }

  template <class Workload>
  static constexpr const char* refusal = field::forward_refusal<Workload>;

  template <class Workload>
  using evaluation = peer::evaluation<Workload>;
};

}  // namespace

int main(int argc, char** argv) {
  return field::run<engine>(argc, argv);
}
