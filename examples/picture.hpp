// A small drawing board: plots as SVG files, with an opaque background, so that they look the same
// on white and on dark pages.
#pragma once

#include <array>
#include <cmath>
#include <cstddef>
#include <cstdio>
#include <fstream>
#include <sstream>
#include <stdexcept>
#include <string>
#include <vector>

namespace picture {

struct point {
  double x, y;
};

struct range {
  double low, high;
  double at(double share) const { return low + share * (high - low); }
  double share(double x) const { return (x - low) / (high - low); }
};

/// The colours of everything that is not data.
inline const std::string paper = "#fdfcfa", panel = "#ffffff", ink = "#26323d", faint = "#6b7785",
                         grid = "#e6e8ec", frame = "#c3c9d1";

/// Two colours that tell two kinds of data apart.
inline const std::string orange = "#c4501b", blue = "#1c5d99";

using rgb = std::array<double, 3>;

/// A colour between two, t from 0 to 1.
inline std::string mixed(const rgb& from, const rgb& to, double t) {
  char text[8];
  const auto part = [&](std::size_t k) {
    return static_cast<unsigned>(from[k] + t * (to[k] - from[k])) & 255U;
  };
  std::snprintf(text, sizeof text, "#%02x%02x%02x", part(0), part(1), part(2));
  return text;
}

/// Does a point lie on the way from one to another, to a twentieth of a pixel? It need not be
/// drawn.
inline bool is_between(const point& a, const point& p, const point& b) {
  const double x = b.x - a.x, y = b.y - a.y;
  const bool forwards = (p.x - a.x) * (b.x - p.x) + (p.y - a.y) * (b.y - p.y) >= 0;
  const double away = std::abs((p.x - a.x) * y - (p.y - a.y) * x), way = std::hypot(x, y);
  return forwards && way < 28 && away <= 0.05 * way;
}

inline std::string number(double x) {
  std::ostringstream text;
  text << std::abs(x);
  return (x < 0 ? "\u2212" : "") + text.str();
}

/// A sheet of paper. Coordinates are pixels from the upper left corner.
class sheet {
 public:
  sheet(double width, double height) : width_(width), height_(height) {
    body_.setf(std::ios::fixed);
    body_.precision(2);
  }

  /// Any SVG element, from its parts.
  template <class... Part>
  void add(const Part&... part) {
    (body_ << ... << part) << '\n';
  }

  void text(point at, const std::string& content, double size, const std::string& style) {
    add("<text x='", at.x, "' y='", at.y, "' font-size='", size, "' ", style, ">", content,
        "</text>");
  }

  void heading(const std::string& title, const std::string& subtitle) {
    text({80, 44}, title, 21, "font-weight='600' fill='" + ink + "'");
    text({80, 68}, subtitle, 13.5, "fill='" + faint + "'");
  }

  /// An entry of a legend: a symbol, drawn around (0, 0), and what it stands for.
  void legend(point at, const std::string& symbol, const std::string& meaning) {
    add("<g transform='translate(", at.x, ' ', at.y, ")'>", symbol, "</g>");
    text({at.x + 20, at.y + 4.5}, meaning, 13, "fill='" + ink + "'");
  }

  void save(const std::string& path) const {
    std::ofstream file(path);
    file << "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 " << width_ << ' ' << height_
         << "' width='" << width_ << "' height='" << height_
         << "' font-family='Inter, \"Helvetica Neue\", Helvetica, Arial, \"DejaVu Sans\", "
            "sans-serif'>\n"
         << "<rect width='100%' height='100%' rx='14' fill='" << paper << "'/>\n"
         << body_.str() << "</svg>\n";
    file.close();
    if (!file) throw std::runtime_error(path + " cannot be written");
  }

 private:
  double width_, height_;
  std::ostringstream body_;
};

/// Where a plot stands on its sheet.
struct box {
  double left, top, width, height;
};

/// A pair of axes. Everything is given in the coordinates of the data; y may be logarithmic.
class plot {
 public:
  enum class scale { linear, logarithmic };

