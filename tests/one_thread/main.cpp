// All of ctgrad in a program without thread_local, which is forbidden here by name.
#define CTGRAD_NO_THREAD_LOCAL

#include <ctgrad/config.hpp>

// what the library includes may use it
#include <boost/hana.hpp>

#include <algorithm>
#include <bit>
#include <cmath>
#include <concepts>
#include <cstdio>
#include <fstream>
#include <functional>
#include <iostream>
#include <map>
#include <memory>
#include <ranges>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

#define thread_local static_assert(false, "thread_local is used");

#include <ctgrad/check/detect_anomaly.hpp>
#include <ctgrad/ctgrad.hpp>
#include <ctgrad/tape/fused.hpp>

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

}  // namespace

int main() {
  std::puts(all_is_well() ? "all is well" : "something is wrong");
  return all_is_well() ? 0 : 1;
}
