// One line on standard error that says how far a run is, redrawn in place.
#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>

namespace dateline::indexer::cli {

struct ProgressState {
  std::uint64_t articles = 0;
  std::uint64_t bytes = 0;             // read so far
  std::optional<std::uint64_t> total;  // to read in all, if that is known
  std::chrono::duration<double> elapsed{0};
};

// "1,204 articles  310/s  12.5 of 80.1 MB  16 %  0:22 left".
std::string describe(const ProgressState& state);

// Not thread-safe: the thread that prints everything else owns it.
class Progress {
 public:
  Progress(bool shown, std::optional<std::uint64_t> total);

  bool shown() const { return shown_; }

  // Redraws, at most five times a second.
  void update(std::uint64_t articles, std::uint64_t bytes);

  // Takes the line away, so that another may be printed; the next update draws it again.
  void clear();

  std::chrono::duration<double> elapsed() const {
    return std::chrono::steady_clock::now() - began_;
  }

 private:
  bool shown_;
  std::optional<std::uint64_t> total_;
  std::chrono::steady_clock::time_point began_ = std::chrono::steady_clock::now();
  std::chrono::steady_clock::time_point drawn_{};
  bool on_screen_ = false;
};

}  // namespace dateline::indexer::cli
