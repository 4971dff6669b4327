// The program; what it runs is in boost.hpp.
#include "boost.hpp"

#include "../run.hpp"

namespace {

using field::kind;

struct engine {
  static constexpr const char* name = "boost";
  static std::string version() {
    return std::to_string(BOOST_VERSION / 100'000) + '.' +
           std::to_string(BOOST_VERSION / 100 % 1000);
  }

  template <class Workload>
  static constexpr const char* refusal =
      Workload::inputs > 400 ? "forward mode takes inputs times operations here" : nullptr;

  template <class Workload>
  using evaluation = peer::evaluation<Workload>;
};

}  // namespace

int main(int argc, char** argv) {
  return field::run<engine>(argc, argv);
}
