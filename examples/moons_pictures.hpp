// The pictures and the table that moons.cpp leaves behind.
#pragma once

#include <cmath>
#include <fstream>
#include <string>
#include <vector>

#include "contour.hpp"
#include "moons_data.hpp"
#include "picture.hpp"

namespace colours {

inline const std::string &upper = picture::orange, &lower = picture::blue;  // label +1, label -1

/// From blue for low scores through the colour of paper to orange for high ones.
inline std::string of_score(double score) {
  constexpr picture::rgb low{94, 155, 209}, middle{248, 246, 241}, high{240, 153, 97};
  const double t = std::tanh(score / 2);
  return picture::mixed(middle, t < 0 ? low : high, std::abs(t));
}

}  // namespace colours

inline std::string line(const std::string& colour, const std::string& more) {
  return "fill='none' stroke='" + colour + "' stroke-linejoin='round' " + more;
}
inline const std::string boundary_style = line(picture::ink, "stroke-width='2.2'");
inline const std::string margin_style =
    line(picture::ink, "stroke-opacity='0.45' stroke-dasharray='5 4'");

inline std::string dot_style(int label) {
  return "stroke='#ffffff' stroke-width='1.4' fill='" +
         (label > 0 ? colours::upper : colours::lower) + "'";
}

/// Bands of colour between levels that lie closer together where the network is in doubt, the
/// margins at scores of -1 and 1, and the boundary at 0.
inline void draw_score(picture::plot& plot, const picture::field& score) {
  constexpr double bands = 12;
  plot.fill("fill='" + colours::of_score(-9) + "'");
  for (double k = 1 - bands; k < bands; ++k) {
    const std::string colour = colours::of_score(2 * std::atanh((k + 0.5) / bands));
    plot.path(picture::outlines(score, 2 * std::atanh(k / bands)),
              "fill-rule='evenodd' fill='" + colour + "'");
  }
  for (const double margin : {-1.0, 1.0}) plot.path(picture::outlines(score, margin), margin_style);
  plot.path(picture::outlines(score, 0), boundary_style);
}

/// The plane, coloured by what the network thinks of it, and the points it has learned from.
template <class Score>
void draw_decision(const std::string& path, const std::vector<sample>& data, Score score) {
  const picture::range x{-1.45, 2.45}, y{-0.95, 1.45};
  picture::sheet sheet(760, 590);
  sheet.heading("Two moons", "What a 2-16-16-1 relu network has learned from 100 points");
  picture::plot plot(sheet, {80, 92, 640, 394}, x, y);
  // A little more than the plot is sampled, so that the lines that close an outline are not seen.
  draw_score(plot, picture::sample(score, {-1.5, 2.5}, {-1, 1.5}, 97, 61));
  for (const auto& [at, label] : data) plot.dot(at, 5, dot_style(label));
  plot.outline();
  plot.ticks_x({-1, 0, 1, 2}, "x");
  plot.ticks_y({-0.5, 0, 0.5, 1}, "y", "");

  const auto dot = [](int label) { return "<circle r='5.5' " + dot_style(label) + "/>"; };
  const auto stroke = [](const std::string& style) {
    return "<path d='M-12 0h24' " + style + "/>";
  };
  sheet.legend({88, 562}, dot(1), "upper moon");
  sheet.legend({228, 562}, dot(-1), "lower moon");
  sheet.legend({374, 562}, stroke(boundary_style), "decision boundary");
  sheet.legend({558, 562}, stroke(margin_style), "margin, score \u00b11");
  sheet.save(path);
}

/// Loss and accuracy over the steps of the training.
inline void draw_history(const std::string& path, const std::vector<progress>& history) {
  std::vector<picture::point> loss, accuracy;
  for (const auto& [l, a] : history) {
    const double step = static_cast<double>(loss.size() + 1);
    loss.push_back({step, l});
    accuracy.push_back({step, a});
  }
  picture::sheet sheet(760, 590);
  sheet.heading("Two moons: the training",
                "100 steps of gradient descent, the rate falling from 1 to 0.1");

  picture::plot above(sheet, {80, 92, 640, 258}, {0, 100}, {0.007, 2},
                      picture::plot::scale::logarithmic);
  above.rulers_y({0.01, 0.03, 0.1, 0.3, 1});
  above.ticks_y({0.01, 0.03, 0.1, 0.3, 1}, "loss", "");
  above.path({loss}, line(colours::upper, "stroke-width='2.2'"));
  above.outline();

  picture::plot below(sheet, {80, 376, 640, 140}, {0, 100}, {45, 105});
  below.rulers_y({50, 75, 100});
  below.ticks_y({50, 75, 100}, "accuracy", " %");
  below.path({accuracy}, line(colours::lower, "stroke-width='2.2'"));
  below.outline();
  below.ticks_x({0, 20, 40, 60, 80, 100}, "step");
  sheet.save(path);
}

inline void write_table(const std::string& path, const std::vector<sample>& data) {
  std::ofstream file(path);
  file << "x,y,label\n";
  for (const auto& [at, label] : data) file << at.x << ',' << at.y << ',' << label << '\n';
  file.close();
  if (!file) throw std::runtime_error(path + " cannot be written");
}
