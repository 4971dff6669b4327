#include "progress.hpp"

#include <cmath>

namespace command {
namespace {

/// "950", "12 k", "3.4 M"
std::string counted(double count) {
  const char* const unit = count < 1e4 ? "" : count < 1e7 ? " k" : " M";
  const double scaled = count < 1e4 ? count : count < 1e7 ? count / 1e3 : count / 1e6;
  std::string text = std::to_string(std::llround(scaled * 10));
  const char tenth = text.back();
  text.pop_back();
  if (text.empty()) text = "0";
  return scaled < 100 && count >= 1e4 ? text + "." + tenth + unit : text + unit;
}

}  // namespace

progress::progress(std::optional<std::uint64_t> bytes_in, bool quiet)
    : bytes_(bytes_in),
      live_(!quiet && ctgrad::nn::on_terminal(std::cerr)),
      bar_(bytes_in.value_or(0), std::cerr, live_ && bytes_in.has_value()) {}

std::string progress::rate(std::uint64_t rows) const {
  const std::chrono::duration<double> passed = clock::now() - start_;
  const double count = static_cast<double>(rows);
  return counted(count) + " rows, " + counted(count / std::max(passed.count(), 1e-3)) + "/s";
}

void progress::show(std::uint64_t bytes, std::uint64_t rows) {
  if (!live_ || clock::now() < next_) return;
  next_ = clock::now() + std::chrono::milliseconds(100);
  if (bytes_) {
    const auto percent = *bytes_ == 0 ? 100 : bytes * 100 / *bytes_;
    bar_.show(bytes, std::to_string(percent) + " %  " + rate(rows));
  } else {
    std::cerr << '\r' << rate(rows) << "\x1b[K" << std::flush;
  }
}

void progress::clear() {
  if (!live_) return;
  bar_.clear();
  if (!bytes_) std::cerr << "\r\x1b[K" << std::flush;
}

}  // namespace command
