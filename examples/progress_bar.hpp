// Progress of a training: a bar that grows on a terminal, a line every ten steps elsewhere.
#pragma once

#include <cstdio>
#include <iomanip>
#include <iostream>
#include <string>

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
    if (!live_ && step % 10 != 0) return;
    std::cout << (live_ ? "\r" + bar(step) : "") << "step " << std::setw(3) << step << "  loss "
              << std::fixed << std::setprecision(4) << loss << "  accuracy " << std::setw(3)
              << std::setprecision(0) << accuracy << " %" << std::defaultfloat
              << std::setprecision(6);
    if (live_) std::cout << std::flush;
    if (!live_ || step == steps_) std::cout << '\n';
  }

 private:
  std::string bar(int step) const {
    constexpr int width = 32;
    std::string text = " ";
    for (int i = 0; i < width; ++i) text += i * steps_ < step * width ? "█" : "░";
    return text + "  ";
  }

  int steps_;
  bool live_ = on_terminal();
};
