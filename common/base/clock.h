// The clock behind a seam, so that what depends on "now" can be tested.
#pragma once

#include <chrono>

namespace dateline {

class Clock {
 public:
  virtual ~Clock() = default;

  // Wall-clock time, UTC.
  virtual std::chrono::sys_seconds now() const = 0;

  // The zone's offset from UTC in force at `now()` where the program runs; for "yesterday" and the
  // like.
  virtual std::chrono::minutes local_offset() const = 0;
};

// The machine's clock and zone. Lives as long as the program; thread-safe.
const Clock& system_clock();

// A clock that stands still, for tests.
class FixedClock final : public Clock {
 public:
  explicit FixedClock(std::chrono::sys_seconds now,
                      std::chrono::minutes offset = std::chrono::minutes(0))
      : now_(now), offset_(offset) {}
  std::chrono::sys_seconds now() const override { return now_; }
  std::chrono::minutes local_offset() const override { return offset_; }

 private:
  std::chrono::sys_seconds now_;
  std::chrono::minutes offset_;
};

}  // namespace dateline
