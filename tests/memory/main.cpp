// So many operations, recorded and swept, take the memory that is documented: 16 bytes for each
// operand that is a Value and 8 for each result. Then, in a process that may have no more, the
// operating system itself refuses: an error, after which everything is as it was.
#include <ctgrad/tape/value.hpp>

#include <cstddef>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <string>

#ifdef __linux__
#include <sys/resource.h>
#endif

namespace {

using ctgrad::scope;
using ctgrad::Value;

void demand(bool holds, const char* what) {
  if (holds) return;
  std::fprintf(stderr, "not so: %s\n", what);
  std::exit(1);
}

/// The most memory that this process has ever had, in bytes; 0 if that is not known here.
std::size_t peak() {
  std::ifstream status("/proc/self/status");
  for (std::string word; status >> word;) {
    std::size_t kilobytes = 0;
    if (word == "VmHWM:" && status >> kilobytes) return kilobytes * 1024;
  }
  return 0;
}

/// Half a slope at a time is halved again: what comes out is known to the last bit.
void record_and_sweep(std::size_t operations) {
  const std::size_t before = peak();
  {
    const scope s;
    const Value x{1.0};
    Value y = x;
    for (std::size_t i = 0; i < operations; ++i) y = i % 2 == 0 ? y * 0.5 : y * 2.0;
    y.backward();
    demand(ctgrad::Tape::current().size() > operations, "every operation is recorded");
    demand(y.data() == x.grad() && (x.grad() == 1 || x.grad() == 0.5), "the gradient is right");
  }
  const std::size_t taken = peak() - before, documented = 24 * operations;
  std::printf("%zu operations: %zu bytes, documented %zu\n", operations, taken, documented);
  demand(taken < documented + 32'000'000, "memory is what the documentation says");
}

#ifdef __linux__
/// The whole process may have so many bytes.
void allow(std::size_t bytes) {
  const rlimit limit{bytes, bytes};
  demand(setrlimit(RLIMIT_AS, &limit) == 0, "memory can be limited");
}

std::string record_without_end(Value& y) {
  try {
    while (true) y = y * 1.0;
  } catch (const ctgrad::error& e) {
    return e.what();
  }
}

void run_out() {
  const Value x{3.0}, square = x * x;
  square.backward();
  for (int round = 0; round < 3; ++round) {
    const scope s;
    Value y = square;
    const std::string message = record_without_end(y);
    demand(message.find("bytes") != message.npos, message.c_str());
    demand(message.ends_with("[ctgrad-E44]"), message.c_str());
    demand(x.grad() == 6 && square.grad() == 1 && y.data() == 9, "what was there is intact");
  }
  x.zero_grad();
  (square * x).backward();
  demand(x.grad() == 27, "recording goes on");
}
#else
void allow(std::size_t) {}
void run_out() {}
#endif

}  // namespace

int main(int argc, char** argv) {
  const std::size_t operations = argc > 1 ? std::strtoull(argv[1], nullptr, 10) : 1'000'000;
  record_and_sweep(operations);
  allow(operations * 27 + 600'000'000);
  run_out();
}
