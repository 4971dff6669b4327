// Lines and dots in one pair of axes; ticks and legend follow from the data.
#pragma once

#include <cmath>
#include <memory>
#include <string>
#include <vector>

#include "picture.hpp"

namespace picture {

/// Round numbers that divide a range into a handful of parts.
inline std::vector<double> round_steps(const range& r) {
  const double rough = (r.high - r.low) / 5;
  const double power = std::pow(10, std::floor(std::log10(rough))), share = rough / power;
  const double step = power * (share < 1.5 ? 1 : share < 3.5 ? 2 : share < 7.5 ? 5 : 10);
  std::vector<double> ticks;
  for (double k = std::ceil(r.low / step - 1e-6); k * step <= r.high + 1e-6 * step; ++k) {
    ticks.push_back(k * step);
  }
  return ticks;
}

/// Powers of ten, about six of them.
inline std::vector<double> powers_of_ten(const range& r) {
  const double low = std::ceil(std::log10(r.low) - 1e-6);
  const double high = std::floor(std::log10(r.high) + 1e-6);
  std::vector<double> ticks;
  for (double k = low; k <= high; k += std::ceil((high - low) / 6))
    ticks.push_back(std::pow(10, k));
  return ticks;
}

/// A function at equal steps.
template <class F>
std::vector<point> curve(F f, const range& x, int steps = 160) {
  std::vector<point> result;
  for (int i = 0; i <= steps; ++i)
    result.push_back({x.at(1.0 * i / steps), f(x.at(1.0 * i / steps))});
  return result;
}

class chart {
 public:
  chart(const std::string& title, const std::string& subtitle, const range& x, const range& y,
        plot::scale how = plot::scale::linear)
      : x_(x), y_(how == plot::scale::linear ? round_steps(y) : powers_of_ten(y)) {
    sheet_.heading(title, subtitle);
    axes_ = std::make_unique<plot>(sheet_, box{80, 92, 640, 380}, x, y, how);
    axes_->rulers_y(y_);
  }

  /// For what this class has no words for.
  plot& axes() { return *axes_; }

  void line(const std::string& meaning, const std::vector<point>& points, const std::string& colour,
            const std::string& more = "stroke-width='2.2'") {
    lines(meaning, {points}, colour, more);
  }

  void lines(const std::string& meaning, const std::vector<std::vector<point>>& all,
             const std::string& colour, const std::string& more) {
    const std::string style = "fill='none' stroke='" + colour + "' stroke-linejoin='round' " + more;
    axes_->path(all, style);
    explain("<path d='M-12 0h24' " + style + "/>", meaning);
  }

  void dots(const std::string& meaning, const std::vector<point>& points, const std::string& colour,
            double radius = 4) {
    const std::string style = "stroke='#ffffff' fill='" + colour + "'";
    for (const point& p : points) axes_->dot(p, radius, style);
    explain("<circle r='4.5' " + style + "/>", meaning);
  }

  void save(const std::string& path, const std::string& x_label, const std::string& y_label) {
    axes_->outline();
    axes_->ticks_x(round_steps(x_), x_label);
    axes_->ticks_y(y_, y_label, "");
    sheet_.save(path);
  }

 private:
  /// The entries of the legend stand in one row; those without a meaning are left out.
  void explain(const std::string& symbol, const std::string& meaning) {
    if (meaning.empty()) return;
    sheet_.legend({next_, 542}, symbol, meaning);
    next_ += 56 + 7 * static_cast<double>(meaning.size());
  }

  sheet sheet_{760, 566};
  range x_;
  std::vector<double> y_;
  std::unique_ptr<plot> axes_;
  double next_ = 92;
};

}  // namespace picture
