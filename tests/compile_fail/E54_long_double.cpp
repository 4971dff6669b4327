// A recording of long double is saved, which is not the same on every computer.
#include <ctgrad/ctgrad.hpp>
#include <ctgrad/record/record.hpp>

#include <iostream>

constexpr auto f = [](auto x) { return x * x; };

int main() {
#ifdef VALID
  ctgrad::save(std::cout, ctgrad::record(f, 2.0));
#else
  ctgrad::save(std::cout, ctgrad::record(f, 2.0L));
#endif
}
