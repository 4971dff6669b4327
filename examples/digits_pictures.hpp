// The pictures that digits.cpp leaves behind.
#pragma once

#include <ctgrad/nn/confusion_matrix.hpp>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <string>
#include <vector>

#include "digits_data.hpp"
#include "picture.hpp"

struct mistake {
  digit seen;
  int read_as;
  std::array<double, 10> probabilities;

  [[nodiscard]] double probability(int of) const {
    return probabilities[static_cast<std::size_t>(of)];
  }
  [[nodiscard]] double certainty() const { return probability(read_as); }
};

struct progress {
  std::size_t epoch;
  double loss, held_out_loss, accuracy, held_out_accuracy;
};

inline std::string percent(double share) {
  return std::to_string(static_cast<int>(std::lround(100 * share))) + " %";
}

// -- mistakes ------------------------------------------------------------------------------------

/// The image as the network sees it, with edges of 96 pixels.
inline void draw_digit(picture::sheet& sheet, picture::point at, const digit& d) {
  constexpr double edge = 12;
  sheet.add("<g transform='translate(", at.x, ' ', at.y, ")' shape-rendering='crispEdges'>");
  for (std::size_t i = 0; i < 64; ++i) {
    if (d.pixels[i] == 0) continue;
    sheet.add("<rect x='", edge * static_cast<double>(i % 8), "' y='",
              edge * static_cast<double>(i / 8), "' width='12' height='12' fill='",
              picture::mixed({255, 255, 255}, {38, 50, 61}, d.pixels[i]), "'/>");
  }
  sheet.add("</g><rect x='", at.x - 0.5, "' y='", at.y - 0.5,
            "' width='97' height='97' rx='3' fill='none' stroke='", picture::frame, "'/>");
}

/// How likely the network holds a digit to be, as a bar.
inline void draw_opinion(picture::sheet& sheet, picture::point at, int digit, double probability,
                         const std::string& colour) {
  sheet.text({at.x, at.y + 4.5}, std::to_string(digit), 13,
             "font-weight='600' fill='" + colour + "'");
  sheet.add("<rect x='", at.x + 14, "' y='", at.y - 3, "' width='48' height='6' rx='3' fill='",
            picture::grid, "'/>");
  sheet.add("<rect x='", at.x + 14, "' y='", at.y - 3, "' width='", std::max(48 * probability, 2.0),
            "' height='6' rx='3' fill='", colour, "'/>");
  sheet.text({at.x + 96, at.y + 4}, percent(probability), 11,
             "text-anchor='end' fill='" + picture::faint + "'");
}

/// Every image that was misread, with what it was taken for above what it is.
inline void draw_mistakes(const std::string& path, const std::vector<mistake>& mistakes,
                          std::size_t images) {
  constexpr std::size_t columns = 5;
  const std::size_t rows = (mistakes.size() + columns - 1) / columns;
  picture::sheet sheet(760, 150 + 164 * static_cast<double>(rows));
  sheet.heading("Handwritten digits: what is misread",
                std::to_string(mistakes.size()) + " of " + std::to_string(images) +
                    " images that the network had never seen");
  for (std::size_t i = 0; i < mistakes.size(); ++i) {
    const mistake& m = mistakes[i];
    const picture::point at{80 + 126 * static_cast<double>(i % columns),
                            96 + 164 * static_cast<double>(i / columns)};
    draw_digit(sheet, at, m.seen);
    draw_opinion(sheet, {at.x, at.y + 113}, m.read_as, m.certainty(), picture::orange);
    draw_opinion(sheet, {at.x, at.y + 132}, m.seen.label, m.probability(m.seen.label),
                 picture::blue);
  }
  const auto bar = [](const std::string& colour) {
    return "<rect x='-10' y='-3' width='20' height='6' rx='3' fill='" + colour + "'/>";
  };
  const double bottom = 122 + 164 * static_cast<double>(rows);
  sheet.legend({90, bottom}, bar(picture::orange), "what the network reads, and how sure it is");
  sheet.legend({412, bottom}, bar(picture::blue), "what was written");
  sheet.save(path);
}

// -- confusion -----------------------------------------------------------------------------------

/// A cell of the table: its number on a colour that is deeper the larger its share of the row is.
inline void draw_cell(picture::sheet& sheet, picture::point at, std::size_t count, double share,
                      bool right) {
  constexpr picture::rgb none{246, 247, 249}, blue{28, 93, 153}, orange{196, 80, 27};
  const double depth = count == 0 ? 0
                       : right    ? share * share
                                  : 0.3 + 0.7 * std::min(4 * share, 1.0);
  const std::string colour = picture::mixed(none, right ? blue : orange, depth);
  sheet.add("<rect x='", at.x + 1, "' y='", at.y + 1, "' width='48' height='36' rx='4' fill='",
            colour, "'/>");
  if (count == 0) return;
  sheet.text({at.x + 25, at.y + 24}, std::to_string(count), 14,
             "text-anchor='middle' fill='" + (depth > 0.5 ? "#ffffff" : picture::ink) + "'");
}