  plot(sheet& on, box area, range x, range y, scale how = scale::linear)
      : on_(on), area_(area), x_(x), y_(y), how_(how) {
    on_.add("<clipPath id='", clip(), "'>", rectangle(), "/></clipPath>");
    fill("fill='" + panel + "'");
  }

  point place(point p) const {
    const double up = how_ == scale::linear
                          ? y_.share(p.y)
                          : range{std::log(y_.low), std::log(y_.high)}.share(std::log(p.y));
    return {area_.left + area_.width * x_.share(p.x), area_.top + area_.height * (1 - up)};
  }

  void ticks_x(const std::vector<double>& ticks, const std::string& label) {
    const double bottom = area_.top + area_.height;
    for (const double t : ticks) {
      const double x = place({t, y_.high}).x;
      on_.add("<path d='M", x, ' ', bottom, "v5' stroke='", frame, "'/>");
      on_.text({x, bottom + 20}, number(t), 12, "text-anchor='middle' fill='" + faint + "'");
    }
    on_.text({area_.left + area_.width / 2, bottom + 42}, label, 13,
             "text-anchor='middle' fill='" + ink + "'");
  }

  void ticks_y(const std::vector<double>& ticks, const std::string& label,
               const std::string& unit) {
    for (const double t : ticks) {
      const double y = place({x_.low, t}).y;
      on_.add("<path d='M", area_.left, ' ', y, "h-5' stroke='", frame, "'/>");
      on_.text({area_.left - 10, y + 4}, number(t) + unit, 12,
               "text-anchor='end' fill='" + faint + "'");
    }
    std::ostringstream turned;
    turned << "transform='translate(" << area_.left - 54 << ' ' << area_.top + area_.height / 2
           << ") rotate(-90)' text-anchor='middle' fill='" << ink << "'";
    on_.text({0, 0}, label, 13, turned.str());
  }

  /// Faint lines across the plot.
  void rulers_y(const std::vector<double>& ticks) {
    for (const double t : ticks) {
      on_.add("<path d='M", area_.left, ' ', place({x_.low, t}).y, "h", area_.width, "' stroke='",
              grid, "'/>");
    }
  }

  /// Lines, all in one path and in any SVG style.
  void path(const std::vector<std::vector<point>>& lines, const std::string& style) {
    std::ostringstream d;
    d.setf(std::ios::fixed);
    d.precision(1);
    for (const auto& line : lines) {
      point before{};
      for (std::size_t i = 0; i < line.size(); ++i) {
        const point at = place(line[i]);
        if (i > 0 && i + 1 < line.size() && is_between(before, at, place(line[i + 1]))) continue;
        d << (i == 0 ? 'M' : 'L') << at.x << ' ' << at.y;
        before = at;
      }
    }
    on_.add("<path clip-path='url(#", clip(), ")' d='", d.str(), "' ", style, "/>");
  }

  /// The whole plot in one style.
  void fill(const std::string& style) { on_.add(rectangle(), ' ', style, "/>"); }

  void dot(point at, double radius, const std::string& style) {
    const point p = place(at);
    on_.add("<circle cx='", p.x, "' cy='", p.y, "' r='", radius, "' ", style, "/>");
  }

  void outline() { fill("fill='none' stroke='" + frame + "'"); }

 private:
  std::string rectangle() const {
    std::ostringstream text;
    text << "<rect x='" << area_.left << "' y='" << area_.top << "' width='" << area_.width
         << "' height='" << area_.height << "'";
    return text.str();
  }
  std::string clip() const {
    return "area" + std::to_string(static_cast<int>(area_.left)) + "-" +
           std::to_string(static_cast<int>(area_.top));
  }

  sheet& on_;
  box area_;
  range x_, y_;
  scale how_;
};

}  // namespace picture
