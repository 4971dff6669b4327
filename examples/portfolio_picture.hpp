// The picture that portfolio.cpp leaves behind.
#pragma once

#include <algorithm>
#include <initializer_list>
#include <string>
#include <vector>

#include "contour.hpp"
#include "picture.hpp"

namespace surfaces {

/// From the colour of paper through teal to deep blue, t from 0 to 1.
inline std::string shade(double t) {
  constexpr picture::rgb stops[]{{250, 248, 243}, {214, 232, 222}, {142, 199, 196},
                                 {66, 145, 176},  {28, 84, 140},   {20, 40, 92}};
  constexpr int last = 5;
  const double along = std::clamp(t, 0.0, 1.0) * last;
  const int i = std::min(static_cast<int>(along), last - 1);
  return picture::mixed(stops[i], stops[i + 1], along - i);
}

/// Bands of colour between levels, and lines at some of them.
inline void draw_bands(picture::plot& plot, const picture::field& f, double top) {
  constexpr int bands = 24;
  plot.fill("fill='" + shade(0) + "'");
  for (int k = 1; k < bands; ++k) {
    const auto above = picture::outlines(f, top * k / bands);
    plot.path(above, "fill='" + shade((k + 0.5) / bands) + "' fill-rule='evenodd'");
    if (k % 3 == 0) {
      plot.path(above, "fill='none' stroke='#ffffff' stroke-opacity='0.55' stroke-width='0.9'");
    }
  }
}

/// Where every strike is worth as much as the spot: the forward price.
inline void draw_money(picture::plot& plot, double strike, picture::range expiry) {
  plot.path({{{strike, expiry.low}, {strike, expiry.high}}},
            "fill='none' stroke='" + picture::orange +
                "' stroke-width='1.6' stroke-dasharray='6 5' stroke-opacity='0.9'");
}

/// A scale of the colours with its ends.
inline void draw_scale(picture::sheet& sheet, picture::point at, double width,
                       const std::string& low, const std::string& high) {
  constexpr int steps = 48;
  for (int k = 0; k < steps; ++k) {
    sheet.add("<rect x='", at.x + width * k / steps, "' y='", at.y, "' width='",
              width / steps + 0.6, "' height='9' fill='", shade((k + 0.5) / steps), "'/>");
  }
  const std::string style = "fill='" + picture::faint + "'";
  sheet.text({at.x - 8, at.y + 9}, low, 12, style + " text-anchor='end'");
  sheet.text({at.x + width + 8, at.y + 9}, high, 12, style);
}

struct surface {
  const picture::field& values;
  picture::box area;
  double top;
  std::string title, high;
};

inline void draw(picture::sheet& sheet, const surface& s) {
  const picture::range strike{62, 158}, expiry{0.08, 2};
  const auto [left, top, width, height] = s.area;
  sheet.text({left, top - 12}, s.title, 14, "font-weight='600' fill='" + picture::ink + "'");
  picture::plot plot(sheet, s.area, strike, expiry);
  draw_bands(plot, s.values, s.top);
  draw_money(plot, 100, expiry);
  plot.outline();
  plot.ticks_x({80, 100, 120, 140}, "strike");
  plot.ticks_y({0.5, 1, 1.5, 2}, left < 200 ? "years to expiry" : "", "");
  draw_scale(sheet, {left + 30, top + height + 64}, width - 90, "0", s.high);
}

}  // namespace surfaces

/// Two surfaces over strikes and expiries, side by side.
inline void draw_surfaces(const std::string& path, const picture::field& vega,
                          const picture::field& gamma) {
  picture::sheet sheet(980, 560);
  sheet.heading("Greeks of a call",
                "Spot 100 (dashed), volatility 25 %, rate 3 %: 11,011 options each, by vmap");
  surfaces::draw(sheet, {vega, {80, 120, 400, 340}, 56, "vega, by the volatility", "56"});
  surfaces::draw(sheet, {gamma, {550, 120, 390, 340}, 0.048, "gamma, twice by the spot", "0.05"});
  sheet.save(path);
}
