// All of ctgrad in a program without thread_local: whichever thread asks, there is one tape.
#define CTGRAD_NO_THREAD_LOCAL

#include <ctgrad/check/detect_anomaly.hpp>
#include <ctgrad/ctgrad.hpp>

#include <cstdio>
#include <thread>

namespace {

using ctgrad::Value;

bool all_is_well() {
  const Value x{3.0};
  Value y = x * x;
  y += x;
  y.backward();
  bool well = x.grad() == 7;
  {
    ctgrad::Tape t(100);
    const ctgrad::use_tape here(t);
    const ctgrad::scope s;
    const Value z{2.0};
    const auto cube = ctgrad::fused([](auto a) { return a * a * a; });
    cube(z).backward();
    const ctgrad::no_grad paused;
    well = well && z.grad() == 12 && (z * z).is_passive() && t.size() == 2;
  }
  x.zero_grad();
  (y * 2).backward();
  const auto f = [](const auto& a) { return a * a * a; };
  const double slope = ctgrad::gradient(ctgrad::dynamic(f))(2.0)[0];
  return well && x.grad() == 14 && slope == 12 &&
         ctgrad::gradient<ctgrad::interpreted>([](auto a) { return a * a; })(3.0)[0] == 6;
}

/// One thread after the other, never two at once.
bool there_is_one_tape() {
  const Value x{3.0};
  Value y;
  const ctgrad::Tape* elsewhere = nullptr;
  std::thread([&] {
    elsewhere = &ctgrad::Tape::current();
    y = x * x;
  }).join();
  y.backward();
  return elsewhere == &ctgrad::Tape::current() && x.grad() == 6;
}

}  // namespace

int main() {
  const bool well = all_is_well() && there_is_one_tape();
  std::puts(well ? "all is well" : "something is wrong");
  return well ? 0 : 1;
}
