// The picture that gauss_newton.cpp leaves behind.
#pragma once

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <functional>
#include <string>
#include <vector>

#include "picture.hpp"

struct measurements {
  std::vector<double> time, value;
};

namespace fits {

using function = std::function<double(double)>;

inline std::string line(const std::string& colour, const std::string& more) {
  return "fill='none' stroke='" + colour + "' stroke-linejoin='round' " + more;
}
inline const std::string fit_style = line(picture::orange, "stroke-width='2.6'");
inline const std::string start_style =
    line(picture::ink, "stroke-width='1.4' stroke-dasharray='6 5' stroke-opacity='0.55'");
inline const std::string point_style = "fill='" + picture::blue + "' fill-opacity='0.3'";

inline std::vector<picture::point> curve(const function& f) {
  std::vector<picture::point> result;
  for (int i = 0; i <= 400; ++i) result.push_back({8.0 * i / 400, f(8.0 * i / 400)});
  return result;
}

/// Every fiftieth point, for all of them would be a wall.
inline void draw_points(picture::plot& plot, const measurements& m, const function& minus) {
  for (std::size_t i = 0; i < m.time.size(); i += 50) {
    plot.dot({m.time[i], m.value[i] - minus(m.time[i])}, 1.5, point_style);
  }
}

/// Mean and deviation of what is left, in eighty pieces of time.
inline void draw_rest(picture::plot& plot, const measurements& m, const function& fit) {
  constexpr std::size_t pieces = 80;
  const std::size_t each = m.time.size() / pieces;
  std::vector<picture::point> mean, above, below;
  for (std::size_t k = 0; k < pieces; ++k) {
    double sum = 0, squares = 0;
    for (std::size_t i = k * each; i < (k + 1) * each; ++i) {
      const double r = m.value[i] - fit(m.time[i]);
      sum += r;
      squares += r * r;
    }
    const double n = static_cast<double>(each), t = m.time[k * each + each / 2];
    const double deviation = std::sqrt(squares / n - sum / n * (sum / n));
    mean.push_back({t, sum / n});
    above.push_back({t, sum / n + deviation});
    below.push_back({t, sum / n - deviation});
  }
  for (const auto& edge : {above, below}) {
    plot.path({edge}, line(picture::blue, "stroke-width='1.2' stroke-opacity='0.8'"));
  }
  plot.path({mean}, line(picture::orange, "stroke-width='1.8'"));
}

}  // namespace fits

/// The points with the fitted curve, and what is left of them without it.
inline void draw_fit(const std::string& path, const measurements& m, const fits::function& fit,
                     const fits::function& start) {
  picture::sheet sheet(820, 640);
  sheet.heading(
      "A damped oscillation",
      "Four parameters from 100,000 points by Gauss and Newton (one point in 50 is drawn)");
  picture::plot above(sheet, {80, 96, 700, 300}, {0, 8}, {-2, 3.3});
  above.rulers_y({-1, 0, 1, 2, 3});
  fits::draw_points(above, m, [](double) { return 0.0; });
  above.path({fits::curve(start)}, fits::start_style);
  above.path({fits::curve(fit)}, fits::fit_style);
  above.outline();
  above.ticks_y({-1, 0, 1, 2, 3}, "deflection", "");

  picture::plot below(sheet, {80, 420, 700, 120}, {0, 8}, {-0.9, 0.9});
  below.rulers_y({-0.5, 0, 0.5});
  fits::draw_points(below, m, fit);
  fits::draw_rest(below, m, fit);
  below.outline();
  below.ticks_y({-0.5, 0, 0.5}, "left over", "");
  below.ticks_x({0, 2, 4, 6, 8}, "seconds");

  const auto stroke = [](const std::string& style) {
    return "<path d='M-12 0h24' " + style + "/>";
  };
  sheet.legend({96, 614}, "<circle r='4' fill='" + picture::blue + "' fill-opacity='0.6'/>",
               "measured");
  sheet.legend({216, 614}, stroke(fits::start_style), "first guess");
  sheet.legend({356, 614}, stroke(fits::fit_style), "fit, and the mean of what is left");
  sheet.legend({634, 614},
               stroke(fits::line(picture::blue, "stroke-width='1.2' stroke-opacity='0.8'")),
               "\u00b1 one deviation");
  sheet.save(path);
}
