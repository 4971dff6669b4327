// The pictures that moons_batch.cpp leaves behind.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "contour.hpp"
#include "moons_pictures.hpp"
#include "picture.hpp"

struct moons {
  std::vector<double> x, y, label;  // +1 or -1
};

/// The plane, coloured by what the network thinks of it, and a part of the points.
template <class Score>
void draw_decision(const std::string& path, const moons& data, Score score) {
  const picture::range x{-1.45, 2.45}, y{-0.95, 1.45};
  picture::sheet sheet(760, 590);
  sheet.heading(
      "Two moons, by batches",
      "A 2-16-16-1 relu network after 1,600 steps of 100 points each; 1,200 points are drawn");
  picture::plot plot(sheet, {80, 92, 640, 394}, x, y);
  draw_score(plot, picture::sample(score, {-1.5, 2.5}, {-1, 1.5}, 161, 101));
  for (std::size_t i = 0; i < data.x.size() && i < 1200; ++i) {
    const auto inside = [](picture::range r, double z) { return r.low < z && z < r.high; };
    if (!inside(x, data.x[i]) || !inside(y, data.y[i])) continue;
    plot.dot({data.x[i], data.y[i]}, 2.6,
             "stroke='#ffffff' stroke-width='0.6' fill-opacity='0.85' fill='" +
                 (data.label[i] > 0 ? colours::upper : colours::lower) + "'");
  }
  plot.path(picture::outlines(picture::sample(score, {-1.5, 2.5}, {-1, 1.5}, 161, 101), 0),
            boundary_style);
  plot.outline();
  plot.ticks_x({-1, 0, 1, 2}, "x");
  plot.ticks_y({-0.5, 0, 0.5, 1}, "y", "");
  const auto dot = [](int label) { return "<circle r='5.5' " + dot_style(label) + "/>"; };
  sheet.legend({88, 562}, dot(1), "upper moon");
  sheet.legend({228, 562}, dot(-1), "lower moon");
  const auto stroke = [](const std::string& style) {
    return "<path d='M-12 0h24' " + style + "/>";
  };
  sheet.legend({374, 562}, stroke(boundary_style), "decision boundary");
  sheet.legend({558, 562}, stroke(margin_style), "margin, score \u00b11");
  sheet.save(path);
}

/// The loss of every batch, and the mean of an epoch.
inline void draw_losses(const std::string& path, const std::vector<double>& losses,
                        std::size_t steps) {
  constexpr double lowest = 0.006;
  const double epochs = static_cast<double>(losses.size()) / static_cast<double>(steps);
  picture::sheet sheet(760, 590);
  sheet.heading("Two moons, by batches: the training",
                "The loss of every batch of 100 points, and its mean over an epoch");
  picture::plot plot(sheet, {80, 92, 640, 424}, {0, epochs}, {lowest, 2},
                     picture::plot::scale::logarithmic);
  plot.rulers_y({0.01, 0.03, 0.1, 0.3, 1});
  plot.ticks_y({0.01, 0.03, 0.1, 0.3, 1}, "loss", "");
  std::vector<picture::point> mean;
  for (std::size_t i = 0; i < losses.size(); ++i) {
    const double epoch = static_cast<double>(i) / static_cast<double>(steps);
    if (losses[i] > lowest)
      plot.dot({epoch, losses[i]}, 1.7, "fill='" + colours::upper + "' fill-opacity='0.28'");
    if (i % steps == 0) mean.push_back({epoch + 0.5, 0});
    mean.back().y += losses[i] / static_cast<double>(steps);
  }
  plot.path({mean}, line(colours::upper, "stroke-width='2.4'"));
  plot.outline();
  plot.ticks_x({0, 10, 20, 30, 40}, "epoch");
  sheet.save(path);
}
