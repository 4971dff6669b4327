// The program; what it runs is in autodiff_var.hpp.
#include "autodiff_var.hpp"

#include "../run.hpp"

namespace {

using field::kind;

template <class Workload>
constexpr bool uses_results_twice_in_a_row = false;
template <std::size_t Steps>
constexpr bool uses_results_twice_in_a_row<field::chain<Steps>> = true;
template <>
constexpr bool uses_results_twice_in_a_row<field::heat> = true;

struct engine {
  static constexpr const char* name = "autodiff_var";
  static std::string version() { return CTGRAD_PEER_VERSION; }

  template <class Workload>
  static constexpr const char* refusal =
      uses_results_twice_in_a_row<Workload> ? "its sweep takes every path: 2^steps of them"
      : std::is_same_v<Workload, field::asian_call>
          ? "its sweep takes every path, 32,000 of them, and rounds more often than is tolerated"
      : Workload::longest_sum > 50'000 ? "its recursion is as deep as the sum is long"
                                       : nullptr;

  template <class Workload>
  using evaluation = peer::evaluation<Workload>;
};

}  // namespace

int main(int argc, char** argv) {
  return field::run<engine>(argc, argv);
}
