#include "searcher/output/trends/trend_chart.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <vector>

#include "common/base/figures.h"
#include "searcher/output/formats/xml.h"
#include "searcher/output/text_layout.h"
#include "searcher/output/trends/trend.h"

namespace dateline::output {
namespace {

using search::Trend;
using search::TrendBucket;
using search::TrendSeries;

constexpr std::size_t kMostPoints = 2000;
constexpr std::size_t kMostDates = 8;
// Pixels.
constexpr double kWidth = 800;
constexpr double kLeft = 70;
constexpr double kRight = 20;
constexpr double kTop = 20;
constexpr double kPlotHeight = 240;
constexpr double kLineHeight = 20;

// Okabe and Ito's colours, which people with any kind of colour vision can tell apart.
constexpr std::array kColours{"#0072b2", "#d55e00", "#009e73", "#cc79a7",
                              "#e69f00", "#56b4e9", "#000000"};
constexpr std::array kDashes{"none", "8 3", "2 3", "12 3 2 3"};

struct Point {
  std::string start;
  std::uint64_t articles = 0;
  bool burst = false;
};

// Each point the highest of as many neighbours as there are too many.
std::vector<Point> points_of(const TrendSeries& series) {
  const std::size_t each = (series.buckets.size() + kMostPoints - 1) / kMostPoints;
  std::vector<Point> points;
  for (std::size_t i = 0; i < series.buckets.size(); ++i) {
    const TrendBucket& bucket = series.buckets[i];
    if (i % each == 0) points.push_back({bucket.start, 0, false});
    points.back().articles = std::max(points.back().articles, bucket.articles);
    points.back().burst = points.back().burst || bucket.burst;
  }
  return points;
}

// 1, 2 or 5 times a power of ten, not below `most`.
std::uint64_t round_above(std::uint64_t most) {
  for (std::uint64_t ten = 1;; ten *= 10) {
    for (const std::uint64_t factor : {1U, 2U, 5U}) {
      if (ten * factor >= most || ten > most) return ten * factor;
    }
  }
}

class Chart {
 public:
  explicit Chart(const Trend& trend) : trend_(trend) {
    std::uint64_t most = 1;
    for (const TrendSeries& series : trend.series) {
      lines_.push_back(points_of(series));
      for (const Point& point : lines_.back()) most = std::max(most, point.articles);
    }
    top_ = round_above(most);
  }

  std::string draw() {
    const double legend = kLineHeight * static_cast<double>(trend_.series.size());
    const double height = kTop + kPlotHeight + 2 * kLineHeight + legend;
    out_ = fmt::format(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {0} {1}\" width=\"{0}\" "
        "height=\"{1}\" role=\"img\" font-family=\"sans-serif\" font-size=\"12\">\n",
        kWidth, height);
    out_ += fmt::format("<title>Articles by {}</title>\n", search::name_of(trend_.by));
    out_ += fmt::format("<rect width=\"{}\" height=\"{}\" fill=\"#ffffff\"/>\n", kWidth, height);
    draw_scale();
    draw_dates();
    for (std::size_t i = 0; i < lines_.size(); ++i) draw_line(i);
    for (std::size_t i = 0; i < lines_.size(); ++i) draw_legend(i);
    return out_ + "</svg>\n";
  }

 private:
  std::size_t points() const { return lines_.empty() ? 0 : lines_.front().size(); }
  double x(std::size_t point) const {
    const double plot = kWidth - kLeft - kRight;
    if (points() < 2) return kLeft + plot / 2;
    return kLeft + plot * static_cast<double>(point) / static_cast<double>(points() - 1);
  }
  double y(std::uint64_t articles) const {
    return kTop + kPlotHeight * (1 - static_cast<double>(articles) / static_cast<double>(top_));
  }

  void draw_scale() {
    std::vector<std::uint64_t> marks{0, top_};
    if (top_ > 1) marks.push_back(top_ / 2);
    for (const std::uint64_t at : marks) {
      out_ += fmt::format(
          "<path d=\"M{:.1f} {:.1f}H{:.1f}\" stroke=\"#cccccc\"/>\n"
          "<text x=\"{:.1f}\" y=\"{:.1f}\" text-anchor=\"end\">{}</text>\n",
          kLeft, y(at), kWidth - kRight, kLeft - 8, y(at) + 4, format_count(at));
    }
  }

  void draw_dates() {
    const std::size_t step = std::max<std::size_t>((points() + kMostDates - 1) / kMostDates, 1);
    for (std::size_t i = 0; i < points(); i += step) {
      out_ += fmt::format("<text x=\"{:.1f}\" y=\"{:.1f}\" text-anchor=\"middle\">{}</text>\n",
                          x(i), kTop + kPlotHeight + kLineHeight,
                          label_of(trend_.by, lines_.front()[i].start));
    }
  }

  static const char* colour(std::size_t series) { return kColours[series % kColours.size()]; }
  static const char* dash(std::size_t series) { return kDashes[series % kDashes.size()]; }

  void draw_line(std::size_t series) {
    const std::vector<Point>& line = lines_[series];
    if (line.empty()) return;
    out_ += fmt::format(
        "<polyline fill=\"none\" stroke=\"{}\" stroke-width=\"2\" stroke-dasharray=\"{}\" "
        "points=\"",
        colour(series), dash(series));
    for (std::size_t i = 0; i < line.size(); ++i) {
      out_ += fmt::format("{}{:.1f},{:.1f}", i == 0 ? "" : " ", x(i), y(line[i].articles));
    }
    out_ += "\"/>\n";
    for (std::size_t i = 0; i < line.size(); ++i) {
      // A line through one point cannot be seen: it gets its mark.
      if (!line[i].burst && line.size() > 1) continue;
      out_ += fmt::format(
          "<circle cx=\"{:.1f}\" cy=\"{:.1f}\" r=\"4\" fill=\"#ffffff\" stroke=\"{}\" "
          "stroke-width=\"2\"><title>{}: {}</title></circle>\n",
          x(i), y(line[i].articles), colour(series), label_of(trend_.by, line[i].start),
          format_count(line[i].articles));
    }
  }

  void draw_legend(std::size_t series) {
    const double at =
        kTop + kPlotHeight + 2 * kLineHeight + kLineHeight * static_cast<double>(series);
    out_ += fmt::format(
        "<path d=\"M{:.1f} {:.1f}h30\" stroke=\"{}\" stroke-width=\"2\" "
        "stroke-dasharray=\"{}\"/>\n"
        "<text x=\"{:.1f}\" y=\"{:.1f}\">{}</text>\n",
        kLeft, at, colour(series), dash(series), kLeft + 38, at + 4,
        xml_escaped(trend_.series[series].query));
  }

  const Trend& trend_;
  std::vector<std::vector<Point>> lines_;
  std::uint64_t top_ = 1;
  std::string out_;
};

}  // namespace

std::string chart_of(const Trend& trend) { return Chart(trend).draw(); }

}  // namespace dateline::output
