// CppAD, recorded anew in every evaluation, as the texts with branches of their own need it.
#include "cppad.hpp"

#include "../run.hpp"

namespace {

struct engine {
  static constexpr const char* name = "cppad";
  static std::string version() { return CPPAD_PACKAGE_STRING; }

  template <class Workload>
  static constexpr const char* refusal = nullptr;

  template <class Workload>
  struct evaluation {
    peer::recorded_function<Workload> recorded;

    evaluation(const Workload& f, std::span<const double>) : recorded(f) {}
    void operator()(std::span<const double> x, std::span<double> out) {
      recorded.record(x);
      recorded.derive(x, out);
    }
  };
};

}  // namespace

int main(int argc, char** argv) {
  return field::run<engine>(argc, argv);
}
