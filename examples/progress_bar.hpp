// Progress of a training: a bar that grows on a terminal, a line every ten steps elsewhere.
#pragma once

#include <iomanip>
#include <iostream>

#if __has_include(<unistd.h>)
#include <unistd.h>
inline bool on_terminal() {
  return isatty(STDOUT_FILENO) != 0;
}
#else
inline bool on_terminal() {
  return false;
}
#endif

class progress_bar {
 public:
  explicit progress_bar(int steps) : steps_(steps) {}

  void show(int step, double loss, double accuracy) const {
    if (live_) draw(step);
    if (!live_ && step % 10 != 0) return;
    std::cout << "step " << std::setw(3) << step << std::fixed << std::setprecision(4) << "  loss "
              << loss << std::setprecision(0) << "  accuracy " << std::setw(3) << accuracy << " %";
    std::cout << std::defaultfloat << std::setprecision(6);
    if (live_) std::cout << std::flush;
    if (!live_ || step == steps_) std::cout << '\n';
  }

 private:
  /// The bar, over what stands in the line already.
  void draw(int step) const {
    constexpr int width = 32;
    std::cout << "\r ";
    for (int i = 0; i < width; ++i) std::cout << (i * steps_ < step * width ? "█" : "░");
    std::cout << "  ";
  }

  int steps_;
  bool live_ = on_terminal();
};
