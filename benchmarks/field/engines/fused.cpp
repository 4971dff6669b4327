// The text on Values with the body of the loop as one node (fused_texts.hpp).
#include "../run.hpp"
#include "fused_texts.hpp"
#include "recorded.hpp"
#include "version.hpp"

namespace {

struct engine {
  static constexpr const char* name = "fused";
  static std::string version() { return field::ctgrad_version(); }
  template <class Workload>
  static constexpr const char* refusal =
      Workload::what == field::kind::gradient ? nullptr
                                              : "a fused body has one value and first derivatives";

  template <class Workload>
  struct evaluation {
    const Workload& f;
    evaluation(const Workload& f_in, std::span<const double>) : f(f_in) {}
    void operator()(std::span<const double> x, std::span<double> out) const {
      field::recorded_gradient([&](auto variables) { return field::fused_text(f, variables); }, x,
                               out);
    }
  };
};

}  // namespace

int main(int argc, char** argv) {
  return field::run<engine>(argc, argv);
}
