#include "indexer/cli/progress.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <cstdio>

#include "common/base/figures.h"
#include "common/program/output.h"
#include "common/program/terminal.h"

namespace dateline::indexer::cli {
namespace {

constexpr std::chrono::milliseconds kRedraw{200};

std::string format_duration(double seconds) {
  const auto whole = static_cast<std::uint64_t>(std::llround(std::max(0.0, seconds)));
  if (whole >= 3600) {
    return fmt::format("{}:{:02}:{:02}", whole / 3600, whole / 60 % 60, whole % 60);
  }
  return fmt::format("{}:{:02}", whole / 60, whole % 60);
}

}  // namespace

std::string describe(const ProgressState& state) {
  const double seconds = std::max(state.elapsed.count(), 1e-3);
  std::string line =
      fmt::format("{} articles  {:.0f}/s  {}", format_count(state.articles),
                  static_cast<double>(state.articles) / seconds, format_bytes(state.bytes));
  if (!state.total || *state.total == 0 || state.bytes == 0) return line;
  const double done =
      std::min(1.0, static_cast<double>(state.bytes) / static_cast<double>(*state.total));
  return line + fmt::format(" of {}  {:.0f} %  {} left", format_bytes(*state.total), done * 100,
                            format_duration(seconds / done - seconds));
}

Progress::Progress(bool shown, std::optional<std::uint64_t> total) : shown_(shown), total_(total) {}

void Progress::update(std::uint64_t articles, std::uint64_t bytes) {
  if (!shown_) return;
  const auto now = std::chrono::steady_clock::now();
  if (now - drawn_ < kRedraw) return;
  drawn_ = now;
  std::string line = describe({articles, bytes, total_, elapsed()});
  line.resize(std::min<std::size_t>(line.size(),
                                    static_cast<std::size_t>(program::terminal_width(stderr)) - 1));
  program::complain("\r\033[K" + line);
  on_screen_ = true;
}

void Progress::clear() {
  if (!on_screen_) return;
  program::complain("\r\033[K");
  on_screen_ = false;
  drawn_ = {};
}

}  // namespace dateline::indexer::cli