/// The table of the confusion, and what stands around it.
namespace table {

constexpr double left = 118, top = 138, width = 50, height = 38;
inline const std::string plain = "fill='" + picture::ink + "'",
                         strong = "font-weight='600' " + plain,
                         weak = "fill='" + picture::faint + "'";

inline picture::point place(double row, double column) {
  return {left + width * column, top + height * row};
}

/// A text in the middle of a cell, or of where a cell would be.
inline void write(picture::sheet& sheet, double row, double column, const std::string& text,
                  const std::string& style) {
  const picture::point at = place(row, column);
  sheet.text({at.x + width / 2, at.y + 24}, text, 13, "text-anchor='middle' " + style);
}

inline void frame(picture::sheet& sheet) {
  sheet.add("<rect x='", left - 3, "' y='", top - 3, "' width='", 10 * width + 6, "' height='",
            10 * height + 6, "' rx='7' fill='", picture::panel, "' stroke='", picture::frame,
            "'/>");
  write(sheet, -1.55, 4.5, "read as", plain);
  write(sheet, -1, 10.4, "recall", weak);
  write(sheet, 10.65, 4.5, "precision", weak);
  sheet.add("<g transform='translate(", left - 50, ' ', top + 5 * height, ") rotate(-90)'>");
  sheet.text({0, 0}, "written", 13, "text-anchor='middle' " + plain);
  sheet.add("</g>");
}

/// The row and the column of a digit, without the cells.
inline void headings(picture::sheet& sheet, const ctgrad::nn::confusion_matrix& seen,
                     std::size_t digit) {
  const auto k = static_cast<double>(digit);
  write(sheet, k, -0.9, std::to_string(digit), strong);
  write(sheet, -1, k, std::to_string(digit), strong);
  write(sheet, k, 10.4, percent(seen.recall(digit)), weak);
  write(sheet, 10, k, percent(seen.precision(digit)), weak);
}

}  // namespace table

/// Rows are digits as they were written, columns what they were read as.
inline void draw_confusion(const std::string& path, const ctgrad::nn::confusion_matrix& seen) {
  picture::sheet sheet(760, 590);
  const double right = std::round(1000 * seen.accuracy()) / 10;
  sheet.heading("Handwritten digits: what is taken for what",
                std::to_string(seen.total()) + " images, " + picture::number(right) +
                    " % of them read right");
  table::frame(sheet);
  for (std::size_t k = 0; k < 10; ++k) {
    table::headings(sheet, seen, k);
    const double all = static_cast<double>(std::max<std::size_t>(seen.actual(k), 1));
    for (std::size_t j = 0; j < 10; ++j) {
      const double share = static_cast<double>(seen.count(k, j)) / all;
      draw_cell(sheet, table::place(static_cast<double>(k), static_cast<double>(j)),
                seen.count(k, j), share, k == j);
    }
  }
  sheet.save(path);
}

// -- training ------------------------------------------------------------------------------------

inline std::string line(const std::string& colour) {
  return "fill='none' stroke-width='2.2' stroke-linejoin='round' stroke='" + colour + "'";
}

/// A number of every epoch, as a line.
template <class Number>
void draw_line(picture::plot& plot, const std::vector<progress>& history, Number number,
               const std::string& colour) {
  std::vector<picture::point> points;
  for (const progress& p : history) points.push_back({static_cast<double>(p.epoch), number(p)});
  plot.path({points}, line(colour));
}

/// Loss and accuracy over the epochs of the training.
inline void draw_history(const std::string& path, const std::vector<progress>& history) {
  const picture::range epochs{1, static_cast<double>(history.size())};
  picture::sheet sheet(760, 620);
  sheet.heading("Handwritten digits: the training",
                "64-32-10 relu network, Adam, a rate that warms up and falls along a cosine");

  picture::plot above(sheet, {80, 92, 640, 258}, epochs, {0.007, 2},
                      picture::plot::scale::logarithmic);
  above.rulers_y({0.01, 0.03, 0.1, 0.3, 1});
  above.ticks_y({0.01, 0.03, 0.1, 0.3, 1}, "loss", "");
  draw_line(above, history, [](auto& p) { return p.held_out_loss; }, picture::orange);
  draw_line(above, history, [](auto& p) { return p.loss; }, picture::blue);
  const auto best = std::min_element(history.begin(), history.end(), [](auto& p, auto& q) {
    return p.held_out_loss < q.held_out_loss;
  });
  const std::string kept = "stroke='#ffffff' stroke-width='1.4' fill='" + picture::orange + "'";
  above.dot({static_cast<double>(best->epoch), best->held_out_loss}, 5, kept);
  above.outline();

  picture::plot below(sheet, {80, 376, 640, 140}, epochs, {88, 101});
  below.rulers_y({90, 95, 100});
  below.ticks_y({90, 95, 100}, "accuracy", " %");
  draw_line(below, history, [](auto& p) { return 100 * p.held_out_accuracy; }, picture::orange);
  draw_line(below, history, [](auto& p) { return 100 * p.accuracy; }, picture::blue);
  below.outline();
  below.ticks_x({1, 5, 10, 15, 20, 25, 30}, "epoch");

  const auto stroke = [](const std::string& colour) {
    return "<path d='M-12 0h24' " + line(colour) + "/>";
  };
  sheet.legend({92, 592}, stroke(picture::blue), "images to learn from");
  sheet.legend({262, 592}, stroke(picture::orange), "images held out");
  sheet.legend({408, 592}, "<circle r='5' " + kept + "/>", "the parameters that are kept");
  sheet.save(path);
}
