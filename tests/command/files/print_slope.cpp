// What `ctgrad derive ... --cpp slope` has printed, at a point.
#include <cstdio>

#include "slope.hpp"

int main() {
  for (const double d : slope(1.1, 0.7)) std::printf("%.17g\n", d);
}
