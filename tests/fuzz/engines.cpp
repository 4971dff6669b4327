// The fuzz target: bytes become a program, on which all engines have to agree.
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>

#include "../random/agreement.hpp"
#include "../random/shrink.hpp"
#include "decode.hpp"

namespace {

void give_up(const dags::dag& d) {
  const dags::dag smallest = dags::shrunk(d, [](const dags::dag& smaller) {
    dags::tally ignored;
    return !dags::disagreement(smaller, ignored).empty();
  });
  dags::tally ignored;
  std::fprintf(stderr, "the engines disagree:\n%s%s", dags::text(smallest).c_str(),
               dags::disagreement(smallest, ignored).c_str());
  std::abort();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  static dags::tally counts;
  const dags::dag d = fuzz::decode(bytes, size);
  if (!dags::disagreement(d, counts).empty()) give_up(d);
  return 0;
}
